import ClaimKit
import Claims
import GANTheory

/// The four vector fields of Figure 2, from the definitions of the densities.
package enum FieldFigure {
  /// The four cases in one picture: d as colour, ∇d/d as arrows, the modes marked.
  package static var figure: CaptionedFigure {
    CaptionedFigure(
      title: "Figure 2: velocity of particles under the optimal discriminator",
      panels: TableTwoCase.allCases.map(panel), columns: 2,
      panel: PanelSize(height: 400),
      text: """
        Velocity ∇d/d as arrows and d as colour under the optimal discriminator, in the four configurations of Table 2, \
        from the definitions of the densities. Particles at the origin are drawn outwards, those over the box to the nearest mode, \
        those around one mode spread to the others. The paper has a second picture of each case, around the bottom left mode, and names no \
        scale: here the whole plane is drawn, and the longest arrow of a panel is as long as arrows are apart. Its sentences about the cases are judged in the ledger: \
        \(judged([.caseOneDirection, .caseOneLength, .caseTwoStrength, .caseThreeIntensity, .caseThreeRedistribution, .caseFourIntensity])).
        """,
      parameters: [
        ("modes", "(±1, ±1), case 4 (±3, ±3)"), ("σ²", "0.1"),
        (
          "p_g",
          "N(0, 0.2·I), uniform on [−2, 2]², N((1, 1), I), N((3, 3), 3·I)"
        ),
      ],
      alternative: "Four vector fields over the plane with four marked modes each.")
  }

  private static func judged(_ claims: [PaperClaim]) -> String {
    claims.map { "\($0.rawValue) is \($0.claim.recorded.rawValue)" }.joined(separator: ", ")
  }

  private static func panel(_ configuration: TableTwoCase) -> VectorFieldPlot {
    let reach = configuration == .separated ? 5.0 : 2.0
    let range = -reach...reach
    let pair = AnyDensityPair<Double>(configuration)
    let count = 13
    let axis = (0..<count).map { -reach + 2 * reach * (Double($0) + 0.5) / Double(count) }
    let points = axis.flatMap { x in axis.flatMap { [x, $0] } }
    let field = VelocityField(configuration).velocities(at: points)
    let modes: [[Double]] = configuration.modes()
    return VectorFieldPlot(
      title: title(configuration), xRange: range, yRange: range,
      background: HeatMap(
        label: "d", columns: 44, rows: 44, xRange: range, yRange: range, range: 0...1
      ) { x, y in pair.discriminator(at: [x, y]) ?? 0 },
      arrows: stride(from: 0, to: points.count, by: 2).map {
        (x: points[$0], y: points[$0 + 1], u: field[$0], v: field[$0 + 1])
      },
      arrowStyle: .proportional(label: "‖∇d/d‖"), markers: modes.map { (x: $0[0], y: $0[1]) })
  }

  private static func title(_ configuration: TableTwoCase) -> String {
    switch configuration {
    case .concentrated: "Case 1: particles at the origin"
    case .covering: "Case 2: particles over the box"
    case .singleMode: "Case 3: particles around one mode"
    case .separated: "Case 4: modes far apart"
    }
  }
}
