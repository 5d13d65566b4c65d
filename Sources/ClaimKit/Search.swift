import NumericKernel
import Scalars

/// What a search over the families of a statement found.
struct SearchReport: Sendable {
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
/// Corners of the search box, shifted Sobol points, then Nelder–Mead on the relative margin from the
/// worst points. Every instance is an exact fraction and is decided in ball arithmetic; doubles only
/// choose where to look.
struct Search {
  let effort: Effort
  let stream: RandomStream

  func report(on families: [any Statement]) throws -> SearchReport {
    precondition(!families.isEmpty, "families.count > 0")
    var report = SearchReport()
    for (index, family) in families.enumerated() {
      let share = max(effort.instances / families.count, 32)
      try examine(family, index: index, instances: share, into: &report)
    }
    return report
  }

  private func examine(
    _ family: any Statement, index: Int, instances: Int, into report: inout SearchReport
  ) throws {
    let dimension = family.variables.count
    var points = corners(dimension: dimension, most: instances / 8)
    if dimension > 0 {
      var sobol = try SobolSequence(
        dimension: dimension, shiftedBy: stream.split("family-\(index)"))
      while points.count < instances { points.append(sobol.next()) }
    } else {
      points = [[]]
    }
    var ranked: [(coordinates: [Double], objective: Double)] = []
    for point in points {
      let instance = Instance(of: family, at: point)
      record(family, index, instance, into: &report)
      let objective = family.objective(at: instance)
      if objective < .infinity { ranked.append((point, objective)) }
    }
    ranked.sort { $0.objective < $1.objective }
    guard dimension > 0 else { return }
    for start in ranked.prefix(effort.descents) {
      let minimum = try NelderMead.minimum(
        from: start.coordinates, step: start.coordinates.map { $0 < 0.9 ? 0.05 : -0.05 },
        maximumIterations: 60 * dimension, simplexSize: 1e-6
      ) { coordinates in
        guard coordinates.allSatisfy({ (0...1).contains($0) }) else { return .infinity }
        return family.objective(at: Instance(of: family, at: coordinates))
      }
      record(family, index, Instance(of: family, at: minimum.point), into: &report)
    }
  }

  /// Up to `most` corners of the unit cube, in binary order.
  private func corners(dimension: Int, most: Int) -> [[Double]] {
    guard dimension > 0, dimension < 20 else { return [] }
    return (0..<min(1 << dimension, most)).map { pattern in
      (0..<dimension).map { pattern >> $0 & 1 == 1 ? 1 : 0 }
    }
  }

  private func record(
    _ family: any Statement, _ index: Int, _ instance: Instance, into report: inout SearchReport
  ) {
    report.evaluated += 1
    switch family.finding(at: instance) {
    case .outside: report.outside += 1
    case .unclear: report.unclear += 1
    case .undefined: report.undefined += 1
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
