import RealModule

extension Ball {
  /// Components far from a point are bounded together, and a tail is evaluated once for all points.
  ///
  /// - Accuracy: radii of a few units of 2^(−precision) relative to either sum.
  /// - Cost: linear in the number of points and of components that matter at each.
  /// - Rigour: enclosure.
  public static func logNormalTailSums(
    of components: [(weight: Ball, mean: Ball, deviation: Ball)], at points: [Ball]
  ) -> [(lower: Ball, upper: Ball)] {
    precondition(!components.isEmpty, "components.count > 0")
    var table = NormalTailTable(components)
    return points.map { table.logTailSums(at: $0) }
  }
}

/// The components of a mixture on the line in ascending order, what bounds all those on one side of a
/// place, and the tails that were evaluated so far.
private struct NormalTailTable {
  private let components: [(weight: Ball, mean: Ball, deviation: Ball)]
  /// Doubles near them, and the logarithm of the weight.
  private let estimates: [(bits: Double, mean: Double, deviation: Double)]
  /// Entry i is about the components before the i-th, and about those from it on.
  private var before: [Side?] = [nil]
  private var after: [Side?] = [nil]
  /// By the nearest double of u ≥ 0.
  private var tails: [Double: [Tail]] = [:]

  /// What is common to components on one side.
  private struct Side {
    /// Σ wᵢ, and about log₂ of it.
    let weight: Ball
    let bits: Double
    /// No mean is nearer, no deviation greater.
    let nearest: Ball
    let widest: Ball
    let deviation: Double
  }

  /// An enclosure of 1 − Φ(u) to about so many bits.
  private struct Tail {
    let argument: Ball
    let bits: Double
    let value: Ball
  }

  private static let bitsPerUnit = 1 / Double.log(2)

  init(_ unsorted: [(weight: Ball, mean: Ball, deviation: Ball)]) {
    let components = unsorted.sorted { $0.mean.approximation < $1.mean.approximation }
    self.components = components
    estimates = components.map {
      (Double.log2($0.weight.approximation), $0.mean.approximation, $0.deviation.approximation)
    }
    // Sums of many weights lose no digits that matter.
    Ball.$precision.withValue(Ball.precision + 32) {
      for component in components {
        before.append(Self.side(component, beside: before[before.count - 1], Ball.larger))
      }
      for component in components.reversed() {
        after.append(Self.side(component, beside: after[after.count - 1], Ball.smaller))
      }
    }
    after.reverse()
  }

  private static func side(
    _ component: (weight: Ball, mean: Ball, deviation: Ball), beside other: Side?,
    _ nearer: (Ball, Ball) -> Ball
  ) -> Side {
    let (weight, mean, deviation) = component
    let sum = other.map { $0.weight + weight } ?? weight
    let widest = other.map { Ball.larger($0.widest, deviation) } ?? deviation
    return Side(
      weight: sum, bits: Double.log2(sum.approximation),
      nearest: other.map { nearer($0.nearest, mean) } ?? mean, widest: widest,
      deviation: widest.approximation)
  }

  /// Both tails of the mixture at a point.
  mutating func logTailSums(at point: Ball) -> (lower: Ball, upper: Ball) {
    let (window, smallerBits) = window(around: point.approximation)
    var (lower, upper) = (Ball.zero, Ball.zero)
    var (first, last) = (window.lowerBound, window.upperBound)
    if first > 0 {
      if let side = before[first], let tail = bound(side, beyond: point - side.nearest) {
        lower += side.weight - tail
        upper += tail
      } else {
        first = 0
      }
    }
    if last < components.count {
      if let side = after[last], let tail = bound(side, beyond: side.nearest - point) {
        lower += tail
        upper += side.weight - tail
      } else {
        last = components.count
      }
    }
    var previous: (index: Int, argument: Ball, isBelow: Bool)?
    for index in first..<last {
      let (weight, mean, deviation) = components[index]
      let argument = (point - mean) / deviation
      let isBelow = argument.approximation < 0
      let size = isBelow ? Ball.zero - argument : argument
      if let before = previous, isMirrored(before, (index, size, isBelow)) {
        // w·(1 − t) + w·t, where both weights lie in one ball.
        lower += components[before.index].weight + halfDifference(before.index, index)
        upper += weight + halfDifference(before.index, index)
        previous = nil
        continue
      }
      if let before = previous { add(before, smallerBits, &lower, &upper) }
      previous = (index, size, isBelow)
    }
    if let before = previous { add(before, smallerBits, &lower, &upper) }
    return (Ball.log(lower), Ball.log(upper))
  }

