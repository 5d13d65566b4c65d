import NumericKernel
import Scalars

extension Statement {
  /// What algebra says of an equality at an instance: whether both sides are the same numbers; nil for
  /// inequalities and where a side does not exist.
  func exactDecision(at instance: Instance) -> Decision? {
    // Doubles tell an equality from an inequality, whose sides would be costly for algebra and of no use.
    switch screenedConclusion(at: instance.assignment(in: Double.self)) {
    case .atLeast, .attained: return nil
    case .equal, nil: break
    }
    guard case .equal(let pairs) = conclusion(at: instance.assignment(in: Expression.self)) else {
      return nil
    }
    return pairs.reduce(.holds) { $0 && Expression.equality($1.left, $1.right) }
  }

  /// Whether an inequality that balls leave open is attained: algebra finds both sides to be the same
  /// number.
  func isAttainedExactly(at instance: Instance) -> Bool {
    switch conclusion(at: instance.assignment(in: Expression.self)) {
    case .atLeast(let left, let right), .attained(let left, let right):
      (left - right).conditions.isEmpty && Expression.equality(left, right) == .holds
    case .equal, nil: false
    }
  }
}

extension AlgebraicRoute {
  /// How many instances are looked at where algebra finds different forms and a search found nothing.
  private static let instances = 32
  /// Bits to which balls go in order to tell different numbers apart.
  private static let greatestPrecision = 4096

  /// Looks for instances at which algebra finds different numbers and balls, at a precision beyond that
  /// of a search, confirm it with all hypotheses. Different forms alone refute nothing: they are different
  /// somewhere, maybe outside the hypotheses.
  func addViolations(to report: inout SearchReport, stream: RandomStream) throws {
    for (index, family) in families.enumerated() {
      let variables = family.variables
      var instances = [Instance(variables, at: variables.map { _ in 0.5 })]
      if !variables.isEmpty {
        var sobol = try SobolSequence(
          dimension: variables.count, shiftedBy: stream.split("family-\(index)"))
        instances += (1..<Self.instances).map { _ in Instance(variables, at: sobol.next()) }
      }
      for instance in instances where family.exactDecision(at: instance) == .fails {
        report.evaluated += 1
        let finding = family.separatedFinding(at: instance, limit: Self.greatestPrecision)
        guard case .judged(.fails, let margin) = finding else { continue }
        report.admissible += 1
        report.violations += 1
        report.leastMargin = min(report.leastMargin, margin)
        report.worst = Violation(family: index, instance: instance, relativeMargin: margin)
        return
      }
    }
  }
}
