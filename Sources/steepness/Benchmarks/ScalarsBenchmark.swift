import Dispatch
import Foundation
import GANSimulator
import GANTheory
import RealModule
import Reporting
import Scalars

/// What writing each formula once costs, and how fast its twins for many points are.
struct ScalarsBenchmark {
  let repetitions: Int

  /// One comparison: what is examined beside its peer or limit, and nanoseconds a unit of work.
  private struct Comparison {
    let subject: String
    let reference: String
    let unit: String
    let count: Int
    let timing: PairedTiming
  }

  var table: Table {
    let comparisons = specialisation + fields + mixtures + [sums, enclosures]
    return Table(
      title: "Formulas written once: double precision, many points, enclosures",
      columns: [
        Column("what", alignment: .leading), Column("each", alignment: .leading),
        Column("time", unit: "ns"), Column("beside", alignment: .leading),
        Column("its time", unit: "ns"), Column("ratio"), Column("least"), Column("greatest"),
      ],
      rows: comparisons.map { comparison in
        let scale = 1e9 / Double(comparison.count)
        let timing = comparison.timing
        return [
          .text(comparison.subject), .text(comparison.unit), .number(timing.examined * scale),
          .text(comparison.reference), .number(timing.reference * scale), .number(timing.ratio),
          .number(timing.leastRatio), .number(timing.greatestRatio),
        ]
      },
      note: "Medians of \(repetitions) repetitions, by turns, after one that is not counted.",
      metadata: [
        ("cores", "\(ProcessInfo.processInfo.activeProcessorCount)"),
        ("instructions", VelocityField.instructions), ("matrix products", MatrixBackend.summary),
      ])
  }

  /// Generic formulas in `Double` beside the same formulas written for `Double`.
  private var specialisation: [Comparison] {
    let count = 20_000
    let arguments = (0..<count).map { 0.5 + Double($0) / Double(count) }
    func comparison(
      _ subject: String, _ generic: (Double) -> Double, _ handWritten: (Double) -> Double
    ) -> Comparison {
      func sum(_ formula: (Double) -> Double) { keep(arguments.reduce(0) { $0 + formula($1) }) }
      return Comparison(
        subject: subject, reference: "written for Double alone", unit: "value", count: count,
        timing: PairedTiming(
          repetitions: repetitions, examined: { sum(generic) }, reference: { sum(handWritten) }))
    }
    // Parameters that the compiler cannot see, so that neither side is computed in advance.
    let (offset, deviation, step) = (opaque(2.0), opaque(0.5), opaque(0.01))
    let ode = SteepnessODE(modeOffset: offset, standardDeviation: deviation)
    let ownODE = HandWrittenFormulas.ODE(modeOffset: offset, deviation: deviation)
    let recurrence = SingleModeRecurrence(
      dimension: opaque(2), optimalSteepness: offset, stepSize: step)
    let ownRecurrence = HandWrittenFormulas.Recurrence(
      dimension: opaque(2), optimal: offset, stepSize: step)
    let modes = [[1.0, 1], [1, -1], [-1, 1], [-1, -1]]
    let mixture = GaussianMixture(modes: modes, standardDeviation: deviation)
    let ownMixture = HandWrittenFormulas.Mixture(
      components: modes.map { .init(weight: 0.25, mean: $0, deviation: deviation) })
    return [
      comparison(
        "steepness ODE, d(log k)/dt",
        { ode.logarithmicRate(logSteepness: $0, relativeThirdDerivative: 0.1) },
        { ownODE.logarithmicRate(logSteepness: $0, relativeThirdDerivative: 0.1) }),
      comparison(
        "steepness ODE, t of k", { ode.time(from: 0.1, to: $0) },
        { ownODE.time(from: 0.1, to: $0) }),
      comparison(
        "recurrence of Theorem C.5",
        {
          let ratio = recurrence.ratio(steepness: $0, squaredLength: 2)
          return recurrence.next(steepness: $0, factor: 1 / (1 + ratio))
        },
        {
          let ratio = ownRecurrence.ratio(steepness: $0, squaredLength: 2)
          return ownRecurrence.next(steepness: $0, factor: 1 / (1 + ratio))
        }),
      comparison(
        "log density of four modes in the plane",
        { mixture.logDensity(at: [$0, 0.3]) ?? 0 }, { ownMixture.logDensity(at: [$0, 0.3]) ?? 0 }),
    ]
  }

