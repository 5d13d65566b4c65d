import CCalcium

/// An integer of any size: FLINT's `fmpz` as a value.
struct ExactInteger: Sendable {
  /// Owns one `fmpz_t`; never changed after the initialiser that fills it returns.
  private final class Storage: @unchecked Sendable {
    let pointer = UnsafeMutablePointer<fmpz>.allocate(capacity: 1)

    init() { fmpz_init(pointer) }

    deinit {
      fmpz_clear(pointer)
      pointer.deallocate()
    }
  }

  private let storage = Storage()

  init(_ fill: (UnsafeMutablePointer<fmpz>) -> Void) { fill(storage.pointer) }

  init(_ value: Int) { fmpz_set_si(storage.pointer, value) }

  var pointer: UnsafeMutablePointer<fmpz> { storage.pointer }

  /// −1, 0 or 1.
  var sign: Int { Int(fmpz_sgn(pointer)) }

  var isOne: Bool { fmpz_is_one(pointer) != 0 }

  var magnitude: ExactInteger { ExactInteger { fmpz_abs($0, pointer) } }

  /// The same number as a machine integer, or nil where it does not fit.
  var machineInteger: Int? {
    guard fmpz_fits_si(pointer) != 0 else { return nil }
    let number = fmpz_get_si(pointer)
    return number == .min ? nil : number
  }

  var isOdd: Bool { fmpz_is_odd(pointer) != 0 }

  static func * (left: ExactInteger, right: ExactInteger) -> ExactInteger {
    ExactInteger { fmpz_mul($0, left.pointer, right.pointer) }
  }

  func greatestCommonDivisor(with other: ExactInteger) -> ExactInteger {
    ExactInteger { fmpz_gcd($0, pointer, other.pointer) }
  }

  /// The quotient by a divisor.
  func quotient(by divisor: ExactInteger) -> ExactInteger {
    ExactInteger { fmpz_divexact($0, pointer, divisor.pointer) }
  }

  /// Quotient and remainder by 2⁶⁰, both of the sign of the number.
  var splitAtSixtyBits: (quotient: ExactInteger, remainder: Int) {
    let quotient = ExactInteger { fmpz_tdiv_q_2exp($0, pointer, 60) }
    let remainder = ExactInteger { fmpz_tdiv_r_2exp($0, pointer, 60) }
    return (quotient, fmpz_get_si(remainder.pointer))
  }

  /// The number in any scalar.
  ///
  /// - Accuracy: exact up to the scalar's own rounding.
  func converted<S: Scalar>() -> S {
    if let number = machineInteger { return S(number) }
    let (quotient, remainder) = splitAtSixtyBits
    return quotient.converted() * S(1 << 60) + S(remainder)
  }

  /// The prime powers of a positive number, or nil where it has more than 160 bits and is not worth
  /// the search.
  var primePowers: [(prime: ExactInteger, exponent: Int)]? {
    guard fmpz_bits(pointer) <= 160 else { return nil }
    var factors = fmpz_factor_struct()
    fmpz_factor_init(&factors)
    defer { fmpz_factor_clear(&factors) }
    fmpz_factor(&factors, pointer)
    return (0..<factors.num).map { index in
      (ExactInteger { fmpz_set($0, factors.p + index) }, Int(factors.exp[index]))
    }
  }
}

extension ExactInteger: Equatable {
  static func == (left: ExactInteger, right: ExactInteger) -> Bool {
    fmpz_equal(left.pointer, right.pointer) != 0
  }
}

extension ExactInteger: CustomStringConvertible {
  /// The decimal digits.
  var description: String {
    guard let text = fmpz_get_str(nil, 10, pointer) else { return "?" }
    defer { flint_free(text) }
    return String(cString: text)
  }
}
