import ClaimKit
import Claims
import GANTheory

/// Figure 11: values of the optimal discriminator on the toy example of appendix G.1.
package enum OptimalDiscriminatorFigure {
  /// τ/σ of the generated modes, for which d comes nearest to a straight line.
  private static let spread = 1.19
  private static let spreads = [1, 1.19, 1.5, 2, 4]

  package static var figure: CaptionedFigure {
    let optimal = ToyExample.pair(spread: spread)
    let centre = optimal.discriminator(at: ToyExample.modes[0]) ?? 0
    let distance = (0...400).map { profile(optimal, at: Double($0) / 100) }
      .enumerated().reduce(0.0) { max($0, abs($1.element - model(at: Double($1.offset) / 100))) }
    return CaptionedFigure(
      title: "Figure 11: values of the optimal discriminator on the toy example",
      panels: [
        map("Optimal d, τ = \(spread)σ") { optimal.discriminator(at: $0) ?? 0 },
        map("d of Assumption 4.1", ToyExample.linearValue), profiles(),
      ],
      columns: 3, panel: PanelSize(height: 380),
      text: """
        Left: the optimal d = p_data/(p_data + p_g) where p_g has the modes of p_data with deviation τ. Middle: the d that \
        Assumption 4.1 takes in its place. Right: both over the distance from a mode, away from the others. The paper does not say what \
        p_g its discriminator was trained against. It sees 0.5 at the modes and a straight fall to 0 at 4σ. An optimal d does not \
        do so: at the modes it is τ²/(σ² + τ²), here \(NumberText.sixDigits(centre)), and it is flat there; within 4σ it differs by up to \
        \(NumberText.sixDigits(distance)) from the line, and by no less for other τ. Claim figure-11 is \
        \(PaperClaim.optimalValues.claim.recorded.rawValue), appendix-G.1-linear is \
        \(PaperClaim.toyDiscriminatorShape.claim.recorded.rawValue): the mean of 1/d over real data is 2 for every p_g, so that an optimal d \
        that is below 0.5 somewhere is above it elsewhere.
        """,
      parameters: [
        ("modes", "(±1, ±1)"), ("σ²", "0.0125"),
        ("τ/σ", spreads.map { NumberText.sixDigits($0) }.joined(separator: "; ")),
      ],
      alternative: """
        Two maps of the plane with four bright discs each, and curves of d that start above one half with no slope, beside a straight \
        line from one half to 0.
        """)
  }

  private static func map(
    _ title: String, _ value: ([Double]) -> Double
  ) -> VectorFieldPlot {
    let range = -1.8...1.8
    return VectorFieldPlot(
      title: title, xRange: range, yRange: range,
      background: HeatMap(
        label: "d", columns: 120, rows: 120, xRange: range, yRange: range, range: 0...0.6
      ) { value([$0, $1]) }, arrows: [], markers: ToyExample.markers)
  }

  private static func profiles() -> LinePlot {
    let radii = (0...250).map { Double($0) / 50 }
    return LinePlot(
      title: "d away from a mode", xLabel: "distance from the mode, in units of σ", yLabel: "d",
      series: spreads.map { spread in
        let pair = ToyExample.pair(spread: spread)
        return Series(
          "τ = \(NumberText.sixDigits(spread))σ", points: radii.map { ($0, profile(pair, at: $0)) })
      } + [
        Series(
          "Assumption 4.1", points: radii.map { ($0, model(at: $0)) }, style: .dashed,
          colour: .black)
      ], yRange: 0...1)
  }

  /// d at a distance from the mode (1, 1), in units of σ, along the diagonal that leads away from the others.
  private static func profile(_ pair: AnyDensityPair<Double>, at distance: Double) -> Double {
    let place = 1 + distance * ToyExample.standardDeviation / 2.0.squareRoot()
    return pair.discriminator(at: [place, place]) ?? 0
  }

  private static func model(at distance: Double) -> Double { max(0, 0.5 - distance / 8) }
}
