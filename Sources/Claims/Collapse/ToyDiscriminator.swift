import ClaimKit
import GANTheory
import RealModule
import Scalars

struct ToyDiscriminatorShape: Claim {
  let id = "appendix-G.1-linear"
  let title = "The optimal discriminator of the toy example falls linearly"
  let source = "Appendix G.1, toy example, and Figure 11"
  let statement = """
    the optimal d of the toy example falls from 0.5 at a mode to 0 at 4σ in a straight line; judged as \
    |d − (1/2 − r/8σ)| ≤ 1/10 for r ≤ 4σ, for p_g the same modes with a deviation τ between σ and 4σ
    """
  let hypotheses = [
    "p_data = ¼·Σ N((±1, ±1), 0.0125·I)", "p_g = ¼·Σ N((±1, ±1), τ²·I), σ ≤ τ ≤ 4σ",
    "d = p_data/(p_data + p_g)",
  ]

  var families: [any Statement] { [ToyStatement(form: .within(Rational(1, 10)))] }

  var control: Control {
    Control("within 1/20", families: [ToyStatement(form: .within(Rational(1, 20)))])
  }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        whatever τ, the largest deviation from the straight line within 4σ is at least 0.19 (at τ = 1.19σ), in \
        units in which d falls by 0.5; d is flat at the mode, where its value (τ/σ)²/(1 + (τ/σ)²) exceeds 1/2
        """,
        families: [ToyStatement(form: .away(Rational(19, 100)))],
        control: Control(
          "at least 0.2", families: [ToyStatement(form: .away(Rational(1, 5)))]))
    ]
  }

  let remarks = [
    "The appendix does not say which p_g its discriminator was trained against; 4.1 says p_g ≈ p_data, smoother.",
    "With p_g = p_data d is 1/2 everywhere, at 4σ too.",
    "A trained network may look as in Figure 11: then it is not the optimal discriminator of such a p_g.",
    "The plane; on the line the least error is 0.142, at τ = 1.28σ.",
  ]

  let uses = ["assumption-4.1", "prose-4.1-optimal"]

  let defect: Defect? = Defect(
    .interpretation,
    """
    For no Gaussian spreading of p_g is the optimal discriminator close to 1/2 − r/8σ: it is flat at the mode \
    with a value above 1/2, and differs from the line by at least 0.19 somewhere within 4σ.
    """)

  let checkByHand: String? = "τ = σ, r = 4σ: p_g = p_data, d = 1/2, and the line is at 0"

  let recorded = Verdict.refuted
}

struct NoiseScale: Claim {
  let id = "appendix-G.1-noise-scale"
  let title = "Expected length of the perturbations"
  let source = "Appendix G.1, real data sets, and Figure 12"
  let statement = """
    Gaussian noise in n dimensions, scaled by 4σ/n, has expected length 4σ
    """
  let hypotheses = ["ξ ~ N(0, I_n), n > 1", "σ > 0"]

  var families: [any Statement] { [NoiseStatement(form: .printed)] }

  var control: Control { Control("8σ", families: [NoiseStatement(form: .doubled)]) }

  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        """
        the scale 4σ/√n gives expected length between 4σ·√(1 − 1/2n) and 4σ; the printed one gives about 4σ/√n, \
        64 times too little for n = 64²
        """,
        families: [NoiseStatement(form: .upper), NoiseStatement(form: .lower)],
        control: Control(
          "at least 4σ·√(1 − 1/4n)", families: [NoiseStatement(form: .tooLarge)]))
    ]
  }

  let remarks = [
    "Searched for 2 ≤ n ≤ 64 with the exact mean √2·Γ((n + 1)/2)/Γ(n/2).",
    "The appendix there calls σ the average variance; appendix F.2 divides the variance by n and takes the root.",
    "Figure 12 therefore shows d within 4σ/64 of the centres, and says nothing about where d vanishes.",
  ]

  let uses = ["assumption-4.1"]

  let defect: Defect? = Defect(
    .argument,
    """
    The length of standard Gaussian noise in n dimensions is about √n, not n: with the scale 4σ/n the largest \
    perturbation is 4σ/√n, a 64th of the radius of Assumption 4.1, so that Figure 12 does not test it.
    """)

  let checkByHand: String? = """
    n = 4: E‖ξ‖ ≤ √E‖ξ‖² = 2, so that the expected length is at most 4σ/4·2 = 2σ < 4σ
    """

  let recorded = Verdict.refuted
}

/// The toy example along the diagonal that leads away from the other modes, r from 0 to 4σ.
private struct ToyStatement: Statement {
  enum Form {
    /// |d − line| ≤ tolerance at a distance r.
    case within(Rational)
    /// max over r of |d − line| ≥ least.
    case away(Rational)
  }

  let form: Form

  var variables: [Variable] {
    let spread = Variable("τ/σ", from: 1, to: 4, scale: .logarithmic)
    if case .away = form { return [spread] }
    return [spread, Variable("r/σ", from: 0, to: 4)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let spread = Hypothesis("τ ≥ σ", nonNegative: instance["τ/σ"] - S(1))
    if case .away = form { return [spread] }
    return [spread, Hypothesis("r ≤ 4σ", nonNegative: S(4) - instance["r/σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = S.sqrt(S(Rational(1, 80)))
    let modes = [[S(1), S(1)], [S(1), S(-1)], [S(-1), S(1)], [S(-1), S(-1)]]
    let pair = DensityPair(
      data: GaussianMixture(modes: modes, standardDeviation: deviation),
      generated: GaussianMixture(
        modes: modes, standardDeviation: instance["τ/σ"] * deviation))
    func error(_ r: S) -> S? {
      let coordinate = S(1) + r * deviation / S.sqrt(S(2))
      let point = [coordinate, coordinate]
      guard let optimal = pair.discriminator(at: point) else { return nil }
      // The model as a formula of r: as one of the point it has a root at 0.
      let line = S(Rational(1, 2)) - r / S(8)
      return S.larger(optimal - line, line - optimal)
    }
    switch form {
    case .within(let tolerance):
      return error(instance["r/σ"]).map { .atLeast(S(tolerance), $0) }
    case .away(let least):
      let errors = [Rational(0), Rational(3, 2), Rational(7, 4), Rational(2), Rational(4)]
        .compactMap { error(S($0)) }
      return .atLeast(errors.dropFirst().reduce(errors[0], S.larger), S(least))
    }
  }
}

private struct NoiseStatement: Statement {
  enum Form {
    case printed
    case doubled
    /// E ≤ 4σ with the scale 4σ/√n.
    case upper
    /// E ≥ 4σ·√(1 − 1/2n).
    case lower
    case tooLarge
  }

  let form: Form

  var variables: [Variable] {
    [
      Variable("n", in: 2...64),
      Variable("σ", from: Rational(1, 100), to: 100, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("n > 1", positive: instance["n"] - S(1)),
      Hypothesis("σ > 0", positive: instance["σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let n = instance["n"]
    let reach = S(4) * instance["σ"]
    let mean: S = StandardGaussianLength.mean(dimension: Int(n.approximation))
    let scaled = reach / S.sqrt(n) * mean
    return switch form {
    case .printed: .equal([(left: reach, right: reach / n * mean)])
    case .doubled: .equal([(left: S(2) * reach, right: reach / n * mean)])
    case .upper: .atLeast(reach, scaled)
    case .lower: .atLeast(scaled, reach * S.sqrt(S(1) - S(1) / (S(2) * n)))
    case .tooLarge: .atLeast(scaled, reach * S.sqrt(S(1) - S(1) / (S(4) * n)))
    }
  }
}
