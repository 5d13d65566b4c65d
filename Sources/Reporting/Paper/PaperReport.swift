package import ClaimKit
import Claims
import Foundation
package import GANSimulator
import GANTheory
import Scalars

/// The report: the four jobs of the package on one self-contained page.
package struct PaperReport {
  package let ledger: Ledger
  package let run: RunFolder
  package let provenance: [String]

  package init(ledger: Ledger, run: RunFolder, provenance: [String]) {
    self.ledger = ledger
    self.run = run
    self.provenance = provenance
  }

  /// The page.
  ///
  /// - Throws: `ReportingError` where gnuplot is missing, `SimulationError` where the run cannot be
  ///   read, `NumericError` where a computation fails.
  package func page() throws -> HTMLPage {
    HTMLPage(
      title: "Gradient theory of GAN training: what holds, what is bounded, what is seen",
      subtitle: """
        Every number on this page was computed by one command; the last section says how to repeat it.
        """,
      sections: try [claims(), bounds(), dynamics(), training(), words()],
      provenance: provenance)
  }

  private func claims() -> HTMLPage.Section {
    HTMLPage.Section(
      id: "claims", title: "Is this theorem true as printed?",
      body: [
        .paragraph(
          """
          Each claim of the paper was searched for counterexamples and every candidate was decided in ball \
          arithmetic. A refuted claim has a witness that can be checked by hand, and the nearest true statement \
          below it. 'supported' says that a stated search found nothing; it does not say that a claim is true.
          """),
        .badgeTable(LedgerTable.summary(ledger), column: "verdict"),
      ] + ledger.claims.map(details))
  }

  private func details(_ judgement: Judgement) -> HTMLBlock {
    var entries = [
      ("Source", judgement.source), ("As printed", judgement.statement),
      ("Hypotheses", judgement.hypotheses.joined(separator: "; ")),
      ("Verdict", "\(judgement.verdict.rawValue), trust: \(judgement.trust.rawValue)"),
    ]
    if let witness = judgement.witness { entries.append(("Witness", LedgerTable.witness(witness))) }
    let claim = PaperClaim(rawValue: judgement.id)?.claim
    if let hand = claim?.checkByHand { entries.append(("Check by hand", hand)) }
    if let defect = claim?.defect { entries.append(("What is wrong", defect.text)) }
    entries += judgement.evidence.map { ("Evidence: \($0.kind.rawValue)", $0.summary) }
    for amendment in judgement.amendments {
      entries.append((amendment.kind.rawValue.capitalized, amendment.statement))
      entries.append(
        (
          "Its verdict",
          "\(amendment.verdict.rawValue), trust: \(amendment.trust.rawValue); "
            + (amendment.evidence.first?.summary ?? "")
        ))
    }
    entries += judgement.remarks.map { ("Remark", $0) }
    entries += Self.relations(of: judgement.id)
    return .entry(
      id: judgement.id, title: "\(judgement.id): \(judgement.title)", isFolded: true,
      [.definitionList(entries)])
  }

  /// What a claim uses and what uses it.
  private static func relations(of id: String) -> [(String, String)] {
    let dependencies = ClaimDependencies(claims: PaperClaim.allCases.map(\.claim))
    return [
      ("Uses", dependencies.used(by: id)), ("Is used by", dependencies.dependents(of: id)),
    ].filter { !$0.1.isEmpty }.map { ($0.0, $0.1.joined(separator: ", ")) }
  }

  private func bounds() throws -> HTMLPage.Section {
    HTMLPage.Section(
      id: "bounds", title: "What does the bound say for my mixture?",
      body: [
        .paragraph(
          """
          Theorem 3.4 bounds from below the mass that a generator of slope at most k leaves between the modes. \
          For two modes the affine map of slope k meets every hypothesis, and its mass is known exactly: a bound \
          above it is false. The last column shows by how much the printed bound exceeds it.
          """),
        .table(
          try BoundTables().modeMixture(try MixtureFigure.parameters, slopes: MixtureFigure.slopes)),
        .figure(
          svg: try MixtureFigure.bounds().svg(),
          caption: "The printed bound exceeds the mass of a generator that the theorem admits.",
          alternative:
            "Two falling curves over the slope; the printed bound lies above the exact mass."),
        .figure(
          svg: try MixtureFigure.densities().svg(),
          caption: "Steeper generators leave less mass between the modes.",
          alternative: "Three bell curves of growing width over the shaded interval from −5 to 5."),
        .paragraph(
          """
          Theorem 3.1 bounds the steepness of the exact monotone map from below. With three modes the printed \
          bound is far from what is attained; the sharpened one takes the best gap and half the exponent of q.
          """),
        .table(
          try BoundTables().steepnessOnTheLine(
            try MixtureParameters(modes: [[-8], [0], [10]], standardDeviation: 1))),
      ])
  }

  private func dynamics() throws -> HTMLPage.Section {
    let evolution = try EvolutionFigure()
    return HTMLPage.Section(
      id: "dynamics", title: "What do the dynamics do?",
      body: try [
        .paragraph(
          """
          Under the optimal discriminator d a particle moves with velocity ∇d/d. Arrows are ∇d/d, colour is d; \
          below each picture stands the length of an arrow.
          """),
        .figure(
          svg: try FieldFigure.plot.svg(),
          caption:
            "The four configurations of Table 2, computed from the definitions of the densities.",
          alternative: "Four vector fields over the plane with four marked modes each."),
        .paragraph(
          """
          The slope of the generator at 0 obeys the ODE of Theorem 3.3. With g‴(0) = 0 it is closed: it grows \
          at the stated rate once its square is large against σ⁴/(μ² − σ²), and bends only near the optimal \
          slope, which it then passes: the closure has no equilibrium.
          """),
        .figure(
          svg: try evolution.plot().svg(),
          caption: "Integrated in the logarithm of the slope, so that no size of slope overflows.",
          alternative: "A rising curve that follows a straight line and bends at the optimal slope."
        ),
        .table(try evolution.table()),
      ] + planeFlow())
  }

  private func training() throws -> HTMLPage.Section {
    let configuration = try run.configuration()
    let generator = try TrainedGenerator(runFolder: run.url)
    let figure = try TrainingFigure(
      measurements: try run.measurements(), generator: generator, configuration: configuration)
    let comparison = try LineComparison(generator: generator, configuration: configuration)
    return HTMLPage.Section(
      id: "training", title: "Does a trained GAN do what the theory says?",
      body: [
        .paragraph(
          """
          A non-saturating GAN was trained on 0.5·N(−2, 0.25) + 0.5·N(2, 0.25), seed \
          \(configuration.seed), \(configuration.experiment.iterations) iterations. The simulator shares no \
          formula with the theory. One run shows what happened once; it supports or questions, and proves nothing.
          """),
        .figure(
          svg: try figure.steepness().svg(),
          caption: try figure.steepnessInWords(),
          alternative:
            "Three curves of steepness over iterations on a logarithmic axis, and a line."),
        .figure(
          svg: try MultiPlot(
            panels: [try figure.map(), try figure.density(seed: configuration.seed)], columns: 2
          ).svg(),
          caption: "A trained generator need not be monotone; the exact map is the increasing one.",
          alternative: "Left: the trained and the exact map. Right: a histogram over a density."),
        .figure(
          svg: try figure.mixture().svg(),
          caption: "Mode mixture over training; the exact map leaves 2Q(3) outside 3σ.",
          alternative: "A curve over iterations, and a line near zero."),
        .table(try comparison.table(at: stride(from: -2.0, through: 2, by: 0.5).map { $0 })),
      ])
  }

  private func words() -> HTMLPage.Section {
    HTMLPage.Section(
      id: "words", title: "Words and how far to trust them",
      body: [
        .definitionList([
          ("proved", "holds as printed for all instances; accepted by Coq's kernel, axioms listed"),
          ("certified", "holds on a stated compact box, decided in ball arithmetic"),
          ("supported", "no counterexample in a stated search, whose control was refuted"),
          ("refuted", "a witness satisfies every printed hypothesis and violates the conclusion"),
          ("vacuous", "the hypotheses cannot be met, or force the conclusion whatever it says"),
          ("inconclusive", "none of these; the evidence gives the reason"),
        ])
      ])
  }
}
