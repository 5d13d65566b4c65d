extension Expression: CustomStringConvertible {
  public var description: String { fraction?.key ?? "undefined" }
}
