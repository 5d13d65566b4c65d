import CFLINT

/// Why an operation on balls has no finite result.
enum BallDoubt: String, Sendable {
  case notANumber = "a double that is not a number"
  case infinite = "an infinite double"
  case division = "division by a ball that contains 0"
  case logarithmOfZero = "logarithm of a ball that contains 0"
  case logarithmOfNegative = "logarithm of a ball of negative numbers"
  case squareRoot = "square root of a ball that meets the negative numbers"
  case root = "root of a ball that meets the negative numbers"
  case rootOfDegreeZero = "root of degree 0"
  case power = "power of a ball that contains 0 or meets the negative numbers"
  case tangent = "tangent of a ball that may contain a pole"
  case arcsine = "arcsine of a ball that reaches beyond 1"
  case arccosine = "arccosine of a ball that reaches beyond 1"
  case inverseCosine = "inverse hyperbolic cosine of a ball that reaches below 1"
  case inverseTangent = "inverse hyperbolic tangent of a ball that reaches 1"
  case quantile = "normal quantile without a certified bracket"
  case nothingKnown = "a value of which nothing is known"
  case overflow = "overflow of Arb's exponents"
  case unknown = "an operation without a finite result"

  /// What keeps a logarithm of x from being finite.
  static func logarithm(of x: Ball) -> BallDoubt {
    if x.containsZero { return .logarithmOfZero }
    return x.isPositive == .holds ? .overflow : .logarithmOfNegative
  }

  static func power(of x: Ball) -> BallDoubt { x.isPositive == .holds ? .overflow : .power }
}

extension Ball {
  /// What an operation makes of a ball: where it is not finite, the ball's own doubt spreads, or the
  /// operation gives its reason.
  init(
    of x: Ball, doubt: @autoclosure () -> BallDoubt = .overflow,
    _ fill: (UnsafeMutablePointer<arb_struct>) -> Void
  ) {
    self.init(fill)
    if !isFinite { storage.doubt = x.firstDoubt ?? doubt() }
  }

  /// What an operation makes of two balls; the doubt of the first comes first.
  init(
    of x: Ball, _ y: Ball, doubt: @autoclosure () -> BallDoubt = .overflow,
    _ fill: (UnsafeMutablePointer<arb_struct>) -> Void
  ) {
    self.init(fill)
    if !isFinite { storage.doubt = x.firstDoubt ?? y.firstDoubt ?? doubt() }
  }

  /// All real numbers, since nothing better is known.
  static func wholeLine(_ doubt: BallDoubt) -> Ball {
    let line = Ball { arb_zero_pm_inf($0) }
    line.storage.doubt = doubt
    return line
  }

  /// Nil where the ball is finite.
  var firstDoubt: BallDoubt? { isFinite ? nil : storage.doubt ?? .unknown }

  /// Why the ball is not finite: the reason of the first operation that made it so; nil for a finite
  /// ball.
  public var doubt: String? { firstDoubt?.rawValue }
}
