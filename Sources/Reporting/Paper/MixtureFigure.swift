package import GANTheory
import RealModule
package import Scalars

/// Theorem 3.4 for 0.5·N(−8, 1) + 0.5·N(8, 1), the mixture of Figure 3.
package enum MixtureFigure {
  /// The mixture of Figure 3.
  package static var parameters: MixtureParameters {
    get throws { try MixtureParameters(modes: [[-8], [8]], standardDeviation: 1) }
  }

  /// Slopes of the table: 1 to 100.
  package static let slopes: [Rational] = [1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100]

  /// The printed and the corrected bound over the slope; the affine map attains the corrected one.
  package static func bounds() throws -> LinePlot {
    let target = GaussianMixture<Double>(try parameters)
    func curve(_ clearance: ModeMixtureBound<Double>.Clearance) -> [(Double, Double)] {
      (0...100).map { step in
        let slope = Double.pow(100, Double(step) / 100)
        let bound = ModeMixtureBound(
          target: target, standardDeviation: 1, maximalSteepness: slope)
        return (slope, bound.probability(clearance))
      }
    }
    return LinePlot(
      title: "Theorem 3.4 for modes at −8 and 8, σ = 1",
      xLabel: "greatest slope k of the generator",
      yLabel: "mass between the modes",
      series: [
        Series("bound as printed, (gap − 3σ)/2k", points: curve(.printed), style: .dashed),
        Series("corrected bound, (gap − 6σ)/2k = mass of the affine map", points: curve(.derived)),
      ], logX: true, yRange: 0...1.05)
  }

  /// Generators of three slopes, and their densities with the region between the modes shaded.
  package static func figure() -> CaptionedFigure {
    let slopes = [2.0, 5, 10]
    let masses = slopes.map { 1 - 2 * Double.normalUpperTail(5 / $0) }
    return CaptionedFigure(
      title:
        "Figure 3: generators of different steepness and the mass that they leave between modes",
      panels: [
        LinePlot(
          title: "Affine generators g(z) = kz", xLabel: "latent z", yLabel: "g(z)",
          series: slopes.map { slope in
            Series("k = \(Int(slope))", points: [(-3, -3 * slope), (3, 3 * slope)])
          },
          horizontalLines: [
            ReferenceLine(at: -5, label: "−5"), ReferenceLine(at: 5, label: "5"),
          ]),
        densities(slopes),
      ], columns: 2,
      text: """
        Left: generators of slope k at z = 0. Right: the densities of g(Z), with the region between the modes shaded. The steeper \
        the generator, the less mass lies there: \(masses.map { NumberText.sixDigits($0) }.joined(separator: ", ")) for \
        k = 2, 5, 10. The paper does not say which generators it draws: the affine map of slope k attains the corrected bound of \
        Theorem 3.4.
        """,
      parameters: [("p_data", "0.5·N(−8, 1) + 0.5·N(8, 1)"), ("k", "2, 5, 10")],
      alternative:
        "Left: three lines of growing slope. Right: three bell curves of growing width over the shaded interval from −5 to 5."
    )
  }

  private static func densities(_ slopes: [Double]) -> ShadedDensityPlot {
    ShadedDensityPlot(
      title: "Density of g(Z)", xLabel: "x",
      series: slopes.map { slope in
        Series(
          "k = \(Int(slope))",
          points: (0...300).map { step in
            let x = -15 + 30 * Double(step) / 300
            return (x, Double.normalDensity(x / slope) / slope)
          })
      }, intervals: [ShadedInterval("between the modes: [−5, 5]", from: -5, to: 5)],
      verticalLines: [ReferenceLine(at: -8, label: "mode"), ReferenceLine(at: 8, label: "mode")])
  }
}
