public import RealModule
public import Scalars

/// The discriminator of Assumption 4.1 around one mode: d(x) = 1/2 − ‖x − xᵢ‖/(8σ) on the ball of
/// radius 4σ.
///
/// - Source: Assumption 4.1.
public struct LinearDiscriminator<S: Scalar>: Sendable {
  public let mode: [S]
  public let standardDeviation: S

  @inlinable public init(mode: [S], standardDeviation: S) {
    self.mode = mode
    self.standardDeviation = standardDeviation
  }

  /// r = ‖x − xᵢ‖₂.
  @inlinable public func distance(to point: [S]) -> S { S.sqrt(squaredDistance(point, mode)) }

  /// d(x) inside the ball of radius 4σ.
  ///
  /// - Source: Assumption 4.1.
  /// - Accuracy: a few ulp of 1/2.
  @inlinable public func value(at point: [S]) -> S {
    S(Rational(1, 2)) - distance(to: point) / (S(8) * standardDeviation)
  }

  /// ∇d/d = −y/(r·(4σ − r)), of length 1/(4σ − r), for 0 < r < 4σ.
  ///
  /// - Source: section 4.1.
  /// - Edge cases: undefined at the mode itself, where d has a kink.
  /// - Accuracy: a few ulp relative to 1/(4σ − r).
  @inlinable public func velocity(at point: [S]) -> [S] {
    let r = distance(to: point)
    let factor = S(-1) / (r * (S(4) * standardDeviation - r))
    return zip(point, mode).map { factor * ($0 - $1) }
  }

  /// The Jacobian of ∇d/d, which is the Hessian of log d.
  ///
  /// H = −(I − uuᵀ)/(r(4σ − r)) − uuᵀ/(4σ − r)² with u = (x − xᵢ)/r.
  ///
  /// - Source: derived from Assumption 4.1; compare the proof of Theorem C.9.
  /// - Shapes: n rows of n entries.
  /// - Accuracy: a few ulp relative to the larger eigenvalue.
  @inlinable public func hessianOfLog(at point: [S]) -> [[S]] {
    let r = distance(to: point)
    let direction = zip(point, mode).map { ($0 - $1) / r }
    let (radial, tangential) = eigenvalues(atDistance: r)
    return direction.indices.map { row in
      direction.indices.map { column in
        let outer = direction[row] * direction[column]
        return (row == column ? tangential : S.zero) + (radial - tangential) * outer
      }
    }
  }

  /// Eigenvalues of that Hessian: −1/(4σ − r)² along the radius, −1/(r(4σ − r)) across it.
  ///
  /// - Source: derived; proof of Theorem C.9.
  /// - Accuracy: a few ulp.
  /// - Formal proof: `Proofs/theories/Collapse.v`.
  @inlinable public func eigenvalues(atDistance r: S) -> (radial: S, tangential: S) {
    let rest = S(4) * standardDeviation - r
    return (S(-1) / rest.squared, S(-1) / (r * rest))
  }

  /// 1 − s/(4σ − r)², the factor by which steepness is said to drop.
  ///
  /// - Source: Theorem 4.2.
  /// - Accuracy: a few ulp of 1.
  @inlinable public func printedContraction(atDistance r: S, stepSize: S) -> S {
    S(1) - stepSize / (S(4) * standardDeviation - r).squared
  }

  /// r(4σ − r)²/2σ: the largest step at which I + sH contracts by the printed factor in n ≥ 2
  /// dimensions. Beyond it the directions across the radius overshoot.
  ///
  /// - Source: |1 − s/(r(4σ − r))| ≤ 1 − s/(4σ − r)² solved for s.
  /// - Hypotheses: 0 < r ≤ 2σ, 0 < s < (4σ − r)².
  /// - Accuracy: a few ulp.
  /// - Formal proof: `Proofs/theories/Collapse.v`.
  @inlinable public func largestContractingStep(atDistance r: S) -> S {
    r * (S(4) * standardDeviation - r).squared / (S(2) * standardDeviation)
  }
}
