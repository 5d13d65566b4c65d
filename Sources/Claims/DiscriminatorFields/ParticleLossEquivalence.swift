import ClaimKit
import RealModule
import Scalars

struct ParticleLossEquivalence: Claim {
  let id = "corollary-C.1"
  let title = "The particle loss and the non-saturating loss have parallel gradients"
  let source = "Corollary C.1, appendix C.1"
  let statement = """
    descending ∇_θ (1/m)·Σ ‖g_θ(zᵢ) − Ẑᵢ‖² is equivalent to descending −∇_θ (1/m)·Σ log d(g_θ(zᵢ)); judged as: \
    the first is 2s times the second, one positive constant for all θ and samples
    """
  let hypotheses = ["Ẑᵢ = g_θ(zᵢ) + s·∇d/d is not differentiated", "s > 0"]

  var families: [any Statement] { [ParticleLossStatement(line: nil, factor: 1)] }

  let isExhaustive = true

  var control: Control {
    Control(
      "s in place of 2s", families: [ParticleLossStatement(line: nil, factor: Rational(1, 2))])
  }

  let remarks = [
    "Both sides are sums over samples and coordinates of one term, which is decided for any values and slopes of g and d; two coordinates are written out.",
    "The factor 2s is a change of the learning rate: the two trainings agree under plain gradient descent with rates in that proportion, and under optimisers that do not see a constant factor.",
    "Only the first descent step after Ẑ is computed agrees: a second one on the same Ẑ regresses to old targets.",
  ]

  let recorded = Verdict.proved
}

/// A line of the proof of Corollary C.1, each against the one before it.
struct ParticleLossLine: Claim {
  enum Line: Int, Sendable {
    case chainRule = 1
    case velocityInserted = 2
    case logarithm = 3
  }

  let line: Line

  var id: String { "corollary-C.1-proof-line-\(line.rawValue)" }
  var title: String { "Line \(line.rawValue) of the proof of Corollary C.1" }
  let source = "Proof of Corollary C.1, appendix C.1"

  var statement: String {
    switch line {
    case .chainRule: "∇_θ (1/m)·Σ ‖g_θ(zᵢ) − Ẑᵢ‖² = (2/m)·Σ ∇_θ g_θ(zᵢ)ᵀ·(g_θ(zᵢ) − Ẑᵢ)"
    case .velocityInserted:
      "(2/m)·Σ ∇_θ g_θ(zᵢ)ᵀ·(g_θ(zᵢ) − Ẑᵢ) = −(s/m)·Σ ∇_θ g_θ(zᵢ)ᵀ·∇d(Zᵢ)/d(Zᵢ)"
    case .logarithm:
      "−(s/m)·Σ ∇_θ g_θ(zᵢ)ᵀ·∇d(Zᵢ)/d(Zᵢ) = −s·∇_θ (1/m)·Σ log d(g_θ(zᵢ))"
    }
  }

  let hypotheses = ["Ẑᵢ = Zᵢ + s·∇d(Zᵢ)/d(Zᵢ), Zᵢ = g_θ(zᵢ), is not differentiated"]

  var families: [any Statement] { [ParticleLossStatement(line: line, factor: 1)] }

  let isExhaustive = true

  var control: Control {
    Control(
      "three times the right-hand side", families: [ParticleLossStatement(line: line, factor: 3)])
  }

  var amendments: [Amendment] {
    guard line == .velocityInserted else { return [] }
    return [
      Amendment(
        .corrected, "the right-hand side has 2s/m: g_θ(zᵢ) − Ẑᵢ is −s·∇d/d, and the 2 stays",
        families: [ParticleLossStatement(line: line, factor: 2)], control: control,
        isExhaustive: true)
    ]
  }

  var uses: [String] { line == .chainRule ? [] : ["corollary-C.1-proof-line-\(line.rawValue - 1)"] }

  var defect: Defect? {
    guard line == .velocityInserted else { return nil }
    return Defect(
      .presentation, "The factor 2 of the first line is lost in the second; the third inherits it.")
  }

  var checkByHand: String? {
    guard line == .velocityInserted else { return nil }
    return "m = 1, g_θ = θ on the line, ∇d/d = 1, s = 1: 2·1·(θ − (θ + 1)) = −2, and −1 is printed"
  }

  let recorded: Verdict
}

/// One sample with two coordinates: values and slopes of g along θ, d and its partial derivatives at g.
private struct ParticleLossStatement: Statement {
  /// The line of the proof; nil for first against last with 2s.
  let line: ParticleLossLine.Line?
  /// Multiplies the right-hand side.
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("s", from: Rational(1, 100), to: 10, scale: .logarithmic),
      Variable("d", from: Rational(1, 100), to: 1, scale: .logarithmic),
      Variable("∂₁d", from: -2, to: 2), Variable("∂₂d", from: -2, to: 2),
      Variable("g₁", from: -2, to: 2), Variable("g₂", from: -2, to: 2),
      Variable("g₁′", from: -2, to: 2), Variable("g₂′", from: -2, to: 2),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("s > 0", positive: instance["s"]), Hypothesis("d > 0", positive: instance["d"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (s, d) = (instance["s"], instance["d"])
    let partials = [instance["∂₁d"], instance["∂₂d"]]
    let outputs = [
      Jet(coefficients: [instance["g₁"], instance["g₁′"]]),
      Jet(coefficients: [instance["g₂"], instance["g₂′"]]),
    ]
    var (loss, residual, pull, alongGenerator) = (Jet<S>.zero, S.zero, S.zero, S.zero)
    for (output, partial) in zip(outputs, partials) {
      let target = output.value + s * partial / d
      loss += (output - Jet(constant: target)).squared
      residual += output.derivative(1) * (output.value - target)
      pull += output.derivative(1) * partial / d
      alongGenerator += output.derivative(1) * partial
    }
    let logSlope = Jet.log(Jet(coefficients: [d, alongGenerator])).derivative(1)
    let (left, right): (S, S) =
      switch line {
      case .chainRule: (loss.derivative(1), S(2) * residual)
      case .velocityInserted: (S(2) * residual, -s * pull)
      case .logarithm: (-s * pull, -s * logSlope)
      case nil: (loss.derivative(1), S(-2) * s * logSlope)
      }
    return .equal([(left: left, right: S(factor) * right)])
  }
}
