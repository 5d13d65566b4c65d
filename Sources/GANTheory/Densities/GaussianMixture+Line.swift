import NumericKernel
public import RealModule
public import Scalars

/// Distribution functions of a mixture on the line. Both tails keep their relative accuracy.
extension GaussianMixture {
  /// The modes, in the order in which they were given.
  ///
  /// - Hypotheses: dimension 1.
  @inlinable public var modes: [S] {
    precondition(dimension == 1, "dimension = 1")
    return components.map { $0.mean[0] }
  }

  /// log Ψ(y) and log(1 − Ψ(y)), the logarithms of both tails.
  ///
  /// - Source: section 3.2, Ψ.
  /// - Accuracy: as `logNormalTailSums` of the scalar; in `Double` also the rounding of y times the slope.
  ///   Where one tail is near 1, the other is the small number.
  @inlinable public func logTails(_ y: S) -> (lower: S, upper: S) {
    S.logNormalTailSums(components.count) { index in
      let component = components[index]
      return (component.weight, (y - component.mean[0]) / component.standardDeviation)
    }
  }

  /// The same at each of several points; what they have in common is evaluated once where that pays.
  ///
  /// - Source: section 3.2, Ψ.
  /// - Accuracy: as `logTails`.
  @inlinable public func logTails(at points: [S]) -> [(lower: S, upper: S)] {
    S.logNormalTailSums(
      of: components.map { ($0.weight, $0.mean[0], $0.standardDeviation) }, at: points)
  }

  /// log Ψ(y), the logarithm of the distribution function.
  ///
  /// - Source: section 3.2, Ψ.
  /// - Accuracy: as `logTails`.
  @inlinable public func logCDF(_ y: S) -> S { logTails(y).lower }

  /// log(1 − Ψ(y)), the logarithm of the complementary distribution function.
  ///
  /// - Source: section 3.2.
  /// - Accuracy: as `logTails`.
  @inlinable public func logUpperTail(_ y: S) -> S { logTails(y).upper }

  /// Ψ(y).
  @inlinable public func cdf(_ y: S) -> S { S.exp(logCDF(y)) }

  /// 1 − Ψ(y) without cancellation.
  @inlinable public func upperTail(_ y: S) -> S { S.exp(logUpperTail(y)) }
}

extension GaussianMixture where S == Double {
  /// The y with log Ψ(y) = `logLower` and log(1 − Ψ(y)) = `logUpper`.
  ///
  /// The quantile of a mixture lies between the least and the greatest quantile of its components,
  /// which is the bracket; Brent's method closes it on the logarithm of the smaller tail.
  ///
  /// - Source: section 3.2, Ψ⁻¹.
  /// - Accuracy: the bracket is closed to 2⁻⁵¹ relative to the largest end; where the density nearly
  ///   vanishes between modes the position is as ill-conditioned as the problem.
  /// - Throws: `NumericError` where the root finder fails.
  public func quantile(logLower: Double, logUpper: Double) throws -> Double {
    let score = Double.normalQuantile(logLower: logLower, logUpper: logUpper)
    let ends = components.map { $0.mean[0] + $0.standardDeviation * score }
    guard let least = ends.min(), let greatest = ends.max(), least < greatest else {
      return ends[0]
    }
    let fromBelow = logLower <= logUpper
    func excess(_ y: Double) -> Double {
      fromBelow ? logCDF(y) - logLower : logUpper - logUpperTail(y)
    }
    let (left, right) = (excess(least), excess(greatest))
    if left >= 0 { return least }
    if right <= 0 { return greatest }
    return try Bracketing.root(of: excess, in: least...greatest).abscissa
  }
}
