/// How an expression was formed from others, before its canonical form was found.
///
/// Recorded only where `isRecorded` is set. Sums with a literal 0, products with a literal 0 or 1 and
/// operations on literal fractions are not: series consist of them for the most part.
package final class Construction: Sendable {
  enum Operation: Sendable {
    case sum, difference, product, quotient, negative, exponential, logarithm, squareRoot
    case power(Int)
    case derivative(String)
  }

  /// Whether operations on expressions leave a record.
  @TaskLocal package static var isRecorded = false

  let operation: Operation
  let operands: [Expression]

  init(_ operation: Operation, _ operands: [Expression]) {
    self.operation = operation
    self.operands = operands
  }
}

extension Expression {
  /// Whether the expression is a number that no recorded operation has formed.
  private var isLiteral: Bool { construction == nil && rational != nil }

  /// The same value with the operation that it came from.
  func formed(
    _ operation: Construction.Operation, _ parts: @autoclosure () -> [Expression]
  ) -> Expression {
    guard Construction.isRecorded, undefinedReason == nil else { return self }
    let operands = parts()
    if operands.allSatisfy(\.isLiteral), rational != nil { return constructed(nil) }
    let literals = operands.map { $0.isLiteral ? $0.rational : nil }
    switch operation {
    case .sum:
      if literals[0] == 0 { return operands[1] }
      if literals[1] == 0 { return operands[0] }
    case .difference:
      if literals[1] == 0 { return operands[0] }
      if literals[0] == 0 { return constructed(Construction(.negative, [operands[1]])) }
    case .product:
      if literals[0] == 0 || literals[1] == 0 { return .zero }
      if literals[0] == 1 { return operands[1] }
      if literals[1] == 1 { return operands[0] }
    case .quotient:
      if literals[0] == 0 { return .zero }
      if literals[1] == 1 { return operands[0] }
    default: break
    }
    return constructed(Construction(operation, operands))
  }

  private func constructed(_ construction: Construction?) -> Expression {
    Expression(content, conditions: conditions, construction: construction)
  }
}
