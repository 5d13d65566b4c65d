import GANTheory
import RealModule

/// Figure 22: the monotone map to a mixture on the line, one of its parameters varied at a time.
package enum GeneratorMapFigure {
  package static func figure() throws -> CaptionedFigure {
    let offsets = [2.0, 4, 6].map { Variation("modes at ±\(Int($0))", modes: [-$0, $0]) }
    let variances = [0.25, 1, 4].map {
      Variation("σ² = \(NumberText.sixDigits($0))", modes: [-4, 4], variance: $0)
    }
    let weights = [0.5, 0.7, 0.9].map {
      Variation(
        "weights \($0), \(NumberText.sixDigits(1 - $0))", modes: [-4, 4], weights: [$0, 1 - $0])
    }
    let counts = (1...4).map { count in
      Variation("n = \(count)", modes: (0..<count).map { 6 * (Double($0) - Double(count - 1) / 2) })
    }
    let steepest = try offsets.map { try $0.map.steepest().logSteepness / Double.log(10) }
    let outer = try variances.map { try $0.slope(at: 6) }
    func list(_ numbers: [Double]) -> String {
      numbers.map { NumberText.sixDigits($0) }.joined(separator: ", ")
    }
    return CaptionedFigure(
      title: "Figure 22: generators that carry N(0, 1) to a Gaussian mixture",
      panels: [
        panel("Means", offsets), panel("Variance", variances), panel("Weights", weights),
        panel("Number of modes", counts),
      ], columns: 2,
      text: """
        The increasing g with g(Z) ~ p_data, drawn as the inverse of Φ⁻¹∘Ψ. It says what Table 3 says. Modes farther apart make g steeper \
        between them: log₁₀ of the greatest slope is \(list(steepest)). The slope far out grows with the variance, and tends to σ: it is \
        \(list(outer)) at z = 6 for σ = 0.5, 1, 2. Weights move the jump, and every further mode adds a flat stretch.
        """,
      parameters: [
        ("means", "±2, ±4, ±6"), ("σ²", "0.25, 1, 4 for modes at ±4, else 1"),
        ("weights", "0.5, 0.7, 0.9 of the left of two modes at ±4, else equal"),
        ("n", "1 to 4 modes, 6 apart"),
      ],
      alternative:
        "Four groups of increasing curves with flat stretches at modes and jumps between them.")
  }

  /// A mixture and its name.
  private struct Variation {
    let name: String
    let map: MeasurePreservingMap<Double>
    let range: ClosedRange<Double>

    init(_ name: String, modes: [Double], variance: Double = 1, weights: [Double]? = nil) {
      self.name = name
      let deviation = variance.squareRoot()
      map = MeasurePreservingMap(
        to: GaussianMixture(
          components: modes.enumerated().map { index, mode in
            GaussianMixture<Double>.Component(
              weight: weights?[index] ?? 1 / Double(modes.count), mean: [mode],
              standardDeviation: deviation)
          }))
      range = (modes[0] - 5 * deviation)...(modes[modes.count - 1] + 5 * deviation)
    }

    /// Points (z, g(z)).
    var points: [(Double, Double)] {
      let width = range.upperBound - range.lowerBound
      let outputs = (0...600).map { range.lowerBound + width * Double($0) / 600 }
      return zip(map.latents(at: outputs), outputs).map { ($0, $1) }
    }

    /// g′ at a latent.
    func slope(at latent: Double) throws -> Double {
      Double.exp(map.logSteepness(atOutput: try map.value(at: latent)))
    }
  }

  private static func panel(_ title: String, _ variations: [Variation]) -> LinePlot {
    LinePlot(
      title: title, xLabel: "latent z", yLabel: "g(z)",
      series: variations.map { Series($0.name, points: $0.points) }, xRange: -3.5...3.5)
  }
}
