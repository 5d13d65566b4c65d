import ClaimKit
import GANTheory
import RealModule
import Scalars

/// A step that the proofs of Theorem C.5 and Proposition D.2 share.
struct SingleModeStepClaim: Claim {
  enum Step: String, Sendable {
    /// The density of N(0, k²·I_n) is φ(x/k)/k.
    case density
    /// ∇φ = −φ·x.
    case score
    /// Both lines of ∇r.
    case ratioGradient = "gradient"
    /// x_t = k_t·x₀ is put into the update.
    case substitution = "last-line"
  }

  enum Place: String, Sendable {
    case optimal = "theorem-C.5"
    case suboptimal = "proposition-D.2"
  }

  let place: Place
  let step: Step
  let recorded: Verdict

  var id: String { "\(place.rawValue)-proof-\(step.rawValue)" }

  var title: String {
    let proof = place == .optimal ? "Theorem C.5" : "Proposition D.2"
    return switch step {
    case .density: "Density of N(0, k²·I) in the proof of \(proof)"
    case .score: "Gradient of φ in the proof of \(proof)"
    case .ratioGradient: "Gradient of r in the proof of \(proof)"
    case .substitution: "From the particle to k in the proof of \(proof)"
    }
  }

  var source: String {
    place == .optimal
      ? "Proof of Theorem C.5, appendix C.7" : "Proof of Proposition D.2, appendix D.3"
  }

  var statement: String {
    switch step {
    case .density: "the density of N(0, k²·I_n) is φ(x/k)/k, φ that of N(0, I_n)"
    case .score: "∇φ(x) = −φ(x)·x"
    case .ratioGradient:
      """
      ∇r = (k/k_*)·[∇(φ(x/k_*))·φ(x/k) − φ(x/k_*)·∇(φ(x/k))]/φ(x/k)² \
      = (k/k_*)·(1/k² − 1/k_*²)·(φ(x/k_*)/φ(x/k))·x, for r = (φ(x/k_*)/k_*)/(φ(x/k)/k)
      """
    case .substitution:
      """
      x = k·x₀ moved by s times the velocity is k′·x₀ with k′ = k + s·(1/k² − 1/k_*²)·F, \
      F = \(place == .optimal ? "1/(1 + r)" : "(f − r·f′)/(r + f)"), given ∇r = r·(1/k² − 1/k_*²)·x
      """
    }
  }

  var hypotheses: [String] {
    switch step {
    case .density: ["k > 0, n ≥ 1"]
    case .score: ["φ is the density of N(0, I_n)"]
    case .ratioGradient, .substitution: ["k, k_* > 0", "r is the printed one"]
    }
  }

  var families: [any Statement] {
    switch step {
    case .density: (1...3).map { DimensionStatement(dimension: $0, isPowered: false) }
    case .score, .ratioGradient, .substitution:
      [SingleModeIdentity(step: step, place: place, factor: 1)]
    }
  }

  var isExhaustive: Bool { step != .density }

  var control: Control {
    switch step {
    case .density:
      Control("φ(x/k)/k² on the line", families: [DimensionStatement(dimension: 1, extra: 1)])
    case .score, .ratioGradient, .substitution:
      Control(
        "the printed side one per cent larger",
        families: [SingleModeIdentity(step: step, place: place, factor: Rational(101, 100))])
    }
  }

  var amendments: [Amendment] {
    switch step {
    case .density:
      return [
        Amendment(
          .corrected, "φ(x/k)/kⁿ, in every dimension n",
          families: [PoweredDensityStatement(factor: 1)],
          control: Control(
            "one per cent more", families: [PoweredDensityStatement(factor: Rational(101, 100))]),
          isExhaustive: true)
      ]
    case .substitution:
      return [
        Amendment(
          .corrected,
          "k′ = k + s·k·(1/k² − 1/k_*²)·F: ∇r has the factor x = k·x₀, of which k stays",
          families: [SingleModeIdentity(step: step, place: place, factor: 1, isCorrected: true)],
          control: control, isExhaustive: true)
      ]
    case .score, .ratioGradient: return []
    }
  }

  var remarks: [String] {
    switch step {
    case .density: ["Right on the line."]
    case .score: []
    case .ratioGradient:
      [
        "The printed r has k/k_* in every dimension (theorem-C.5-proof-density); with (k/k_*)ⁿ both lines hold with that factor.",
        "∇φ(x/k) is read as the gradient of x ↦ φ(x/k).",
      ]
    case .substitution: ["Judged along x₀, which the velocity is parallel to."]
    }
  }

  var uses: [String] {
    switch step {
    case .density, .score: []
    case .ratioGradient:
      ["\(place.rawValue)-proof-density", "\(place.rawValue)-proof-score"]
    case .substitution:
      ["\(place.rawValue)-proof-gradient"]
        + (place == .optimal ? ["equation-2.2"] : ["proposition-D.2-proof-field"])
    }
  }

  var defect: Defect? {
    switch step {
    case .density:
      Defect(
        .argument, "In n dimensions the density is φ(x/k)/kⁿ; the printed one has mass k^(n−1).")
    case .score, .ratioGradient: nil
    case .substitution:
      Defect(.argument, "A factor k is lost when x = k·x₀ is put into the step.")
    }
  }

