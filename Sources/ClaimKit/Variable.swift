import RealModule
public import Scalars

/// A quantified variable of a statement, with the range that is searched and the scale it is drawn in.
///
/// Draw in the scale on which the statement depends: gaps in units of σ, not positions.
public struct Variable: Sendable, Hashable {
  public enum Scale: Sendable, Hashable {
    case linear
    /// Evenly in the logarithm; the range must be positive.
    case logarithmic
  }

  public let name: String
  public let lower: Rational
  public let upper: Rational
  public let scale: Scale

  public init(_ name: String, from lower: Rational, to upper: Rational, scale: Scale = .linear) {
    precondition(lower < upper, "lower < upper")
    precondition(scale == .linear || lower > 0, "a logarithmic range is positive")
    self.name = name
    self.lower = lower
    self.upper = upper
    self.scale = scale
  }

  /// The value at a coordinate in [0, 1], rounded to a short fraction inside the range.
  ///
  /// Instances are short fractions, so that a double and a ball are about the same number.
  public func value(at coordinate: Double) -> Rational {
    let (low, high) = (lower.approximation, upper.approximation)
    let position = min(max(coordinate, 0), 1)
    let value =
      switch scale {
      case .linear: low + (high - low) * position
      case .logarithmic: low * Double.exp(position * Double.log(high / low))
      }
    return inRange(Rational(nearest: value, relativeError: 1e-7) ?? lower)
  }

  /// The coordinate in [0, 1] of a value.
  func coordinate(of value: Rational) -> Double {
    let (low, high) = (lower.approximation, upper.approximation)
    return switch scale {
    case .linear: (value.approximation - low) / (high - low)
    case .logarithmic: Double.log(value.approximation / low) / Double.log(high / low)
    }
  }

  func inRange(_ value: Rational) -> Rational { min(max(value, lower), upper) }

  func contains(_ value: Rational) -> Bool { lower <= value && value <= upper }
}

/// One value for every variable of a statement, in some number system.
public struct Assignment<S: Scalar>: Sendable {
  public let names: [String]
  public let values: [S]

  public init(names: [String], values: [S]) {
    precondition(names.count == values.count, "names.count = values.count")
    self.names = names
    self.values = values
  }

  /// The value of a variable of the statement.
  public subscript(name: String) -> S {
    guard let index = names.firstIndex(of: name) else {
      preconditionFailure("'\(name)' is not a variable of this statement: \(names)")
    }
    return values[index]
  }

  /// The values of `stem`1 … `stem`count.
  public subscript(stem: String, count: Int) -> [S] {
    (0..<count).map { self["\(stem)\($0 + 1)"] }
  }
}
