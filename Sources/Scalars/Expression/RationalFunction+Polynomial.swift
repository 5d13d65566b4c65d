import CCalcium

/// What is done with numerators and denominators one by one.
extension RationalFunction {
  /// A coefficient with the exponent of every variable.
  struct Term {
    let coefficient: ExactInteger
    let exponents: [Int]
  }

  /// The terms of the numerator, in descending lexicographic order.
  var numeratorTerms: [Term] { terms(&pointer.pointee.num) }

  /// The terms of the denominator, in descending lexicographic order.
  var denominatorTerms: [Term] { terms(&pointer.pointee.den) }

  var numeratorLength: Int { fmpz_mpoly_length(&pointer.pointee.num, context) }
  var denominatorLength: Int { fmpz_mpoly_length(&pointer.pointee.den, context) }

  private func terms(_ polynomial: UnsafeMutablePointer<fmpz_mpoly_struct>) -> [Term] {
    var exponents = [UInt](repeating: 0, count: max(arity, 1))
    return (0..<fmpz_mpoly_length(polynomial, context)).map { index in
      fmpz_mpoly_get_term_exp_ui(&exponents, polynomial, index, context)
      return Term(
        coefficient: ExactInteger {
          fmpz_mpoly_get_term_coeff_fmpz($0, polynomial, index, context)
        },
        exponents: exponents[..<arity].map { Int($0) })
    }
  }

  /// The polynomial with these terms.
  static func polynomial(_ terms: [Term], arity: Int) -> RationalFunction {
    RationalFunction(arity: arity) { pointer, context in
      fmpz_mpoly_q_zero(pointer, context)
      for term in terms {
        let exponents = arity == 0 ? [UInt(0)] : term.exponents.map { UInt($0) }
        fmpz_mpoly_push_term_fmpz_ui(
          &pointer.pointee.num, term.coefficient.pointer, exponents, context)
      }
      fmpz_mpoly_sort_terms(&pointer.pointee.num, context)
      fmpz_mpoly_combine_like_terms(&pointer.pointee.num, context)
    }
  }

  /// The highest exponents of every variable in numerator and denominator.
  var degrees: (numerator: [Int], denominator: [Int]) {
    var above = [Int](repeating: 0, count: max(arity, 1))
    var below = above
    fmpz_mpoly_degrees_si(&above, &pointer.pointee.num, context)
    fmpz_mpoly_degrees_si(&below, &pointer.pointee.den, context)
    return (Array(above[..<arity]), Array(below[..<arity]))
  }

  /// The same element with variable i replaced by variable `places[i]` to the power `strides[i]`.
  ///
  /// - Hypotheses: `places` ascends, so that lowest terms stay lowest terms.
  func placed(at places: [Int], strides: [Int], arity target: Int) -> RationalFunction {
    RationalFunction(arity: target) { result, ring in
      let map = places.isEmpty ? [0] : places
      var isStretched = false
      var factors = [ExactInteger](repeating: ExactInteger(1), count: max(target, 1))
      for (place, stride) in zip(places, strides) where stride != 1 {
        factors[place] = ExactInteger(stride)
        isStretched = true
      }
      copy(&pointer.pointee.num, to: &result.pointee.num)
      copy(&pointer.pointee.den, to: &result.pointee.den)
      func copy(
        _ source: UnsafeMutablePointer<fmpz_mpoly_struct>,
        to polynomial: UnsafeMutablePointer<fmpz_mpoly_struct>
      ) {
        fmpz_mpoly_compose_fmpz_mpoly_gen(polynomial, source, map, context, ring)
        guard isStretched else { return }
        withStrides(factors) { fmpz_mpoly_inflate(polynomial, polynomial, $0, $1, ring) }
      }
    }
  }

  /// The same element with variable i to the power `strides[i]` renamed to variable i.
  func deflated(by strides: [Int]) -> RationalFunction {
    if strides.allSatisfy({ $0 == 1 }) { return self }
    return RationalFunction(arity: arity) { result, ring in
      withStrides(strides.map { ExactInteger($0) }) {
        fmpz_mpoly_deflate(&result.pointee.num, &pointer.pointee.num, $0, $1, ring)
        fmpz_mpoly_deflate(&result.pointee.den, &pointer.pointee.den, $0, $1, ring)
      }
    }
  }

  /// Calls with zero shifts and the strides as arrays of machine-sized `fmpz`.
  private func withStrides(
    _ strides: [ExactInteger], _ body: (UnsafePointer<fmpz>, UnsafePointer<fmpz>) -> Void
  ) {
    let shifts = [fmpz](repeating: 0, count: strides.count)
    body(shifts, strides.map { $0.pointer.pointee })
  }

  /// The coefficients of the numerator as a polynomial in variable `index`, lowest first.
  func coefficients(in index: Int) -> [RationalFunction] {
    let degree = fmpz_mpoly_degree_si(&pointer.pointee.num, index, context)
    return (0...max(degree, 0)).map { exponent in
      RationalFunction(arity: arity) {
        var place = index
        var power = UInt(exponent)
        fmpz_mpoly_get_coeff_vars_ui(
          &$0.pointee.num, &pointer.pointee.num, &place, &power, 1, $1)
        fmpz_mpoly_one(&$0.pointee.den, $1)
      }
    }
  }

  /// The numerator as a constant times powers of irreducible polynomials with positive leading
  /// coefficients, or nil where it is too long to be worth factoring.
  var numeratorFactors:
    (constant: ExactInteger, factors: [(base: RationalFunction, exponent: Int)])?
  {
    guard numeratorLength <= 200 else { return nil }
    var factors = fmpz_mpoly_factor_struct()
    fmpz_mpoly_factor_init(&factors, context)
    defer { fmpz_mpoly_factor_clear(&factors, context) }
    guard fmpz_mpoly_factor(&factors, &pointer.pointee.num, context) != 0 else { return nil }
    let constant = ExactInteger { fmpz_set($0, &factors.constant) }
    return (
      constant,
      (0..<factors.num).map { index in
        let base = RationalFunction(arity: arity) {
          fmpz_mpoly_set(&$0.pointee.num, factors.poly + index, $1)
          fmpz_mpoly_one(&$0.pointee.den, $1)
        }
        return (base, fmpz_get_si(factors.exp + index))
      }
    )
  }

  /// q and r with scale·numerator = q·divisor + r and no term of r divisible by the leading term of
  /// the divisor's numerator.
  func numeratorQuotient(
    by divisor: RationalFunction
  ) -> (scale: ExactInteger, quotient: RationalFunction, remainder: RationalFunction) {
    let scale = ExactInteger(1)
    var remainder: RationalFunction?
    let quotient = RationalFunction(arity: arity) { result, ring in
      remainder = RationalFunction(arity: arity) { rest, _ in
        fmpz_mpoly_quasidivrem(
          scale.pointer, &result.pointee.num, &rest.pointee.num, &pointer.pointee.num,
          &divisor.pointer.pointee.num, ring)
        fmpz_mpoly_one(&rest.pointee.den, ring)
      }
      fmpz_mpoly_one(&result.pointee.den, ring)
    }
    guard let remainder else { preconditionFailure("the closure above always runs") }
    return (scale, quotient, remainder)
  }
}
