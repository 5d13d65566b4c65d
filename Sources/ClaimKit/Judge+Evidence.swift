import Scalars

extension SearchReport {
  /// The search in one sentence, with all its counts.
  func evidence(effort: Effort, seed: UInt64, prefix: String = "") -> Evidence {
    let outcome =
      violations > 0
      ? "\(violations) of \(admissible) admissible instances violate the conclusion"
      : "no violation in \(admissible) admissible instances"
    return Evidence(
      .search, "\(prefix)\(outcome); \(undecided) undecided",
      numbers: [
        "n": "\(evaluated)", "admissible": "\(admissible)", "outside": "\(outside)",
        "hypothesisUndecided": "\(unclear)", "undefined": "\(undefined)", "holds": "\(holding)",
        "undecided": "\(undecided)", "violations": "\(violations)",
        "leastRelativeMargin": leastMargin.isFinite ? "\(leastMargin)" : "none",
        "seed": "\(seed)", "effort": effort.rawValue,
      ])
  }

  /// The control in one sentence.
  func controlEvidence(_ text: String) -> Evidence {
    Evidence(
      .search,
      "control (\(text)): "
        + (worst == nil ? "NOT refuted" : "refuted at \(violations) of \(admissible) instances"),
      numbers: ["n": "\(evaluated)", "violations": "\(violations)"])
  }
}

extension KernelProof {
  var evidence: Evidence {
    Evidence(
      .coq, "\(theorem) (\(establishes.rawValue)), accepted by Coq's kernel under `make proofs`",
      numbers: [
        "theorem": theorem, "file": file,
        "axioms": axioms.isEmpty ? "none" : axioms.joined(separator: ", "),
      ])
  }
}

extension Violation {
  /// Both sides at the witness, with certain digits.
  func evidence(of statement: any Statement) -> Evidence {
    Evidence(
      .arithmetic,
      "at the witness every hypothesis holds and the conclusion fails, in ball arithmetic",
      numbers: sides(of: statement).merging(["relativeMargin": "\(relativeMargin)"]) { old, _ in old })
  }

  /// The witness: its fractions and both sides.
  func table(of statement: any Statement) -> [String: String] {
    var table = sides(of: statement)
    for (name, value) in zip(instance.names, instance.values) { table[name] = value.description }
    return table
  }

  private func sides(of statement: any Statement) -> [String: String] {
    Ball.$precision.withValue(192) {
      switch statement.conclusion(at: instance.assignment(in: Ball.self)) {
      case .atLeast(let left, let right):
        return ["left side": left.digits(12), "right side": right.digits(12)]
      case .equal(let pairs):
        let differing = pairs.first {
          ($0.left - $0.right).isPositive == .holds || ($0.right - $0.left).isPositive == .holds
        }
        guard let differing else { return [:] }
        return ["left side": differing.left.digits(12), "right side": differing.right.digits(12)]
      case nil: return [:]
      }
    }
  }
}
