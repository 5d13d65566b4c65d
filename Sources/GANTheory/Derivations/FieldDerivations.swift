import RealModule
import Scalars

/// ∇d/d in terms of the density ratio, for arbitrary densities along a line.
///
/// The densities enter as symbols p, q > 0 with slopes p′, q′: what holds for them holds for every
/// pair and in every direction.
public enum FieldDerivations {
  public static var all: [Derivation] {
    [fieldOfRatio, smallRatio, largeRatio, suboptimalField, particleUpdate]
  }

  private typealias Series = AbstractFunction.Series

  private static var data: Series { AbstractFunction.positive("p") }
  private static var generated: Series { AbstractFunction.positive("q") }

  /// (log d)′ for d = p/(p + q).
  private static var velocity: Expression {
    Series.log(data / (data + generated)).derivative(1)
  }

  /// ∇d/d = ∇r/(r(1 + r)).
  ///
  /// - Source: section 2.2; Theorem C.1.
  public static var fieldOfRatio: Derivation {
    let ratio = data / generated
    let (value, slope) = (ratio.value, ratio.derivative(1))
    return Derivation(
      name: "field-of-ratio", title: "Velocity in terms of the ratio", source: "section 2.2",
      printed: slope / (value * (Expression(1) + value)), derived: velocity,
      control: slope / (Expression(1) + value).squared,
      note: "p and q are p_data and p_g, p′ and q′ their slopes; what is printed is ∇r/(r(1 + r))")
  }

  /// d as a function of r, with r and r′ as symbols.
  private static var velocityOfRatio: (ratio: Series, velocity: Expression) {
    let ratio = AbstractFunction.positive("r")
    return (ratio, Series.log(ratio / (Series(1) + ratio)).derivative(1))
  }

  /// An approximation of ∇d/d with its exact relative error in the note.
  private static func approximation(
    _ name: String, _ title: String, _ source: String, of form: (Series) -> Series
  ) -> Derivation {
    let (ratio, velocity) = velocityOfRatio
    let printed = form(ratio).derivative(1)
    let error = printed / velocity - Expression(1)
    return Derivation(
      name: name, title: title, source: source, printed: printed, derived: velocity,
      control: velocity * ratio.value,
      note: "relative error of what is printed: exactly \(error)")
  }

  /// ∇log r against ∇d/d: their quotient is 1/(1 + r), a relative error of r.
  ///
  /// - Source: Theorem C.1, small r.
  public static var smallRatio: Derivation {
    approximation(
      "field-small-ratio", "Velocity where the ratio is small", "Theorem C.1", of: { .log($0) })
  }

  /// ∇(−1/r) against ∇d/d: their quotient is r/(1 + r), a relative error of 1/r.
  ///
  /// - Source: Theorem C.1, large r.
  public static var largeRatio: Derivation {
    approximation(
      "field-large-ratio", "Velocity where the ratio is large", "Theorem C.1",
      of: { Series(-1) / $0 })
  }

  /// ∇d̂/d̂ = (f − r·f′)·∇r/(r(r + f)) for d̂ = p/(p + f(r)·q).
  ///
  /// - Source: proof of Proposition D.2.
  public static var suboptimalField: Derivation {
    let ratio = data / generated
    let deviation = AbstractFunction.composed("f", with: ratio)
    let derived = Series.log(data / (data + deviation * generated)).derivative(1)
    let discriminator = SuboptimalDiscriminator<Expression> {
      AbstractFunction.composed("f", with: $0)
    }
    let printed =
      discriminator.velocityFactor(at: ratio.value) * ratio.derivative(1) / ratio.value
    return Derivation(
      name: "field-suboptimal", title: "Velocity under a suboptimal discriminator",
      source: "proof of Proposition D.2", printed: printed, derived: derived, control: velocity,
      note: "p and q are p_data and p_g, p′ and q′ their slopes; f and f′ are taken at r = p/q")
  }

  /// ∂θ(g − Ẑ)² = −s·∂θ log d(g), with Ẑ = g + s·∇d/d held fixed: the derived side is twice it.
  ///
  /// - Source: proof of Corollary C.1.
  public static var particleUpdate: Derivation {
    let stepSize = Expression.symbol("s", isPositive: true)
    let discriminator = Expression.symbol("d", isPositive: true)
    let slope = Expression.symbol("d′")
    // g as a function of θ, and d along g by the chain rule.
    let generator = Series(coefficients: [.symbol("g"), .symbol("g′")])
    let alongGenerator = Series(coefficients: [discriminator, slope * .symbol("g′")])
    let target = Series(constant: .symbol("g") + stepSize * slope / discriminator)
    let derived = (generator - target).squared.derivative(1)
    let printed = -stepSize * Series.log(alongGenerator).derivative(1)
    return Derivation(
      name: "particle-update", title: "Gradient of the particle loss",
      source: "proof of Corollary C.1", printed: printed, derived: derived,
      control: derived / discriminator,
      note: "a particle g moves to g + s·d′/d; g′ is its derivative by a parameter, d′ that of d")
  }
}
