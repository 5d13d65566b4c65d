import RealModule
import Scalars

extension SearchReport {
  /// The search in one sentence, with all its counts.
  func evidence(effort: String, seed: UInt64, prefix: String = "") -> Evidence {
    let outcome =
      if isReplayed {
        "an earlier counterexample still stands; nothing was searched"
      } else if violations > 0 {
        "\(violations) of \(admissible) admissible instances violate the conclusion"
      } else if isAgreement {
        "both sides overlap at all \(admissible) admissible instances, midpoints within "
          + "\(Self.short(-leastMargin)) relative; equality of balls is never decided"
      } else {
        "no violation in \(admissible) admissible instances; \(undecided) undecided"
      }
    return Evidence(
      .search, prefix + outcome,
      numbers: [
        "screened": "\(screened)", "n": "\(evaluated)", "admissible": "\(admissible)",
        "outside": "\(outside)", "broken": "\(broken)",
        "hypothesisUndecided": "\(unclear)", "undefined": "\(undefined)", "satisfied": "\(holding)",
        "undecided": "\(undecided)", "violations": "\(violations)",
        "leastRelativeMargin": leastMargin.isFinite ? Self.short(leastMargin) : "none",
        "seed": "\(seed)", "effort": effort,
      ])
  }

  /// Where the margin is not a number although all hypotheses hold, nil where it always is one.
  var implementationEvidence: Evidence? {
    guard broken + undefined > 0 else { return nil }
    var numbers = ["inDoubles": "\(broken)", "inBalls": "\(undefined)"]
    if let first = firstUndefined ?? firstBroken {
      numbers.merge(first.table) { old, _ in old }
    }
    return Evidence(
      .implementation,
      "all hypotheses hold and the margin is not a number at \(broken) points in doubles and at "
        + "\(undefined) instances in balls"
        + (undefined == 0 ? ": the search in doubles is blind there, balls are not" : ""),
      numbers: numbers)
  }

  /// Whether an equality was seen: nothing but overlaps.
  private var isAgreement: Bool { admissible > 0 && undecided == admissible && leastMargin < 0 }

  /// Three significant digits.
  static func short(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let exponent = Int((Double.log(value.magnitude) / Double.log(10)).rounded(.down))
    if (-3...5).contains(exponent) { return "\((value * 1e4).rounded() / 1e4)" }
    let mantissa = (value / Double.pow(10, exponent) * 100).rounded() / 100
    return "\(mantissa)e\(exponent)"
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
      .coq, "\(theorem) (\(label)), accepted by Coq's kernel under `make proofs`",
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
      numbers: sides(of: statement).merging(details(of: statement)) { old, _ in old }
        .merging(["relativeMargin": "\(relativeMargin)"]) { old, _ in old })
  }

  /// The witness: its fractions, both sides, and what the statement has to say of it.
  func table(of statement: any Statement) -> [String: String] {
    var table = sides(of: statement).merging(details(of: statement)) { old, _ in old }
    for (name, value) in zip(instance.names, instance.values) { table[name] = value.description }
    return table
  }

  private func details(of statement: any Statement) -> [String: String] {
    Ball.$precision.withValue(192) {
      statement.details(at: instance.assignment(in: Ball.self))
    }
  }

  private func sides(of statement: any Statement) -> [String: String] {
    Ball.$precision.withValue(192) {
      switch statement.conclusion(at: instance.assignment(in: Ball.self)) {
      case .atLeast(let left, let right), .attained(let left, let right):
        return ["left side": left.printed, "right side": right.printed]
      case .equal(let pairs):
        let differing = pairs.first {
          ($0.left - $0.right).isPositive == .holds || ($0.right - $0.left).isPositive == .holds
        }
        guard let differing else { return [:] }
        return ["left side": differing.left.printed, "right side": differing.right.printed]
      case nil: return [:]
      }
    }
  }
}

extension Statement {
  /// What a statement without variables has to say of its only instance.
  var constantEvidence: Evidence? {
    guard variables.isEmpty else { return nil }
    let details = Ball.$precision.withValue(192) {
      self.details(at: Assignment(names: [], values: []))
    }
    guard !details.isEmpty else { return nil }
    return Evidence(.arithmetic, "decided in ball arithmetic", numbers: details)
  }
}

extension Ball {
  /// Twelve correctly rounded digits, 0 with a bound of its error, or midpoint and radius.
  fileprivate var printed: String {
    if let digits = rounded(toDigits: 12) { return digits }
    if containsZero, isFinite { return "0 up to \(SearchReport.short(upperBound))" }
    return description
  }
}
