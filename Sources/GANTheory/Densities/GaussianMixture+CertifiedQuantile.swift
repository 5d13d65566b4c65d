import RealModule
public import Scalars

extension GaussianMixture where S == Ball {
  /// An enclosure of the y with log Ψ(y) = `logLower` and log(1 − Ψ(y)) = `logUpper`.
  ///
  /// The equation is solved on the logarithm of the smaller tail. Bisection and Newton steps find a
  /// centre; nothing is concluded from them. Then both ends of the answer are points at which the
  /// sign of log Ψ − `logLower` is certified, negative on the left and positive on the right: Ψ
  /// increases, so no solution lies outside.
  ///
  /// - Source: section 3.2, Ψ⁻¹.
  /// - Hypotheses: dimension 1.
  /// - Edge cases: where Ψ is flat to the working precision, as far between modes, the answer is the
  ///   whole stretch that cannot be told apart; a target of some width gives the quantiles of all its
  ///   values; the whole line where the target is not finite or reaches 0 or 1.
  /// - Accuracy: the target's radius over the slope of log Ψ, and about 2⁻ᵖ⁺¹⁰·(|y| + σ) at p bits.
  /// - Rigour: enclosure.
  public func quantile(logLower: Ball, logUpper: Ball) -> Ball {
    precondition(dimension == 1, "dimension = 1")
    if logLower.approximation > logUpper.approximation {
      return .zero - mirrored.lowerQuantile(logUpper)
    }
    return lowerQuantile(logLower)
  }

  /// The mixture of −Y.
  var mirrored: GaussianMixture {
    GaussianMixture(
      components: components.map {
        Component(
          weight: $0.weight, mean: $0.mean.map { Ball.zero - $0 },
          standardDeviation: $0.standardDeviation)
      })
  }

  /// The y with log Ψ(y) = `target`.
  private func lowerQuantile(_ target: Ball) -> Ball {
    guard target.isFinite, (Ball.zero - target).isPositive == .holds else { return .wholeLine }
    let width = Ball.powerOfTwo(24 - Ball.precision) * (Ball(1) + target.magnitude)
    if (width - target.radius).isNonNegative == .holds {
      return QuantileSearch(mixture: self, target: target)?.quantile ?? .wholeLine
    }
    let ends = [target.lowerEnd, target.upperEnd]
    guard (Ball.zero - ends[1]).isPositive == .holds,
      let least = QuantileSearch(mixture: self, target: ends[0])?.quantile,
      let greatest = QuantileSearch(mixture: self, target: ends[1])?.quantile
    else { return .wholeLine }
    return Ball.hull(least, greatest)
  }
}

/// The solution of log Ψ(y) = target, between two points on either side of it.
private struct QuantileSearch {
  let mixture: GaussianMixture<Ball>
  let target: Ball
  /// Not above any solution.
  var least: Ball
  /// Not below any solution.
  var greatest: Ball
  /// Near a solution, exact.
  var centre: Ball

  /// The quantile of a mixture lies between the least and the greatest quantile of its components.
  ///
  /// - Returns: nil where the normal quantile of the target is not finite.
  init?(mixture: GaussianMixture<Ball>, target: Ball) {
    let score = Ball.normalQuantile(
      logLower: target, logUpper: .log(.zero - .expMinusOne(target)))
    guard score.isFinite else { return nil }
    let quantiles = mixture.components.map { $0.mean[0] + $0.standardDeviation * score }
    self.mixture = mixture
    self.target = target
    least = quantiles.dropFirst().reduce(quantiles[0], Ball.smaller).lowerEnd
    greatest = quantiles.dropFirst().reduce(quantiles[0], Ball.larger).upperEnd
    centre = ((least + greatest) / Ball(2)).midpoint
  }

  var quantile: Ball {
    // Bisection is cheap at few bits; a plateau that they cannot resolve is left to the next round.
    var search = self
    if Ball.precision > 192 { Ball.$precision.withValue(128) { search.approach() } }
    search.approach()
    return search.enclosure()
  }

