/// The generators of several expressions over common units, as terms of Coq.
///
/// Symbols and π print as they are, logarithms as `ln (…)`. Exponentials and square roots are atoms: a
/// statement spells them out, a proof calls them g1, g2, ….
struct CoqAtoms {
  /// An exponential or a square root that a proof gives a name to.
  struct Named {
    let name: String
    /// Its definition, earlier names in it.
    let definition: String
    /// The exponent, or the radicand.
    let argument: String
    let isRoot: Bool
  }

  private let generators: [Generator]
  private var names: [String: String] = [:]
  /// What a proof writes for a symbol that a statement binds.
  private var aliases: [String: String] = [:]
  private(set) var named: [Named] = []

  /// - Throws: `Undefined` for roots of a degree other than 2 and for functions other than exp, log
  ///   and roots, which have no proof here.
  init(of expressions: [Expression]) throws(Undefined) {
    var pending = expressions.compactMap(\.fraction)
    var found: [Fraction] = []
    var seen: Set<String> = []
    while let fraction = pending.popLast() {
      found.append(fraction)
      for generator in fraction.generators where seen.insert(generator.kernel.key).inserted {
        pending += generator.kernel.arguments
      }
    }
    generators = try Fraction.commonGenerators(found, isClosed: true)
    for generator in generators.sorted(by: { $0.kernel.depth < $1.kernel.depth }) {
      switch generator.kernel.kind {
      case .symbol, .pi, .logarithm: break
      case .exponential(let exponent):
        let scaled = try Fraction(generator.unit) * exponent
        try add(generator, text: { "exp (\($0))" }, of: scaled, isRoot: false)
      case .root(let radicand) where generator.unit == Rational(1, 2):
        try add(generator, text: { "sqrt (\($0))" }, of: radicand, isRoot: true)
      default: throw Undefined("\(Expression(Fraction(generator))) has no proof by this export")
      }
    }
  }

  /// From here on a proof writes the meaning of a bound symbol in its place.
  mutating func bind(_ symbol: String, to meaning: Expression) throws(Undefined) {
    aliases[SymbolName(symbol).plain] = "(\(try text(meaning)))"
  }

  private mutating func add(
    _ generator: Generator, text: (String) -> String, of argument: Fraction, isRoot: Bool
  ) throws(Undefined) {
    let inner = try self.text(argument)
    let name = "g\(named.count + 1)"
    named.append(Named(name: name, definition: text(inner), argument: inner, isRoot: isRoot))
    names[generator.kernel.key] = name
  }

  /// The canonical form; exponentials and roots by their names, or spelled out.
  func text(_ fraction: Fraction, isSpelled: Bool = false) throws(Undefined) -> String {
    let function = try fraction.lifted(to: generators)
    let top = try sum(function.numeratorTerms, isSpelled)
    let below = function.denominatorTerms
    if below.count == 1, below[0].coefficient.isOne, below[0].exponents.allSatisfy({ $0 == 0 }) {
      return top
    }
    return "(\(top)) / (\(try sum(below, isSpelled)))"
  }

  func text(_ expression: Expression, isSpelled: Bool = false) throws(Undefined) -> String {
    guard let fraction = expression.fraction else {
      throw Undefined(expression.undefinedReason ?? "undefined")
    }
    return try text(fraction, isSpelled: isSpelled)
  }

  /// The canonical form as a product of primes and factors over another.
  func product(_ fraction: Fraction) throws(Undefined) -> String {
    if fraction.isOne { return "1" }
    if fraction.isZero { return "0" }
    let factors = try SignedFactors(fraction)
    var bases = factors.primes.map { (text: $0.base.description, exponent: $0.exponent) }
    for (base, exponent) in factors.bases {
      bases.append((text: "(\(try text(base)))", exponent: exponent))
    }
    if factors.isNegative { bases.insert((text: "(-1)", exponent: 1), at: 0) }
    return quotient(bases)
  }

  /// exp of a canonical form as a product: of what logarithms are taken of, and of exponentials.
  func product(exponential exponent: Fraction) throws(Undefined) -> String {
    var bases: [(text: String, exponent: Int)] = []
    for (coefficient, element) in try exponent.additiveTerms() {
      if case .logarithm(let base)? = element.singleGenerator?.kernel.kind {
        if coefficient.denominator == 1 {
          bases.append((text: "(\(try text(base)))", exponent: coefficient.numerator))
        } else {
          let root = Generator(Kernel(.root(base)), unit: Rational(1, 2))
          let count = coefficient * Rational(2)
          guard let name = names[root.kernel.key], count.denominator == 1 else {
            throw Undefined("a power \(coefficient) has no proof by this export")
          }
          bases.append((text: name, exponent: count.numerator))
        }
      } else {
        let key = Kernel(.exponential(element)).key
        guard let name = names[key],
          let unit = generators.first(where: { $0.kernel.key == key })?.unit
        else { throw Undefined("an exponential is not among the atoms") }
        let count = coefficient * Rational(unit.denominator, unit.numerator)
        bases.append((text: name, exponent: count.numerator))
      }
    }
    return quotient(bases)
  }

  private func quotient(_ bases: [(text: String, exponent: Int)]) -> String {
    var (top, bottom): ([String], [String]) = ([], [])
    for (text, exponent) in bases where exponent != 0 {
      let power = exponent.magnitude == 1 ? text : "\(text)^\(exponent.magnitude)"
      if exponent > 0 { top.append(power) } else { bottom.append(power) }
    }
    let above = top.isEmpty ? "1" : top.joined(separator: " * ")
    return bottom.isEmpty ? above : "(\(above)) / (\(bottom.joined(separator: " * ")))"
  }

  private func sum(
    _ terms: [RationalFunction.Term], _ isSpelled: Bool
  ) throws(Undefined) -> String {
    if terms.isEmpty { return "0" }
    var texts: [String] = []
    for term in terms {
      let negative = term.coefficient.sign < 0
      var factors = [negative ? "(\(term.coefficient))" : term.coefficient.description]
      for (generator, exponent) in zip(generators, term.exponents) where exponent > 0 {
        let name = try atom(generator, isSpelled)
        factors.append(exponent == 1 ? name : "\(name)^\(exponent)")
      }
      if factors.count > 1, term.coefficient.isOne { factors.removeFirst() }
      texts.append(factors.joined(separator: " * "))
    }
    return texts.joined(separator: " + ")
  }

  private func atom(_ generator: Generator, _ isSpelled: Bool) throws(Undefined) -> String {
    switch generator.kernel.kind {
    case .symbol(let name, _):
      return (isSpelled ? nil : aliases[name]) ?? SymbolName(name).coq
    case .pi: return "PI"
    case .logarithm(let argument): return "(ln (\(try text(argument, isSpelled: isSpelled))))"
    case .exponential(let exponent) where isSpelled:
      return "(exp (\(try text(try Fraction(generator.unit) * exponent, isSpelled: true))))"
    case .root(let radicand) where isSpelled:
      return "(sqrt (\(try text(radicand, isSpelled: true))))"
    default: return names[generator.kernel.key] ?? generator.kernel.key
    }
  }
}
