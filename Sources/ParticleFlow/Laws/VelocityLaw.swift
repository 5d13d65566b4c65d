public import GANTheory
import RealModule
public import Scalars

/// How particles move when only the ratio r = p_data/p_g matters: v = w(ℓ)·∇ℓ with ℓ = log r.
///
/// v = ∇W(ℓ) with W′ = w, whatever w is: the flow ∂ₜp_g = −∇·(p_g·v) is the steepest descent of a functional
/// ∫ p_g·h(r), h″(r) = w/r², and decreases it at the rate ∫ p_g·|v|².
///
/// - Source: section 2.2; appendices D.1 and H.
public struct VelocityLaw: Sendable {
  /// Where the law comes from.
  public enum Origin: Sendable, Equatable {
    /// ∇d/d under the optimal discriminator: w = 1/(1 + r).
    case optimal
    /// Appendix H's update under the optimal output: v = ∇f′(r), so that w = r·f″(r).
    case divergence(DivergenceGenerator)
    /// The steepest descent of ∫ p_g·f(r): v = r·f″(r)·∇r, so that w = r²·f″(r).
    case descent(DivergenceGenerator)
    /// ∇d̂/d̂ under the discriminator d̂ = r/(r + f(r)): w = (f − r·f′)/(r + f).
    case suboptimal(RatioFormula)
  }

  public let origin: Origin
  /// What is typed to choose the law.
  public let name: String
  /// w as a formula in ℓ, undefined where algebra does not reach it.
  public let exactWeight: Expression

  private let quotient: ExponentialQuotient?
  private let table: PotentialTable

  /// The flow of the paper's main text.
  public static let optimal = VelocityLaw(.optimal)

  public init(_ origin: Origin) {
    self.origin = origin
    name =
      switch origin {
      case .optimal: "optimal"
      case .divergence(let generator): generator.rawValue
      case .descent(let generator): "descent:\(generator.rawValue)"
      case .suboptimal(let formula): "f=\(formula.text)"
      }
    exactWeight = Self.weight(origin, ratio: Expression.exp(Self.logRatio))
    let quotient = ExponentialQuotient(exactWeight, of: Self.logRatio)
    self.quotient = quotient
    table = PotentialTable { Self.weight(quotient, origin, at: $0) }
  }

  /// A law by its name: `optimal`, a divergence, `descent:` and a divergence, or `f=` and a formula in r.
  ///
  /// - Throws: `InputError` for anything else.
  public init(named name: String, argument: String = "--law") throws {
    if name.hasPrefix("f=") {
      self.init(.suboptimal(try RatioFormula(String(name.dropFirst(2)), argument: argument)))
      if [-1, 0, 1].allSatisfy({ weight(at: $0).value.isNaN }) {
        throw InputError(
          argument: argument, value: name,
          rule: "gives no discriminator: r + f is 0, or f is undefined, at all r that were tried",
          remedy: "choose f with f > r·f′ for all r, such as r^(1/2) or 1+r")
      }
    } else if name.hasPrefix("descent:"),
      let generator = DivergenceGenerator(rawValue: String(name.dropFirst(8)))
    {
      self.init(.descent(generator))
    } else if let generator = DivergenceGenerator(rawValue: name) {
      self.init(.divergence(generator))
    } else if name == "optimal" {
      self.init(.optimal)
    } else {
      throw InputError(
        argument: argument, value: name, rule: "is no law of motion",
        remedy: "choose optimal, "
          + DivergenceGenerator.allCases.map(\.rawValue).joined(separator: ", ")
          + ", descent:pearson (or another divergence), or f=1+0.5*r")
    }
  }

  /// ℓ as a symbol.
  static let logRatio = Expression.symbol("l")

