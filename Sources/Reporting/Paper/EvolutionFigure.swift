import GANTheory
import NumericKernel
package import ParticleFlow
import RealModule

/// The steepness ODE of Theorem 3.3 under the closure g‴(0) = 0, for the mixture that is trained.
package struct EvolutionFigure {
  package let run: SteepnessTrajectory
  private let duration: Double

  /// 0.5·N(−2, 0.25) + 0.5·N(2, 0.25), from slope 1.
  package init() throws {
    duration = 0.3
    run = try SteepnessTrajectory(
      modeOffset: 2, standardDeviation: 0.5, initialSteepness: 1, duration: duration)
  }

  /// log₁₀ of the slope over time, with the optimum and exponential growth at the early rate.
  package func plot() throws -> LinePlot {
    let toDecimal = 1 / Double.log(10)
    let optimum = run.logOptimalSteepness * toDecimal
    let times = (0...200).map { duration * Double($0) / 200 }
    // The rate that Theorem 3.3's discussion names, (μ² − σ²)/σ⁴.
    let rate = SteepnessODE(modeOffset: 2.0, standardDeviation: 0.5).growthRate
    return LinePlot(
      title: "Steepness at 0 under the closure g‴(0) = 0, modes at ±2, σ = 0.5", xLabel: "time t",
      yLabel: "log_{10} of the slope g′(0)",
      series: [
        Series(
          "steepness ODE", points: try times.map { ($0, try run.logSteepness(at: $0) * toDecimal) }),
        Series(
          "growth at the early rate (μ² − σ²)/σ⁴ = \(Int(rate))",
          points: times.filter { rate * $0 * toDecimal < 5 }.map { ($0, rate * $0 * toDecimal) },
          style: .dashed),
      ], horizontalLines: [ReferenceLine(at: optimum, label: "optimal map")])
  }

  /// When the slope reaches shares of the optimal one, by integration and by the closed form.
  package func table() throws -> Table {
    Table(
      title: "Times at which the slope reaches a share of the optimal one",
      columns: [Column("event", alignment: .leading), Column("t"), Column("closed form t")],
      rows: try run.trajectory.occurrences.map { occurrence in
        [
          .text(occurrence.name), .number(occurrence.time),
          try run.closedFormTime(for: occurrence.time).map { .number($0) } ?? .missing,
        ]
      },
      note:
        "k* = σ·exp(μ²/2σ²) is the slope of the optimal map at 0. The closure does not stop there.")
  }
}
