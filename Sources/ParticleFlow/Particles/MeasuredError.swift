import RealModule

/// The root mean square of an error over independent runs, with how well it is known.
public struct MeasuredError: Sendable {
  /// √(mean of squares).
  public let value: Double
  /// The standard error of log `value`; infinite for one run.
  ///
  /// - Accuracy: the delta method, to first order in one over the number of runs.
  public let relativeDeviation: Double

  public init(_ errors: [Double]) {
    precondition(!errors.isEmpty, "errors.count > 0")
    let squares = errors.map { $0 * $0 }
    let count = Double(squares.count)
    let mean = squares.reduce(0, +) / count
    let variance = squares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    value = mean.squareRoot()
    relativeDeviation =
      squares.count > 1 ? (variance / count).squareRoot() / (2 * mean) : .infinity
  }

  /// An error that is exact, such as one of something that is not random.
  public init(exactly value: Double) {
    self.value = value
    relativeDeviation = 0
  }
}

/// The power of a size with which an error goes: the slope of log error against log size, by least squares.
public struct ConvergenceRate: Sendable {
  public let exponent: Double
  /// The standard error that the runs' scatter leaves in it.
  public let deviation: Double

  /// - Shapes: one error a size, two or more sizes.
  /// - Hypotheses: errors at different sizes are independent.
  public init(sizes: [Double], errors: [MeasuredError]) {
    precondition(sizes.count == errors.count && sizes.count > 1, "one error a size, two or more")
    let places = sizes.map { Double.log($0) }
    let middle = places.reduce(0, +) / Double(places.count)
    let spread = places.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let shares = places.map { ($0 - middle) / spread }
    exponent = zip(shares, errors).reduce(0) { $0 + $1.0 * Double.log($1.1.value) }
    deviation =
      zip(shares, errors).reduce(0) {
        $0 + $1.0 * $1.0 * $1.1.relativeDeviation * $1.1.relativeDeviation
      }.squareRoot()
  }
}
