import ClaimKit
import GANTheory
import RealModule
import Scalars

/// The densities and the gradient of one exponential that the proof of one of Propositions C.1–C.4 displays.
struct DensitiesOfCase: Claim {
  let configuration: TableTwoCase

  var id: String { "proposition-C.\(configuration.rawValue)-proof" }
  var title: String { "Densities in the proof of Proposition C.\(configuration.rawValue)" }
  var source: String { "Proof of Proposition C.\(configuration.rawValue), appendix C.3" }

  var statement: String {
    let generated =
      switch configuration {
      case .concentrated: "exp(−2.5·‖x‖²)/(0.4π)"
      case .covering: "1/16 inside the box"
      case .singleMode: "exp(−0.5·‖x − (1, 1)‖²)/(2π)"
      case .separated: "exp(−‖x − (3, 3)‖²/6)/(6π)"
      }
    return """
      N((a, b), 0.1·I)(x) = exp(−5·‖x − (a, b)‖²)/(0.2π), p_data = Σ exp(−5·‖x − m‖²)/(0.8π), p_g = \(generated), \
      and ∇exp(e) = \(densities.termSlope)·exp(e)·(x − centre) for the exponent e of each mode in r
      """
  }

  let hypotheses = ["p_data and p_g are those of the proposition"]

  var families: [any Statement] { statements(scaledBy: 1) }

  let isExhaustive = true

  var control: Control {
    Control(
      "the printed sides one per cent larger", families: statements(scaledBy: Rational(101, 100)))
  }

  var remarks: [String] {
    let general = ["The general density with 1/(2π√det Σ) is the first display at Σ = 0.1·I."]
    switch configuration {
    case .covering:
      return general + [
        "p_g is judged inside the box; the step to r, which is wrong outside it, is proposition-C.2."
      ]
    case .separated:
      return general + [
        "The quotient of these densities has 6/0.8 = 15/2, not 15/4: the step to r is wrong (proposition-C.4).",
        "A ∇ is missing on the left of the display of a term's gradient; it may be lost in transcription, and is read there.",
      ]
    case .concentrated, .singleMode: return general
    }
  }

  let recorded = Verdict.proved

  private var densities: PrintedDensities { PrintedDensities(configuration) }

  private func statements(scaledBy factor: Rational) -> [any Statement] {
    DisplayedDensityStatement.Display.allCases.map {
      DisplayedDensityStatement(configuration: configuration, display: $0, factor: factor)
    }
  }
}

/// A displayed density against the one of the definitions, or a displayed gradient against jets.
private struct DisplayedDensityStatement: Statement {
  enum Display: CaseIterable {
    case component
    case data
    case generated
    case termGradient
  }

  let configuration: TableTwoCase
  let display: Display
  /// Multiplies the printed side.
  let factor: Rational

  var variables: [Variable] {
    let point = [Variable("x1", from: -4, to: 4), Variable("x2", from: -4, to: 4)]
    switch display {
    case .component, .termGradient:
      return point + [Variable("a", from: -4, to: 4), Variable("b", from: -4, to: 4)]
    case .data: return point
    case .generated: return configuration == .covering ? [] : point
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let printed = PrintedDensities(configuration)
    let isInBox = display == .generated && configuration == .covering
    let point = isInBox ? [S.zero, S.zero] : [instance["x1"], instance["x2"]]
    switch display {
    case .component:
      let mode = [instance["a"], instance["b"]]
      let derived = GaussianMixture(
        modes: [mode], standardDeviation: .sqrt(S(configuration.dataVariance)))
      return pair(printed.component(at: point, mode: mode), derived.logDensity(at: point))
    case .data:
      let derived: GaussianMixture<S> = configuration.data()
      return pair(
        printed.data(at: point, modes: configuration.modes()), derived.logDensity(at: point))
    case .generated:
      let derived: any Density<S> = configuration.generated()
      return pair(printed.generatedDensity(at: point), derived.logDensity(at: point))
    case .termGradient:
      let mode = [instance["a"], instance["b"]]
      let ratio = configuration.printedRatio
      let slopes = gradient(at: point) {
        ratio.term(at: $0, mode: mode.map { Jet(constant: $0) })
      }
      let height = S(factor) * S(printed.termSlope) * ratio.term(at: point, mode: mode)
      return .equal(
        point.indices.map {
          (left: height * (point[$0] - ratio.centre(mode[$0])), right: slopes[$0])
        })
    }
  }

  private func pair<S: Scalar>(_ printed: S, _ logDerived: S?) -> Conclusion<S>? {
    guard let logDerived else { return nil }
    return .equal([(left: S(factor) * printed, right: S.exp(logDerived))])
  }
}
