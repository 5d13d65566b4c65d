import RealModule
import Scalars

/// The Hessian of log d under Assumption 4.1 and its eigenvalues, by algebra.
///
/// In the plane y = x − xᵢ = (y₁, y₂), r = √(y₁² + y₂²).
public enum CollapseDerivations {
  public static var all: [Derivation] {
    [hessian(row: 0, column: 0), hessian(row: 0, column: 1), hessian(row: 1, column: 1)]
      + [radialEigenvalue, tangentialEigenvalue, eigenvectors]
  }

  private static let point: [Expression] = [.symbol("y₁"), .symbol("y₂")]
  private static let deviation = Expression.symbol("σ", isPositive: true)

  /// A formula in r, with r = √(y₁² + y₂²) for the comparison.
  private static func inRadius(_ formula: (Expression) -> Expression) -> Derivation.Abbreviation {
    Derivation.Abbreviation(
      expression: formula(.symbol("r", isPositive: true)), symbol: "r",
      meaning: discriminator.distance(to: point))
  }

  private static var discriminator: LinearDiscriminator<Expression> {
    LinearDiscriminator(mode: [.zero, .zero], standardDeviation: deviation)
  }

  /// ∂ᵢ∂ⱼ log d.
  private static var derived: [[Expression]] {
    Scalars.hessian(at: point) { point in
      let lifted = LinearDiscriminator(
        mode: [.zero, .zero], standardDeviation: Jet(constant: Jet(constant: deviation)))
      return .log(lifted.value(at: point))
    }
  }

  /// −I/(r(4σ − r)) + yyᵀ/(r³(4σ − r)) − yyᵀ/(r²(4σ − r)²), entry by entry.
  ///
  /// - Source: proof of Theorem C.9.
  public static func hessian(row: Int, column: Int) -> Derivation {
    precondition(0 <= row && row < 2 && 0 <= column && column < 2, "0 ≤ row, column < 2")
    let outer = point[row] * point[column]
    let unit = Expression(row == column ? 1 : 0)
    let printed = inRadius { r in
      let rest = Expression(4) * deviation - r
      return -unit / (r * rest) + outer / (r.squared * r * rest)
        - outer / (r.squared * rest.squared)
    }
    let derived = derived[row][column]
    return Derivation(
      name: "hessian-\(row + 1)\(column + 1)",
      title: "Entry (\(row + 1), \(column + 1)) of the Hessian of log d",
      source: "proof of Theorem C.9", printed: printed, derived: derived,
      control: derived + Expression(1) / deviation.squared)
  }

  /// −1/(r(4σ − r)) + (4σ − 2r)/(r(4σ − r)²) against uᵀHu for u = y/r.
  ///
  /// - Source: proof of Theorem C.9.
  public static var radialEigenvalue: Derivation {
    let r = discriminator.distance(to: point)
    let printed = inRadius { r in
      let rest = Expression(4) * deviation - r
      return Expression(-1) / (r * rest)
        + (Expression(4) * deviation - Expression(2) * r) / (r * rest.squared)
    }
    let derived = quadraticForm(point.map { $0 / r })
    return Derivation(
      name: "eigenvalue-radial", title: "Eigenvalue along the radius",
      source: "proof of Theorem C.9", printed: printed, derived: derived,
      control: discriminator.eigenvalues(atDistance: r).tangential)
  }

  /// −1/(r(4σ − r)) against vᵀHv for v = (−y₂, y₁)/r.
  ///
  /// - Source: proof of Theorem C.9.
  public static var tangentialEigenvalue: Derivation {
    let r = discriminator.distance(to: point)
    let derived = quadraticForm([-point[1] / r, point[0] / r])
    return Derivation(
      name: "eigenvalue-tangential", title: "Eigenvalue across the radius",
      source: "proof of Theorem C.9",
      printed: inRadius { Expression(-1) / ($0 * (Expression(4) * deviation - $0)) },
      derived: derived, control: discriminator.eigenvalues(atDistance: r).radial)
  }

  /// vᵀHu = 0 for the directions u along the radius and v across it: both are eigenvectors.
  ///
  /// - Source: proof of Theorem C.9; derived.
  public static var eigenvectors: Derivation {
    let r = discriminator.distance(to: point)
    let (along, across) = (point.map { $0 / r }, [-point[1] / r, point[0] / r])
    return Derivation(
      name: "eigenvalue-directions", title: "Coupling of the radius and what is across it",
      source: "proof of Theorem C.9", printed: .zero, derived: bilinearForm(across, along),
      control: bilinearForm(along, along),
      note: "vᵀHu, u along the radius and v across it: 0 where both are eigenvectors")
  }

  private static func quadraticForm(_ vector: [Expression]) -> Expression {
    bilinearForm(vector, vector)
  }

  private static func bilinearForm(_ left: [Expression], _ right: [Expression]) -> Expression {
    let derived = derived
    var sum = Expression.zero
    for row in 0..<2 {
      for column in 0..<2 { sum += left[row] * derived[row][column] * right[column] }
    }
    return sum
  }
}
