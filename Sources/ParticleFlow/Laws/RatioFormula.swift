import GANTheory
import RealModule
public import Scalars

/// A formula in the density ratio r as somebody typed it: `1 + 0.5*r`, `r^(1/3)`, `1 - exp(-r)`.
///
/// It is evaluated in any number system, so that derivatives and exact forms follow from the one text.
///
/// - Source: appendix D.1, f(r).
public struct RatioFormula: Sendable, Equatable {
  indirect enum Node: Sendable, Equatable {
    case ratio
    case number(Rational)
    case sum(Node, Node)
    case difference(Node, Node)
    case product(Node, Node)
    case quotient(Node, Node)
    case power(Node, Rational)
    case function(Function, Node)
  }

  /// What may be written before a bracket.
  enum Function: String, CaseIterable, Sendable {
    case exp, log, sqrt, tanh, atan
  }

  let root: Node
  /// The text that was read.
  public let text: String

  /// Reads a formula.
  ///
  /// - Throws: `InputError` that names the place where the text is no formula.
  public init(_ text: String, argument: String = "--f") throws {
    self.text = text
    root = try RatioFormulaParser(text, argument: argument).formula()
  }

  /// The formula's value at r.
  ///
  /// - Accuracy: that of the number system's own operations.
  public func value<S: Scalar>(at ratio: S) -> S { Self.value(of: root, at: ratio) }

  private static func value<S: Scalar>(of node: Node, at ratio: S) -> S {
    switch node {
    case .ratio: return ratio
    case .number(let number): return S(number)
    case .sum(let a, let b): return value(of: a, at: ratio) + value(of: b, at: ratio)
    case .difference(let a, let b): return value(of: a, at: ratio) - value(of: b, at: ratio)
    case .product(let a, let b): return value(of: a, at: ratio) * value(of: b, at: ratio)
    case .quotient(let a, let b): return value(of: a, at: ratio) / value(of: b, at: ratio)
    case .power(let base, let exponent):
      let base = value(of: base, at: ratio)
      return exponent.denominator == 1
        ? S.pow(base, exponent.numerator) : S.pow(base, S(exponent))
    case .function(let function, let argument):
      let argument = value(of: argument, at: ratio)
      return switch function {
      case .exp: S.exp(argument)
      case .log: S.log(argument)
      case .sqrt: S.sqrt(argument)
      case .tanh: S.tanh(argument)
      case .atan: S.atan(argument)
      }
    }
  }
}

extension RatioFormula.Node {
  /// The number that a node without r is, nil where there is none that fits.
  var constant: Rational? {
    switch self {
    case .number(let number): return number
    case .sum(let a, let b): return a.constant.flatMap { left in b.constant.flatMap(left.adding) }
    case .difference(let a, let b):
      return a.constant.flatMap { left in b.constant.flatMap { left.adding(Rational(0) - $0) } }
    case .product(let a, let b):
      return a.constant.flatMap { left in b.constant.flatMap(left.times) }
    case .quotient(let a, let b):
      guard let left = a.constant, let right = b.constant, right != 0 else { return nil }
      return left.times(Rational(right.denominator, right.numerator))
    case .ratio, .power, .function: return nil
    }
  }
}

/// A parser by descent: sums of products of powers.
private struct RatioFormulaParser {
  private let text: String
  private let argument: String
  private var rest: Substring

  init(_ text: String, argument: String) {
    self.text = text
    self.argument = argument
    rest = text[...]
  }

  func formula() throws -> RatioFormula.Node {
    var parser = self
    let node = try parser.sum()
    parser.skipSpaces()
    guard parser.rest.isEmpty else { throw parser.problem("is no formula in r") }
    return node
  }

  private mutating func sum() throws -> RatioFormula.Node {
    var node = try product()
    while let sign = take("+-") {
      let term = try product()
      node = sign == "+" ? .sum(node, term) : .difference(node, term)
    }
    return node
  }

  private mutating func product() throws -> RatioFormula.Node {
    var node = try signed()
    while let sign = take("*/") {
      let factor = try signed()
      node = sign == "*" ? .product(node, factor) : .quotient(node, factor)
    }
    return node
  }

  private mutating func signed() throws -> RatioFormula.Node {
    if take("-") != nil { return .difference(.number(0), try signed()) }
    return try power()
  }

  private mutating func power() throws -> RatioFormula.Node {
    let base = try atom()
    guard take("^") != nil else { return base }
    let exponent = try signed()
    guard let number = exponent.constant else { throw problem("has an exponent that is no number") }
    return .power(base, number)
  }

  private mutating func atom() throws -> RatioFormula.Node {
    skipSpaces()
    if take("(") != nil {
      let inner = try sum()
      guard take(")") != nil else { throw problem("lacks a closing bracket") }
      return inner
    }
    guard let first = rest.first else { throw problem("ends too soon") }
    if first.isLetter {
      let name = String(rest.prefix { $0.isLetter })
      rest = rest.dropFirst(name.count)
      if name == "r" { return .ratio }
      guard let function = RatioFormula.Function(rawValue: name), take("(") != nil else {
        throw problem("has '\(name)', which is neither r nor a function with a bracket")
      }
      let inner = try sum()
      guard take(")") != nil else { throw problem("lacks a closing bracket") }
      return .function(function, inner)
    }
    return .number(try number())
  }

  private mutating func number() throws -> Rational {
    var literal = ""
    while let next = rest.first {
      let isSign = "+-".contains(next) && literal.last?.lowercased() == "e"
      guard next.isNumber || next == "." || next.lowercased() == "e" || isSign else { break }
      literal.append(next)
      rest = rest.dropFirst()
    }
    guard let value = Rational(literal) else { throw problem("is no formula in r") }
    return value
  }

  private mutating func take(_ choices: String) -> Character? {
    skipSpaces()
    guard let next = rest.first, choices.contains(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }

  private mutating func skipSpaces() { rest = rest.drop(while: \.isWhitespace) }

  private func problem(_ rule: String) -> InputError {
    InputError(
      argument: argument, value: text,
      rule: rule + (rest.isEmpty ? "" : " (at '\(rest)')"),
      remedy:
        "write it with r, numbers, + - * / ^, brackets and \(RatioFormula.Function.allCases.map(\.rawValue).joined(separator: ", ")): 1 + 0.5*r"
    )
  }
}
