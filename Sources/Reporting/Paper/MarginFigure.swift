import ClaimKit
package import Claims
import GANTheory
import Scalars

/// The margins of refuted claims over two of their variables, with the witness marked.
package enum MarginFigure {
  /// A claim with the two variables that its picture has on its axes.
  private struct View {
    let claim: PaperClaim
    let title: String
    let names: (x: String, y: String)
    let x: MapPlot.Scale
    let y: MapPlot.Scale
  }

  private static let views = [
    View(
      claim: .modeMixture, title: "Theorem 3.4", names: ("gap/σ 1", "k/σ"),
      x: MapPlot.Scale("gap between the modes, in units of σ", 5...20),
      y: MapPlot.Scale("greatest slope k, in units of σ", 0.5...50, isLogarithmic: true)),
    View(
      claim: .steepnessDrop, title: "Theorem 4.2", names: ("r/σ", "s/(4σ − r)²"),
      x: MapPlot.Scale("distance r from the mode, in units of σ", 0.05...2.4),
      y: MapPlot.Scale("step s, in units of (4σ − r)²", 0.01...1.2)),
  ]

  /// The margin of a claim around a witness; nil where the claim has no view here, or the witness lacks a variable on an axis.
  ///
  /// - Throws: `InputError` where the witness is none of the family's.
  package static func panel(
    of claim: PaperClaim, family: Int, witness: [String: Double]
  ) throws -> MapPlot? {
    guard let view = views.first(where: { $0.claim == claim }), let x = witness[view.names.x],
      let y = witness[view.names.y]
    else { return nil }
    let map = try StatementMap(
      claim.claim.families[family], held: witness, x: view.names.x, y: view.names.y)
    return MapPlot(
      title: view.title, x: view.x, y: view.y, colours: .signed(label: "margin"),
      markers: [(x, y)], markerName: "certified witness", value: map.margin)
  }

  /// - Throws: `NumericError` where the judge's methods fail.
  package static func figure(seed: UInt64) throws -> CaptionedFigure {
    let judge = Judge(effort: .quick, seed: seed, proofs: [])
    var panels: [MapPlot] = []
    var words: [String] = []
    for view in views {
      let judged = try judge.judgement(of: view.claim.claim)
      guard let witness = judged.witness, let family = judged.family else { continue }
      let statement = view.claim.claim.families[family]
      var values: [String: Double] = [:]
      for variable in statement.variables {
        values[variable.name] = witness[variable.name].flatMap { Rational($0)?.approximation }
      }
      guard let panel = try panel(of: view.claim, family: family, witness: values) else { continue }
      panels.append(panel)
      let held = statement.variables.map(\.name).filter { $0 != view.names.x && $0 != view.names.y }
      words.append(
        "\(judged.id) is \(judged.verdict.rawValue), with "
          + held.compactMap { name in witness[name].map { "\(name) = \($0)" } }
          .joined(separator: ", ")
          + " held, as at its witness, where the left side is \(witness["left side"] ?? "–") and the right side "
          + "\(witness["right side"] ?? "–")")
    }
    guard !panels.isEmpty else {
      throw ReportingError.nothingToDraw(
        plot: "margins", reason: "the judge refutes none of the claims")
    }
    return CaptionedFigure(
      title: "Margins of refuted claims",
      panels: panels, columns: 2, panel: PanelSize(height: 380),
      text: """
        The claimed inequality left ≥ right over two of its variables, as its margin (left − right)/(|left| + |right|): blue where it holds, vermillion where it fails, grey where a \
        hypothesis does. Colours are double arithmetic; the witness is decided in balls. \(words.joined(separator: ". ")).
        """,
      parameters: [("effort", Effort.quick.rawValue), ("seed", "\(seed)")],
      alternative:
        "Two maps over two variables each, with a large vermillion part that holds a marked witness."
    )
  }
}