  /// w at a ratio, from the formulas of the discriminator and of the divergences.
  ///
  /// - Source: section 2.2; appendix H; proof of Proposition D.2.
  /// - Accuracy: that of the number system.
  public static func weight<S: Scalar & Equatable>(_ origin: Origin, ratio: S) -> S {
    func curvature(_ generator: DivergenceGenerator) -> S {
      generator.value(at: Jet.variable(at: ratio, order: 2)).derivative(2)
    }
    return switch origin {
    case .optimal: SuboptimalDiscriminator<S> { _ in Jet(1) }.velocityFactor(at: ratio)
    case .divergence(let generator): ratio * curvature(generator)
    case .descent(let generator): ratio.squared * curvature(generator)
    case .suboptimal(let formula):
      SuboptimalDiscriminator<S> { formula.value(at: $0) }.velocityFactor(at: ratio)
    }
  }

  private static func weight(
    _ quotient: ExponentialQuotient?, _ origin: Origin, at logRatio: Double
  ) -> (value: Double, slope: Double) {
    if let quotient { return quotient.valueAndSlope(at: logRatio) }
    let jet = weight(origin, ratio: Jet.exp(Jet.variable(at: logRatio, order: 1)))
    return (jet.value, jet.derivative(1))
  }

  /// w and dw/dℓ.
  ///
  /// - Accuracy: a few ulp where w is a quotient of sums of positive powers of r, at any ℓ; otherwise that of
  ///   the formula in doubles, which needs |ℓ| < 700.
  /// - Edge cases: infinite where w overflows, which only laws that grow with r or 1/r do.
  public func weight(at logRatio: Double) -> (value: Double, slope: Double) {
    Self.weight(quotient, origin, at: logRatio)
  }

  /// W(ℓ) = ∫₀^ℓ w, whose gradient is the velocity; log d − log ½ for the optimal discriminator.
  ///
  /// - Accuracy: 1e-14 of the larger of |W| and of w·1; see `PotentialTable`.
  public func potential(at logRatio: Double) -> Double { table.potential(at: logRatio) }

  /// h(r)/max(r, 1): the density of the functional ∫ p_g·h(r), over the larger of p_data and p_g.
  ///
  /// h is 0 with its slope at r = 1, and nowhere negative where w is not.
  ///
  /// - Source: derived: h − r·h′ = −W is the first variation.
  /// - Accuracy: as `potential`.
  public func functionalDensity(at logRatio: Double) -> Double { table.functional(at: logRatio) }

  /// A ratio ℓ at which w < 0, so that the flow is a diffusion that runs backwards; nil where none was found.
  ///
  /// - Rigour: exact where w is a quotient with coefficients ≥ 0; otherwise a search on |ℓ| ≤ 100 in steps of 1/16.
  public var backwardRatio: Double? {
    if quotient?.isNonNegativeByForm == true { return nil }
    return (-1600...1600).map { Double($0) / 16 }.first { weight(at: $0).value < 0 }
  }
}

extension VelocityLaw {
  /// The functional that the flow descends, by name where it is a multiple of one of appendix H's divergences.
  ///
  /// w/r² is compared with f″ of every divergence, and of every divergence with the densities exchanged, as
  /// expressions.
  ///
  /// - Source: derived; appendix H for the divergences.
  public var functionalName: String {
    let ratio = Expression.exp(Self.logRatio)
    let bend = exactWeight / ratio.squared
    for generator in DivergenceGenerator.allCases where generator != .vanilla {
      for isExchanged in [false, true] {
        let jet = Jet.variable(at: ratio, order: 2)
        let value = isExchanged ? jet * generator.value(at: Jet(1) / jet) : generator.value(at: jet)
        guard let factor = (bend / value.derivative(2)).rational, factor > 0 else { continue }
        let arguments = isExchanged ? "p_g, p_data" : "p_data, p_g"
        return (factor == 1 ? "" : "\(factor) × ") + "\(generator.title) of (\(arguments))"
      }
    }
    if (bend / Self.mixtureBend).rational == 1 { return "2·KL((p_data + p_g)/2 ‖ p_data)" }
    return "∫ p_g·h(r) with h″ = w/r²"
  }

  /// f″ of appendix B's divergence.
  private static let mixtureBend = NonSaturatingDivergence.generator(
    Jet.variable(at: Expression.exp(logRatio), order: 2)
  ).derivative(2)
}
