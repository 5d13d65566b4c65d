import RealModule
import Scalars

/// A box with exact fractions as ends, one pair for every variable of a statement.
struct RationalBox: Sendable, Hashable {
  var lower: [Rational]
  var upper: [Rational]

  init(lower: [Rational], upper: [Rational]) {
    precondition(lower.count == upper.count, "lower.count = upper.count")
    precondition(zip(lower, upper).allSatisfy { $0 <= $1 }, "lower ≤ upper")
    self.lower = lower
    self.upper = upper
  }

  /// The whole range of every variable.
  init(_ variables: [Variable]) {
    self.init(lower: variables.map(\.lower), upper: variables.map(\.upper))
  }

  /// The box with the ends that `ends` prints; nil for other text.
  init?(ends: some Sequence<String>) {
    let pairs = ends.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
    guard pairs.allSatisfy({ $0.count == 2 }) else { return nil }
    let lower = pairs.compactMap { Rational(String($0[0])) }
    let upper = pairs.compactMap { Rational(String($0[1])) }
    guard lower.count == pairs.count, upper.count == pairs.count,
      zip(lower, upper).allSatisfy({ $0 <= $1 })
    else { return nil }
    self.init(lower: lower, upper: upper)
  }

  /// Axes along which the box is more than a point.
  var wideAxes: [Int] { lower.indices.filter { lower[$0] < upper[$0] } }

  /// The box as balls that enclose it, the exact ends included.
  var balls: [Ball] {
    zip(lower, upper).map { $0 == $1 ? Ball($0) : Ball.hull(Ball($0), Ball($1)) }
  }

  /// The two parts below and above a cut; next to each other along whole numbers. Nil where the cut does
  /// not leave two.
  func parts(along axis: Int, at cut: Rational, of variable: Variable) -> (Self, Self)? {
    guard lower[axis] <= cut, cut < upper[axis] else { return nil }
    var (below, above) = (self, self)
    below.upper[axis] = cut
    if variable.scale == .integer {
      guard cut.denominator == 1 else { return nil }
      above.lower[axis] = cut + 1
    } else {
      guard lower[axis] < cut else { return nil }
      above.lower[axis] = cut
    }
    return (below, above)
  }

  /// A short fraction near the middle of an axis in its variable's scale, nil where there is none between
  /// the ends.
  func middle(of axis: Int, _ variable: Variable) -> Rational? {
    let (low, high) = (lower[axis], upper[axis])
    guard low < high else { return nil }
    if variable.scale == .integer {
      let sum = low.numerator + high.numerator
      return Rational(sum >= 0 ? sum / 2 : (sum - 1) / 2)
    }
    let (start, end) = (low.approximation, high.approximation)
    // Within a hundredth of the part's width in its scale.
    let centre: Double
    let relativeError: Double
    if variable.scale == .logarithmic {
      centre = Double.sqrt(start) * Double.sqrt(end)
      relativeError = min(Double.log(end / start) / 100, 0.1)
    } else {
      let width = (end - start) / 100
      let middle = (start + end) / 2
      centre = middle.magnitude < width ? 0 : middle
      relativeError = width / max(middle.magnitude, width)
    }
    guard relativeError > 0,
      let cut = Rational(nearest: centre, relativeError: relativeError), low < cut, cut < high
    else { return nil }
    return cut
  }

  /// The share of an axis in a variable's range, in its scale: an enclosure.
  func share(of axis: Int, in variable: Variable) -> Ball {
    let (low, high) = (Ball(lower[axis]), Ball(upper[axis]))
    let (start, end) = (Ball(variable.lower), Ball(variable.upper))
    return switch variable.scale {
    case .linear: (high - low) / (end - start)
    case .logarithmic: Ball.log(high / low) / Ball.log(end / start)
    case .integer: (high - low + Ball(1)) / (end - start + Ball(1))
    }
  }

  /// The same share as a double, to order boxes by.
  func approximateShare(of axis: Int, in variable: Variable) -> Double {
    let (low, high) = (lower[axis].approximation, upper[axis].approximation)
    let (start, end) = (variable.lower.approximation, variable.upper.approximation)
    return switch variable.scale {
    case .linear: (high - low) / (end - start)
    case .logarithmic: Double.log(high / low) / Double.log(end / start)
    case .integer: (high - low + 1) / (end - start + 1)
    }
  }

  /// The share of the box in the variables' ranges, in their scales: an enclosure.
  func volume(in variables: [Variable]) -> Ball {
    variables.indices.reduce(Ball(1)) { $0 * share(of: $1, in: variables[$1]) }
  }

  /// The same share as a double.
  func approximateVolume(in variables: [Variable]) -> Double {
    variables.indices.reduce(1) { $0 * approximateShare(of: $1, in: variables[$1]) }
  }

  /// `1/10:1` for every axis.
  var ends: [String] { zip(lower, upper).map { "\($0):\($1)" } }

  /// The ends with the names of the variables.
  func table(_ variables: [Variable]) -> [String: String] {
    Dictionary(uniqueKeysWithValues: zip(variables.map(\.name), ends))
  }
}
