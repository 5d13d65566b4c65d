/// A rational function of generators in canonical form.
///
/// Generators ascend, each occurs, units are as large as they can be, exponents of roots stay below
/// their degree, and the denominator contains no algebraic generator. Equal elements of the field
/// have equal representations.
struct Fraction: Sendable, Equatable {
  let generators: [Generator]
  let function: RationalFunction

  /// What is already canonical.
  init(canonical generators: [Generator], _ function: RationalFunction) {
    self.generators = generators
    self.function = function
  }

  init(_ value: Rational) {
    self.init(canonical: [], .constant(value, arity: 0))
  }

  init(_ value: ExactInteger) {
    self.init(canonical: [], .integer(value, arity: 0))
  }

  init(_ generator: Generator) {
    self.init(canonical: [generator], .variable(0, arity: 1))
  }

  var isZero: Bool { function.isZero }
  var isOne: Bool { generators.isEmpty && function.isOne }
  var isRational: Bool { generators.isEmpty }
  var hasSymbols: Bool { generators.contains(where: \.kernel.hasSymbols) }

  /// The value as a fraction of machine integers, nil where it is none.
  var rational: Rational? {
    guard generators.isEmpty else { return nil }
    if function.isZero { return 0 }
    guard let top = function.numeratorTerms[0].coefficient.machineInteger,
      let bottom = function.denominatorTerms[0].coefficient.machineInteger
    else { return nil }
    return Rational(top, bottom)
  }

  /// The generator that this is, nil for anything else.
  var singleGenerator: Generator? {
    generators.count == 1 && function == .variable(0, arity: 1) ? generators[0] : nil
  }

  /// The canonical form spelled out; equal for equal elements only.
  var key: String {
    func spelled(_ terms: [RationalFunction.Term]) -> String {
      terms.map { term in
        zip(generators, term.exponents).reduce(term.coefficient.description) { text, power in
          power.1 == 0
            ? text : text + "*" + power.0.kernel.key + "^\(power.1)[\(power.0.unit)]"
        }
      }.joined(separator: "+")
    }
    return spelled(function.numeratorTerms) + "/" + spelled(function.denominatorTerms)
  }
}

extension Fraction {
  static func + (left: Fraction, right: Fraction) throws(Undefined) -> Fraction {
    try combined(left, right, isReducing: false) { $0 + $1 }
  }

  static func - (left: Fraction, right: Fraction) throws(Undefined) -> Fraction {
    try combined(left, right, isReducing: false) { $0 - $1 }
  }

  static func * (left: Fraction, right: Fraction) throws(Undefined) -> Fraction {
    try combined(left, right, isReducing: true) { $0 * $1 }
  }

  /// The quotient in the field; 0 is refused, other divisors are the caller's to check.
  static func / (left: Fraction, right: Fraction) throws(Undefined) -> Fraction {
    if right.isZero { throw Undefined("division by 0") }
    return try combined(left, right, isReducing: true) { $0 / $1 }
  }

  var negated: Fraction {
    Fraction(
      canonical: generators,
      RationalFunction.constant(Rational(-1), arity: generators.count) * function)
  }

  /// The power with a natural exponent.
  func power(_ exponent: Int) throws(Undefined) -> Fraction {
    let terms = max(function.numeratorLength, function.denominatorLength)
    guard exponent <= Fraction.greatestStretch, terms == 1 || exponent <= 400 else {
      throw Undefined("the power \(exponent) of a sum is too long to expand")
    }
    // Exponents are at most 2¹⁶ here and bits at most 2¹⁸.
    guard function.isOne || function.coefficientBits * exponent <= 2 * Fraction.greatestBitCount
    else {
      throw Undefined("the power \(exponent) has too long coefficients")
    }
    guard generators.contains(where: { $0.relation != nil }) else {
      return try Fraction.canonical(generators, function.power(exponent))
    }
    var (result, square, rest) = (Fraction(1), self, exponent)
    while rest > 0 {
      if rest & 1 == 1 { result = try result * square }
      rest >>= 1
      if rest > 0 { square = try square * square }
    }
    return result
  }

  private static func combined(
    _ left: Fraction, _ right: Fraction, isReducing: Bool,
    _ operation: (RationalFunction, RationalFunction) -> RationalFunction
  ) throws(Undefined) -> Fraction {
    if left.generators == right.generators, !isReducing || !left.hasRelations {
      return try canonical(left.generators, operation(left.function, right.function))
    }
    let common = try commonGenerators([left, right], isClosed: isReducing)
    return try canonical(
      common, operation(try left.lifted(to: common), try right.lifted(to: common)))
  }

  private var hasRelations: Bool { generators.contains { $0.relation != nil } }
}

extension Fraction {
  /// How many times finer than a generator's unit a common unit may be: beyond it the polynomials
  /// would not fit into memory.
  static let greatestStretch = 1 << 16

  /// The longest coefficients: numbers of more bits are refused before they fill the memory.
  static let greatestBitCount = 1 << 18

  /// The highest degree of a root and the greatest number of terms of an exponent.
  static let greatestDegree = 256

  /// The ascending union of the generators, every unit the greatest common one; with `isClosed`, the
  /// generators of the relations' bases too. One name with two ranges is refused.
  static func commonGenerators(
    _ fractions: [Fraction], isClosed: Bool
  ) throws(Undefined) -> [Generator] {
    try requireOneRange(fractions)
    var found: [Generator] = []
    var pending = fractions.map(\.generators)
    while let list = pending.popLast() {
      for generator in list {
        var position = 0
        while position < found.count, found[position].kernel < generator.kernel { position += 1 }
        if position < found.count, found[position].kernel == generator.kernel {
          let unit = try commonUnit(found[position].unit, generator.unit)
          found[position] = Generator(found[position].kernel, unit: unit)
        } else {
          found.insert(generator, at: position)
          if isClosed, let relation = generator.relation {
            pending.append(relation.base.generators)
          }
        }
      }
    }
    return found
  }

