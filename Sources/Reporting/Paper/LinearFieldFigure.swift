import ClaimKit
import Claims
import GANTheory
import RealModule

/// Figure 13: the field ∇d/d of Assumption 4.1 on the toy example of appendix G.1.
package enum LinearFieldFigure {
  package static var figure: CaptionedFigure {
    let everywhere = ToyExample.modes.flatMap {
      arrows(around: $0, shares: [0.3, 0.55, 0.8], directions: 8)
    }
    let corner = [-1.0, -1]
    let near = arrows(around: corner, shares: [0.2, 0.4, 0.6, 0.8, 0.9], directions: 12)
    let model = LinearDiscriminator(
      mode: corner, standardDeviation: ToyExample.standardDeviation)
    let beyond = near.count {
      VectorFieldPlot.length($0) / 10 > model.distance(to: [$0.x, $0.y])
    }
    let reach = 4 * ToyExample.standardDeviation
    return CaptionedFigure(
      title: "Figure 13: the field of Assumption 4.1 on the toy example",
      panels: [
        VectorFieldPlot(
          title: "∇d/d, lengths as they are", xRange: -10...10, yRange: -10...10,
          arrows: everywhere,
          arrowStyle: .proportional(scale: 1, label: "‖∇d/d‖"), markers: ToyExample.markers),
        VectorFieldPlot(
          title: "around (−1, −1), lengths a tenth", xRange: -1.8 ... -0.2, yRange: -1.8 ... -0.2,
          background: HeatMap(
            label: "d", columns: 80, rows: 80, xRange: -1.8 ... -0.2, yRange: -1.8 ... -0.2,
            range: 0...0.5
          ) { ToyExample.linearValue(at: [$0, $1]) },
          arrows: near, arrowStyle: .proportional(scale: 0.1, label: "‖∇d/d‖"),
          markers: [(x: corner[0], y: corner[1])]),
      ], columns: 2, panel: PanelSize(height: 400),
      text: """
        Left: ∇d/d of d = 1/2 − r/8σ in the balls of radius 4σ, its lengths in the unit of the axes: every vector passes through the \
        centre of its mode and ends outside the ball. Right: around one mode, lengths a tenth: \(beyond) of \(near.count) vectors still pass \
        through the centre, where the paper sees some. Claim figure-13 is \
        \(PaperClaim.vectorsThroughCentres.claim.recorded.rawValue). The caption of the paper calls the vectors outward; \
        all point to their mode and only end beyond it. That a particle gets there takes one step of size 1, or a tenth: along the flow it \
        comes to rest at its mode, and claim prose-4.1-escape is \(PaperClaim.escapeFromMode.claim.recorded.rawValue).
        """,
      parameters: [
        ("modes", "(±1, ±1)"), ("σ²", "0.0125"), ("4σ", NumberText.sixDigits(reach)),
        ("r/4σ", "0.3, 0.55, 0.8 on the left; 0.2, 0.4, 0.6, 0.8, 0.9 on the right"),
      ],
      alternative: """
        Left: bundles of long arrows that start around four modes and cross them. Right: arrows from a ring around one mode that cross its \
        centre.
        """)
  }

  /// The field on circles around a mode, at shares of the radius 4σ.
  private static func arrows(
    around mode: [Double], shares: [Double], directions: Int
  ) -> [VectorFieldPlot.Arrow] {
    let model = LinearDiscriminator(
      mode: mode, standardDeviation: ToyExample.standardDeviation)
    return shares.flatMap { share in
      (0..<directions).map { index in
        let angle = 2 * Double.pi * (Double(index) + 0.5) / Double(directions)
        let r = share * 4 * ToyExample.standardDeviation
        let point = [mode[0] + r * Double.cos(angle), mode[1] + r * Double.sin(angle)]
        let velocity = model.velocity(at: point)
        return (x: point[0], y: point[1], u: velocity[0], v: velocity[1])
      }
    }
  }
}
