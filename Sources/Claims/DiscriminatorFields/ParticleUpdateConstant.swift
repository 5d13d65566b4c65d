import ClaimKit
import GANTheory
import RealModule
import Scalars

struct ParticleUpdateConstant: Claim {
  let id = "corollary-C.1-proof"
  let title = "Constant between the particle loss and the non-saturating loss"
  let source = "Proof of Corollary C.1, appendix C.1"
  let statement = """
    ∇_θ (1/m)·Σ ‖g_θ(zᵢ) − Ẑᵢ‖² = −s·∇_θ (1/m)·Σ log d(g_θ(zᵢ)), with Ẑᵢ = g_θ(zᵢ) + s·∇d/d held fixed
    """
  let hypotheses = ["Ẑᵢ is not differentiated", "d and g_θ are differentiable"]

  var families: [any Statement] { [UpdateConstantStatement(constant: 1)] }

  var control: Control {
    Control("the constant −3s", families: [UpdateConstantStatement(constant: 3)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "the constant is −2s: the square's factor 2 is lost between the first two lines",
        families: [UpdateConstantStatement(constant: 2)], control: control)
    ]
  }

  let remarks = [
    "The corollary itself, that both losses are descended in the same direction, does not depend on it.",
    "Searched with g_θ(z) = θz + z² on the line and two latents.",
  ]

  let uses = [
    "corollary-C.1-proof-line-1", "corollary-C.1-proof-line-2", "corollary-C.1-proof-line-3",
  ]

  let defect: Defect? = Defect(
    .presentation,
    "The constant between the two gradients is 2s, not s; with s as a free step size nothing depends on it."
  )

  let checkByHand: String? =
    "m = 1, g_θ = θ on the line, log d = x, s = 1: the left side is 2·(θ − (θ + 1)) = −2, the right side −1"

  let recorded = Verdict.refuted
}

/// Both gradients by jets in θ, for d = p/(p + q) with p = ½N(±m, σ²) and q = N(0, 4σ²).
private struct UpdateConstantStatement: Statement {
  let constant: Int

  var variables: [Variable] {
    [
      Variable("θ", from: -2, to: 2), Variable("z1", from: -2, to: 2),
      Variable("z2", from: -2, to: 2), Variable("m", from: Rational(1, 2), to: 3),
      Variable("σ", from: Rational(1, 2), to: 2, scale: .logarithmic),
      Variable("s", from: Rational(1, 100), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("s > 0", positive: instance["s"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let parameter = Jet.variable(at: instance["θ"], order: 1)
    let stepSize = instance["s"]
    var particleLoss = Jet<S>.zero
    var generatorLoss = Jet<S>.zero
    for name in ["z1", "z2"] {
      let latent = Jet(constant: instance[name])
      let output = parameter * latent + latent.squared
      let velocity = logDiscriminator(.variable(at: output.value, order: 1), instance).derivative(1)
      let target = Jet(constant: output.value + stepSize * velocity)
      particleLoss += (output - target).squared
      generatorLoss += logDiscriminator(output, instance)
    }
    return .equal([
      (
        left: particleLoss.derivative(1) / S(2),
        right: -S(constant) * stepSize * generatorLoss.derivative(1) / S(2)
      )
    ])
  }

  private func logDiscriminator<S: Scalar>(_ x: Jet<S>, _ instance: Assignment<S>) -> Jet<S> {
    let (offset, deviation) = (Jet(constant: instance["m"]), Jet(constant: instance["σ"]))
    let pair = DensityPair(
      data: GaussianMixture(modes: [[-offset], [offset]], standardDeviation: deviation),
      generated: GaussianMixture(modes: [[.zero]], standardDeviation: Jet(2) * deviation))
    return Jet.log(pair.discriminator(at: [x]) ?? Jet(1))
  }
}
