import NumericKernel
import Scalars

/// Whether a mutant says no more than its statement, decided in balls at drawn instances.
struct MutantComparison {
  let original: [any Statement]
  let mutant: [any Statement]
  let effort: Effort
  let stream: RandomStream

  /// Why the mutant is weaker or equivalent, or nil: at every instance at which both conclusions exist,
  /// left − right is certified to be no smaller, or the sides of an equality to be the same. Left out are
  /// instances at which balls decide neither this nor the statement itself, if they are the fewer.
  func reason() throws -> String? {
    var (compared, undecided) = (0, 0)
    for (index, (original, mutant)) in zip(original, mutant).enumerated() {
      guard original.variables == mutant.variables else { return nil }
      for instance in try instances(of: original, index) {
        switch isNoStronger(mutant, than: original, at: instance) {
        case .holds: compared += 1
        case .undecided where isUndecided(original, at: instance): undecided += 1
        case .fails, .undecided: return nil
        case nil: continue
        }
      }
    }
    guard compared > undecided else { return nil }
    return "at all \(compared) instances that were compared it asserts no more"
      + (undecided > 0 ? "; \(undecided) undecided" : "")
  }

  /// Whether balls leave an inequality open at an instance.
  private func isUndecided(_ statement: any Statement, at instance: Instance) -> Bool {
    guard case .judged(.undecided, _) = statement.finding(at: instance) else { return false }
    switch statement.conclusion(at: instance.assignment(in: Double.self)) {
    case .atLeast, .attained: return true
    case .equal, nil: return false
    }
  }

  /// An instance at which algebra finds that left and right of an inequality are the same number.
  func placeOfEquality() throws -> Instance? {
    for (index, statement) in original.enumerated() {
      for instance in try instances(of: statement, index).prefix(64) {
        guard case .judged(.undecided, _) = statement.finding(at: instance),
          let conclusion = statement.conclusion(at: instance.assignment(in: Expression.self))
        else { continue }
        switch conclusion {
        case .atLeast(let left, let right), .attained(let left, let right):
          let isUnconditional = (left - right).conditions.isEmpty
          if isUnconditional, Expression.equality(left, right) == .holds { return instance }
        case .equal: continue
        }
      }
    }
    return nil
  }

  /// Corners and Sobol points.
  func instances(of statement: any Statement, _ index: Int) throws -> [Instance] {
    let variables = statement.variables
    guard !variables.isEmpty else { return [Instance([], at: [])] }
    let count = max(effort.instances / (2 * original.count), 32)
    var sobol = try SobolSequence(
      dimension: variables.count, shiftedBy: stream.split("compared-\(index)"))
    let corners = (0..<min(1 << min(variables.count, 5), 32)).map { pattern in
      variables.indices.map { pattern >> $0 & 1 == 1 ? 1.0 : 0 }
    }
    return (corners + (0..<count).map { _ in sobol.next() }).map { Instance(variables, at: $0) }
  }

  /// As far as balls go in deciding the statement itself; nil outside the hypotheses and where a side does
  /// not exist.
  private func isNoStronger(
    _ mutant: any Statement, than original: any Statement, at instance: Instance
  ) -> Decision? {
    var last: Decision?
    let outcome = Ball.valueAtRisingPrecision(to: 512) { () -> Decision? in
      last = isNoStrongerAtPrecision(mutant, than: original, at: instance)
      return last == .undecided ? nil : .some(last ?? .fails)
    }
    return outcome.value == nil ? .undecided : last
  }

  private func isNoStrongerAtPrecision(
    _ mutant: any Statement, than original: any Statement, at instance: Instance
  ) -> Decision? {
    let assignment = instance.assignment(in: Ball.self)
    guard mutant.hypotheses(at: assignment).allSatisfy({ $0.decision == .holds }),
      let old = original.conclusion(at: assignment), let new = mutant.conclusion(at: assignment),
      old.relativeMargin != nil, new.relativeMargin != nil
    else { return nil }
    switch (old, new) {
    case (.equal(let old), .equal(let new)):
      guard old.count == new.count else { return .undecided }
      return zip(old, new).reduce(.holds) {
        $0 && Self.areSame($1.0.left, $1.1.left) && Self.areSame($1.0.right, $1.1.right)
      }
    case (.equal, _), (_, .equal): return .undecided
    case (.atLeast(let left, let right), .atLeast(let newLeft, let newRight)),
      (.atLeast(let left, let right), .attained(let newLeft, let newRight)),
      (.attained(let left, let right), .atLeast(let newLeft, let newRight)),
      (.attained(let left, let right), .attained(let newLeft, let newRight)):
      return (Self.gain(newLeft, left) + Self.gain(right, newRight)).isNonNegative
    }
  }

  /// a − b, 0 for a side that is unchanged.
  private static func gain(_ a: Ball, _ b: Ball) -> Ball { a == b ? .zero : a - b }

  /// Holds for the very same ball, which an unchanged side is, and for two that are exactly one number.
  private static func areSame(_ a: Ball, _ b: Ball) -> Decision {
    if a == b { return .holds }
    let difference = a - b
    guard difference.isNonNegative == .holds, difference.isPositive == .fails else {
      return .undecided
    }
    return .holds
  }
}
