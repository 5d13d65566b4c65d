import GANTheory
import Scalars

/// Evenly spaced numbers, written `from:to:count`.
struct Grid {
  let values: [Double]
  private let text: String
  private let ends: (from: Rational, to: Rational)

  init(_ text: String, argument: String) throws {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 3, let count = Int(parts[2]), (2...1_000_000).contains(count) else {
      throw InputError(
        argument: argument, value: text, rule: "must be from:to:count with 2 to 1,000,000 points",
        remedy: "write it as -2:2:9")
    }
    let from = try Vectors.number(parts[0], argument: argument)
    let to = try Vectors.number(parts[1], argument: argument)
    guard from < to else {
      throw InputError(
        argument: argument, value: text, rule: "must ascend", remedy: "put the smaller end first")
    }
    let (low, high) = (from.approximation, to.approximation)
    values = (0..<count).map { low + (high - low) * Double($0) / Double(count - 1) }
    self.text = text
    ends = (from, to)
  }

  /// The points as exact fractions: every one is the first end plus so many equal steps.
  ///
  /// - Throws: `InputError` where a point is no fraction of machine integers.
  func fractions(argument: String) throws -> [Rational] {
    let count = values.count
    return try values.indices.map { index in
      let shares = [(ends.from, count - 1 - index), (ends.to, index)].map { end, steps in
        end.times(Rational(steps, count - 1))
      }
      guard let lower = shares[0], let upper = shares[1], let point = lower.adding(upper) else {
        throw InputError(
          argument: argument, value: text, rule: "has points that are no exact fractions",
          remedy: "give ends with fewer digits, or a list such as 0;0.5;1")
      }
      return point
    }
  }
}