  /// Refuses a symbol that occurs with two ranges, anywhere inside.
  static func requireOneRange(_ fractions: [Fraction]) throws(Undefined) {
    var ranges: [String: SymbolRange] = [:]
    for fraction in fractions {
      for generator in fraction.generators {
        for (name, range) in generator.kernel.symbols {
          guard let known = ranges.updateValue(range, forKey: name), known != range else {
            continue
          }
          let (first, second) = ("\(known)", "\(range)")
          throw Undefined(
            "the symbol \(name) is declared with two ranges, \(min(first, second)) and "
              + "\(max(first, second))")
        }
      }
    }
  }

  /// The greatest rational of which both are integer multiples.
  private static func commonUnit(_ a: Rational, _ b: Rational) throws(Undefined) -> Rational {
    if a == b { return a }
    let (left, right) = (
      a.numerator.multipliedReportingOverflow(by: b.denominator),
      b.numerator.multipliedReportingOverflow(by: a.denominator)
    )
    let bottom = a.denominator.multipliedReportingOverflow(by: b.denominator)
    guard !left.overflow, !right.overflow, !bottom.overflow else {
      throw Undefined("the exponents \(a) and \(b) have no common unit in machine integers")
    }
    var (x, y) = (left.partialValue, right.partialValue)
    while y != 0 { (x, y) = (y, x % y) }
    guard left.partialValue / x <= greatestStretch, right.partialValue / x <= greatestStretch else {
      throw Undefined("the exponents \(a) and \(b) are too far apart")
    }
    let unit = Rational(x, bottom.partialValue)
    guard isAdmissible(unit: unit) else {
      throw Undefined("the exponents \(a) and \(b) have no common unit in machine integers")
    }
    return unit
  }

  /// Whether multiples of a unit by exponents stay within machine integers.
  static func isAdmissible(unit: Rational) -> Bool {
    unit.numerator.magnitude < 1 << 31 && unit.denominator < 1 << 31
  }

  /// The rational function in the variables of a longer list of generators with finer units.
  func lifted(to target: [Generator]) throws(Undefined) -> RationalFunction {
    if target == generators { return function }
    var places: [Int] = []
    var strides: [Int] = []
    var place = 0
    for generator in generators {
      while target[place].kernel != generator.kernel { place += 1 }
      places.append(place)
      let finer = target[place].unit
      strides.append(
        generator.unit == finer
          ? 1
          : generator.unit.numerator * finer.denominator
            / (generator.unit.denominator * finer.numerator))
    }
    let degrees = function.degrees
    for (index, stride) in strides.enumerated() {
      let degree = max(degrees.numerator[index], degrees.denominator[index])
      let (stretched, overflow) = degree.multipliedReportingOverflow(by: stride)
      guard !overflow, stretched < 1 << 20 else {
        throw Undefined("the exponents of \(generators[index].kernel.key) are too far apart")
      }
    }
    return function.placed(at: places, strides: strides, arity: target.count)
  }

  /// The canonical form of a rational function of these generators.
  static func canonical(
    _ generators: [Generator], _ function: RationalFunction
  ) throws(Undefined) -> Fraction {
    guard function.coefficientBits <= greatestBitCount else {
      throw Undefined("a coefficient is longer than 2¹⁸ bits")
    }
    return try AlgebraicReduction(generators: generators).canonical(function).shrunk()
  }

  /// Without the generators that do not occur, and with the largest units.
  private func shrunk() throws(Undefined) -> Fraction {
    if generators.isEmpty { return self }
    let degrees = function.degrees
    guard (degrees.numerator + degrees.denominator).allSatisfy({ $0 < 1 << 31 }) else {
      throw Undefined("an exponent is beyond 2³¹")
    }
    var kept: [Int] = []
    var strides = [Int](repeating: 1, count: generators.count)
    for index in generators.indices {
      // The degree of the polynomial 0 is −1.
      if degrees.numerator[index] <= 0, degrees.denominator[index] == 0 { continue }
      kept.append(index)
      if generators[index].kernel.isScalable {
        strides[index] = generators[index].relation?.degree ?? 0
      }
    }
    if kept.contains(where: { generators[$0].kernel.isScalable }) {
      for term in function.numeratorTerms + function.denominatorTerms {
        for index in kept where strides[index] != 1 {
          strides[index] = Fraction.greatestCommonDivisor(strides[index], term.exponents[index])
        }
      }
    }
    if kept.count == generators.count, strides.allSatisfy({ $0 == 1 }) { return self }
    let deflated = function.deflated(by: strides.map { max($0, 1) })
    var remaining: [Generator] = []
    for index in kept {
      let unit = generators[index].unit * Rational(strides[index])
      guard Fraction.isAdmissible(unit: unit) else {
        throw Undefined("an exponent is beyond 2³¹")
      }
      remaining.append(Generator(generators[index].kernel, unit: unit))
    }
    var order = [Int](repeating: 0, count: generators.count)
    for (place, index) in kept.enumerated() { order[index] = place }
    // Variables that do not occur may go anywhere: the map must only stay within the smaller ring.
    return Fraction(
      canonical: remaining,
      deflated.placed(
        at: order, strides: order.map { _ in 1 }, arity: remaining.count))
  }

  static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}
