/// What a computation at rising precision came to: a result, or doubt at a stated limit.
///
/// Doubt is a case of its own and never becomes a value, so a caller must say what it means to them.
///
/// Indirect, so that its layout does not wait for the runtime: Swift's code for that reads memory which
/// Valgrind takes for uninitialised, and the check for leaks would stop there.
public indirect enum PrecisionOutcome<Value> {
  /// The first decided result and the bits at which it was decided.
  case decided(Value, bits: Int)
  /// Nothing was decided at any precision up to and including this limit in bits.
  case undecided(limit: Int)

  /// The decided result, or nil.
  public var value: Value? {
    guard case .decided(let value, _) = self else { return nil }
    return value
  }

  /// The precision in bits of the last attempt.
  public var bits: Int {
    switch self {
    case .decided(_, let bits): bits
    case .undecided(let limit): limit
    }
  }
}

extension PrecisionOutcome: Sendable where Value: Sendable {}
extension PrecisionOutcome: Equatable where Value: Equatable {}

extension PrecisionOutcome where Value == Decision {
  /// The decision, `undecided` where the limit was reached.
  public var decision: Decision { value ?? .undecided }
}

extension Ball {
  /// The first result that `body` decides while the working precision doubles.
  ///
  /// `body` runs with `Ball.precision` set to `start`, 2·`start`, … and at last to `limit` itself; nil
  /// means that it could not decide. Whatever depends on the precision, exact parameters included,
  /// must be built inside: a ball keeps the radius that it was made with.
  ///
  /// - Edge cases: a body that decides at once runs once. No attempt goes beyond `limit`.
  /// - Rigour: that of `body`; nothing is concluded from doubt.
  public static func valueAtRisingPrecision<Value>(
    from start: Int = 128, to limit: Int, _ body: () throws -> Value?
  ) rethrows -> PrecisionOutcome<Value> {
    precondition(start > 0, "start > 0")
    precondition(start <= limit, "start ≤ limit")
    var bits = start
    while true {
      if let value = try $precision.withValue(bits, operation: body) {
        return .decided(value, bits: bits)
      }
      if bits == limit { return .undecided(limit: limit) }
      bits = bits > limit / 2 ? limit : 2 * bits
    }
  }

  /// The first decision of `body` that is not `undecided` while the working precision doubles.
  ///
  /// As `valueAtRisingPrecision`; an equality that holds stays undecided at every precision.
  public static func decisionAtRisingPrecision(
    from start: Int = 128, to limit: Int, _ body: () throws -> Decision
  ) rethrows -> PrecisionOutcome<Decision> {
    try valueAtRisingPrecision(from: start, to: limit) {
      let decision = try body()
      return decision == .undecided ? nil : decision
    }
  }
}
