import RealModule
import Scalars

/// Theorem 3.3 and the single-mode recurrences, from the densities.
public enum SteepnessDerivations {
  public static var all: [Derivation] {
    [
      dataAtZero, dataCurvature, generatedCurvature, rate, optimalIncrementInAnyDimension,
      suboptimalIncrementInAnyDimension,
    ]
      + [1, 2, 3].flatMap { [optimalIncrement(dimension: $0), suboptimalIncrement(dimension: $0)] }
  }

  private typealias Series = AbstractFunction.Series

  private static let offset = Expression.symbol("μ", isPositive: true)
  private static let deviation = Expression.symbol("σ", isPositive: true)
  private static let slope = Expression.symbol("g′", isPositive: true)
  private static let third = Expression.symbol("g‴")

  private static var ode: SteepnessODE<Expression> {
    SteepnessODE(modeOffset: offset, standardDeviation: deviation)
  }

  /// p_data near 0 to the third order.
  private static var data: Series {
    let mixture = GaussianMixture<Series>(
      modes: [[Series(constant: -offset)], [Series(constant: offset)]],
      standardDeviation: Series(constant: deviation))
    guard let logDensity = mixture.logDensity(at: [.variable(at: .zero, order: 3)]) else {
      preconditionFailure("a mixture of Gaussians vanishes nowhere")
    }
    return .exp(logDensity)
  }

  /// φ(g⁻¹(x))·(g⁻¹)′(x) near 0 to the second order, for g(z) = g′·z + g‴·z³/6 + O(z⁵).
  private static var generated: Series {
    let x = Series.variable(at: .zero, order: 3)
    var inverse = Series(constant: Expression(1) / slope) * x
    // Every round makes two more coefficients of the inverse right.
    for _ in 0..<2 {
      let cubic = Series(constant: third / Expression(6)) * inverse * inverse * inverse
      inverse = (x - cubic) / Series(constant: slope)
    }
    return .normalDensity(inverse) * inverse.differentiated
  }

  /// exp(−μ²/2σ²)/(√(2π)·σ²), as printed, against p_data(0): the quotient is σ.
  ///
  /// - Source: proof of Theorem C.6, step (iv); p″_data(0) is printed with the same factor.
  public static var dataAtZero: Derivation {
    Derivation(
      name: "data-at-zero", title: "p_data at 0", source: "proof of Theorem C.6",
      printed: printedDataAtZero, derived: data.value, control: data.value * Expression(2))
  }

  private static var printedDataAtZero: Expression {
    .exp(-offset.squared / (Expression(2) * deviation.squared))
      / (.sqrt(Expression(2) * .pi) * deviation.squared)
  }

  /// (μ² − σ²)/σ⁴ times the printed p_data(0), against p″_data(0).
  ///
  /// - Source: proof of Theorem C.6, step (iv).
  public static var dataCurvature: Derivation {
    Derivation(
      name: "data-curvature", title: "p″_data at 0", source: "proof of Theorem C.6",
      printed: ode.growthRate * printedDataAtZero, derived: data.derivative(2),
      control: data.derivative(2) + data.value)
  }

  /// −(g′ + g‴)/(√(2π)·g′⁴), as printed, against p″_g(0).
  ///
  /// - Source: proof of Theorem C.6, step (iv).
  public static var generatedCurvature: Derivation {
    let derived = generated.derivative(2)
    return Derivation(
      name: "generated-curvature", title: "p″_g at 0", source: "proof of Theorem C.6",
      printed: -(slope + third) / (.sqrt(Expression(2) * .pi) * slope.squared.squared),
      derived: derived, control: derived * slope,
      note: "from p_g = φ(g⁻¹)·(g⁻¹)′ with g(z) = g′·z + g‴·z³/6 + O(z⁵)")
  }

  /// The right-hand side of Theorem 3.3 against (log d)″(0)·g′(0).
  ///
  /// - Source: Theorem 3.3; Theorem C.6.
  public static var rate: Derivation {
    let derived = Series.log(data / (data + generated)).derivative(2) * slope
    // exp(−μ²/σ²), which the last line of the proof prints, in place of exp(−μ²/2σ²).
    let doubled = SteepnessODE(
      modeOffset: Expression.sqrt(Expression(2)) * offset, standardDeviation: deviation)
    let overlap = Expression.exp(-doubled.modeOffset.squared / (Expression(2) * deviation.squared))
    let cube = slope.squared * slope
    return Derivation(
      name: "steepness-rate", title: "Evolution of steepness", source: "Theorem 3.3",
      printed: ode.printedRate(steepness: slope, thirdDerivative: third), derived: derived,
      control: (ode.growthRate * cube + slope + third)
        / (overlap / deviation * cube + slope.squared),
      note: "g′ and g‴ are those of gₜ at 0; derived is (log d)″(0)·g′ with p_g = φ(g⁻¹)·(g⁻¹)′")
  }
}

