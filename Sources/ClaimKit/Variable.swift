public import RealModule
public import Scalars

/// A quantified variable of a statement, with the range that is searched and the scale it is drawn in.
///
/// Draw in the scale on which the statement depends: gaps in units of σ, not positions.
public struct Variable: Sendable, Hashable {
  public enum Scale: Sendable, Hashable {
    case linear
    /// Evenly in the logarithm; the range must be positive.
    case logarithmic
    /// Whole numbers, each as likely as the others.
    case integer
  }

  public let name: String
  public let lower: Rational
  public let upper: Rational
  public let scale: Scale
  /// The ends as doubles and log(upper/lower), so that a search does not compute them at every point.
  @usableFromInline let ends: (lower: Double, upper: Double)
  @usableFromInline let logarithmicWidth: Double

  public init(_ name: String, from lower: Rational, to upper: Rational, scale: Scale = .linear) {
    precondition(lower < upper, "lower < upper")
    precondition(scale != .logarithmic || lower > 0, "a logarithmic range is positive")
    precondition(
      scale != .integer || (lower.denominator == 1 && upper.denominator == 1),
      "the range of an integer has integer ends")
    self.name = name
    self.lower = lower
    self.upper = upper
    self.scale = scale
    ends = (lower.approximation, upper.approximation)
    logarithmicWidth = scale == .logarithmic ? Double.log(ends.upper / ends.lower) : 0
  }

  public static func == (left: Variable, right: Variable) -> Bool {
    left.name == right.name && left.lower == right.lower && left.upper == right.upper
      && left.scale == right.scale
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(lower)
    hasher.combine(upper)
    hasher.combine(scale)
  }

  /// The whole numbers of a range.
  public init(_ name: String, in range: ClosedRange<Int>) {
    self.init(
      name, from: Rational(range.lowerBound), to: Rational(range.upperBound), scale: .integer)
  }

  /// The value at a coordinate in [0, 1] as a double: where the search looks.
  @inlinable public func number(at coordinate: Double) -> Double {
    let (low, high) = ends
    let position = min(max(coordinate, 0), 1)
    switch scale {
    case .linear: return low + (high - low) * position
    case .logarithmic: return low * Double.exp(position * logarithmicWidth)
    case .integer: return min((low + (high - low + 1) * position).rounded(.down), high)
    }
  }

  /// The value at a coordinate in [0, 1], rounded to a short fraction inside the range.
  ///
  /// Instances are short fractions, so that a double and a ball are about the same number.
  public func value(at coordinate: Double, relativeError: Double = 1e-7) -> Rational {
    inRange(Rational(nearest: number(at: coordinate), relativeError: relativeError) ?? lower)
  }

  /// The coordinate in [0, 1] of a value.
  func coordinate(of value: Rational) -> Double {
    let (low, high) = (lower.approximation, upper.approximation)
    return switch scale {
    case .linear: (value.approximation - low) / (high - low)
    case .logarithmic: Double.log(value.approximation / low) / Double.log(high / low)
    case .integer: (value.approximation - low + 0.5) / (high - low + 1)
    }
  }

  /// The variable over a wider range, for what lies outside the hypotheses: the range again on either
  /// side, ten times as far in the logarithm's scale; of whole numbers, which may count, only above.
  var widened: Variable {
    let ten: Rational = 10
    switch scale {
    case .linear:
      let width = upper - lower
      return Variable(name, from: lower - width, to: upper + width)
    case .integer: return Variable(name, from: lower, to: upper + (upper - lower), scale: .integer)
    case .logarithmic:
      return Variable(
        name, from: Rational(lower.numerator, lower.denominator * 10), to: upper * ten,
        scale: .logarithmic)
    }
  }

  func inRange(_ value: Rational) -> Rational { min(max(value, lower), upper) }

  func contains(_ value: Rational) -> Bool {
    lower <= value && value <= upper && (scale != .integer || value.denominator == 1)
  }
}
