import Scalars

/// Prints enclosed numbers with digits that are all certain, and says where they are not.
package struct CertifiedCells: Sendable {
  /// Digits to print, correctly rounded; nil for the nearest double.
  let digits: Int?

  package init(digits: Int?) { self.digits = digits }

  /// The bits of the first attempt.
  var firstPrecision: Int { 128 + 4 * (digits ?? 16) }

  /// The bits of the last attempt: 40 for every digit.
  var precisionLimit: Int { 40 * (digits ?? 16) + 1024 }

  /// What stands for a number whose digits the working precision does not decide.
  static var undecided: String { "undecided at \(Ball.precision) bits" }

  /// The number, rounded as asked.
  func cell(_ value: Ball) -> Cell {
    guard digits == nil else { return .text(text(value)) }
    let approximation = value.approximation
    let isInRange = approximation.isFinite && (approximation != 0 || value.containsZero)
    guard isInRange, value.certainDigits >= 15 || value.containsZero else {
      return .text(value.rounded(toDigits: 6) ?? Self.undecided)
    }
    return .number(approximation)
  }

  /// The number in decimal, eight digits where none are asked for.
  func text(_ value: Ball) -> String {
    value.rounded(toDigits: digits ?? 8) ?? Self.undecided
  }

  /// As `text`, and for a number that cannot be told from 0 how far from it it may be, where that is
  /// less than a unit in the last of the digits asked for after the point.
  func position(_ value: Ball) -> String {
    guard value.containsZero, !value.isExactZero, value.isFinite else { return text(value) }
    let reach = value.magnitude.upperEnd
    let unit = Ball.pow(Ball(10), -(digits ?? 8))
    guard (unit - reach).isPositive == .holds, let bound = reach.rounded(toDigits: 2) else {
      return Self.undecided
    }
    return "0 up to \(bound)"
  }

  /// Raises the precision until every cell and every datum is certain, up to `precisionLimit`.
  func table(_ build: () throws -> Table) rethrows -> Table {
    try raising(build) {
      Self.areCertain($0.rows.joined()) && Self.areCertain($0.metadata.map(\.1))
    }
  }

  /// Raises the precision until every cell of a row is certain, up to `precisionLimit`.
  func row(_ build: () throws -> [Cell]) rethrows -> [Cell] {
    try raising(build) { Self.areCertain($0) }
  }

  /// The first result that is certain, or that of the last attempt.
  private func raising<Result>(
    _ build: () throws -> Result, until isCertain: (Result) -> Bool
  ) rethrows -> Result {
    var last: Result?
    let outcome = try Ball.valueAtRisingPrecision(from: firstPrecision, to: precisionLimit) {
      () -> Result? in
      let result = try build()
      last = result
      return isCertain(result) ? result : nil
    }
    guard let result = outcome.value ?? last else { preconditionFailure("attempts > 0") }
    return result
  }

  /// Whether no cell is undecided at the precision at which it was printed.
  static func areCertain(_ cells: some Sequence<Cell>) -> Bool {
    areCertain(
      cells.map {
        guard case .text(let text) = $0 else { return "" }
        return text
      })
  }

  static func areCertain(_ texts: [String]) -> Bool {
    !texts.contains { $0.hasPrefix("undecided at ") }
  }
}
