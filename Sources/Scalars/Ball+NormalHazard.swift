import CFLINT

extension Ball {
  /// At the midpoint with the bits that the difference of logarithms of about x²/2 needs, and from there
  /// by slopes: that of the hazard lies in (0, 1), that of its excess in (−1, 0).
  ///
  /// Of a wide ball from its ends. Beyond 2⁴⁰⁹⁶ the excess lies between 1/(x + 2/x) and 1/x.
  /// - Accuracy: a unit of 2^(−precision), and the radius of x.
  /// - Rigour: enclosure.
  public static func normalHazard(_ x: Ball) -> (value: Ball, excess: Ball) {
    if let doubt = x.firstDoubt { return (wholeLine(doubt), wholeLine(doubt)) }
    if x.isWide {
      return (x.throughEnds { normalHazard($0).value }, x.throughEnds { normalHazard($0).excess })
    }
    let largeBits = x.bitsBeforeThePoint
    if largeBits > 1 << 12, x.isPositive == .holds {
      let excess = hull(Ball(1) / (x + Ball(2) / x), Ball(1) / x)
      return (x + excess, excess)
    }
    let centre = x.midpoint
    let (value, excess) = $precision.withValue(precision + 4 * min(largeBits, 1 << 12) + 16) {
      let value = exp(logNormalDensity(centre) - logNormalUpperTail(centre))
      return (value, value - centre)
    }
    func rounded(_ number: Ball) -> Ball {
      Ball(midpoint: Ball { arb_set_round($0, number.pointer, precision) }, radius: x.radius)
    }
    return (rounded(value), rounded(excess))
  }

  /// The bits of the midpoint before its point, at least 0.
  var bitsBeforeThePoint: Int { max(0, Int(arf_abs_bound_lt_2exp_si(&pointer.pointee.mid))) }
}
