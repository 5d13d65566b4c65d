import NumericKernel
import RealModule
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
/// Doubles choose where to look: corners of the search box, shifted Sobol points, Nelder–Mead on the
/// relative margin from the worst of them, then simulated annealing. Balls decide, at exact fractions: an
/// even share of the points, and all that doubles found worst. A family is left once a violation in it is
/// certified.
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

/// The search in one family.
private struct FamilySearch {
  let family: any Statement
  let index: Int
  let effort: Effort
  let share: Int
  let stream: RandomStream
  let variables: [Variable]
  /// The worst points so far, worst first.
  private(set) var worst: [(coordinates: [Double], margin: Double)] = []
  private var assignment: Assignment<Double>

  init(
    _ family: any Statement, index: Int, effort: Effort, share: Int, stream: RandomStream
  ) {
    self.family = family
    self.index = index
    self.effort = effort
    self.share = share
    self.stream = stream
    variables = family.variables
    assignment = Assignment(
      names: variables.map(\.name), values: [Double](repeating: 0, count: variables.count))
  }

  private var dimension: Int { variables.count }
  private var instances: Int { max(effort.instances / share, 32) }

  mutating func run(into report: inout SearchReport) throws {
    guard dimension > 0 else {
      record(Instance([], at: []), into: &report)
      return
    }
    let before = report.violations
    try screen(max(effort.screenings / share, 256), into: &report)
    decideWorst(into: &report)
    if report.violations == before { try decideEvenly(into: &report) }
    // From a violation too: the worse it is, the shorter a witness can become.
    try descend()
    decideWorst(into: &report)
    guard report.violations == before else { return }
    try anneal()
    decideWorst(into: &report)
  }

  /// Evaluates the margin in doubles at corners and Sobol points.
  mutating func screen(_ count: Int, into report: inout SearchReport) throws {
    let corners = corners(most: count / 8)
    for corner in corners { screen(corner, into: &report) }
    var sobol = try SobolSequence(dimension: dimension, shiftedBy: stream.split("screening"))
    var point = [Double](repeating: 0, count: dimension)
    for _ in corners.count..<max(count, corners.count) {
      sobol.fillNext(&point)
      screen(point, into: &report)
    }
  }

  private mutating func screen(_ point: [Double], into report: inout SearchReport) {
    report.screened += 1
    let margin = margin(at: point)
    if margin.isNaN {
      report.broken += 1
      if report.firstBroken == nil { report.firstBroken = Instance(variables, at: point) }
      return
    }
    keep(point, margin)
  }

  private mutating func margin(at point: [Double]) -> Double {
    for axis in variables.indices {
      assignment.values[axis] = variables[axis].number(at: point[axis])
    }
    return family.screenedMargin(at: assignment)
  }

  /// Remembers a point among the worst.
  private mutating func keep(_ point: [Double], _ margin: Double) {
    let most = 4 * effort.descents
    guard margin < .infinity, worst.count < most || margin < worst[most - 1].margin else { return }
    let place = worst.firstIndex { margin < $0.margin } ?? worst.endIndex
    worst.insert((point, margin), at: place)
    if worst.count > most { worst.removeLast() }
  }

  /// Decides an even share of the points in balls, whatever doubles say of them.
  private func decideEvenly(into report: inout SearchReport) throws {
    let corners = corners(most: instances / 8)
    for corner in corners { record(Instance(variables, at: corner), into: &report) }
    var sobol = try SobolSequence(dimension: dimension, shiftedBy: stream.split("decided"))
    for _ in corners.count..<max(instances, corners.count) {
      record(Instance(variables, at: sobol.next()), into: &report)
    }
  }

  /// Decides the worst points in balls, until one is a certified violation. Fractions near the point are
  /// tried from short to exact, since a violation may be narrower than a short fraction's error.
  private func decideWorst(into report: inout SearchReport) {
    let before = report.violations
    for point in worst.prefix(max(effort.descents, 4)) {
      for relativeError in [1e-7, 1e-11, 1e-15] {
        record(
          Instance(variables, at: point.coordinates, relativeError: relativeError), into: &report)
        if report.violations > before { return }
        if point.margin >= 0 { break }
      }
    }
  }

  /// Nelder–Mead from the worst points.
  private mutating func descend() throws {
    for start in worst.prefix(effort.descents) {
      var search = self
      let minimum = try NelderMead.minimum(
        from: start.coordinates, step: start.coordinates.map { $0 < 0.9 ? 0.05 : -0.05 },
        maximumIterations: 60 * dimension, simplexSize: 1e-9
      ) { search.objective(at: $0) }
      keep(minimum.point, minimum.value)
    }
  }

  /// Simulated annealing from the worst point, from steps across the box to short ones.
  private mutating func anneal() throws {
    guard let start = worst.first else { return }
    var search = self
    let stepsPerTemperature = max(effort.annealingSteps / share / 128, 1)
    let minimum = try SimulatedAnnealing.minimum(
      from: start.coordinates, stepSize: 0.5, stepsPerTemperature: stepsPerTemperature,
      temperatures: 1e-4...0.1, cooling: 1.0555, stream: stream.split("annealing")
    ) { search.objective(at: $0) }
    keep(minimum.point, minimum.value)
  }

  /// The margin for minimisers: a wall outside the cube and where there is no margin.
  private mutating func objective(at point: [Double]) -> Double {
    guard point.allSatisfy({ (0...1).contains($0) }) else { return .infinity }
    let margin = margin(at: point)
    return margin.isNaN ? .infinity : margin
  }

  /// Up to `most` corners of the unit cube, in binary order.
  private func corners(most: Int) -> [[Double]] {
    guard dimension < 20 else { return [] }
    return (0..<min(1 << dimension, most)).map { pattern in
      (0..<dimension).map { pattern >> $0 & 1 == 1 ? 1 : 0 }
    }
  }

  private func record(_ instance: Instance, into report: inout SearchReport) {
    report.evaluated += 1
    switch family.finding(at: instance) {
    case .outside: report.outside += 1
    case .unclear: report.unclear += 1
    case .undefined:
      report.undefined += 1
      if report.firstBroken == nil { report.firstBroken = instance }
    case .judged(let decision, let margin):
      report.admissible += 1
      report.leastMargin = min(report.leastMargin, margin)
      switch decision {
      case .holds: report.holding += 1
      case .undecided: report.undecided += 1
      case .fails:
        report.violations += 1
        // The first family is the smallest shape: a witness there is the easiest to read.
        if let worst = report.worst, worst.family < index || worst.relativeMargin <= margin {
          return
        }
        report.worst = Violation(family: index, instance: instance, relativeMargin: margin)
      }
    }
  }
}
