import GANTheory
import Scalars

/// Evenly spaced numbers, written `from:to:count`.
struct Grid {
  let values: [Double]

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
  }
}
