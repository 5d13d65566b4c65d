import CFLINT

/// A real number known to lie within a ball: an Arb midpoint and radius.
///
/// Every operation returns a ball that contains all values the operation takes on its operands'
/// balls. A ball is a value: operations never change their operands.
///
/// The precision belongs to the task, not to the ball: `Ball.$precision.withValue(bits) { … }` sets it for
/// what the block calls and for its child tasks, but not for detached tasks or threads started by hand.
/// `valueAtRisingPrecision` raises it until a result is decided. A ball made outside keeps its radius:
/// make exact parameters into balls inside.
///
/// - Accuracy: radii are Arb's; `precision` bits are carried for midpoints.
/// - Rigour: enclosure. What cannot be evaluated (a logarithm of a ball that meets 0, say) is the
///   whole line or not a number; `doubt` says why, every comparison with it is undecided, and it has no
///   digits.
public struct Ball: Sendable {
  let storage: Storage

  /// The working precision in bits of every operation in the current task.
  @TaskLocal public static var precision = 128

  init(_ fill: (UnsafeMutablePointer<arb_struct>) -> Void) {
    storage = Storage()
    fill(storage.pointer)
  }

  /// Owns one `arb_t`; never changed after the initialiser that fills it returns.
  final class Storage: @unchecked Sendable {
    let pointer = UnsafeMutablePointer<arb_struct>.allocate(capacity: 1)
    /// Why the ball is not finite; says nothing where it is.
    var doubt: BallDoubt?

    init() { arb_init(pointer) }

    deinit {
      arb_clear(pointer)
      pointer.deallocate()
    }
  }

  var pointer: UnsafeMutablePointer<arb_struct> { storage.pointer }
}

extension Ball {
  /// The exact value of a double, radius 0; in doubt where the double is not finite.
  public init(exactly value: Double) {
    self.init { arb_set_d($0, value) }
    if !value.isFinite { storage.doubt = value.isNaN ? .notANumber : .infinite }
  }

  /// The ball around `midpoint` whose radius is at least `radius`.
  public init(midpoint: Ball, radius: Ball) {
    self.init(of: midpoint, radius) {
      arb_set($0, midpoint.pointer)
      arb_add_error($0, radius.pointer)
    }
  }

  /// The midpoint alone, radius 0.
  public var midpoint: Ball { Ball(of: self) { arb_get_mid_arb($0, pointer) } }

  /// A ball of radius 0 at an upper bound of the radius.
  public var radius: Ball { Ball(of: self) { arb_get_rad_arb($0, pointer) } }

  /// Whether midpoint and radius are finite.
  public var isFinite: Bool { arb_is_finite(pointer) != 0 }

  /// Whether the radius is 0.
  public var isExact: Bool { arb_is_exact(pointer) != 0 }

  /// Whether 0 is one of the enclosed values.
  public var containsZero: Bool { arb_contains_zero(pointer) != 0 }

  /// Whether 0 is the only enclosed value.
  public var isExactZero: Bool { arb_is_zero(pointer) != 0 }

  /// Whether every enclosed value is enclosed by the other ball too.
  public func isContained(in other: Ball) -> Bool { arb_contains(other.pointer, pointer) != 0 }

  /// A double that is not above any enclosed value; −∞ for a ball that is not finite.
  public var lowerBound: Double {
    bound({ arb_get_lbound_arf($0, pointer, 64) }, roundingDown: true)
  }

  /// A double that is not below any enclosed value; ∞ for a ball that is not finite.
  public var upperBound: Double {
    bound({ arb_get_ubound_arf($0, pointer, 64) }, roundingDown: false)
  }

  private func bound(
    _ fill: (UnsafeMutablePointer<arf_struct>) -> Void, roundingDown: Bool
  ) -> Double {
    guard isFinite else { return roundingDown ? -.infinity : .infinity }
    var end = arf_struct()
    arf_init(&end)
    defer { arf_clear(&end) }
    fill(&end)
    return arf_get_d(&end, roundingDown ? ARF_RND_FLOOR : ARF_RND_CEIL)
  }

  /// Decimal digits of the value, all of them certain but the last, which may be off by one.
  ///
  /// - Edge cases: `?` where fewer than one digit is certain: where the ball contains 0 without being
  ///   0, or is not finite.
  public func digits(_ count: Int) -> String {
    precondition(count > 0, "count > 0")
    guard isFinite, isExactZero || !containsZero,
      let text = arb_get_str(
        pointer, min(count, Ball.greatestDigitCount), steepness_arb_str_no_radius())
    else { return "?" }
    defer { flint_free(text) }
    let digits = String(cString: text)
    return digits.hasPrefix("[") ? "?" : digits
  }

  /// More digits than this are never printed.
  static let greatestDigitCount = 1 << 20

  /// The number of decimal digits that the radius leaves certain; 0 where the ball is not finite.
  public var certainDigits: Int {
    guard isFinite else { return 0 }
    return max(0, Int(Double(arb_rel_accuracy_bits(pointer)) * 0.30103))
  }
}

extension Ball: CustomStringConvertible {
  /// Midpoint and radius in decimal, as Arb prints them.
  public var description: String {
    guard let text = arb_get_str(pointer, 20, 0) else { return "?" }
    defer { flint_free(text) }
    return String(cString: text)
  }
}

extension Ball: Equatable {
  /// Whether two balls are the same set. This says nothing about the numbers that they enclose.
  public static func == (left: Ball, right: Ball) -> Bool {
    arb_equal(left.pointer, right.pointer) != 0
  }
}
