/// The recorded construction of expressions as a term of Coq.
///
/// Every exponential, logarithm and root, every divisor of unknown sign and what is used more than once is
/// bound by a `let`. A proof replaces the functions and divisors by their canonical forms before it goes
/// on, and writes out what is only shared.
struct CoqTree {
  /// A bound part.
  struct Step {
    enum Kind { case exponential, logarithm, squareRoot, divisor, shared }

    let name: String
    let kind: Kind
    /// What it is, earlier steps by their names.
    let term: String
    let value: Expression
    /// What a function is applied to.
    let argument: Expression
  }

  private(set) var steps: [Step] = []
  /// What must not be 0: the divisors.
  private(set) var divisors: [Expression] = []
  /// Symbols and numbers, and derivatives, which are taken as the program found them.
  private(set) var leaves: [Expression] = []
  /// Whether a derivative occurs, which is not proved.
  private(set) var hasDerivative = false

  /// How long a term may be that is written more than once.
  private static let longestRepeated = 24

  /// Divisors that are not positive by their form; a proof needs their factors.
  private var doubtfulDivisors: Set<ObjectIdentifier> = []
  private var counts: [ObjectIdentifier: Int] = [:]
  private var texts: [ObjectIdentifier: String] = [:]
  private var leafText: (Expression) throws(Undefined) -> String = { _ throws(Undefined) in "" }
  private let prefix: String

  /// The parts of expressions, without terms: what `CoqAtoms` needs to know.
  init(partsOf expressions: [Expression]) {
    prefix = ""
    for expression in expressions { count(expression) }
  }

  /// The terms, with leaves printed by the atoms; names of steps begin with the prefix.
  init(prefix: String, atoms: CoqAtoms, sharing parts: CoqTree) {
    self.prefix = prefix
    counts = parts.counts
    doubtfulDivisors = Set(
      parts.divisors.filter { $0.isPositive != .holds }.compactMap(\.construction).map {
        ObjectIdentifier($0)
      })
    leafText = { leaf throws(Undefined) in try atoms.text(leaf, isSpelled: true) }
  }

  private mutating func count(_ expression: Expression) {
    guard let construction = expression.construction else {
      leaves.append(expression)
      return
    }
    if case .derivative = construction.operation {
      leaves.append(expression)
      hasDerivative = true
      return
    }
    let seen = counts[ObjectIdentifier(construction), default: 0]
    counts[ObjectIdentifier(construction)] = seen + 1
    guard seen == 0 else { return }
    if case .quotient = construction.operation { divisors.append(construction.operands[1]) }
    if case .power(let n) = construction.operation, n < 0 {
      divisors.append(construction.operands[0])
    }
    leaves.append(expression)
    for operand in construction.operands { count(operand) }
  }

  /// The term of an expression; new steps are added to `steps`.
  mutating func term(_ expression: Expression) throws(Undefined) -> String {
    guard let construction = expression.construction else { return try leaf(expression) }
    if case .derivative = construction.operation { return try leaf(expression) }
    let identity = ObjectIdentifier(construction)
    if let known = texts[identity] { return known }
    var operands: [String] = []
    for operand in construction.operands { operands.append(try term(operand)) }
    var kind: Step.Kind?
    let text: String
    switch construction.operation {
    case .sum: text = "(\(operands[0]) + \(operands[1]))"
    case .difference: text = "(\(operands[0]) - \(operands[1]))"
    case .product: text = "(\(operands[0]) * \(operands[1]))"
    case .quotient: text = "(\(operands[0]) / \(operands[1]))"
    case .negative: text = "(- \(operands[0]))"
    case .power(let exponent):
      let power = "\(operands[0])^\(exponent.magnitude)"
      text = exponent < 0 ? "(/ \(power))" : "(\(power))"
    case .exponential: (text, kind) = ("exp \(operands[0])", .exponential)
    case .logarithm: (text, kind) = ("ln \(operands[0])", .logarithm)
    case .squareRoot: (text, kind) = ("sqrt \(operands[0])", .squareRoot)
    case .derivative: throw Undefined("a derivative is a leaf")
    }
    let isShared = counts[identity, default: 0] > 1 && text.count > Self.longestRepeated
    if kind == nil, doubtfulDivisors.contains(identity) { kind = .divisor }
    if kind == nil, isShared { kind = .shared }
    guard let kind else {
      texts[identity] = text
      return text
    }
    let name = "\(prefix)\(steps.count + 1)"
    steps.append(
      Step(
        name: name, kind: kind, term: text, value: expression,
        argument: construction.operands[0]))
    texts[identity] = name
    return name
  }

  private func leaf(_ expression: Expression) throws(Undefined) -> String {
    "(\(try leafText(expression)))"
  }
}