  var checkByHand: String? {
    switch step {
    case .density:
      "n = 2, k = 2, x = 0: N(0, 4·I) has density 1/(8π) at 0, printed is (1/2π)/2 = 1/(4π)"
    case .score, .ratioGradient: nil
    case .substitution:
      "k = 1/2, k_* = 1, x₀ → 0: the velocity is (4 − 1)·x/(1 + r) with x = x₀/2, so that k grows by s·(3/2)/(1 + r), not s·3/(1 + r)"
    }
  }
}

/// φ(x/k)/k against the density of N(0, k²·I_n), with n written out.
private struct DimensionStatement: Statement {
  let dimension: Int
  /// The power of k beyond the first.
  let extra: Int

  init(dimension: Int, isPowered: Bool) {
    self.init(dimension: dimension, extra: isPowered ? dimension - 1 : 0)
  }

  init(dimension: Int, extra: Int) {
    self.dimension = dimension
    self.extra = extra
  }

  var variables: [Variable] {
    [
      Variable("k", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("x", from: -3, to: 3),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("k > 0", positive: instance["k"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let k = instance["k"]
    let origin = [S](repeating: .zero, count: dimension)
    var point = origin
    point[0] = instance["x"]
    let wide = GaussianMixture(modes: [origin], standardDeviation: k)
    let standard = GaussianMixture(modes: [origin], standardDeviation: S(1))
    guard let derived = wide.logDensity(at: point),
      let scaled = standard.logDensity(at: point.map { $0 / k })
    else { return nil }
    return .equal([(left: S.exp(scaled) / S.pow(k, 1 + extra), right: S.exp(derived))])
  }
}

/// φ(x/k)/kⁿ against a product of n densities on the line, n any number; ρ² is ‖x‖².
private struct PoweredDensityStatement: Statement {
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("k", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("n", from: 1, to: 8), Variable("ρ", from: 0, to: 3),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("k > 0", positive: instance["k"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (k, n, radius) = (instance["k"], instance["n"], instance["ρ"])
    let logScaled = -((radius / k).squared + n * S.log(S(2) * S.pi)) / S(2)
    // Coordinates (ρ, 0, …, 0): a product has one factor at ρ and n − 1 at 0.
    let line = S.normalDensity(radius / k) / k
    let logProduct = S.log(line) + (n - S(1)) * S.log(S.normalDensity(.zero) / k)
    return .equal([
      (left: S(factor) * S.exp(logScaled - n * S.log(k)), right: S.exp(logProduct))
    ])
  }
}

/// Identities along x₀; c is the sum of the squares of the other coordinates, n any number.
private struct SingleModeIdentity: Statement {
  let step: SingleModeStepClaim.Step
  let place: SingleModeStepClaim.Place
  let factor: Rational
  var isCorrected = false

  var variables: [Variable] {
    [
      Variable("k", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("k_*", from: Rational(1, 4), to: 4, scale: .logarithmic),
      Variable("x", from: Rational(1, 10), to: 3), Variable("c", from: 0, to: 4),
      Variable("n", from: 1, to: 8),
    ]
      + (step == .substitution
        ? [Variable("s", from: Rational(1, 100), to: 1, scale: .logarithmic)] : [])
      + (step == .substitution && place == .suboptimal
        ? [
          Variable("f", from: Rational(1, 10), to: 10, scale: .logarithmic),
          Variable("f′", from: -3, to: 3),
        ] : [])
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("k > 0", positive: instance["k"]),
      Hypothesis("k_* > 0", positive: instance["k_*"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (k, optimal, x) = (instance["k"], instance["k_*"], instance["x"])
    let (rest, dimension) = (instance["c"], instance["n"])
    // φ at (t, …), the squares of the other coordinates summing to rest/width².
    func density(_ t: Jet<S>, width: S) -> Jet<S> {
      let square = (t / Jet(constant: width)).squared + Jet(constant: rest / width.squared)
      return .exp(-(square + Jet(constant: dimension * .log(S(2) * .pi))) / Jet(2))
    }
    let place = Jet.variable(at: x, order: 1)
    let (data, generated) = (density(place, width: optimal), density(place, width: k))
    let ratio = data / Jet(constant: optimal) / (generated / Jet(constant: k))
    let pull = S(1) / k.squared - S(1) / optimal.squared
    switch step {
    case .density, .score:
      let standard = density(place, width: S(1))
      return .equal([(left: -S(factor) * standard.value * x, right: standard.derivative(1))])
    case .ratioGradient:
      let wronskian =
        data.derivative(1) * generated.value - data.value * generated.derivative(1)
      let first = k / optimal * wronskian / generated.value.squared
      let second = k / optimal * pull * data.value / generated.value * x
      return .equal([
        (left: S(factor) * first, right: ratio.derivative(1)),
        (left: S(factor) * second, right: ratio.derivative(1)),
      ])
    case .substitution:
      let (r, ratioSlope) = (ratio.value, ratio.derivative(1))
      let isOptimal = self.place == .optimal
      let (f, slope) = isOptimal ? (S(1), S.zero) : (instance["f"], instance["f′"])
      let share = isOptimal ? S(1) / (S(1) + r) : (f - r * slope) / (r + f)
      let velocity = ratioSlope / r * share
      let moved = (x + instance["s"] * velocity) / (x / k)
      let step = instance["s"] * (isCorrected ? k : S(1)) * pull * share
      return .equal([(left: S(factor) * (k + step), right: moved)])
    }
  }
}