  /// log Ψ(y), with far components that the general formula cannot bound.
  private func logCDF(_ output: Ball) -> Ball {
    logSumExp(
      mixture.components.map {
        Ball.log($0.weight)
          + Ball.logNormalUpperTail(($0.mean[0] - output) / $0.standardDeviation)
      })
  }

  /// log Ψ(y) − target.
  private func excess(_ output: Ball) -> Ball { logCDF(output) - target }

  /// Moves the centre towards the solution, and the ends where a sign is certain.
  private mutating func approach() {
    var lastStep = greatest - least
    // A bracket of 2⁶⁰ units in σ takes 60 bisections, and Newton's method doubles the digits.
    for _ in 0..<160 {
      let logCDF = logCDF(centre)
      let excess = logCDF - target
      if excess.isPositive == .holds {
        greatest = centre
      } else if (.zero - excess).isPositive == .holds {
        least = centre
      } else {
        return
      }
      guard let logDensity = mixture.logDensity(at: [centre]) else { return }
      let step = (excess / Ball.exp(logDensity - logCDF)).midpoint
      let next = (centre - step).midpoint
      let isInside = (next - least).isPositive && (greatest - next).isPositive
      let isShorter = (lastStep - (step + step).magnitude).isPositive
      if step.isFinite, (isInside && isShorter) == .holds {
        centre = next
        lastStep = step.magnitude
        if (resolution - lastStep).isPositive == .holds { return }
      } else {
        lastStep = (greatest - least).midpoint
        centre = ((least + greatest) / Ball(2)).midpoint
        if (resolution - lastStep).isPositive == .holds { return }
      }
    }
  }

  /// A few units in the last place of positions near the centre.
  private var resolution: Ball {
    let deviations = mixture.components.map(\.standardDeviation)
    let narrowest = deviations.dropFirst().reduce(deviations[0], Ball.smaller)
    return (Ball.powerOfTwo(6 - Ball.precision) * (centre.magnitude + narrowest)).midpoint
  }

  /// The hull of two points at which the sign of the excess is certain.
  private func enclosure() -> Ball {
    let left = certifiedPoint(towards: least) { (Ball.zero - excess($0)).isPositive }
    let right = certifiedPoint(towards: greatest) { excess($0).isPositive }
    return Ball.hull(left, right)
  }

  /// A point near to the centre at which the sign is certain: distances `resolution`·2ᵏ are tried, then
  /// the last interval is halved some times. The end itself where no point before it will do.
  private func certifiedPoint(towards end: Ball, isCertain: (Ball) -> Decision) -> Ball {
    let reach = (end - centre).magnitude
    let unit = resolution
    let isBelow = (centre - end).isPositive == .holds
    func point(_ distance: Ball) -> Ball? {
      guard (reach - distance).isPositive == .holds else { return nil }
      return (isBelow ? centre - distance : centre + distance).midpoint
    }
    func isFarEnough(_ distance: Ball) -> Bool {
      point(distance).map { isCertain($0) == .holds } ?? true
    }
    func distance(_ exponent: Int) -> Ball { unit * Ball.powerOfTwo(exponent) }
    if isFarEnough(unit) { return point(unit) ?? end }
    var (failing, sufficient) = (0, 1)
    while !isFarEnough(distance(sufficient)) {
      (failing, sufficient) = (sufficient, 2 * sufficient)
    }
    while sufficient - failing > 1 {
      let middle = (failing + sufficient) / 2
      if isFarEnough(distance(middle)) { sufficient = middle } else { failing = middle }
    }
    var (near, far) = (distance(failing), Ball.smaller(distance(sufficient), reach).midpoint)
    for _ in 0..<6 {
      let middle = ((near + far) / Ball(2)).midpoint
      if isFarEnough(middle) { far = middle } else { near = middle }
    }
    return point(far) ?? end
  }
}