extension SteepnessDerivations {
  private static let steepness = Expression.symbol("k", isPositive: true)
  private static let optimal = Expression.symbol("κ", isPositive: true)
  private static let length = Expression.symbol("ℓ", isPositive: true)
  private static let stepSize = Expression.symbol("s", isPositive: true)

  private static func recurrence(_ dimension: Int) -> SingleModeRecurrence<Expression> {
    SingleModeRecurrence(dimension: dimension, optimalSteepness: optimal, stepSize: stepSize)
  }

  /// The density of N(0, width²·I_n) at distance ρ from 0, n any expression.
  private static func density(
    _ radius: Series, width: Expression, _ dimension: Expression
  ) -> Series {
    let logPeak = dimension * .log(.sqrt(Expression(2) * .pi) * width)
    return .exp(-(radius / Series(constant: width)).squared / Series(2) - Series(constant: logPeak))
  }

  /// k_{t+1} − k_t from a step s·(log d̂)′(ρ) along the radius at ρ = k·ℓ, with ℓ = ‖x₀‖.
  private static func increment(
    _ dimension: Expression, deviation: (Series) -> Series
  ) -> Expression {
    let radius = Series.variable(at: steepness * length, order: 1)
    let data = density(radius, width: optimal, dimension)
    let generated = density(radius, width: steepness, dimension)
    let discriminator = data / (data + deviation(data / generated) * generated)
    return stepSize * Series.log(discriminator).derivative(1) / length
  }

  /// The printed step of Theorem C.5, in which the dimension does not occur.
  private static var printedOptimalIncrement: Expression {
    let form = recurrence(1)
    let ratio = form.printedRatio(steepness: steepness, squaredLength: length.squared)
    return form.printedNext(steepness: steepness, factor: Expression(1) / (Expression(1) + ratio))
      - steepness
  }

  /// k_{t+1} − k_t under the optimal discriminator; on the line the derived one is k times the printed.
  /// κ stands for k_*, ℓ for ‖x₀‖.
  ///
  /// - Source: Theorem C.5.
  private static func optimalIncrement(_ dimension: Expression) -> Derivation {
    let derived = increment(dimension) { _ in Series(1) }
    return Derivation(
      name: "recurrence-C.5-dimension-\(dimension)",
      title: "Step of the steepness of a single mode in dimension \(dimension)",
      source: "Theorem C.5", printed: printedOptimalIncrement, derived: derived,
      control: derived * length, note: symbolNote)
  }

  private static let symbolNote = "k is the steepness, κ is k_*, ℓ is ‖x₀‖ and s the step size"

  /// The same under a suboptimal discriminator; f and f′ are taken at the derived ratio, and f_p and f′_p
  /// at the printed one, which is the same on the line.
  ///
  /// - Source: Proposition D.2.
  private static func suboptimalIncrement(_ dimension: Expression) -> Derivation {
    let form = recurrence(1)
    let ratio = form.printedRatio(steepness: steepness, squaredLength: length.squared)
    let isLine = dimension == Expression(1)
    let factor = SuboptimalDiscriminator<Expression> {
      AbstractFunction.composed("f", with: $0, mark: isLine ? "" : "_p")
    }.velocityFactor(at: ratio)
    let derived = increment(dimension) { AbstractFunction.composed("f", with: $0) }
    return Derivation(
      name: "recurrence-D.2-dimension-\(dimension)",
      title: "Step of the steepness under a suboptimal discriminator in dimension \(dimension)",
      source: "Proposition D.2",
      printed: form.printedNext(steepness: steepness, factor: factor) - steepness,
      derived: derived, control: derived * length,
      note: symbolNote + "; f and f′ are taken at "
        + (isLine ? "r" : "the derived r, f_p and f′_p at the printed one"))
  }

  /// n as a symbol: every dimension at once.
  private static let anyDimension = Expression.symbol("n", isPositive: true)

  /// Theorem C.5's step in dimension n.
  public static var optimalIncrementInAnyDimension: Derivation { optimalIncrement(anyDimension) }

  /// Proposition D.2's step in dimension n.
  public static var suboptimalIncrementInAnyDimension: Derivation {
    suboptimalIncrement(anyDimension)
  }

  /// Theorem C.5's step in one dimension.
  public static func optimalIncrement(dimension: Int) -> Derivation {
    precondition(dimension >= 1, "dimension ≥ 1")
    return optimalIncrement(Expression(dimension))
  }

  /// Proposition D.2's step in one dimension.
  public static func suboptimalIncrement(dimension: Int) -> Derivation {
    precondition(dimension >= 1, "dimension ≥ 1")
    return suboptimalIncrement(Expression(dimension))
  }
}
