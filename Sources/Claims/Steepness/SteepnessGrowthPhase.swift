import ClaimKit
import NumericKernel
import ParticleFlow
import RealModule
import Scalars

struct ExponentialPhase: Claim {
  let id = "prose-3.3-exponential-growth"
  let title = "Along the flow steepness doubles at about the printed rate"
  let source = "Section 3.2, implication (ii) of Theorem 3.3; appendix C.7"
  let statement = """
    g′(0) initially grows exponentially with rate a = (μ² − σ²)/σ⁴: read for the flow itself, in which g‴ is not 0, from \
    g₀(z) = k₀·z, and for the shortest growth that may be called so: it doubles while its relative rate is at least a/2
    """
  let hypotheses = [
    "as in Theorem 3.3, with 4σ ≤ μ ≤ 8σ for μ ≫ σ",
    "a·g₀′(0)³ dominates: σ ≤ k₀ ≤ 2σ, where it is at least 15 times the linear term",
  ]

  let families: [any Statement] = []
  let control = Control("it grows by a factor e in place of 2", families: [])
  var simulation: Simulation? {
    Simulation(
      "g′(0) doubles while its relative rate is at least a/2, for μ/σ in [4, 8] and k₀/σ in [1, 2]",
      inAtLeast: Rational(3, 4), confidence: Rational(99, 100),
      happens: { try Self.growth(from: $0) >= 2 },
      control: { try Self.growth(from: $0) >= Double.exp(1) })
  }

  /// The factor by which g′(0) grows before its rate falls below a/2; at least e^1.1 where it does so later.
  private static func growth(from stream: RandomStream) throws -> Double {
    let offset = 4 * Double.pow(2, stream.uniform())
    let slope = Double.pow(2, stream.uniform())
    let way = 1.1 / (offset * offset / 2 - Double.log(slope))
    let history = try GrowthHistory(relativeOffset: offset, relativeSlope: slope, share: way)
    return history.growth(within: 0.5) ?? Double.exp(1.1)
  }

  let remarks = [
    """
    The control is what the sentence would need to be of use: one e-folding. The flow does not have it: doubling is about all. \
    What the rate does instead: 'steepness flow growth'.
    """,
    """
    Smaller starts, for which g′ dominates the numerator, pass the rate a on their way down from 1/k₀² and stay between a/2 and 3a/2 \
    while g′ grows by a factor of 4 to 8, of exp(μ²/2σ²)/k₀ that there are to grow.
    """,
    "Nothing is certified: the flow is solved by finite differences, with two schemes that agree.",
  ]
  let uses = ["theorem-3.3", "prose-3.3-early-rate"]
  let recorded = Verdict.supported
}
