import RealModule
import Scalars

/// r and ∇r of the four configurations of Table 2, from their densities.
public enum RatioDerivations {
  public static var all: [Derivation] {
    TableTwoCase.allCases.flatMap { configuration in
      [ratio(configuration), gradient(configuration, axis: 0), gradient(configuration, axis: 1)]
    }
  }

  private static let names = ["x₁", "x₂"]

  /// A point of the plane; of the box in case 2.
  private static func point(_ configuration: TableTwoCase) -> [Expression] {
    names.map {
      configuration == .covering ? .symbol($0, above: -2, below: 2) : .symbol($0)
    }
  }

  /// exp(log p_data − log p_g).
  private static func derivedRatio(_ configuration: TableTwoCase) -> Expression {
    let pair = AnyDensityPair<Expression>(configuration)
    guard let logRatio = pair.logRatio(at: point(configuration)) else {
      preconditionFailure("both densities are positive at the point")
    }
    return .exp(logRatio)
  }

  /// r as printed against p_data/p_g.
  ///
  /// - Source: Propositions C.1–C.4, first displays.
  public static func ratio(_ configuration: TableTwoCase) -> Derivation {
    let derived = derivedRatio(configuration)
    guard
      let printed = configuration.printedRatio.ratio(
        at: point(configuration), modes: configuration.modes())
    else { preconditionFailure("the point lies in the box") }
    return Derivation(
      name: "ratio-C.\(configuration.rawValue)",
      title: "Density ratio of case \(configuration.rawValue)",
      source: "Proposition C.\(configuration.rawValue)",
      printed: printed, derived: derived, control: derived * Expression(Rational(1001, 1000)))
  }

  /// One component of ∇r as printed against the derivative of p_data/p_g.
  ///
  /// - Source: Propositions C.1–C.4, second displays.
  public static func gradient(_ configuration: TableTwoCase, axis: Int) -> Derivation {
    precondition(0 <= axis && axis < 2, "0 ≤ axis < 2")
    let derived = derivedRatio(configuration)
    let slope = derived.derivative(by: names[axis])
    guard
      let printed = configuration.printedRatio.ratioGradient(
        at: point(configuration), modes: configuration.modes())
    else { preconditionFailure("the point lies in the box") }
    return Derivation(
      name: "ratio-gradient-C.\(configuration.rawValue)-\(axis + 1)",
      title: "Component \(axis + 1) of the ratio's gradient in case \(configuration.rawValue)",
      source: "Proposition C.\(configuration.rawValue)", printed: printed[axis], derived: slope,
      control: slope + derived)
  }
}
