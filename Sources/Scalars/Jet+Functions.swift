public import RealModule

/// Each function f follows from its own differential equation: (f∘u)′ = f′(u)·u′, where f′(u) is
/// either a jet that is already known, or built coefficient by coefficient together with f∘u.
extension Jet: ElementaryFunctions {
  /// f∘u from f(u₀) and the jet of f′ at u.
  @inlinable static func composed(_ u: Jet, _ value: S, _ derivative: (Jet) -> Jet) -> Jet {
    if u.isConstant { return Jet(constant: value) }
    return antiderivative(
      of: derivative(u.truncated) * u.differentiated, from: value, order: u.order)
  }

  /// The series without its highest term, at least one coefficient kept.
  @inlinable var truncated: Jet {
    isConstant ? self : Jet(coefficients: Array(coefficients.dropLast()))
  }

  /// v with v′ = (α·v + β)·w′ for given jets, v₀ given: exponentials and powers.
  @inlinable static func exponentialSolution(from value: S, rate: Jet) -> Jet {
    let slope = rate.differentiated
    var solution = [value]
    for k in 0..<rate.order {
      let sum = (0...k).reduce(S.zero) { $0 + solution[$1] * slope.coefficient(k - $1) }
      solution.append(sum / S(k + 1))
    }
    return Jet(coefficients: solution)
  }

  @inlinable public static func exp(_ u: Jet) -> Jet {
    exponentialSolution(from: S.exp(u.value), rate: u)
  }

  @inlinable public static func expMinusOne(_ u: Jet) -> Jet {
    let exponential = exp(u)
    return Jet(coefficients: [S.expMinusOne(u.value)] + exponential.coefficients.dropFirst())
  }

  @inlinable public static func log(_ u: Jet) -> Jet {
    composed(u, S.log(u.value)) { Jet(1) / $0 }
  }

  @inlinable public static func log(onePlus u: Jet) -> Jet {
    composed(u, S.log(onePlus: u.value)) { Jet(1) / (Jet(1) + $0) }
  }

  /// From v² = u: 2·v₀·vₖ = uₖ − Σ_{0<j<k} vⱼ·vₖ₋ⱼ.
  @inlinable public static func sqrt(_ u: Jet) -> Jet {
    var root = [S.sqrt(u.value)]
    for k in 1..<max(u.coefficients.count, 1) {
      let known = (1..<k).reduce(S.zero) { $0 + root[$1] * root[k - $1] }
      root.append((u.coefficients[k] - known) / (S(2) * root[0]))
    }
    return Jet(coefficients: root)
  }

  /// For a constant exponent by (uᶜ)′ = c·uᶜ⁻¹·u′, whose terms exist at a base of 0 as far as the powers
  /// do; otherwise from exp(exponent·log u) with the scalar's own power as the value.
  @inlinable public static func pow(_ u: Jet, _ exponent: Jet) -> Jet {
    let value = S.pow(u.value, exponent.value)
    if exponent.isConstant {
      if exponent.value == .zero { return composed(u, value) { _ in .zero } }
      if exponent.value == S(1) { return composed(u, value) { _ in Jet(1) } }
      return composed(u, value) { exponent * pow($0, exponent - Jet(1)) }
    }
    return exponentialSolution(from: value, rate: exponent * log(u))
  }

  /// By squaring: every derivative exists at 0 too for n ≥ 0.
  @inlinable public static func pow(_ u: Jet, _ n: Int) -> Jet {
    var (power, square, rest) = (Jet(1), u, n.magnitude)
    while rest > 0 {
      if rest & 1 == 1 { power = power * square }
      rest >>= 1
      if rest > 0 { square = square * square }
    }
    return n < 0 ? Jet(1) / power : power
  }

  /// From v′ = u′/(n·vⁿ⁻¹), which is infinite at 0.
  @inlinable public static func root(_ u: Jet, _ n: Int) -> Jet {
    if n != Int.min, n < 0 { return Jet(1) / root(u, -n) }
    return composed(u, S.root(u.value, n)) {
      n > 0 ? Jet(1) / (Jet(n) * pow(root($0, n), n - 1)) : root($0, n) / (Jet(n) * $0)
    }
  }

  /// sin and cos together: s′ = c·u′, c′ = ∓s·u′.
  @inlinable static func rotation(_ u: Jet, sine: S, cosine: S, turn: S) -> (Jet, Jet) {
    let slope = u.differentiated
    var (sines, cosines) = ([sine], [cosine])
    for k in 0..<u.order {
      let count = S(k + 1)
      let sineNext = (0...k).reduce(S.zero) { $0 + cosines[$1] * slope.coefficient(k - $1) }
      let cosineNext = (0...k).reduce(S.zero) { $0 + sines[$1] * slope.coefficient(k - $1) }
      sines.append(sineNext / count)
      cosines.append(turn * cosineNext / count)
    }
    return (Jet(coefficients: sines), Jet(coefficients: cosines))
  }

  @inlinable static func circular(_ u: Jet) -> (sine: Jet, cosine: Jet) {
    rotation(u, sine: S.sin(u.value), cosine: S.cos(u.value), turn: S(-1))
  }

  @inlinable static func hyperbolic(_ u: Jet) -> (sine: Jet, cosine: Jet) {
    rotation(u, sine: S.sinh(u.value), cosine: S.cosh(u.value), turn: S(1))
  }

