package import GANSimulator
import GANTheory
import NumericKernel
import RealModule
import Scalars

/// A trained NSGAN on the line beside the exact map of its mixture.
package struct TrainingFigure {
  let measurements: [MeasuredIteration]
  let comparison: LineComparison
  let generator: TrainedGenerator

  package init(
    measurements: [MeasuredIteration], generator: TrainedGenerator, configuration: RunConfiguration
  ) throws {
    self.measurements = measurements
    self.generator = generator
    comparison = try LineComparison(generator: generator, configuration: configuration)
  }

  /// Steepness over training, beside the exact optimum.
  package func steepness() throws -> LinePlot {
    let optimum = try comparison.map.steepest()
    func curve(_ value: (MeasuredIteration) -> Double) -> [(Double, Double)] {
      measurements.map { (Double($0.iteration), value($0)) }
    }
    return LinePlot(
      title: "Steepness of the generator during training", xLabel: "iteration",
      yLabel: "steepness",
      series: [
        Series("at z = 0", points: curve { $0.steepnessAtOrigin }),
        Series(
          "greatest over the probe batch", points: curve { $0.maximalSteepness }, style: .dashed),
        Series("mean over the probe batch", points: curve { $0.meanSteepness }, style: .dotted),
      ], logY: true,
      horizontalLines: [
        ReferenceLine(at: Double.exp(optimum.logSteepness), label: "exact optimum at 0")
      ])
  }

  /// What the steepness at 0 did in this run, in one sentence.
  package func steepnessInWords() throws -> String {
    let optimum = NumberText.sixDigits(Double.exp(try comparison.map.steepest().logSteepness))
    guard let first = measurements.first, let last = measurements.last else { return "" }
    return "At z = 0 the steepness went from \(NumberText.sixDigits(first.steepnessAtOrigin)) to "
      + "\(NumberText.sixDigits(last.steepnessAtOrigin)) in this run; the exact map has \(optimum)."
  }

  /// The trained generator and the exact map.
  package func map() throws -> LinePlot {
    let rows = try comparison.rows(at: (0...400).map { -3 + 6 * Double($0) / 400 })
    return LinePlot(
      title: "Trained generator and exact monotone map", xLabel: "latent z", yLabel: "g(z)",
      series: [
        Series("trained", points: rows.map { ($0.latent, $0.trained) }),
        Series("exact map Ψ^{−1}∘Φ", points: rows.map { ($0.latent, $0.exact) }, style: .dashed),
      ])
  }

  /// Generated samples beside the density of the data.
  package func density(seed: UInt64) throws -> HistogramPlot {
    let stream = RandomStream(seed: seed, name: "report/latents")
    let samples = generator.values(at: stream.normals(20_000))
    let mixture = comparison.map.target
    return HistogramPlot(
      title: "Generated samples and the density of the data", xLabel: "x",
      name: "20,000 generated samples", samples: samples, range: -4...4, boxes: 80,
      series: [
        Series(
          "density of the data",
          points: (0...400).map { step in
            let x = -4 + 8 * Double(step) / 400
            return (x, mixture.logDensity(at: [x]).map { Double.exp($0) } ?? 0)
          })
      ])
  }

  /// Mass between modes and ‖∇d/d‖ over training.
  package func mixture() -> LinePlot {
    LinePlot(
      title: "Share of samples farther than 3σ from every mode", xLabel: "iteration",
      yLabel: "share of samples",
      series: [
        Series(
          "trained generator",
          points: measurements.map { (Double($0.iteration), $0.modeMixtureFraction) })
      ],
      horizontalLines: [
        ReferenceLine(at: 2 * Double.normalUpperTail(3), label: "exact map: 2Q(3)")
      ],
      yRange: 0...1)
  }
}
