import NumericKernel
import Scalars

/// The search in one family.
struct FamilySearch {
  let family: any Statement
  let index: Int
  let effort: Effort
  let share: Int
  let stream: RandomStream
  let stopsAtViolation: Bool
  let variables: [Variable]
  /// The worst points so far, worst first.
  private(set) var worst: [WorstPoint] = []
  private var neighbourhoods: Neighbourhoods?
  /// Points at which all hypotheses held in doubles.
  private var met = 0
  private var assignment: Assignment<Double>

  struct WorstPoint {
    let coordinates: [Double]
    let margin: Double
    var isDecided = false
  }

  init(
    _ family: any Statement, index: Int, effort: Effort, share: Int, stream: RandomStream,
    stopsAtViolation: Bool
  ) {
    self.family = family
    self.index = index
    self.effort = effort
    self.share = share
    self.stream = stream
    self.stopsAtViolation = stopsAtViolation
    variables = family.variables
    assignment = Assignment(
      names: variables.map(\.name), values: [Double](repeating: 0, count: variables.count))
  }

  private var dimension: Int { variables.count }
  private var instances: Int { max(effort.instances / share, 32) }
  private var screenings: Int { max(effort.screenings / share, 256) }

  mutating func run(into report: inout SearchReport, isBrief: Bool = false) throws {
    guard dimension > 0 else {
      record(Instance([], at: []), into: &report)
      return
    }
    let before = report.violations
    try screenUntilViolated(into: &report)
    if report.violations == before { try decideEvenly(into: &report) }
    if isBrief { return }
    if report.violations == before, met < report.screened / 64 {
      try approachHypotheses()
      decideWorst(into: &report)
    }
    if stopsAtViolation, report.violations > before { return }
    // From a violation too: the worse it is, the shorter a witness can become.
    try descend()
    decideWorst(into: &report)
    guard report.violations == before else { return }
    try anneal()
    decideWorst(into: &report)
  }

  // MARK: Screening

  /// Evaluates the margin in doubles at corners and Sobol points.
  mutating func screen(_ count: Int, into report: inout SearchReport) throws {
    var points = try ScreeningPoints(self, count: count)
    screen(&points, count, into: &report)
  }

  /// The same in growing parts, the worst of which are decided, so that what is easily refuted ends soon.
  private mutating func screenUntilViolated(into report: inout SearchReport) throws {
    let before = report.violations
    neighbourhoods = Neighbourhoods(dimension: dimension, count: screenings)
    var points = try ScreeningPoints(self, count: screenings)
    var part = screenings / 16
    while points.remaining > 0, report.violations == before {
      screen(&points, part, into: &report)
      decideWorst(into: &report)
      part *= 2
    }
  }

  /// Corners, then Sobol points.
  private struct ScreeningPoints {
    var corners: ArraySlice<[Double]>
    var sobol: SobolSequence
    var remaining: Int

    init(_ search: FamilySearch, count: Int) throws {
      corners = search.corners(most: count / 8)[...]
      sobol = try SobolSequence(
        dimension: search.dimension, shiftedBy: search.stream.split("screening"))
      remaining = max(count, corners.count)
    }
  }

  private mutating func screen(
    _ points: inout ScreeningPoints, _ count: Int, into report: inout SearchReport
  ) {
    var point = [Double](repeating: 0, count: dimension)
    for _ in 0..<min(count, points.remaining) {
      if let corner = points.corners.popFirst() {
        point = corner
      } else {
        points.sobol.fillNext(&point)
      }
      screen(point, into: &report)
    }
    points.remaining -= min(count, points.remaining)
  }

  private mutating func screen(_ point: [Double], into report: inout SearchReport) {
    report.screened += 1
    let margin = margin(at: point)
    if margin.isNaN {
      report.broken += 1
      if report.firstBroken == nil { report.firstBroken = Instance(variables, at: point) }
      return
    }
    guard margin < .infinity else { return }
    met += 1
    neighbourhoods?.keep(point, margin)
    keep(point, margin)
  }

  private mutating func margin(at point: [Double]) -> Double {
    place(point)
    return family.screenedMargin(at: assignment)
  }

  private mutating func place(_ point: [Double]) {
    for axis in variables.indices {
      assignment.values[axis] = variables[axis].number(at: point[axis])
    }
  }

  /// Remembers a point among the worst.
  private mutating func keep(_ point: [Double], _ margin: Double) {
    let most = 4 * effort.descents
    guard margin < .infinity, worst.count < most || margin < worst[most - 1].margin else { return }
    let place = worst.firstIndex { margin < $0.margin } ?? worst.endIndex
    worst.insert(WorstPoint(coordinates: point, margin: margin), at: place)
    if worst.count > most { worst.removeLast() }
  }

  /// Up to `most` corners of the unit cube, in binary order.
  private func corners(most: Int) -> [[Double]] {
    guard dimension < 20 else { return [] }
    return (0..<min(1 << dimension, most)).map { pattern in
      (0..<dimension).map { pattern >> $0 & 1 == 1 ? 1 : 0 }
    }
  }

