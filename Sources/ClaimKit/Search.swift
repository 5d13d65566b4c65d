import NumericKernel
import Scalars

/// What a search over the families of a statement found.
struct SearchReport: Sendable {
  /// Points whose margin was evaluated in doubles, to choose where to look.
  var screened = 0
  /// Points without a finite margin in doubles although every hypothesis held, and the first of them.
  var broken = 0
  var firstBroken: Instance?
  /// The first instance without one in balls.
  var firstUndefined: Instance?
  /// Instances that were decided in balls.
  var evaluated = 0
  /// Instances at which every hypothesis held.
  var admissible = 0
  var outside = 0
  var unclear = 0
  var undefined = 0
  var holding = 0
  var undecided = 0
  /// Of these, instances at which an existence is not attained at the point that its statement names.
  var shortfalls = 0
  var violations = 0
  var leastMargin = Double.infinity
  /// Whether nothing was searched, because an earlier counterexample still stands.
  var isReplayed = false
  /// The certified violation to start shrinking from, with the family it belongs to.
  var worst: Violation?
}

/// A certified counterexample.
struct Violation: Sendable {
  let family: Int
  let instance: Instance
  let relativeMargin: Double
}

/// Looks for instances that satisfy all hypotheses and violate the conclusion.
///
/// Doubles choose where to look: corners of the search box, shifted Sobol points, Nelder–Mead from the
/// points that are worse than their neighbourhood, then simulated annealing; where hardly a point satisfies
/// the hypotheses, descents on what is missing lead there. Balls decide, at exact fractions: an even share
/// of the points, and all that doubles found worst. A family is left once a violation in it is certified,
/// and the families after it are not looked at: the first is the smallest shape, and its witness the easiest
/// to read.
package struct Search {
  let effort: Effort
  let stream: RandomStream
  /// Whether the first certified violation is as good as a larger one, as for a control.
  let stopsAtViolation: Bool
  /// Whether an eighth of the points is looked at, and nothing is minimised.
  let isBrief: Bool

  init(
    effort: Effort, stream: RandomStream, stopsAtViolation: Bool = false, isBrief: Bool = false
  ) {
    self.effort = effort
    self.stream = stream
    self.stopsAtViolation = stopsAtViolation
    self.isBrief = isBrief
  }

  /// The search that a seed fixes.
  package init(effort: Effort, seed: UInt64) {
    self.init(effort: effort, stream: RandomStream(seed: seed, name: "search"))
  }

  func report(on families: [any Statement]) throws -> SearchReport {
    precondition(!families.isEmpty, "families.count > 0")
    var report = SearchReport()
    for (index, family) in families.enumerated() {
      var search = FamilySearch(
        family, index: index, effort: effort, share: families.count * (isBrief ? 8 : 1),
        stream: stream.split("family-\(index)"), stopsAtViolation: stopsAtViolation || isBrief)
      try search.run(into: &report, isBrief: isBrief)
      if report.worst != nil { break }
    }
    return report
  }

  /// The least margin of `count` screened points, for measuring the speed of screening.
  package func screen(_ statement: any Statement, count: Int) throws -> Double {
    var report = SearchReport()
    var search = FamilySearch(
      statement, index: 0, effort: effort, share: 1, stream: stream.split("family-0"),
      stopsAtViolation: false)
    try search.screen(count, into: &report)
    return search.worst.first?.margin ?? .infinity
  }
}
