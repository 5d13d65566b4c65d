import NumericKernel
import Scalars

/// What a search over the families of a statement found.
struct SearchReport: Sendable {
  /// Points whose margin was evaluated in doubles, to choose where to look.
  var screened = 0
  /// Points without a finite margin although every hypothesis held, and the first of them.
  var broken = 0
  var firstBroken: Instance?
  /// Instances that were decided in balls.
  var evaluated = 0
  /// Instances at which every hypothesis held.
  var admissible = 0
  var outside = 0
  var unclear = 0
  var undefined = 0
  var holding = 0
  var undecided = 0
  var violations = 0
  var leastMargin = Double.infinity
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
/// of the points, and all that doubles found worst. A family is left once a violation in it is certified.
package struct Search {
  let effort: Effort
  let stream: RandomStream

  init(effort: Effort, stream: RandomStream) {
    self.effort = effort
    self.stream = stream
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
        family, index: index, effort: effort, share: families.count,
        stream: stream.split("family-\(index)"))
      try search.run(into: &report)
    }
    return report
  }

  /// The least margin of `count` screened points, for measuring the speed of screening.
  package func screen(_ statement: any Statement, count: Int) throws -> Double {
    var report = SearchReport()
    var search = FamilySearch(
      statement, index: 0, effort: effort, share: 1, stream: stream.split("family-0"))
    try search.screen(count, into: &report)
    return search.worst.first?.margin ?? .infinity
  }
}
