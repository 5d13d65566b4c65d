extension Notation {
  /// The fraction as a product of a number, powers of factors and one exponential; a sum with
  /// exponentials in it stays expanded, one exponential a term.
  init(_ fraction: Fraction) {
    if fraction.isZero {
      self = .natural("0")
    } else {
      self = NotationBuilder(fraction).notation
    }
  }

  /// An exponent, with squares completed where it is a quadratic polynomial without mixed terms.
  init(exponent: Fraction) { self = CompletedSquares(exponent)?.notation ?? Notation(exponent) }
}

/// Gathers the factors of one fraction.
private struct NotationBuilder {
  private let fraction: Fraction
  /// Bases with rational exponents, in the order in which they were met.
  private var powers: [(key: String, base: Notation, exponent: Rational)] = []
  private var top = ExactInteger(1)
  private var bottom = ExactInteger(1)
  private var exponent = Fraction(0)

  init(_ fraction: Fraction) {
    self.fraction = fraction
    let function = fraction.function
    let (above, below) = (function.numeratorTerms, function.denominatorTerms)
    let isSpread = above.count > 1 && below.count == 1 && hasExponentials(above)
    addMonomial(above, sign: 1, withExponentials: !isSpread)
    addMonomial(below, sign: -1, withExponentials: !isSpread)
    addSum(
      above, function.numerator, sign: 1, shift: isSpread ? below[0].exponents : nil)
    addSum(below, function.denominator, sign: -1, shift: nil)
  }

  private func hasExponentials(_ terms: [RationalFunction.Term]) -> Bool {
    fraction.generators.enumerated().contains { index, generator in
      guard case .exponential = generator.kernel.kind else { return false }
      return terms.contains { $0.exponents[index] != terms[0].exponents[index] }
    }
  }

  private func leastExponents(_ terms: [RationalFunction.Term]) -> [Int] {
    fraction.generators.indices.map { index in terms.map { $0.exponents[index] }.min() ?? 0 }
  }

  /// The monomial that divides every term.
  private mutating func addMonomial(
    _ terms: [RationalFunction.Term], sign: Int, withExponentials: Bool
  ) {
    for (generator, count) in zip(fraction.generators, leastExponents(terms)) where count > 0 {
      if case .exponential(let argument) = generator.kernel.kind {
        guard withExponentials else { continue }
        let part = try? Fraction(generator.unit * Rational(sign * count)) * argument
        exponent = part.flatMap { try? exponent + $0 } ?? exponent
      } else {
        addPower(of: generator, Rational(sign * count))
      }
    }
  }

  private mutating func addPower(of generator: Generator, _ count: Rational) {
    switch generator.kernel.kind {
    case .root(let base): addPower(base, generator.unit * count)
    default: addPower(Fraction(generator), count)
    }
  }

  private mutating func addPower(_ base: Fraction, _ exponent: Rational) {
    let key = base.key
    if let place = powers.firstIndex(where: { $0.key == key }) {
      powers[place].exponent = powers[place].exponent + exponent
    } else {
      powers.append((key, base.singleGenerator.map(atom) ?? Notation(base), exponent))
    }
  }

  private func atom(_ generator: Generator) -> Notation {
    switch generator.kernel.kind {
    case .symbol(let name, _): .symbol(name)
    case .pi: .pi
    case .exponential(let x): call(.exponential, x)
    case .logarithm(let x): call(.logarithm, x)
    case .root(let x): Notation(x).raised(to: generator.unit)
    case .sine(let x): call(.sine, x)
    case .cosine(let x): call(.cosine, x)
    case .arcsine(let x): call(.arcsine, x)
    case .arctangent(let x): call(.arctangent, x)
    case .normalCDF(let x): call(.normalCDF, x)
    case .normalQuantile(let lower, _):
      .call(.normalQuantile, [Notation(Expression.exponential(lower).fraction ?? lower)])
    }
  }

  private func call(_ function: Notation.Function, _ argument: Fraction) -> Notation {
    .call(function, [Notation(argument)])
  }

  /// What the monomial leaves: factored where it has no exponentials, else a sum of terms.
  private mutating func addSum(
    _ terms: [RationalFunction.Term], _ function: RationalFunction, sign: Int, shift: [Int]?
  ) {
    let content = function.content
    let isNegative = terms.allSatisfy { $0.coefficient.sign < 0 }
    let constant = isNegative ? content * ExactInteger(-1) : content
    if terms.count == 1 {
      scale(by: constant, sign)
      return
    }
    if shift == nil, !hasExponentials(terms), let (constant, factors) = function.numeratorFactors {
      scale(by: constant, sign)
      for (base, count) in factors where base.numeratorLength > 1 {
        guard let base = try? Fraction.canonical(fraction.generators, base) else { continue }
        addFactor(base, Rational(sign * count))
      }
      return
    }
    scale(by: constant, sign)
    powers.append(
      (
        key: "", base: .signedSum(groups(terms, over: constant, shift: shift)),
        exponent: Rational(sign)
      ))
  }