  /// Case 1 of Table 2 at a million points.
  private var fields: [Comparison] {
    let (onGrid, scattered) = FieldBenchmark(repetitions: repetitions).timings(.concentrated)
    return [("field of case 1, grid, all cores", onGrid), ("the same, scattered", scattered)].map {
      Comparison(
        subject: $0, reference: "writing the result", unit: "point", count: 1_000_000, timing: $1)
    }
  }

  /// The field of 100 modes on one core.
  private var mixtures: [Comparison] {
    [(dimension: 2, count: 20_000), (dimension: 64, count: 2000)].map { dimension, count in
      func number(_ index: Int) -> Double { Double((index * 7919) % 1009) / 1009 * 6 - 3 }
      let modes = (0..<100).map { mode in
        (0..<dimension).map { number(mode * dimension + $0) }
      }
      let field = VelocityField(
        data: GaussianMixture(modes: modes, standardDeviation: 0.7),
        generated: GaussianMixture(
          modes: [Array(repeating: 0, count: dimension)], standardDeviation: 1))
      let points = (0..<count * dimension).map { number($0 &+ 31) }
      let result = UnsafeMutableBufferPointer<Double>.allocate(capacity: points.count)
      defer { result.deallocate() }
      // A distance and a pull: two multiply-adds a mode and axis.
      let (left, right) = (points, modes.flatMap { $0 })
      var product = [Double](repeating: 0, count: count * modes.count)
      return Comparison(
        subject: "field of 100 modes in \(dimension)-D, one core",
        reference: "matrix products of its multiply-adds", unit: "point", count: count,
        timing: PairedTiming(
          repetitions: repetitions,
          examined: {
            points.withUnsafeBufferPointer { field.fill(result, at: $0, isParallel: false) }
          },
          reference: {
            for _ in 0..<2 {
              Double.writeProduct(
                left, isTransposedA: false, right, isTransposedB: true, into: &product,
                rows: count, columns: modes.count, depth: dimension)
            }
          }))
    }
  }

  /// Theorem 3.4's sum for ten modes in many sets, all cores.
  private var sums: Comparison {
    let (count, modeCount) = (20_000, 10)
    let modes = (0..<count).flatMap { set -> [Double] in
      let gap = 7 + Double(set % 13) / 13
      return (0..<modeCount).map { Double($0) * gap }
    }
    let slopes = (0..<count).map { 1 + Double($0 % 101) }
    let deviations = [Double](repeating: 1, count: count)
    let sums = ModeMixtureSums(modeCount: modeCount)
    let tails = 2 * (modeCount - 1)
    return Comparison(
      subject: "Theorem 3.4's sum for 10 modes, all cores",
      reference: "its \(tails) normal tails alone", unit: "set", count: count,
      timing: PairedTiming(
        repetitions: repetitions,
        examined: {
          keep(
            sums.values(
              modes: modes, standardDeviations: deviations, slopes: slopes, clearance: 6))
        },
        reference: {
          forEachCore { part, parts in
            var sum = 0.0
            for set in part * count / parts..<(part + 1) * count / parts {
              for tail in 0..<tails {
                sum += Double.normalUpperTail(slopes[set] * Double(tail) / 400)
              }
            }
            keep(sum)
          }
        }))
  }

  /// The same sum enclosed to 50 digits, one core.
  private var enclosures: Comparison {
    let modeCount = 10
    let digits = 50
    func bound() -> ModeMixtureBound<Ball> {
      ModeMixtureBound(
        target: GaussianMixture(
          modes: (0..<modeCount).map { [Ball(Rational(7 * $0 + $0 * $0 / 9))] },
          standardDeviation: Ball(1)),
        standardDeviation: Ball(1), maximalSteepness: Ball(10))
    }
    return Comparison(
      subject: "Theorem 3.4's sum for 10 modes to \(digits) digits, one core",
      reference: "\(modeCount + 1) normal tails a gap alone", unit: "set", count: 1,
      timing: PairedTiming(
        repetitions: repetitions,
        examined: {
          Ball.$precision.withValue(192) {
            keep(bound().probability(.derived).rounded(toDigits: digits))
          }
        },
        reference: {
          Ball.$precision.withValue(192) {
            for gap in 1..<modeCount {
              for tail in 0...modeCount {
                keep(Ball.normalUpperTail(Ball(Rational(7 * tail + 1, 2 * gap))))
              }
            }
          }
        }))
  }
}

/// Runs `body` once for every core, with its number and how many there are.
func forEachCore(_ body: @Sendable (Int, Int) -> Void) {
  let cores = ProcessInfo.processInfo.activeProcessorCount
  DispatchQueue.concurrentPerform(iterations: cores) { body($0, cores) }
}
