import RealModule
import Scalars

/// Which divergence a particle flow descends, and the fields of other divergences.
///
/// Along −∇δD/δp_g, a particle under D = ∫ p_g·f(p_data/p_g) moves by −∇(f − r·f′) = r·f″(r)·∇r.
public enum DivergenceDerivations {
  public static var all: [Derivation] {
    [valueAtOne, curvature, namedDivergence, descendedByFlow, variationalBound]
      + DivergenceGenerator.allCases.map { field($0) } + [nonSaturatingField, saturatingField]
  }

  private typealias Series = AbstractFunction.Series

  private static let ratio = Expression.symbol("r", isPositive: true)

  /// f″(r) by a Taylor series.
  private static func curvature(_ function: (Series) -> Series) -> Expression {
    function(.variable(at: ratio, order: 2)).derivative(2)
  }

  /// f(1) = 0, which makes D_f vanish between equal densities.
  ///
  /// - Source: appendix B.
  public static var valueAtOne: Derivation {
    let value = NonSaturatingDivergence.generator(Expression(1))
    return Derivation(
      name: "divergence-value-at-one", title: "Appendix B's f at 1", source: "appendix B",
      printed: .zero, derived: value, control: NonSaturatingDivergence.generator(Expression(2)))
  }

  /// f″(r) = 1/(r²(1 + r)), which is positive: f is convex.
  ///
  /// - Source: appendix B; derived.
  public static var curvature: Derivation {
    let derived = curvature { NonSaturatingDivergence.generator($0) }
    return Derivation(
      name: "divergence-curvature", title: "Curvature of appendix B's f", source: "appendix B",
      printed: Expression(1) / (ratio.squared * (Expression(1) + ratio)), derived: derived,
      control: Expression(1) / (ratio * (Expression(1) + ratio)),
      note: derived.isPositive == .holds ? "positive for every r > 0: f is convex" : nil)
  }

  /// q·f(p/q) = (p + q)·log((p + q)/2p) + (1 − log 2)·(p − q), the last of which has integral 0: appendix
  /// B's divergence is twice the KL divergence of (p_data + p_g)/2 from p_data.
  ///
  /// - Source: appendix B; derived.
  public static var namedDivergence: Derivation {
    let (p, q) = (
      Expression.symbol("p", isPositive: true), Expression.symbol("q", isPositive: true)
    )
    let two = Expression(2)
    let named =
      (p + q) * .log((p + q) / (two * p)) + (Expression(1) - .log(two)) * (p - q)
    return Derivation(
      name: "divergence-named", title: "Integrand of appendix B's divergence",
      source: "appendix B", printed: q * NonSaturatingDivergence.generator(p / q), derived: named,
      control: named + (p - q),
      note:
        "D_f = 2·KL((p_data + p_g)/2 ‖ p_data): the integrand is (p + q)·log((p + q)/(2·p)), and a "
        + "multiple of p − q, whose integral is 0")
  }

  /// The particle flow 1/(r(1 + r))·∇r is r·f″(r)·∇r for appendix B's f.
  ///
  /// - Source: appendix B; section 2.2.
  public static var descendedByFlow: Derivation {
    let bend = curvature { NonSaturatingDivergence.generator($0) }
    return Derivation(
      name: "divergence-of-flow", title: "Divergence that the particle flow descends",
      source: "appendix B", printed: Expression(1) / (ratio * (Expression(1) + ratio)),
      derived: ratio * bend, control: bend,
      note:
        "the factor of ∇r; the steepest descent of D_f by particles is r·f″(r)·∇r, with appendix "
        + "B's f on the derived side")
  }

  /// p·f(p/q), as appendix H prints the integrand, against the supremum p·T − q·f*(T) of the bound
  /// that it trains: q·f(p/q). The quotient is q/p.
  ///
  /// - Source: appendix H, first display.
  public static var variationalBound: Derivation {
    let (p, q) = (
      Expression.symbol("p", isPositive: true), Expression.symbol("q", isPositive: true)
    )
    let (value, slope) = (Expression.symbol("f"), Expression.symbol("f′"))
    // At the maximiser T = f′(r), the conjugate is f*(T) = r·f′(r) − f(r).
    let derived = p * slope - q * (p / q * slope - value)
    return Derivation(
      name: "divergence-appendix-H", title: "Integrand of appendix H's divergence",
      source: "appendix H", printed: p * value, derived: derived, control: q * slope,
      note: "f is f(p/q): appendix H integrates it over p_data, its variational bound over Q_θ")
  }

  /// g_f′(V)·∇V at the optimal V, against ∇f′(r) = f″(r)·∇r; ∇r is left out.
  ///
  /// - Source: appendix H, the update of the particles.
  public static func field(_ divergence: DivergenceGenerator) -> Derivation {
    let moving = Series.variable(at: ratio, order: 2)
    let output = divergence.optimalOutput(at: moving)
    let activation = divergence.activation(Series.variable(at: output.value, order: 1))
    let derived = curvature { divergence.value(at: $0) }
    return Derivation(
      name: "field-\(divergence.rawValue)", title: "Field of the \(divergence.title)",
      source: "appendix H", printed: activation.derivative(1) * output.derivative(1),
      derived: derived, control: derived * (Expression(1) + ratio),
      note: "the factor of ∇r: g_f′(V)·dV/dr beside f″(r)")
  }

  /// Appendix H's update for the vanilla divergence is NSGAN's, 1/(r(1 + r)).
  ///
  /// - Source: appendix H; section 2.2.
  public static var nonSaturatingField: Derivation {
    let derived = curvature { DivergenceGenerator.vanilla.value(at: $0) }
    return Derivation(
      name: "field-nonSaturating", title: "Field of NSGAN", source: "appendix H",
      printed: Expression(1) / (ratio * (Expression(1) + ratio)), derived: derived,
      control: derived * ratio, note: "the factor of ∇r")
  }

  /// The original generator loss log(1 − d) moves particles by −∇log(1 − d) = ∇r/(1 + r), which is
  /// r·f″(r)·∇r for the vanilla divergence: the descent of the divergence itself.
  ///
  /// - Source: appendix H.
  public static var saturatingField: Derivation {
    let moving = Series.variable(at: ratio, order: 1)
    let discriminator = moving / (Series(1) + moving)
    let bend = curvature { DivergenceGenerator.vanilla.value(at: $0) }
    return Derivation(
      name: "field-saturating", title: "Field of the vanilla GAN", source: "appendix H",
      printed: -Series.log(Series(1) - discriminator).derivative(1), derived: ratio * bend,
      control: bend, note: "the factor of ∇r")
  }
}