  /// The terms over a constant and over the monomial that is written already, those with one
  /// exponential drawn together.
  private func groups(
    _ terms: [RationalFunction.Term], over constant: ExactInteger, shift: [Int]?
  ) -> [Notation] {
    let least = leastExponents(terms)
    var order: [[Int]] = []
    var groups: [[Int]: [RationalFunction.Term]] = [:]
    for term in terms {
      var (powers, rest) = (term.exponents, term.exponents)
      for (index, generator) in fraction.generators.enumerated() {
        if case .exponential = generator.kernel.kind {
          powers[index] -= shift?[index] ?? least[index]
          rest[index] = 0
        } else {
          powers[index] = 0
          rest[index] -= least[index]
        }
      }
      if groups[powers] == nil { order.append(powers) }
      groups[powers, default: []].append(
        RationalFunction.Term(coefficient: term.coefficient.quotient(by: constant), exponents: rest)
      )
    }
    // One group is the whole sum, too long to factor: term by term.
    if order.count == 1, let terms = groups[order[0]] {
      return terms.map { termNotation(.integer($0.coefficient, arity: 0), $0.exponents) }
    }
    return order.compactMap { powers in
      let factor = RationalFunction.polynomial(groups[powers] ?? [], arity: powers.count)
      guard let coefficient = try? Fraction.canonical(fraction.generators, factor) else {
        return nil
      }
      var builder = NotationBuilder(coefficient)
      for (generator, count) in zip(fraction.generators, powers) where count != 0 {
        guard case .exponential(let argument) = generator.kernel.kind else { continue }
        let part = try? Fraction(generator.unit * Rational(count)) * argument
        builder.exponent = part.flatMap { try? builder.exponent + $0 } ?? builder.exponent
      }
      return builder.notation
    }
  }

  /// A factor that has more than one term, its terms sorted.
  private mutating func addFactor(_ base: Fraction, _ exponent: Rational) {
    let key = base.key
    if let place = powers.firstIndex(where: { $0.key == key }) {
      powers[place].exponent = powers[place].exponent + exponent
      return
    }
    let builder = NotationBuilder(generators: base)
    let terms = base.function.numeratorTerms.enumerated().sorted { left, right in
      let (a, b) = (left.element.exponents.reduce(0, +), right.element.exponents.reduce(0, +))
      return a == b ? left.offset < right.offset : a > b
    }
    let notations = terms.map {
      builder.termNotation(.integer($0.element.coefficient, arity: 0), $0.element.exponents)
    }
    powers.append((key, .signedSum(notations), exponent))
  }

  private init(generators fraction: Fraction) { self.fraction = fraction }

  private func termNotation(_ coefficient: RationalFunction, _ exponents: [Int]) -> Notation {
    var builder = NotationBuilder(generators: fraction)
    builder.scale(by: coefficient.numeratorTerms[0].coefficient, 1)
    builder.scale(by: coefficient.denominatorTerms[0].coefficient, -1)
    for (generator, count) in zip(fraction.generators, exponents) where count != 0 {
      if case .exponential(let argument) = generator.kernel.kind {
        let part = try? Fraction(generator.unit * Rational(count)) * argument
        builder.exponent = part.flatMap { try? builder.exponent + $0 } ?? builder.exponent
      } else {
        builder.addPower(of: generator, Rational(count))
      }
    }
    return builder.notation
  }

  private mutating func scale(by factor: ExactInteger, _ sign: Int) {
    if sign > 0 { top = top * factor } else { bottom = bottom * factor }
  }

  var notation: Notation {
    var builder = self
    builder.moveRootsBelow()
    return builder.arranged
  }