  /// Whether two components of one weight have the same distance from the point, on either side of it: what
  /// one adds to a sum, the other lacks.
  private func isMirrored(
    _ one: (index: Int, argument: Ball, isBelow: Bool),
    _ other: (index: Int, argument: Ball, isBelow: Bool)
  ) -> Bool {
    one.isBelow != other.isBelow && one.argument.isExact && one.argument == other.argument
      && components[one.index].weight == components[other.index].weight
  }

  /// (v − w)·t for weights v and w and any t from 0 to 1/2.
  private func halfDifference(_ one: Int, _ other: Int) -> Ball {
    let (left, right) = (components[one].weight, components[other].weight)
    if left.isExact, right.isExact { return .zero }
    return Ball.hull(.zero, (left - right) / Ball(2))
  }

  private mutating func add(
    _ component: (index: Int, argument: Ball, isBelow: Bool), _ smallerBits: Double,
    _ lower: inout Ball, _ upper: inout Ball
  ) {
    let weight = components[component.index].weight
    let bits =
      Double(Ball.precision) - smallerBits
      + estimates[component.index].bits
      + Ball.normalTailBits(component.argument.approximation)
    let tail = weight * self.tail(component.argument, bits)
    let rest = weight - tail
    lower += component.isBelow ? tail : rest
    upper += component.isBelow ? rest : tail
  }

  private mutating func tail(_ argument: Ball, _ bits: Double) -> Ball {
    let key = argument.approximation
    if let known = tails[key]?.first(where: { $0.argument == argument && $0.bits >= bits }) {
      return known.value
    }
    let value = Ball.normalUpperTail(argument, bits: bits)
    // Not a number is never found again.
    if argument.isFinite {
      tails[key, default: []].append(Tail(argument: argument, bits: bits, value: value))
    }
    return value
  }

  /// What all components of a side have beyond a point at `distance` from the nearest mean: between 0 and
  /// Σ wᵢ·exp(−u²/2)/2 with u = distance/σ of the widest. Nil where the point may lie among them.
  private func bound(_ side: Side, beyond distance: Ball) -> Ball? {
    guard distance.isPositive == .holds else { return nil }
    return Ball.$precision.withValue(32) {
      let score = distance / side.widest
      return Ball.hull(.zero, side.weight * Ball.exp(.zero - score.squared / Ball(2)) / Ball(2))
    }
  }

  /// The components outside of which nothing matters, and about log₂ of the smaller sum.
  ///
  /// Estimates in doubles: a bad one widens the enclosure and never falsifies it.
  private func window(around point: Double) -> (window: Range<Int>, smallerBits: Double) {
    var (first, last) = (0, components.count)
    while first < last {
      let middle = (first + last) / 2
      if estimates[middle].mean < point { first = middle + 1 } else { last = middle }
    }
    var lowerBits = before[first]?.bits ?? -.infinity
    var upperBits = after[first]?.bits ?? -.infinity
    func isNegligible(_ side: Side?, _ distance: Double) -> Bool {
      guard let side else { return true }
      let score = distance / side.deviation
      return side.bits - score * score / 2 * Self.bitsPerUnit
        < min(lowerBits, upperBits) - Double(Ball.precision) - 8
    }
    func tailBits(_ index: Int) -> Double {
      let (bits, mean, deviation) = estimates[index]
      return bits + Ball.normalTailBits((point - mean) / deviation)
    }
    while first > 0, !isNegligible(before[first], point - estimates[first - 1].mean) {
      first -= 1
      upperBits = max(upperBits, tailBits(first))
    }
    while last < components.count, !isNegligible(after[last], estimates[last].mean - point) {
      lowerBits = max(lowerBits, tailBits(last))
      last += 1
    }
    return (first..<last, min(lowerBits, upperBits))
  }
}
