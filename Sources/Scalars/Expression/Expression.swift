/// An exact real expression: a rational function over ℚ in symbols and in kernels such as exp, log,
/// roots, π and Φ, in a canonical form.
///
/// Products of exponentials are exponentials of sums, exp undoes log, logarithms of products of
/// positive factors are sums, powers of roots are reduced and denominators are free of roots. Equal
/// expressions of this class therefore have equal forms, and `==` compares forms. Outside the class
/// (nested roots, exponentials of fractions with different denominators, sines of sums) equal
/// expressions may have different forms; `equality(_:_:)` says so. Three limits, then: a root of
/// something that contains a root and a symbol (√(x² + 1 + 2√(x²)) is not seen to be √(x²) + 1), sines
/// and cosines of sums (no addition theorem is known), and exponentials of fractions that no linear
/// relation connects.
///
/// Identities are those of real functions wherever both sides are defined. What a root or a logarithm
/// needed to be positive, and could not be seen to be, is listed in `conditions`.
///
/// - Accuracy: exact. Rational functions are Calcium's `fmpz_mpoly_q`.
/// - Edge cases: what has no value (a quotient by 0, the logarithm of a negative number) is undefined,
///   says why in `undefinedReason`, spreads through every operation and compares undecided.
public struct Expression: Sendable {
  enum Content: Sendable {
    case fraction(Fraction)
    case undefined(String)
  }

  let content: Content

  /// What must be positive for the identities that were used on the way.
  public let conditions: [Expression]

  /// How it was formed, nil where that was not recorded and for symbols and numbers.
  let construction: Construction?

  init(
    _ content: Content, conditions: [Expression] = [], construction: Construction? = nil
  ) {
    self.content = content
    self.conditions = conditions
    self.construction = construction
  }

  init(_ fraction: Fraction, conditions: [Expression] = []) {
    self.init(.fraction(fraction), conditions: conditions)
  }

  /// The result of the body, undefined where it throws.
  init(conditions: [Expression], _ body: () throws(Undefined) -> Fraction) {
    do throws(Undefined) {
      self.init(.fraction(try body()), conditions: conditions)
    } catch {
      self.init(.undefined(error.reason), conditions: conditions)
    }
  }

  /// What has no value, and why.
  static func undefined(_ reason: String) -> Expression { Expression(.undefined(reason)) }

  /// A real indeterminate, positive where so declared.
  ///
  /// - Hypotheses: `name` starts with a letter and continues with letters, digits, `_` and primes.
  /// - Edge cases: one name is one number: an expression that needs it with two ranges is undefined.
  ///   Names that print alike are one name: `x1` and `x₁`, `g''` and `g″`.
  public static func symbol(_ name: String, isPositive: Bool = false) -> Expression {
    symbol(name, range: SymbolRange(lower: isPositive ? 0 : nil, upper: nil))
  }

  /// A real indeterminate in the open interval (lower, upper).
  ///
  /// - Hypotheses: as above; lower < upper.
  public static func symbol(_ name: String, above lower: Rational, below upper: Rational)
    -> Expression
  {
    precondition(lower < upper, "lower < upper")
    return symbol(name, range: SymbolRange(lower: lower, upper: upper))
  }

  static func symbol(_ name: String, range: SymbolRange) -> Expression {
    precondition(isName(name), "name is a letter followed by letters, digits, _ or ′")
    return kernel(.symbol(name: SymbolName(name).plain, range: range))
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.first, first.isLetter else { return false }
    return text.allSatisfy { $0.isLetter || $0.isNumber || "_′″‴'".contains($0) }
  }

  /// Why the expression has no value, nil where it has one.
  public var undefinedReason: String? {
    if case .undefined(let reason) = content { return reason }
    return nil
  }

  /// As `undefinedReason`.
  public var doubt: String? { undefinedReason }

  /// The canonical form, nil where there is none.
  var fraction: Fraction? {
    if case .fraction(let fraction) = content { return fraction }
    return nil
  }

  /// Whether this is the number 0, by its form.
  public var isZero: Bool { fraction?.isZero ?? false }

  /// Whether no symbol occurs.
  public var isConstant: Bool { fraction.map { !$0.hasSymbols } ?? false }

  /// The value as a fraction of machine integers, nil where it is none.
  public var rational: Rational? { fraction?.rational }

  /// The names of the symbols that occur, ascending.
  public var symbols: [String] {
    let names = fraction?.generators.flatMap(\.kernel.symbols.keys) ?? []
    return Set(names).sorted()
  }
}

extension Expression: Equatable {
  /// Whether two expressions have the same canonical form. Conditions are not compared.
  public static func == (left: Expression, right: Expression) -> Bool {
    switch (left.content, right.content) {
    case (.fraction(let a), .fraction(let b)): a == b
    case (.undefined(let a), .undefined(let b)): a == b
    default: false
    }
  }
}

extension Expression: AdditiveArithmetic {
  public static var zero: Expression { Expression(Fraction(0)) }

  public static func + (left: Expression, right: Expression) -> Expression {
    combined(left, right) { a, b throws(Undefined) in try a + b }.formed(.sum, [left, right])
  }

  public static func - (left: Expression, right: Expression) -> Expression {
    combined(left, right) { a, b throws(Undefined) in try a - b }
      .formed(.difference, [left, right])
  }

  public static func * (left: Expression, right: Expression) -> Expression {
    combined(left, right) { a, b throws(Undefined) in try a * b }.formed(.product, [left, right])
  }

  /// - Edge cases: undefined where the divisor is 0, or cannot be told from it.
  public static func / (left: Expression, right: Expression) -> Expression {
    combined(left, right) { a, b throws(Undefined) in
      try b.requireNotZero()
      return try a / b
    }.formed(.quotient, [left, right])
  }

  private static func combined(
    _ left: Expression, _ right: Expression,
    _ operation: (Fraction, Fraction) throws(Undefined) -> Fraction
  ) -> Expression {
    switch (left.content, right.content) {
    case (.fraction(let a), .fraction(let b)):
      Expression(conditions: united(left.conditions, right.conditions)) { () throws(Undefined) in
        try operation(a, b)
      }
    case (.undefined, _): left
    case (_, .undefined): right
    }
  }

  static func united(_ left: [Expression], _ right: [Expression]) -> [Expression] {
    right.isEmpty ? left : left + right.filter { !left.contains($0) }
  }

  /// The same value under further conditions.
  func assuming(_ further: [Expression]) -> Expression {
    Expression(
      content, conditions: Expression.united(conditions, further), construction: construction)
  }

  public static prefix func - (value: Expression) -> Expression {
    guard case .fraction(let fraction) = value.content else { return value }
    return Expression(fraction.negated, conditions: value.conditions).formed(.negative, [value])
  }
}
