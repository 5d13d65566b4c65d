import CFLINT

/// Functions of balls that stand for whole ranges, as the boxes of a subdivision are.
///
/// Arb bounds a function's change by its slope, which suits rounding errors. Where a ball is wide, the
/// values of a monotone function at its two ends enclose tighter.
extension Ball {
  /// Whether the radius exceeds 2⁻⁶, so that functions with slopes of about 1 change by much.
  var isWide: Bool {
    mag_cmp_2exp_si(arb_radref_pointer, -6) > 0 && isFinite
  }

  /// Whether the radius exceeds 1/32 of the midpoint.
  var isRelativelyWide: Bool { isFinite && arb_rel_accuracy_bits(pointer) < 5 }

  private var arb_radref_pointer: UnsafeMutablePointer<mag_struct> {
    withUnsafeMutablePointer(to: &pointer.pointee.rad) { $0 }
  }

  /// The values of a function that rises or falls over the whole ball.
  func throughEnds(_ function: (Ball) -> Ball) -> Ball {
    let (low, high) = (function(lowerEnd), function(upperEnd))
    return Ball(of: low, high) { arb_union($0, low.pointer, high.pointer, Ball.precision) }
  }

  /// x² where the ball is wide: never below 0.
  var wideSquare: Ball {
    let size = magnitude
    let far = size.upperEnd.narrowSquare
    let near = containsZero ? Ball.zero : size.lowerEnd.narrowSquare
    return Ball(of: near, far) { arb_union($0, near.pointer, far.pointer, Ball.precision) }
  }

  var narrowSquare: Ball { Ball(of: self) { arb_sqr($0, pointer, Ball.precision) } }

  /// The product of two wide balls that do not change sign, from their ends; nil for others.
  static func wideProduct(_ left: Ball, _ right: Ball) -> Ball? {
    guard left.isRelativelyWide, right.isRelativelyWide, !left.containsZero, !right.containsZero
    else { return nil }
    let (a, b) = (left.magnitude, right.magnitude)
    let (low, high) = (a.lowerEnd, b.lowerEnd)
    let least = Ball { arb_mul($0, low.pointer, high.pointer, precision) }
    let (top, over) = (a.upperEnd, b.upperEnd)
    let greatest = Ball { arb_mul($0, top.pointer, over.pointer, precision) }
    let size = Ball { arb_union($0, least.pointer, greatest.pointer, precision) }
    let isNegative = (left.approximation < 0) != (right.approximation < 0)
    return isNegative ? zero - size : size
  }
}
