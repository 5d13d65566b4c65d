import ClaimKit
import GANTheory
import RealModule
import Scalars

struct GeneratorJacobianUpdate: Claim {
  let id = "theorem-4.1"
  let title = "Jacobian of the generator after one update"
  let source = "Theorem 4.1, section 4.2"
  let statement = "J_{g′}(z) = J_g(z) + s·∇(∇d/d)(g(z))·J_g(z)"
  let hypotheses = [
    "g′(zᵢ) = Ẑᵢ: the generator is optimal after the update", "there are infinitely many particles",
    "s > 0 is sufficiently small",
  ]

  let predicates: [[String]] = [
    [],
    [],
    ["s > 0"],
  ]

  var families: [any Statement] { [UpdateStatement(isEvaluatedAtLatent: false)] }

  var control: Control {
    Control(
      "the Jacobian of ∇d/d taken at z instead of g(z)",
      families: [UpdateStatement(isEvaluatedAtLatent: true)])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .generalised,
        """
        for every real s, every differentiable field v in place of ∇d/d, and any numbers of latent and data \
        dimensions: J_{g + s·v∘g}(z) = (I + s·J_v(g(z)))·J_g(z)
        """,
        families: [(1, 1), (1, 2), (2, 1)].map {
          PolynomialUpdateStatement(latents: $0.0, outputs: $0.1, isEvaluatedAtLatent: false)
        },
        control: Control(
          "J_v taken at z",
          families: [PolynomialUpdateStatement(latents: 2, outputs: 2, isEvaluatedAtLatent: true)]))
    ]
  }

  let remarks = [
    "Holds for every s; that s be small is not needed.",
    "Not printed but needed: d is positive and twice differentiable at g(z), and g is differentiable.",
    "That there are infinitely many particles stands for g′ = g + s·(∇d/d)∘g at every z, not on a sample.",
    "Searched in the plane: quadratic g, d optimal for two Gaussian modes against one Gaussian.",
  ]

  let recorded = Verdict.proved
}

/// Both sides in the plane: the left by differentiating z ↦ g(z) + s·v(g(z)) as a whole, the right by
/// the printed product.
private struct UpdateStatement: Statement {
  let isEvaluatedAtLatent: Bool

  var variables: [Variable] {
    ["z1", "z2"].map { Variable($0, from: -2, to: 2) }
      + ["a", "b", "c", "e", "q"].map { Variable($0, from: -2, to: 2) }
      + [
        Variable("s", from: Rational(1, 100), to: 10, scale: .logarithmic),
        Variable("σ", from: Rational(1, 2), to: 2, scale: .logarithmic),
        Variable("m", from: Rational(1, 2), to: 3),
      ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("s > 0", positive: instance["s"]), Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let latent = [instance["z1"], instance["z2"]]
    let stepSize = instance["s"]
    let updated = jacobian(at: latent) { z in
      let output = generator(instance, z)
      let velocity = velocity(instance, output)
      return zip(output, velocity).map { $0 + Jet(constant: stepSize) * $1 }
    }
    let generatorJacobian = jacobian(at: latent) { generator(instance, $0) }
    let place = isEvaluatedAtLatent ? latent : generator(instance, latent)
    let velocityJacobian = jacobian(at: place) { velocity(instance, $0) }
    let printed = GeneratorUpdate(stepSize: stepSize).jacobian(
      generatorJacobian, velocityJacobian: velocityJacobian)
    return .equal(
      zip(printed.flatMap { $0 }, updated.flatMap { $0 }).map { (left: $0, right: $1) })
  }

  /// g(z) = (a·z₁ + b·z₂ + q·z₁z₂, c·z₁ + e·z₂ + q·z₂²), over the instance's own or a lifted scalar.
  private func generator<S: Scalar, T: Scalar>(_ instance: Assignment<S>, _ z: [T]) -> [T] {
    let (a, b, c, e, q): (T, T, T, T, T) = (
      lifted(instance["a"]), lifted(instance["b"]), lifted(instance["c"]), lifted(instance["e"]),
      lifted(instance["q"])
    )
    return [a * z[0] + b * z[1] + q * z[0] * z[1], c * z[0] + e * z[1] + q * z[1] * z[1]]
  }

  /// ∇d/d for p_data = ½N((±m, 0), σ²I) against p_g = N(0, 4σ²I).
  private func velocity<S: Scalar, T: Scalar>(_ instance: Assignment<S>, _ x: [T]) -> [T] {
    let (offset, deviation): (T, T) = (lifted(instance["m"]), lifted(instance["σ"]))
    let data = GaussianMixture(
      modes: [[-offset, .zero], [offset, .zero]], standardDeviation: deviation)
    let generated = GaussianMixture(modes: [[T.zero, .zero]], standardDeviation: T(2) * deviation)
    return DensityPair(data: data, generated: generated).velocity(at: x) ?? [.zero, .zero]
  }

  /// A value of the instance as itself, or as a constant jet over it.
  private func lifted<S: Scalar, T: Scalar>(_ value: S) -> T {
    if let same = value as? T { return same }
    if let jet = Jet(constant: value) as? T { return jet }
    preconditionFailure("T is S or Jet<S>")
  }
}
