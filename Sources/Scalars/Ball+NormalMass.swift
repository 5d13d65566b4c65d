import CFLINT
import RealModule

extension Ball {
  /// By a series about the centre where it is short, without any tail.
  ///
  /// Φ(c + h) − Φ(c − h) = 2φ(c)·∫₀ʰ g, where g(t) = cosh(ct)·exp(−t²/2) solves g″ = (c² − 1 − t²)·g − 2t·g′. So
  /// the coefficients of even powers of t obey (n + 1)(n + 2)·g₍ₙ₊₂₎ = (c² − 1 − 2n)·gₙ − g₍ₙ₋₂₎ from g₀ = 1. On
  /// |t| = R, |g| ≤ exp(|c|R + R²/2), hence by Cauchy |gₙ| ≤ exp(|c|R + R²/2)/Rⁿ, which bounds the terms left out.
  ///
  /// - Accuracy: relative radius of a few units of 2^(−precision), however small h is.
  /// - Rigour: enclosure.
  public static func normalMass(around centre: Ball, reach: Ball) -> Ball {
    guard let series = massSeries(centre, reach) else {
      return normalMass(from: centre - reach, to: centre + reach)
    }
    return normalDensity(centre) * reach * series
  }

  /// (2/h)·∫₀ʰ g, nil where many terms would be needed.
  private static func massSeries(_ centre: Ball, _ reach: Ball) -> Ball? {
    guard !centre.isWide, !reach.isWide, centre.isFinite, reach.isFinite else { return nil }
    let (size, half) = (centre.approximation.magnitude, reach.approximation.magnitude)
    // There |gₙ|·hⁿ sum to less than 2⁶ times the result.
    guard half < 1.5, size * half < 2 else { return nil }
    let bits = Double(precision) + 8
    var (terms, radius) = (8, 0.0)
    while true {
      // Where n·log R − |c|R − R²/2 is greatest.
      let count = Double(terms)
      radius = 2 * count / (size + (size * size + 4 * count).squareRoot())
      let logBound = size * radius + radius * radius / 2 + count * Double.log(half / radius)
      if logBound < -bits * 0.694 { break }
      terms += 4
      if terms > 32 + precision / 8 { return nil }
    }
    return sum(terms, of: centre, reach, radius: radius)
  }

  /// (2/h)·∫₀ʰ g from the powers of t below `terms`, an even number, and a bound on the others.
  private static func sum(
    _ terms: Int, of centre: Ball, _ reach: Ball, radius: Double
  ) -> Ball? {
    let bits = precision + 8
    var work = (0..<6).map { _ in arb_struct() }
    return work.withUnsafeMutableBufferPointer { work -> Ball? in
      guard let base = work.baseAddress else { return nil }
      for index in 0..<6 { arb_init(base + index) }
      defer { for index in 0..<6 { arb_clear(base + index) } }
      let (square, factor, term) = (base, base + 1, base + 2)
      let (previous, next, total) = (base + 3, base + 4, base + 5)
      arb_sqr(square, reach.pointer, bits)
      arb_sqr(factor, centre.pointer, bits)
      arb_sub_ui(factor, factor, 1, bits)
      arb_one(term)
      arb_one(total)
      // term = gₙ·hⁿ, previous = g₍ₙ₋₂₎·hⁿ.
      for n in stride(from: UInt(0), to: UInt(terms) - 2, by: 2) {
        arb_mul(next, factor, term, bits)
        arb_sub(next, next, previous, bits)
        arb_mul(previous, term, square, bits)
        arb_mul(next, next, square, bits)
        arb_div_ui(term, next, (n + 1) * (n + 2), bits)
        arb_div_ui(next, term, n + 3, bits)
        arb_add(total, total, next, bits)
        arb_sub_ui(factor, factor, 4, bits)
      }
      guard addRemainder(to: total, after: terms, of: centre, reach, radius, scratch: base) else {
        return nil
      }
      return Ball {
        arb_mul_2exp_si($0, total, 1)
        arb_set_round($0, $0, precision)
      }
    }
  }

  /// Widens `total` by Σ |gₙ|·hⁿ/(n + 1) over even n ≥ N, at most exp(|c|R + R²/2)·ρᴺ/((N + 1)(1 − ρ²)) with ρ = h/R;
  /// false where ρ is not below 1/2.
  private static func addRemainder(
    to total: UnsafeMutablePointer<arb_struct>, after terms: Int, of centre: Ball, _ reach: Ball,
    _ radius: Double, scratch: UnsafeMutablePointer<arb_struct>
  ) -> Bool {
    let bits = 30
    let (outer, ratio, exponent) = (scratch, scratch + 1, scratch + 2)
    arb_set_d(outer, radius)
    arb_div(ratio, reach.pointer, outer, bits)
    arb_abs(ratio, ratio)
    arb_set_d(exponent, 0.5)
    guard arb_lt(ratio, exponent) != 0 else { return false }
    // R·(|c| + R/2)
    arb_mul_2exp_si(exponent, outer, -1)
    arb_abs(scratch + 3, centre.pointer)
    arb_add(exponent, exponent, scratch + 3, bits)
    arb_mul(exponent, exponent, outer, bits)
    arb_exp(exponent, exponent, bits)
    arb_pow_ui(ratio, ratio, UInt(terms), bits)
    arb_mul(exponent, exponent, ratio, bits)
    // With ρ < 1/2, 1/(1 − ρ²) < 2 ≤ N + 1.
    arb_add_error(total, exponent)
    return true
  }
}
