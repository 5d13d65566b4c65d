import CFLINT
import RealModule

extension Ball {
  /// An enclosure of the quantile at the working precision, by Newton's method with an interval check.
  ///
  /// F = log Φ increases, is concave, and −1 < F″ < 0. A double is improved by Halley's steps, which
  /// triple its digits, and then X = c ± ρ is checked: F′(X) lies in F′(c) ± ρ, and where
  /// c − (F(c) − t)/F′(X) lies in X for every t of the target, it encloses every solution.
  /// A target too wide for that is enclosed by the quantiles of its ends.
  ///
  /// - Edge cases: the whole line, and a doubt, where the target is not below log 1 or not finite.
  public static func normalQuantile(logLower: Ball, logUpper: Ball) -> Ball {
    if logLower.approximation > logUpper.approximation {
      return zero - normalQuantile(logLower: logUpper, logUpper: logLower)
    }
    if let doubt = logLower.firstDoubt { return wholeLine(doubt) }
    if !logLower.isRelativelyWide, let quantile = certifiedQuantile(logLower) { return quantile }
    let ends = [
      Ball { arb_get_lbound_arf(&$0.pointee.mid, logLower.pointer, precision) },
      Ball { arb_get_ubound_arf(&$0.pointee.mid, logLower.pointer, precision) },
    ]
    guard let lowest = certifiedQuantile(ends[0]), let highest = certifiedQuantile(ends[1]) else {
      return wholeLine(.quantile)
    }
    return Ball { arb_union($0, lowest.pointer, highest.pointer, precision) }
  }

  /// The x with log Φ(x) in the target, nil where the check fails.
  private static func certifiedQuantile(_ target: Ball) -> Ball? {
    guard var centre = start(for: target), centre.bitsBeforeThePoint <= 1 << 12 else { return nil }
    if let quantile = expandedQuantile(target, about: centre) { return quantile }
    // log Φ is about x²/2, of which F′ needs the digits after the point.
    let largeBits = 2 * centre.bitsBeforeThePoint
    // Doubles are good to 2⁻⁴⁴; the last step squares what is left.
    var knownBits = 44
    while 2 * knownBits < precision + 8 {
      // Twice those for x + F′, which is about 1/x.
      let workingPrecision = min(3 * knownBits, precision) + 16 + 2 * largeBits
      centre = $precision.withValue(workingPrecision) {
        halleyStep(from: centre, to: target.midpoint)
      }
      guard centre.isFinite else { return nil }
      knownBits = 3 * knownBits - 4
    }
    return $precision.withValue(precision + 16 + largeBits) {
      newtonEnclosure(around: centre, of: target)
    }
    .map { enclosure in Ball { arb_set_round($0, enclosure.pointer, precision) } }
  }

  /// A number within 2⁻⁴⁴ of the quantile, relatively: a double, or from −10¹⁵ on
  /// x² = L − log(2π·L) with L = −2·target, which leaves out log(L)/L.
  private static func start(for target: Ball) -> Ball? {
    let logarithm = target.approximation
    if logarithm < -1e15 {
      let double = Ball(-2) * target.midpoint
      return (zero - sqrt(double - log(Ball(2) * pi * double))).midpoint
    }
    let start = Double.normalQuantile(
      logLower: logarithm, logUpper: Double.log(-Double.expMinusOne(logarithm)))
    return start.isFinite ? Ball(exactly: start) : nil
  }

  /// The quantile's Taylor series about a nearby c, to its sixth power, with a bound on the rest; nil where
  /// that is not enough.
  ///
  /// With w = (Φ(x) − Φ(c))/φ(c) the derivatives of x(w) are x⁽ᵏ⁾ = Pₖ(x)·(x′)ᵏ, x′ = φ(c)/φ(x), P₁ = 1,
  /// Pₖ₊₁ = Pₖ′ + k·x·Pₖ. Where |w|·(1 + |c|) ≤ 1/8, |x − c| ≤ ρ = 2|w|: the integral of φ/φ(c) from c to c ± ρ
  /// is at least ρ·exp(−|c|ρ − ρ²/2) > |w|. So (x′)⁷ ≤ exp(7·(|c|ρ + ρ²/2)) < 8.
  private static func expandedQuantile(_ target: Ball, about centre: Ball) -> Ball? {
    let size = centre.approximation.magnitude
    // Doubles are good to 2⁻⁴⁴, relatively.
    let knownBits = 44 - 2 * Double.log2(1 + size)
    guard 6 * knownBits > Double(precision) + 8 else { return nil }
    let enclosure = $precision.withValue(precision + 16 + 2 * centre.bitsBeforeThePoint) {
      () -> Ball? in
      let lower = normalCDF(centre)
      let ratio = lower / normalDensity(centre)
      let step = expMinusOne(target - log(lower)) * ratio
      let bound = step.magnitude.upperEnd
      guard (Ball(1) - Ball(8) * bound * (Ball(1) + centre.magnitude)).isNonNegative == .holds
      else { return nil }
      let square = centre.squared
      // The later a coefficient, the fewer of its digits matter.
      var sum = centre * (Ball(127) + square * (Ball(326) + square * Ball(120))) / Ball(720)
      sum = sum * step + (Ball(7) + square * (Ball(46) + square * Ball(24))) / Ball(120)
      sum = sum * step + centre * (Ball(7) + square * Ball(6)) / Ball(24)
      sum = sum * step + (Ball(1) + square * Ball(2)) / Ball(6)
      sum = sum * step + centre / Ball(2)
      sum = centre + step * (Ball(1) + step * sum)
      return Ball(midpoint: sum, radius: remainder(bound, size: centre.magnitude + bound + bound))
    }
    return enclosure.map { enclosure in Ball { arb_set_round($0, enclosure.pointer, precision) } }
  }

  /// P₇(s)·8·|w|⁷/7! with P₇ = 127 + 1740x² + 2556x⁴ + 720x⁶.
  private static func remainder(_ step: Ball, size: Ball) -> Ball {
    $precision.withValue(32) {
      let square = size.squared
      let derivative =
        Ball(127) + square * (Ball(1740) + square * (Ball(2556) + square * Ball(720)))
      let cube = step.squared * step
      return (derivative * cube.squared * step / Ball(630)).upperEnd
    }
  }

  /// F and F′ at a point.
  private static func logCDFWithSlope(_ x: Ball) -> (value: Ball, slope: Ball) {
    let value = logNormalCDF(x)
    return (value, exp(logNormalDensity(x) - value))
  }

  /// x − f/(F′ − f·F″/2F′) with f = F − t and F″ = −F′·(x + F′).
  private static func halleyStep(from x: Ball, to target: Ball) -> Ball {
    let (value, slope) = logCDFWithSlope(x)
    let excess = value - target
    return (x - excess / (slope + excess * (x + slope) / Ball(2))).midpoint
  }

  private static func newtonEnclosure(around centre: Ball, of target: Ball) -> Ball? {
    let (value, slope) = logCDFWithSlope(centre)
    let excess = value - target
    let step = excess / slope
    var reach = (step.magnitude.upperEnd * Ball(2) + unit * (Ball(1) + centre.magnitude)).midpoint
    for _ in 0..<8 {
      let slopes = Ball(midpoint: slope, radius: reach)
      guard slopes.isPositive == .holds else { return nil }
      let enclosure = centre - excess / slopes
      if enclosure.isContained(in: Ball(midpoint: centre, radius: reach)) { return enclosure }
      reach = (reach * Ball(2)).midpoint
    }
    return nil
  }
}