  private var arranged: Notation {
    var (above, below): ([Notation], [Notation]) = ([], [])
    var isNegative = (top.sign < 0) != (bottom.sign < 0)
    for (base, exponent) in mergedPowers where exponent != 0 {
      if exponent > 0 {
        above.append(base.raised(to: exponent))
      } else {
        below.append(base.raised(to: Rational(-1) * exponent))
      }
    }
    // A minus sign is drawn into a sum that has a minus already.
    if isNegative,
      let place = above.firstIndex(where: {
        if case .sum(let terms) = $0 { return terms.contains(where: \.isNegative) }
        return false
      }), case .sum(let terms) = above[place]
    {
      above[place] = .signedSum(
        terms.map { if case .negative(let term) = $0 { term } else { .negative($0) } })
      isNegative = false
    }
    let (logarithmic, rest) = splitExponent
    for (base, exponent) in logarithmic {
      let power = { Notation.generalPower(base, Notation($0)) }
      if exponent.isLeadingNegative {
        below.append(power(exponent.negated))
      } else {
        above.append(power(exponent))
      }
    }
    if !rest.isZero { above.append(.call(.exponential, [Notation(exponent: rest)])) }
    let divisor = top.greatestCommonDivisor(with: bottom)
    let (number, over) = (
      top.quotient(by: divisor).magnitude, bottom.quotient(by: divisor).magnitude
    )
    if below.isEmpty, number.isOne, !over.isOne, above.allSatisfy(\.isPlainFactor), !above.isEmpty {
      below = [.number(over, ExactInteger(1))]
    } else if below.isEmpty {
      if !(number.isOne && over.isOne) || above.isEmpty {
        above.insert(.number(number, over), at: 0)
      }
    } else {
      if !number.isOne || above.isEmpty { above.insert(.number(number, ExactInteger(1)), at: 0) }
      if !over.isOne { below.insert(.number(over, ExactInteger(1)), at: 0) }
    }
    let numerator: Notation = above.count == 1 ? above[0] : .product(above)
    let result: Notation =
      below.isEmpty
      ? numerator : .quotient(numerator, below.count == 1 ? below[0] : .product(below))
    return isNegative ? .negative(result) : result
  }

  /// The exponent as Σ eᵢ·log bᵢ + rest, which is written ∏ bᵢ^eᵢ·exp(rest).
  private var splitExponent: (logarithmic: [(base: Notation, exponent: Fraction)], rest: Fraction) {
    guard let terms = try? exponent.additiveTerms() else { return ([], exponent) }
    var rest = exponent
    var parts: [(key: String, base: Fraction, exponent: Fraction)] = []
    for (coefficient, element) in terms {
      let logarithms = element.generators.filter {
        if case .logarithm = $0.kernel.kind { true } else { false }
      }
      guard logarithms.count == 1, case .logarithm(let base) = logarithms[0].kernel.kind,
        let term = try? Fraction(coefficient) * element,
        let factor = try? term / Fraction(logarithms[0]),
        !factor.generators.contains(logarithms[0]), let remaining = try? rest - term
      else { continue }
      rest = remaining
      let key = base.key
      if let place = parts.firstIndex(where: { $0.key == key }),
        let sum = try? parts[place].exponent + factor
      {
        parts[place].exponent = sum
      } else {
        parts.append((key, base, factor))
      }
    }
    return (parts.map { (Notation($0.base), $0.exponent) }, rest)
  }

  /// The powers with roots of naturals and of π of one degree drawn together.
  private var mergedPowers: [(base: Notation, exponent: Rational)] {
    var merged: [(base: Notation, exponent: Rational)] = []
    for power in powers {
      let place = merged.firstIndex { $0.exponent == power.exponent }
      if power.exponent.denominator > 1, let place,
        let product = Notation.constantProduct(merged[place].base, power.base)
      {
        merged[place].base = product
      } else {
        merged.append((power.base, power.exponent))
      }
    }
    return merged
  }

  /// √p/p·… as 1/√p·… for naturals p.
  private mutating func moveRootsBelow() {
    for place in powers.indices {
      guard case .natural(let digits) = powers[place].base, let number = Int(digits),
        powers[place].exponent > 0, powers[place].exponent < 1
      else { continue }
      let prime = ExactInteger(number)
      let divisor = top.greatestCommonDivisor(with: bottom)
      let rest = bottom.quotient(by: divisor)
      guard rest.greatestCommonDivisor(with: prime) == prime else { continue }
      (top, bottom) = (top.quotient(by: divisor), rest.quotient(by: prime))
      powers[place].exponent = powers[place].exponent + Rational(-1)
    }
  }
}

extension Notation {
  /// The product of naturals and π in one, nil where something else occurs.
  fileprivate static func constantProduct(_ left: Notation, _ right: Notation) -> Notation? {
    guard let (a, isLeftPi) = constantParts(left), let (b, isRightPi) = constantParts(right),
      !(isLeftPi && isRightPi)
    else { return nil }
    let (number, overflow) = a.multipliedReportingOverflow(by: b)
    if overflow { return nil }
    guard isLeftPi || isRightPi else { return .natural("\(number)") }
    return number == 1 ? .pi : .product([.natural("\(number)"), .pi])
  }

  private static func constantParts(_ notation: Notation) -> (number: Int, hasPi: Bool)? {
    switch notation {
    case .natural(let digits): return Int(digits).map { ($0, false) }
    case .pi: return (1, true)
    case .product(let factors):
      guard factors.count == 2, case .natural(let digits) = factors[0], case .pi = factors[1] else {
        return nil
      }
      return Int(digits).map { ($0, true) }
    default: return nil
    }
  }
}