  // MARK: Decision in balls

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
  /// tried from short to exact, since a violation or the hypotheses may be narrower than a short fraction's
  /// error.
  private mutating func decideWorst(into report: inout SearchReport) {
    let before = report.violations
    for place in worst.indices.prefix(max(effort.descents, 4)) where !worst[place].isDecided {
      worst[place].isDecided = true
      for relativeError in [1e-7, 1e-11, 1e-15] {
        let instance = Instance(
          variables, at: worst[place].coordinates, relativeError: relativeError)
        let isAdmissible = record(instance, into: &report)
        if report.violations > before { return }
        if isAdmissible, worst[place].margin >= 0 { break }
      }
    }
  }

  /// Whether all hypotheses hold at the instance, which is counted with what balls say of it.
  @discardableResult
  private func record(_ instance: Instance, into report: inout SearchReport) -> Bool {
    report.evaluated += 1
    switch family.finding(at: instance) {
    case .outside: report.outside += 1
    case .unclear: report.unclear += 1
    case .undefined:
      report.undefined += 1
      if report.firstUndefined == nil { report.firstUndefined = instance }
    case .judged(let decision, let margin):
      report.admissible += 1
      report.leastMargin = min(report.leastMargin, margin)
      switch decision {
      case .holds: report.holding += 1
      case .undecided:
        report.undecided += 1
        if margin < 0, family.fallsShort(at: instance) { report.shortfalls += 1 }
      case .fails:
        report.violations += 1
        // The first family is the smallest shape: a witness there is the easiest to read.
        if let worst = report.worst, worst.family < index || worst.relativeMargin <= margin {
          return true
        }
        report.worst = Violation(family: index, instance: instance, relativeMargin: margin)
      }
      return true
    }
    return false
  }

  // MARK: Minimisation

  /// Nelder–Mead from the worst points of different basins.
  private mutating func descend() throws {
    for start in starts() {
      var search = self
      guard let minimum = try descent(from: start, of: { search.objective(at: $0) }) else {
        continue
      }
      keep(minimum.point, minimum.value)
    }
  }

  /// The deepest basins that screening met, filled up with the worst points.
  private func starts() -> [[Double]] {
    var starts = worst.prefix(1).map(\.coordinates)
    for basin in neighbourhoods?.basins(most: effort.descents) ?? []
    where !starts.contains(basin.coordinates) {
      starts.append(basin.coordinates)
    }
    starts += worst.map(\.coordinates).filter { !starts.contains($0) }
    return Array(starts.prefix(effort.descents))
  }

  /// Nil where the objective is +∞ at the start: then there is nothing to descend.
  private func descent(
    from start: [Double], of objective: ([Double]) -> Double
  ) throws -> Minimum? {
    guard objective(start) < .infinity else { return nil }
    // Simplices flatten in many dimensions: they are set up afresh as long as that helps.
    var best: Minimum?
    for _ in 0..<max(1, dimension / 2) {
      let minimum = try NelderMead.minimum(
        from: best?.point ?? start,
        step: (best?.point ?? start).map { $0 < 0.9 ? 0.05 : -0.05 },
        maximumIterations: 60 * dimension, simplexSize: 1e-9, of: objective)
      let gain = (best?.value ?? .infinity) - minimum.value
      if best == nil || gain > 0 { best = minimum }
      if gain < 1e-6 { break }
    }
    return best
  }

  /// Simulated annealing from the worst point, from steps across the box to short ones.
  private mutating func anneal() throws {
    guard let start = worst.first else { return }
    var search = self
    guard search.objective(at: start.coordinates) < .infinity else { return }
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

  // MARK: Hypotheses that hardly a point satisfies

  /// Descents on what the hypotheses lack, with the margin as a lesser term and without it; what meets all
  /// hypotheses on the way is remembered.
  private mutating func approachHypotheses() throws {
    var nearest: [(point: [Double], shortfall: Double)] = []
    var sobol = try SobolSequence(dimension: dimension, shiftedBy: stream.split("approach"))
    for _ in 0..<max(screenings / 64, 64) {
      let point = sobol.next()
      nearest.append((point, shortfall(at: point)))
    }
    nearest.sort { $0.shortfall < $1.shortfall }
    for start in nearest.prefix(effort.descents) where start.shortfall < .infinity {
      var search = self
      var point = start.point
      for weight in [10.0, 1e4, .infinity] {
        let minimum = try descent(from: point) { search.penalisedMargin(at: $0, weight: weight) }
        if let minimum, minimum.value < .infinity { point = minimum.point }
      }
      worst = search.worst
    }
  }

  /// margin + weight·shortfall², which has no kink; the shortfall alone for an infinite weight.
  private mutating func penalisedMargin(at point: [Double], weight: Double) -> Double {
    guard point.allSatisfy({ (0...1).contains($0) }) else { return .infinity }
    let shortfall = shortfall(at: point)
    guard weight < .infinity || shortfall == 0 else { return shortfall }
    guard let margin = family.screenedConclusion(at: assignment)?.searchedMargin, !margin.isNaN
    else { return .infinity }
    if shortfall == 0 { keep(point, margin) }
    return weight < .infinity ? margin + weight * shortfall * shortfall : 0
  }

  /// How much the hypotheses lack together, 0 where all hold.
  private mutating func shortfall(at point: [Double]) -> Double {
    place(point)
    var sum = 0.0
    for hypothesis in family.screenedHypotheses(at: assignment) where hypothesis.decision != .holds
    {
      guard let slack = hypothesis.slack, slack <= 0 else { return .infinity }
      // A strict inequality lacks something at 0, too.
      sum += max(-slack, .leastNonzeroMagnitude)
    }
    return sum
  }
}
