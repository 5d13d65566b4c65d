/// A flow that cannot be computed as asked: what was given, the rule that it broke and what to change.
public struct FlowError: Error, Sendable, Equatable, CustomStringConvertible {
  public let quantity: String
  public let value: String
  public let rule: String
  public let remedy: String

  public init(quantity: String, value: String, rule: String, remedy: String) {
    self.quantity = quantity
    self.value = value
    self.rule = rule
    self.remedy = remedy
  }

  public var description: String { "\(quantity): '\(value)' \(rule); \(remedy)" }
}
