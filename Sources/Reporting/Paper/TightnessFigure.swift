import GANTheory
import RealModule
import Scalars

/// What share of the exact value each bound is, over the parameters that it depends on.
package enum TightnessFigure {
  package static func figure() throws -> CaptionedFigure {
    try Ball.$precision.withValue(128) {
      CaptionedFigure(
        title: "Tightness of the bounds",
        panels: [try line(), try mixture(), drop(), singleMode()], columns: 2,
        text: """
          The bound over the exact value. Theorem 3.1 is a lower bound on a greatest slope: a share of 1 is the best possible, and the printed \
          one falls without limit where gaps differ, since it takes the least. Theorem 3.4 is a lower bound on a mass: above 1 it is false, \
          which the printed one is everywhere, if by little where k is small and the gap wide; the corrected one is the exact value. Theorem 4.2 is an upper bound on a factor: below 1 it \
          is false. Theorem C.5 states an equation: it is right only at 1. Theorem 3.2 has no exact value to be compared with, the greatest slope \
          being infinite for every map that it admits. Exact values are those of 'steepness table', in ball arithmetic.
          """,
        parameters: [
          ("3.1", "N = 3, σ = 1, gap 6 and the gap on the axis"),
          ("3.4", "two modes, gaps of 8, 16 and 40, σ = 1"),
          ("4.2", "σ = 1, s = 0.1, 1, 3"), ("C.5", "k_* = 1, ‖x₀‖ = 1, s = 1, n = 1, 2, 3, 8"),
        ],
        alternative: "Four plots of shares over a parameter with a line at 1.")
    }
  }

  private static let certain = [ReferenceLine(at: 1, label: "exact")]

  private static func share(_ bound: Ball?, of exact: Ball?) -> Double {
    guard let bound, let exact else { return .nan }
    return bound.approximation / exact.approximation
  }

  private static func line() throws -> LinePlot {
    let shares = try (24...64).map { quarter -> (gap: Double, printed: Double, sharpened: Double) in
      let gap = Rational(quarter, 4)
      let parameters = try MixtureParameters(
        modes: [[0], [6], [Rational(quarter + 24, 4)]], standardDeviation: 1)
      let found = SweptTheorem.line.comparison(at: [:], mixture: parameters)
      func share(_ logarithm: Ball?) -> Double {
        guard let logarithm, let exact = found.exact else { return .nan }
        return Ball.exp(logarithm - exact).approximation
      }
      return (gap.approximation, share(found.printed), share(found.sharpened))
    }
    return LinePlot(
      title: "Theorem 3.1, gaps of 6σ and more", xLabel: "greater gap, in units of σ",
      yLabel: "bound / greatest slope",
      series: [
        Series("printed", points: shares.map { ($0.gap, $0.printed) }),
        Series("sharpened", points: shares.map { ($0.gap, $0.sharpened) }, style: .dashed),
      ], logY: true, horizontalLines: certain)
  }

  private static func mixture() throws -> LinePlot {
    let slopes = (0...40).map {
      Rational(nearest: 0.5 * Double.pow(200, Double($0) / 40), relativeError: 1e-4) ?? 1
    }
    let curves = try [8, 16, 40].map { gap -> Series in
      let parameters = try MixtureParameters(
        modes: [[0], [Rational(gap)]], standardDeviation: 1)
      return Series(
        "printed, gap \(gap)σ",
        points: slopes.map { slope in
          let found = SweptTheorem.modeMixture.comparison(at: [.slope: slope], mixture: parameters)
          return (slope.approximation, share(found.printed, of: found.exact))
        })
    }
    return LinePlot(
      title: "Theorem 3.4", xLabel: "greatest slope k of the generator, in units of σ",
      yLabel: "bound / least mass", series: curves, logX: true, horizontalLines: certain)
  }

  private static func drop() -> LinePlot {
    let distances = (1...80).map { Rational($0, 40) }
    return LinePlot(
      title: "Theorem 4.2", xLabel: "distance r from the mode, in units of σ",
      yLabel: "bound / exact factor",
      series: [Rational(1, 10), 1, 3].map { step in
        Series(
          "s = \(NumberText.sixDigits(step.approximation))σ²",
          points: distances.map { distance in
            let found = SweptTheorem.drop.comparison(
              at: [.sigma: 1, .distance: distance, .step: step], mixture: nil)
            return (distance.approximation, share(found.printed, of: found.exact))
          })
      }, horizontalLines: certain)
  }

  private static func singleMode() -> LinePlot {
    let steepness = (2...38).map { Rational($0, 40) }
    return LinePlot(
      title: "Theorem C.5", xLabel: "k/k_{*}", yLabel: "printed growth / exact growth",
      series: [1, 2, 3, 8].map { dimension in
        Series(
          "n = \(dimension)",
          points: steepness.map { k in
            let found = SweptTheorem.singleMode.comparison(
              at: [
                .sigma: 1, .steepness: k, .distance: 1, .step: 1, .dimension: Rational(dimension),
              ], mixture: nil)
            return (k.approximation, share(found.printed, of: found.exact))
          })
      }, logY: true, horizontalLines: certain)
  }
}
