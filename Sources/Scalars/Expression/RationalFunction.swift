import CCalcium

/// The polynomial ring ℤ[x₁, …, xₙ] in lexicographic order, as FLINT wants it described.
final class PolynomialRing: @unchecked Sendable {
  let context = UnsafeMutablePointer<fmpz_mpoly_ctx_struct>.allocate(capacity: 1)

  private init(arity: Int) { fmpz_mpoly_ctx_init(context, max(arity, 1), ORD_LEX) }

  deinit {
    fmpz_mpoly_ctx_clear(context)
    context.deallocate()
  }

  private static let small = (0...32).map { PolynomialRing(arity: $0) }

  /// The ring in that many variables.
  static func ring(arity: Int) -> PolynomialRing {
    arity < small.count ? small[arity] : PolynomialRing(arity: arity)
  }
}

/// An element of ℚ(x₁, …, xₙ) in lowest terms: Calcium's `fmpz_mpoly_q` as a value.
///
/// Numerator and denominator are coprime polynomials over ℤ, the denominator's leading coefficient
/// is positive, so that equal elements have equal representations. Operands have the same arity.
struct RationalFunction: Sendable {
  /// Owns one `fmpz_mpoly_q_t`; never changed after the initialiser that fills it returns.
  private final class Storage: @unchecked Sendable {
    let ring: PolynomialRing
    let pointer = UnsafeMutablePointer<fmpz_mpoly_q_struct>.allocate(capacity: 1)

    init(_ ring: PolynomialRing) {
      self.ring = ring
      fmpz_mpoly_q_init(pointer, ring.context)
    }

    deinit {
      fmpz_mpoly_q_clear(pointer, ring.context)
      pointer.deallocate()
    }
  }

  typealias Context = UnsafeMutablePointer<fmpz_mpoly_ctx_struct>

  let arity: Int
  private let storage: Storage

  init(arity: Int, _ fill: (UnsafeMutablePointer<fmpz_mpoly_q_struct>, Context) -> Void) {
    self.arity = arity
    storage = Storage(.ring(arity: arity))
    fill(storage.pointer, storage.ring.context)
  }

  var pointer: UnsafeMutablePointer<fmpz_mpoly_q_struct> { storage.pointer }
  var context: Context { storage.ring.context }
}

extension RationalFunction {
  static func constant(_ value: Rational, arity: Int) -> RationalFunction {
    RationalFunction(arity: arity) {
      fmpz_mpoly_q_set_si($0, value.numerator, $1)
      if value.denominator != 1 { fmpz_mpoly_q_div_si($0, $0, value.denominator, $1) }
    }
  }

  static func integer(_ value: ExactInteger, arity: Int) -> RationalFunction {
    RationalFunction(arity: arity) { fmpz_mpoly_q_set_fmpz($0, value.pointer, $1) }
  }

  static func variable(_ index: Int, arity: Int) -> RationalFunction {
    RationalFunction(arity: arity) { fmpz_mpoly_q_gen($0, index, $1) }
  }

  var isZero: Bool { fmpz_mpoly_q_is_zero(pointer, context) != 0 }
  var isOne: Bool { fmpz_mpoly_q_is_one(pointer, context) != 0 }
  var isConstant: Bool { fmpz_mpoly_q_is_fmpq(pointer, context) != 0 }

  /// The number of bits of the longest coefficient.
  var coefficientBits: Int {
    // FLINT counts bits negatively where a coefficient is negative.
    max(
      abs(fmpz_mpoly_max_bits(&pointer.pointee.num)), abs(fmpz_mpoly_max_bits(&pointer.pointee.den))
    )
  }

  /// The numerator over 1.
  var numerator: RationalFunction {
    RationalFunction(arity: arity) {
      fmpz_mpoly_set(&$0.pointee.num, &pointer.pointee.num, $1)
      fmpz_mpoly_one(&$0.pointee.den, $1)
    }
  }

  /// The denominator over 1.
  var denominator: RationalFunction {
    RationalFunction(arity: arity) {
      fmpz_mpoly_set(&$0.pointee.num, &pointer.pointee.den, $1)
      fmpz_mpoly_one(&$0.pointee.den, $1)
    }
  }

  static func + (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    RationalFunction(arity: left.arity) { fmpz_mpoly_q_add($0, left.pointer, right.pointer, $1) }
  }

  static func - (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    RationalFunction(arity: left.arity) { fmpz_mpoly_q_sub($0, left.pointer, right.pointer, $1) }
  }

  static func * (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    RationalFunction(arity: left.arity) { fmpz_mpoly_q_mul($0, left.pointer, right.pointer, $1) }
  }

  /// The quotient; `right` is not 0.
  static func / (left: RationalFunction, right: RationalFunction) -> RationalFunction {
    precondition(!right.isZero, "right ≠ 0")
    return RationalFunction(arity: left.arity) {
      fmpz_mpoly_q_div($0, left.pointer, right.pointer, $1)
    }
  }

  /// The power with a natural exponent.
  func power(_ exponent: Int) -> RationalFunction {
    RationalFunction(arity: arity) {
      _ = fmpz_mpoly_pow_ui(&$0.pointee.num, &pointer.pointee.num, UInt(exponent), $1)
      _ = fmpz_mpoly_pow_ui(&$0.pointee.den, &pointer.pointee.den, UInt(exponent), $1)
    }
  }

  /// ∂/∂xᵢ.
  func derivative(_ index: Int) -> RationalFunction {
    let (top, bottom) = (numerator, denominator)
    let topSlope = top.polynomialDerivative(index)
    let bottomSlope = bottom.polynomialDerivative(index)
    return (topSlope * bottom - top * bottomSlope) / (bottom * bottom)
  }

  private func polynomialDerivative(_ index: Int) -> RationalFunction {
    RationalFunction(arity: arity) {
      fmpz_mpoly_derivative(&$0.pointee.num, &pointer.pointee.num, index, $1)
      fmpz_mpoly_one(&$0.pointee.den, $1)
    }
  }
}

extension RationalFunction: Equatable {
  static func == (left: RationalFunction, right: RationalFunction) -> Bool {
    left.arity == right.arity
      && fmpz_mpoly_q_equal(left.pointer, right.pointer, left.context) != 0
  }
}
