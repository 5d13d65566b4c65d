import ClaimKit
import RealModule
import Scalars

struct SmoothedData: Claim {
  let id = "assumption-2.1"
  let title = "The smoothed data have a probability density"
  let source = "Assumption 2.1, section 2.4"
  let statement = """
    (1/N)·Σ (2πσ²)^(−n/2)·exp(−‖x − xᵢ‖²/2σ²) is a probability density; judged as: in one dimension it is the \
    derivative of the mean of Φ((x − xᵢ)/σ), which runs from 0 to 1, and in n dimensions each term is a product of \
    one-dimensional ones
    """
  let hypotheses = ["σ > 0", "x₁, …, x_N ∈ ℝⁿ"]

  var families: [any Statement] {
    [KernelStatement(form: .derivative, factor: 1), KernelStatement(form: .product, factor: 1)]
  }

  let isExhaustive = true

  var control: Control {
    Control(
      "(2πσ²)^(−n) in place of (2πσ²)^(−n/2)",
      families: [KernelStatement(form: .product, factor: 2)])
  }

  let remarks = [
    "A mean of N densities is a density: one term is judged. n is any number in the algebra.",
    "σ > 0 is not printed. Without Δ > 0 the modes may coincide (the order for n = 1 is not said to be strict), and then have unequal weights.",
    "For N = 1 the optional separation condition is empty.",
  ]

  let recorded = Verdict.proved
}

private struct KernelStatement: Statement {
  enum Form {
    /// Φ((x − a)/σ)′ is the printed term for n = 1.
    case derivative
    /// The printed term at (d, 0, …, 0) + xᵢ is one factor at d and n − 1 at 0.
    case product
  }

  let form: Form
  /// Multiplies the exponent of 2πσ².
  let factor: Int

  var variables: [Variable] {
    let general = [
      Variable("x", from: -3, to: 3), Variable("a", from: -3, to: 3),
      Variable("σ", from: Rational(1, 4), to: 4, scale: .logarithmic),
    ]
    return form == .product ? general + [Variable("n", from: 1, to: 16)] : general
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("σ > 0", positive: instance["σ"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, mode, deviation) = (instance["x"], instance["a"], instance["σ"])
    let dimension = form == .product ? instance["n"] : S(1)
    let exponent = (x - mode).squared / (S(2) * deviation.squared)
    let scale = S(factor) * dimension / S(2) * S.log(S(2) * S.pi * deviation.squared)
    let printed = S.exp(-exponent - scale)
    let place = (Jet.variable(at: x, order: 1) - Jet(constant: mode)) / Jet(constant: deviation)
    let line = Jet.normalCDF(place).derivative(1)
    guard form == .product else { return .equal([(left: printed, right: line)]) }
    let peak = S.normalDensity(.zero) / deviation
    return .equal([
      (left: printed, right: S.exp(S.log(line) + (dimension - S(1)) * S.log(peak)))
    ])
  }
}
