import Scalars

extension MutantComparison {
  /// Why the mutant is equivalent, or nil: wherever it was looked at, the difference of its sides is one and
  /// the same positive multiple of the statement's, so that both have the same sign. Such is 'twice the left
  /// side' where the right side is 0.
  ///
  /// - Rigour: sampled; at every instance the multiples overlap in balls and agree to 30 digits.
  func multipleReason() throws -> String? {
    var multiple: Ball?
    var compared = 0
    for (index, (original, mutant)) in zip(original, mutant).enumerated() {
      guard original.variables == mutant.variables else { return nil }
      for instance in try instances(of: original, index).prefix(64) {
        let found = Ball.$precision.withValue(256) {
          Self.multiple(of: original, in: mutant, at: instance.assignment(in: Ball.self))
        }
        guard let found else { continue }
        guard found.isPositive == .holds else { return nil }
        guard let known = multiple else {
          multiple = found
          compared = 1
          continue
        }
        let change = (found / known - Ball(1)).squared
        // (10⁻³⁰)² bounds the square of a relative difference.
        guard (Ball(Rational("1e-15") ?? 0).squared.squared - change).isPositive == .holds else {
          return nil
        }
        compared += 1
      }
    }
    guard let multiple, compared >= 8 else { return nil }
    return
      "equivalent: at all \(compared) instances drawn the difference of its sides is "
      + "\(multiple.rounded(toDigits: 6) ?? "a fixed multiple") times the statement's"
  }

  /// The mutant's difference of sides over the statement's; nil for equalities, outside the hypotheses, and
  /// where the statement's difference may be 0.
  private static func multiple(
    of original: any Statement, in mutant: any Statement, at assignment: Assignment<Ball>
  ) -> Ball? {
    guard mutant.hypotheses(at: assignment).allSatisfy({ $0.decision == .holds }),
      let old = original.conclusion(at: assignment)?.difference,
      let new = mutant.conclusion(at: assignment)?.difference, old.squared.isPositive == .holds
    else { return nil }
    return new / old
  }
}

extension Conclusion {
  /// left − right of an inequality; nil for equalities.
  fileprivate var difference: S? {
    switch self {
    case .atLeast(let left, let right), .attained(let left, atLeast: let right): left - right
    case .equal: nil
    }
  }
}