  @inlinable public static func sin(_ u: Jet) -> Jet { circular(u).sine }
  @inlinable public static func cos(_ u: Jet) -> Jet { circular(u).cosine }
  @inlinable public static func tan(_ u: Jet) -> Jet { circular(u).sine / circular(u).cosine }
  @inlinable public static func sinh(_ u: Jet) -> Jet { hyperbolic(u).sine }
  @inlinable public static func cosh(_ u: Jet) -> Jet { hyperbolic(u).cosine }

  /// From (1 − e)/(1 + e) with e = exp(−2|u|), which never overflows; near 0 from sinh and cosh, which do
  /// not cancel there.
  @inlinable public static func tanh(_ u: Jet) -> Jet {
    if u.approximation.magnitude < 1 { return hyperbolic(u).sine / hyperbolic(u).cosine }
    let size = u.approximation < 0 ? -u : u
    let decay = Jet(-2) * size
    let quotient = -expMinusOne(decay) / (Jet(1) + exp(decay))
    let signed = u.approximation < 0 ? -quotient : quotient
    return Jet(coefficients: [S.tanh(u.value)] + signed.coefficients.dropFirst())
  }

  /// 1 − u², near 1 as a product, which does not cancel there.
  @inlinable static func oneMinusSquare(_ u: Jet) -> Jet {
    u.approximation.magnitude < 0.5 ? Jet(1) - u.squared : (Jet(1) - u) * (Jet(1) + u)
  }

  @inlinable public static func asin(_ u: Jet) -> Jet {
    composed(u, S.asin(u.value)) { Jet(1) / sqrt(oneMinusSquare($0)) }
  }

  @inlinable public static func acos(_ u: Jet) -> Jet {
    composed(u, S.acos(u.value)) { Jet(-1) / sqrt(oneMinusSquare($0)) }
  }

  @inlinable public static func atan(_ u: Jet) -> Jet {
    composed(u, S.atan(u.value)) { Jet(1) / (Jet(1) + $0.squared) }
  }

  /// √(u² ± 1), far out as |u|·√(1 ± 1/u²), whose squares do not overflow.
  @inlinable static func hypotenuse(_ u: Jet, _ sign: Int) -> Jet {
    guard u.approximation.magnitude > 1e8 else {
      return sqrt(sign > 0 ? u.squared + Jet(1) : (u - Jet(1)) * (u + Jet(1)))
    }
    let inverse = Jet(1) / u
    return (u.approximation < 0 ? -u : u) * sqrt(Jet(1) + Jet(sign) * inverse.squared)
  }

  @inlinable public static func asinh(_ u: Jet) -> Jet {
    composed(u, S.asinh(u.value)) { Jet(1) / hypotenuse($0, 1) }
  }

  @inlinable public static func acosh(_ u: Jet) -> Jet {
    composed(u, S.acosh(u.value)) { Jet(1) / hypotenuse($0, -1) }
  }

  @inlinable public static func atanh(_ u: Jet) -> Jet {
    composed(u, S.atanh(u.value)) { Jet(1) / oneMinusSquare($0) }
  }
}

extension Jet {
  /// From φ′ = −u·φ·u′, with the scalar's own φ as the value.
  @inlinable public static func normalDensity(_ u: Jet) -> Jet {
    exponentialSolution(from: S.normalDensity(u.value), rate: -u.squared / Jet(2))
  }

  @inlinable public static func normalCDF(_ u: Jet) -> Jet {
    composed(u, S.normalCDF(u.value)) { normalDensity($0) }
  }

  @inlinable public static func normalUpperTail(_ u: Jet) -> Jet {
    composed(u, S.normalUpperTail(u.value)) { -normalDensity($0) }
  }

  @inlinable public static func logNormalUpperTail(_ u: Jet) -> Jet {
    composed(u, S.logNormalUpperTail(u.value)) { -normalHazard($0).value }
  }

  /// From h′ = h·e·u′ for the hazard h = u + e: the first two derivatives of log(1 − Φ) do not cancel.
  @inlinable public static func normalHazard(_ u: Jet) -> (value: Jet, excess: Jet) {
    let start = S.normalHazard(u.value)
    let slope = u.differentiated
    var (hazard, excess, product) = ([start.value], [start.excess], [S]())
    for k in 0..<u.order {
      product.append((0...k).reduce(.zero) { $0 + hazard[$1] * excess[k - $1] })
      let sum = (0...k).reduce(S.zero) { $0 + product[$1] * slope.coefficient(k - $1) }
      hazard.append(sum / S(k + 1))
      excess.append(hazard[k + 1] - u.coefficients[k + 1])
    }
    return (Jet(coefficients: hazard), Jet(coefficients: excess))
  }

  /// The quantile x of the smaller tail p, from x′ = (log p)′·exp(log p − log φ(x)), term by term.
  @inlinable public static func normalQuantile(logLower: Jet, logUpper: Jet) -> Jet {
    if logLower.approximation > logUpper.approximation {
      return -normalQuantile(logLower: logUpper, logUpper: logLower)
    }
    var x = Jet(constant: S.normalQuantile(logLower: logLower.value, logUpper: logUpper.value))
    for order in 0..<logLower.order {
      let tail = Jet(coefficients: Array(logLower.coefficients[...order]))
      let slope = Jet(coefficients: Array(logLower.differentiated.coefficients[...order]))
      x = antiderivative(
        of: slope * exp(tail - logNormalDensity(x)), from: x.value, order: order + 1)
    }
    return x
  }
}
