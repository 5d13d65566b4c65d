import Scalars

/// Makes a witness short without letting it look like rounding.
///
/// One variable after another is replaced by the shortest fraction near it for which all hypotheses
/// still hold and the conclusion still fails, both in ball arithmetic, with at least half of the
/// relative violation left.
struct Shrinking {
  let statement: any Statement

  func shortened(_ violation: Violation) -> Violation {
    let required = violation.relativeMargin / 2
    var best = violation
    for _ in 0..<2 {
      for index in best.instance.values.indices {
        guard let shorter = shorter(best.instance, index, keeping: required) else { continue }
        best = Violation(
          family: violation.family, instance: shorter.instance, relativeMargin: shorter.margin)
      }
    }
    return best
  }

  private func shorter(
    _ instance: Instance, _ index: Int, keeping required: Double
  ) -> (instance: Instance, margin: Double)? {
    let current = instance.values[index]
    for candidate in candidates(for: current, in: statement.variables[index]) {
      let replaced = instance.replacing(index, by: candidate)
      if case .judged(.fails, let margin) = statement.finding(at: replaced), margin <= required {
        return (replaced, margin)
      }
    }
    return nil
  }

  /// Small integers, then fractions of small denominator near the value, shortest first; of a variable that
  /// counts, all smaller numbers from the least on.
  private func candidates(for value: Rational, in variable: Variable) -> [Rational] {
    if variable.scale == .integer {
      let counts = (variable.lower.numerator..<max(value.numerator, variable.lower.numerator))
      return counts.prefix(1000).map { Rational($0) }
    }
    let integers: [Rational] = [0, 1, -1, 2, -2, 3, -3, 4, 5, 10]
    let fractions = [(1, 2), (1, 4), (3, 4), (1, 10), (9, 10), (1, 100), (99, 100)].map {
      Rational($0.0, $0.1)
    }
    let nearby = [1, 0.5, 0.2, 0.1, 0.05, 0.01, 0.001].compactMap {
      Rational(nearest: value.approximation, relativeError: $0)
    }
    let size = value.denominator
    return (integers + fractions + nearby).filter {
      variable.contains($0) && $0 != value
        && ($0.denominator < size || $0.numerator.magnitude < value.numerator.magnitude)
    }
  }
}
