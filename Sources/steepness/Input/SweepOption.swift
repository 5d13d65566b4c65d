import Foundation
import GANTheory
import Reporting
import Scalars

/// Values of a parameter on the command line: `name=from:to:count`, `name=from:to:count:log` or `name=1,2,5`.
enum SweepOption {
  /// - Throws: `InputError` naming the rule that is broken.
  static func axis(_ text: String, of theorem: SweptTheorem) throws -> BoundSweep.Axis {
    let (parameter, values) = try assignment(text, argument: "--sweep", of: theorem)
    let parts = values.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    guard parts.count > 1 else {
      let list = try Vectors.list(values, argument: "--sweep")
      return BoundSweep.Axis(parameter, count: list.count) { list[$0] }
    }
    let isLogarithmic = parts.count == 4 && parts[3] == "log"
    guard parts.count == 3 || isLogarithmic, let count = Int(parts[2]),
      (2...100_000_000).contains(count)
    else {
      throw InputError(
        argument: "--sweep", value: text,
        rule: "must be name=from:to:count, with 2 to 100,000,000 values",
        remedy: "write it as sigma=0.1:1:10, or sigma=0.1:10:9:log")
    }
    let ends = try parts[0..<2].map { try Vectors.number($0, argument: "--sweep") }
    guard ends[0] < ends[1], !isLogarithmic || ends[0] > 0 else {
      throw InputError(
        argument: "--sweep", value: text,
        rule: isLogarithmic ? "must ascend from above 0" : "must ascend",
        remedy: "put the smaller end first")
    }
    return BoundSweep.Axis(parameter, count: count) { index in
      if index == 0 || index == count - 1 { return ends[index == 0 ? 0 : 1] }
      guard
        let value = isLogarithmic
          ? geometric(ends, index, count) : arithmetic(ends, index, count)
      else {
        throw InputError(
          argument: "--sweep", value: text, rule: "has points that are no exact fractions",
          remedy: "give ends with fewer digits, or a list such as sigma=0.1,0.2")
      }
      return value
    }
  }

  /// A parameter's name and what stands after `=`.
  static func assignment(
    _ text: String, argument: String, of theorem: SweptTheorem
  ) throws -> (SweptParameter, String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let parameter = SweptParameter(rawValue: String(parts[0])),
      theorem.parameters.contains(parameter)
    else {
      let names = theorem.parameters.map(\.rawValue).joined(separator: ", ")
      throw InputError(
        argument: argument, value: text, rule: "must begin with a parameter of the theorem and '='",
        remedy: "the parameters of Theorem \(theorem.rawValue) are \(names)")
    }
    return (parameter, String(parts[1]))
  }

  private static func arithmetic(_ ends: [Rational], _ index: Int, _ count: Int) -> Rational? {
    guard let low = ends[0].times(Rational(count - 1 - index, count - 1)),
      let high = ends[1].times(Rational(index, count - 1))
    else { return nil }
    return low.adding(high)
  }

  /// The geometric mean of the ends, weighted, to six significant digits.
  private static func geometric(_ ends: [Rational], _ index: Int, _ count: Int) -> Rational? {
    let share = Double(index) / Double(count - 1)
    let (low, high) = (ends[0].approximation, ends[1].approximation)
    return Rational(String(format: "%.5e", low * pow(high / low, share)))
  }
}
