import CCalcium

/// Whether a constant is 0, decided by Calcium's exact numbers.
enum ConstantDecision {
  /// - Returns: nil where Calcium cannot tell, or a function occurs that it does not know.
  static func isZero(_ constant: Fraction) -> Bool? {
    if constant.hasSymbols { return nil }
    let calcium = Calcium()
    guard let value = calcium.value(of: constant) else { return nil }
    switch ca_check_is_zero(value, calcium.context) {
    case T_TRUE: return true
    case T_FALSE: return false
    default: return nil
    }
  }
}

/// One Calcium context and the numbers made in it.
private final class Calcium {
  let context = UnsafeMutablePointer<ca_ctx_struct>.allocate(capacity: 1)
  private var owned: [UnsafeMutablePointer<ca_struct>] = []

  init() { ca_ctx_init(context) }

  deinit {
    for number in owned {
      ca_clear(number, context)
      number.deallocate()
    }
    ca_ctx_clear(context)
    context.deallocate()
  }

  private func number() -> UnsafeMutablePointer<ca_struct> {
    let number = UnsafeMutablePointer<ca_struct>.allocate(capacity: 1)
    ca_init(number, context)
    owned.append(number)
    return number
  }

  func value(of fraction: Fraction) -> UnsafeMutablePointer<ca_struct>? {
    var generators: [UnsafeMutablePointer<ca_struct>] = []
    for generator in fraction.generators {
      guard let value = value(of: generator) else { return nil }
      generators.append(value)
    }
    // Calcium reads the generators as one array, which must own its entries.
    let count = max(generators.count, 1)
    let array = UnsafeMutablePointer<ca_struct>.allocate(capacity: count)
    for index in 0..<count {
      ca_init(array + index, context)
      if index < generators.count { ca_set(array + index, generators[index], context) }
    }
    defer {
      for index in 0..<count { ca_clear(array + index, context) }
      array.deallocate()
    }
    let result = number()
    let function = fraction.function
    ca_fmpz_mpoly_q_evaluate(result, function.pointer, array, function.context, context)
    return result
  }

  private func value(of generator: Generator) -> UnsafeMutablePointer<ca_struct>? {
    if case .pi = generator.kernel.kind {
      let result = number()
      ca_pi(result, context)
      return result
    }
    guard let inner = generator.kernel.arguments.first, let argument = value(of: inner) else {
      return nil
    }
    let result = number()
    switch generator.kernel.kind {
    case .exponential:
      scale(argument, by: generator.unit)
      ca_exp(result, argument, context)
    case .root: setPower(result, argument, generator.unit)
    case .logarithm: ca_log(result, argument, context)
    case .sine: ca_sin(result, argument, context)
    case .cosine: ca_cos(result, argument, context)
    case .arcsine: ca_asin(result, argument, context)
    case .arctangent: ca_atan(result, argument, context)
    case .normalCDF: setDistribution(result, argument)
    case .symbol, .pi, .normalQuantile: return nil
    }
    return result
  }

  private func scale(_ value: UnsafeMutablePointer<ca_struct>, by factor: Rational) {
    let (top, bottom) = (ExactInteger(factor.numerator), ExactInteger(factor.denominator))
    ca_mul_fmpz(value, value, top.pointer, context)
    ca_div_fmpz(value, value, bottom.pointer, context)
  }

  private func setPower(
    _ result: UnsafeMutablePointer<ca_struct>, _ base: UnsafeMutablePointer<ca_struct>,
    _ exponent: Rational
  ) {
    let power = number()
    ca_one(power, context)
    scale(power, by: exponent)
    ca_pow(result, base, power, context)
  }

  /// Φ(x) = erfc(−x/√2)/2.
  private func setDistribution(
    _ result: UnsafeMutablePointer<ca_struct>, _ x: UnsafeMutablePointer<ca_struct>
  ) {
    let root = number()
    ca_set_si(root, 2, context)
    ca_sqrt(root, root, context)
    ca_div(result, x, root, context)
    ca_neg(result, result, context)
    ca_erfc(result, result, context)
    ca_div_si(result, result, 2, context)
  }
}
