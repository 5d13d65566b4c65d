/// How a notation becomes text.
enum NotationStyle: Sendable {
  case plain, latex, coq

  func text(_ notation: Notation) -> String {
    switch notation {
    case .natural(let digits): digits
    case .ratio(let top, let bottom):
      self == .latex ? #"\frac{\#(top)}{\#(bottom)}"# : "\(top)/\(bottom)"
    case .symbol(let name): symbol(name)
    case .pi: ["π", #"\pi"#, "PI"][index]
    case .negative(let term): minus + (self == .coq ? " " : "") + bound(term, 1)
    case .sum(let terms): sum(terms)
    case .product(let factors): product(factors)
    case .quotient(let top, let bottom): quotient(top, bottom)
    case .power(let base, let exponent): power(base, exponent)
    case .squareRoot(let base): squareRoot(base)
    case .rationalPower(let base, let exponent): rationalPower(base, exponent)
    case .generalPower(let base, let exponent): generalPower(base, exponent)
    case .call(let function, let arguments): call(function, arguments)
    }
  }

  private var index: Int {
    switch self {
    case .plain: 0
    case .latex: 1
    case .coq: 2
    }
  }

  private var minus: String { self == .plain ? "−" : "-" }

  private func parenthesised(_ text: String) -> String {
    self == .latex ? #"\left(\#(text)\right)"# : "(\(text))"
  }

  /// The text, in parentheses where the outermost operation binds less than asked for.
  private func bound(_ notation: Notation, _ precedence: Int) -> String {
    notation.precedence >= precedence ? text(notation) : parenthesised(text(notation))
  }

  private func sum(_ terms: [Notation]) -> String {
    terms.enumerated().reduce("") { line, term in
      guard case .negative(let positive) = term.element else {
        return line + (term.offset == 0 ? "" : " + ") + bound(term.element, 1)
      }
      return term.offset == 0
        ? text(term.element) : line + " \(minus) " + bound(positive, 1)
    }
  }

  private func product(_ factors: [Notation]) -> String {
    let texts = factors.enumerated().map { place, factor -> String in
      // A fraction of numbers leads; Coq reads it better in parentheses.
      if case .ratio = factor, self != .coq, place == 0 { return text(factor) }
      if case .ratio = factor { return parenthesised(text(factor)) }
      return bound(factor, 2)
    }
    return texts.joined(separator: ["·", " ", " * "][index])
  }

  private func quotient(_ top: Notation, _ bottom: Notation) -> String {
    if self == .latex { return #"\frac{\#(text(top))}{\#(text(bottom))}"# }
    return bound(top, 1) + (self == .coq ? " / " : "/") + bound(bottom, 2)
  }

  private func power(_ base: Notation, _ exponent: Int) -> String {
    let text = bound(base, 3)
    switch self {
    case .plain: return text + superscript(exponent)
    case .latex: return text + "^{\(exponent)}"
    case .coq: return (base.isCall ? "(\(text))" : text) + "^\(exponent)"
    }
  }

  private func superscript(_ number: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    return String(String(number).compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private func squareRoot(_ base: Notation) -> String {
    switch self {
    case .plain: "√" + bound(base, 3)
    case .latex: #"\sqrt{\#(text(base))}"#
    case .coq: "sqrt " + argument(base)
    }
  }

  private func rationalPower(_ base: Notation, _ exponent: Rational) -> String {
    switch self {
    case .plain: bound(base, 3) + "^(\(exponent))"
    case .latex: bound(base, 3) + #"^{\#(exponent)}"#
    case .coq: "Rpower " + argument(base) + " (\(exponent))"
    }
  }

  private func generalPower(_ base: Notation, _ exponent: Notation) -> String {
    switch self {
    case .plain: bound(base, 3) + "^" + bound(exponent, 3)
    case .latex: bound(base, 3) + "^{\(text(exponent))}"
    case .coq: "Rpower " + argument(base) + " " + argument(exponent)
    }
  }

  private func call(_ function: Notation.Function, _ arguments: [Notation]) -> String {
    let name = name(function)
    if self == .coq { return name + arguments.map { " " + argument($0) }.joined() }
    return name + parenthesised(arguments.map(text).joined(separator: ", "))
  }

  /// An argument of a Coq function: an atom, or parenthesised.
  private func argument(_ notation: Notation) -> String {
    notation.precedence == 3 && !notation.isCall ? text(notation) : "(\(text(notation)))"
  }

  private func name(_ function: Notation.Function) -> String {
    switch function {
    case .exponential: ["exp", #"\exp"#, "exp"][index]
    case .logarithm: ["log", #"\log"#, "ln"][index]
    case .sine: ["sin", #"\sin"#, "sin"][index]
    case .cosine: ["cos", #"\cos"#, "cos"][index]
    case .arcsine: ["arcsin", #"\arcsin"#, "asin"][index]
    case .arctangent: ["arctan", #"\arctan"#, "atan"][index]
    case .normalCDF: ["Φ", #"\Phi"#, "Phi"][index]
    case .normalQuantile: ["Φ⁻¹", #"\Phi^{-1}"#, "Phi_inv"][index]
    }
  }

  private func symbol(_ name: String) -> String {
    let name = SymbolName(name)
    switch self {
    case .plain: return name.plain
    case .latex: return name.latex
    case .coq: return name.coq
    }
  }
}

extension Notation {
  /// Whether Coq writes it as a function applied to arguments.
  var isCall: Bool {
    switch self {
    case .call, .squareRoot, .rationalPower, .generalPower: true
    default: false
    }
  }
}
