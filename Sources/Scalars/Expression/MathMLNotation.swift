/// How a notation becomes MathML, the elements that browsers draw formulas from.
enum MathMLNotation {
  /// The elements of a formula, in one `<mrow>` where they are several.
  static func text(_ notation: Notation) -> String {
    switch notation {
    case .natural(let digits): number(digits)
    case .ratio(let top, let bottom): element("mfrac", number(top), number(bottom))
    case .symbol(let name): SymbolName(name).mathML
    case .pi: "<mi>π</mi>"
    case .negative(let term): row("<mo>−</mo>", bound(term, 1))
    case .sum(let terms): sum(terms)
    case .product(let factors): product(factors)
    case .quotient(let top, let bottom): element("mfrac", text(top), text(bottom))
    case .power(let base, let exponent):
      element("msup", bound(base, 3), number("\(exponent)"))
    case .squareRoot(let base): element("msqrt", text(base))
    case .rationalPower(let base, let exponent):
      element("msup", bound(base, 3), text(.number(exponent)))
    case .generalPower(let base, let exponent): element("msup", bound(base, 3), text(exponent))
    case .call(let function, let arguments): call(function, arguments)
    }
  }

  /// An element with these children.
  static func element(_ name: String, _ children: String...) -> String {
    "<\(name)>\(children.joined())</\(name)>"
  }

  private static func number(_ digits: String) -> String { "<mn>\(digits)</mn>" }

  private static func row(_ parts: String...) -> String { "<mrow>\(parts.joined())</mrow>" }

  private static func parenthesised(_ text: String) -> String {
    row("<mo>(</mo>", text, "<mo>)</mo>")
  }

  /// In parentheses where the outermost operation binds less than asked for.
  private static func bound(_ notation: Notation, _ precedence: Int) -> String {
    notation.precedence >= precedence ? text(notation) : parenthesised(text(notation))
  }

  private static func sum(_ terms: [Notation]) -> String {
    let parts = terms.enumerated().map { place, term -> String in
      guard case .negative(let positive) = term else {
        return (place == 0 ? "" : "<mo>+</mo>") + bound(term, 1)
      }
      return "<mo>−</mo>" + bound(positive, 1)
    }
    return row(parts.joined())
  }

  private static func product(_ factors: [Notation]) -> String {
    row(factors.map { bound($0, 1) }.joined(separator: "<mo>⋅</mo>"))
  }

  private static func call(_ function: Notation.Function, _ arguments: [Notation]) -> String {
    let name =
      switch function {
      case .exponential: "<mi>exp</mi>"
      case .logarithm: "<mi>log</mi>"
      case .sine: "<mi>sin</mi>"
      case .cosine: "<mi>cos</mi>"
      case .arcsine: "<mi>arcsin</mi>"
      case .arctangent: "<mi>arctan</mi>"
      case .normalCDF: "<mi>Φ</mi>"
      case .normalQuantile:
        element("msup", "<mi>Φ</mi>", row("<mo>−</mo>", number("1")))
      }
    let list = arguments.map(text).joined(separator: "<mo>,</mo>")
    return row(name, "<mo>&#x2061;</mo>", parenthesised(list))
  }
}
