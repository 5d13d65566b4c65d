import NumericKernel
import Scalars

/// Whether a statement says nothing new where one of its hypotheses fails: with the signs of some variables
/// changed, all hypotheses hold there and both sides are what they were.
///
/// So is σ > 0 idle in a formula that depends on σ² alone.
struct Reflection {
  /// The statement in the families that have the hypothesis, and the same without it, as it is searched.
  let original: [any Statement]
  let without: [any Statement]
  let stream: RandomStream

  /// The variables whose signs change and at how many instances that was checked; nil where at one of them
  /// no change of one or two signs, the same in the whole family, leaves the sides as they are.
  ///
  /// - Rigour: sampled; at every instance the sides overlap in balls and agree to 30 digits.
  func symmetry() throws -> (variables: [String], instances: Int)? {
    var (names, count): ([String], Int) = ([], 0)
    for (index, (original, without)) in zip(original, without).enumerated() {
      let instances = try instances(of: without, index)
      guard let first = instances.first else { continue }
      let changes = Self.changes(of: original.variables.count)
      let found = changes.first { change in
        // The first instance excludes most.
        areSame(original, at: first, changing: change)
          && instances.allSatisfy { areSame(original, at: $0, changing: change) }
      }
      guard let found else { return nil }
      count += instances.count
      for axis in found where !names.contains(original.variables[axis].name) {
        names.append(original.variables[axis].name)
      }
    }
    return count >= 8 ? (names, count) : nil
  }

  /// Instances at which only the hypothesis fails, and both sides exist.
  private func instances(of statement: any Statement, _ index: Int) throws -> [Instance] {
    let variables = statement.variables
    guard !variables.isEmpty else { return [] }
    var sobol = try SobolSequence(
      dimension: variables.count, shiftedBy: stream.split("reflected-\(index)"))
    var found: [Instance] = []
    for _ in 0..<512 where found.count < 32 {
      let instance = Instance(variables, at: sobol.next())
      if case .judged = statement.finding(at: instance) { found.append(instance) }
    }
    return found
  }

  /// Single variables, then pairs.
  private static func changes(of count: Int) -> [[Int]] {
    (0..<count).map { [$0] }
      + (0..<count).flatMap { first in (first + 1..<max(count, first + 1)).map { [first, $0] } }
  }

  private func areSame(
    _ statement: any Statement, at instance: Instance, changing axes: [Int]
  ) -> Bool {
    let reflected = axes.reduce(instance) { $0.replacing($1, by: 0 - $0.values[$1]) }
    guard case .judged = statement.finding(at: reflected) else { return false }
    return Ball.$precision.withValue(512) {
      guard let old = statement.conclusion(at: instance.assignment(in: Ball.self)),
        let new = statement.conclusion(at: reflected.assignment(in: Ball.self))
      else { return false }
      switch (old, new) {
      case (.atLeast(let left, let right), .atLeast(let newLeft, let newRight)),
        (.attained(let left, let right), .attained(let newLeft, let newRight)):
        return Self.agree(left, newLeft) && Self.agree(right, newRight)
      case (.equal(let old), .equal(let new)):
        return old.count == new.count
          && zip(old, new).allSatisfy {
            Self.agree($0.left, $1.left) && Self.agree($0.right, $1.right)
          }
      default: return false
      }
    }
  }

  private static func agree(_ a: Ball, _ b: Ball) -> Bool {
    let difference = a - b
    guard difference.isFinite, difference.containsZero else { return false }
    let size = Ball.larger(a.magnitude, b.magnitude)
    return difference.magnitude.upperBound <= max(1e-30 * size.upperBound, 1e-300)
  }
}
