/// Bad input: which argument, what it was, the rule that it broke and a way out, on one line.
public struct InputError: Error, Sendable, Equatable, CustomStringConvertible {
  public let argument: String
  public let value: String
  public let rule: String
  public let remedy: String

  public init(argument: String, value: String, rule: String, remedy: String) {
    self.argument = argument
    self.value = value
    self.rule = rule
    self.remedy = remedy
  }

  public var description: String { "\(argument): '\(value)' \(rule); \(remedy)" }
}
