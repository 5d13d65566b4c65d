public import RealModule

/// A number system in which the formulas of this package can be evaluated.
///
/// A formula is written once against this protocol. In `Double` it is fast, in `Ball` it is a
/// rigorous enclosure, in `Jet` it carries its derivatives, in `Expression` it is algebra.
///
/// Laws, for every a, b and fraction p, q at which both sides have a value; each is checked by its
/// name for every conforming type. 'Equal' means: up to the accuracy that the type states for
/// `Double`, balls that overlap for `Ball`, coefficient by coefficient for `Jet`, decided by
/// `Expression.equality(_:_:)` for `Expression`.
///
/// - *Ring*: + and × commute and associate, × distributes over +, 0 and 1 are neutral, a + (−a) = 0.
/// - *Division*: a·b/b = a and a/b·b = a.
/// - *Fractions*: `init(Rational)` is a homomorphism.
/// - *Exponentials*: exp(a + b) = exp a·exp b, log(a·b) = log a + log b, aᵇ = exp(b·log a).
/// - *Inverses*: log undoes exp, the square root squaring, the n-th root the n-th power, every inverse
///   function its function.
/// - *Complement*: Φ(a) + (1 − Φ(a)) = 1.
/// - *Reflection*: Φ(−a) = 1 − Φ(a), φ(−a) = φ(a).
/// - *Logarithms*: the logarithms of φ, Φ and 1 − Φ are those of their values.
/// - *Slopes*: Φ′ = φ, φ′(a) = −a·φ(a) and (log(1 − Φ))′ = −φ/(1 − Φ), by `Jet` over the type.
/// - *Hazard*: h·(1 − Φ) = φ for the hazard h, which exceeds its argument by its excess e; h′ = h·e.
/// - *Quantile*: it undoes the distribution function, and changes its sign where the tails change
///   places.
/// - *Approximation*: that of a fraction is within an ulp of it; those of sums and products are within
///   four ulps of the sums and products.
/// - *Signs*: 0 is ≥ 0 and not > 0; where a is > 0 it is ≥ 0, and −a is neither.
/// - *Doubt*: a value has none; a/0, log 0 and √(−1) have one, it spreads through every operation whose
///   result is not finite again, and comparisons with what has no value are undecided.
///
/// `approximation` may choose between formulas that are both valid; it never decides a truth.
public protocol Scalar: ElementaryFunctions, Sendable {
  static func * (left: Self, right: Self) -> Self
  static func / (left: Self, right: Self) -> Self

  /// The value of an exact fraction.
  init(_ value: Rational)

  /// The value of an integer.
  init(_ value: Int)

  /// Archimedes' constant.
  static var pi: Self { get }

  /// φ(x) = exp(−x²/2)/√(2π), the standard normal density.
  static func normalDensity(_ x: Self) -> Self

  /// Φ(x), the standard normal distribution function.
  static func normalCDF(_ x: Self) -> Self

  /// 1 − Φ(x) without cancellation.
  static func normalUpperTail(_ x: Self) -> Self

  /// log(1 − Φ(x)), finite far beyond the point where the tail underflows.
  static func logNormalUpperTail(_ x: Self) -> Self

  /// φ(x)/(1 − Φ(x)), minus the slope of log(1 − Φ), and by how much it exceeds x.
  ///
  /// Both are positive, the excess falls like 1/x, and the hazard's own slope is their product.
  static func normalHazard(_ x: Self) -> (value: Self, excess: Self)

  /// The x with log Φ(x) = `logLower` and log(1 − Φ(x)) = `logUpper`.
  ///
  /// Both logarithms are given, so that either tail keeps its relative accuracy.
  static func normalQuantile(logLower: Self, logUpper: Self) -> Self

  /// log Σᵢ wᵢ·Φ(uᵢ) and log Σᵢ wᵢ·(1 − Φ(uᵢ)), the tails of a mixture, each with its relative accuracy.
  ///
  /// - Hypotheses: `count` is at least 1, all weights are positive.
  static func logNormalTailSums(
    _ count: Int, _ term: (Int) -> (weight: Self, argument: Self)
  ) -> (lower: Self, upper: Self)

  /// The same for the mixture of N(mean, deviation²) at each of several points, in their order.
  ///
  /// - Hypotheses: at least one component, all weights and deviations are positive.
  static func logNormalTailSums(
    of components: [(weight: Self, mean: Self, deviation: Self)], at points: [Self]
  ) -> [(lower: Self, upper: Self)]

  /// Φ(c + h) − Φ(c − h), the mass within h of a centre c.
  static func normalMass(around centre: Self, reach: Self) -> Self

  /// √(x² + y²), which exists for all x and y.
  static func length(_ x: Self, _ y: Self) -> Self

  /// The larger of two values.
  static func larger(_ a: Self, _ b: Self) -> Self

  /// Whatever stands for both values where it is not known which is meant: a hull of balls, the
  /// first where a type has no sets.
  static func hull(_ a: Self, _ b: Self) -> Self

  /// A double near the value: the value itself, a ball's midpoint, a jet's value.
  var approximation: Double { get }

  /// Whether the value is ≥ 0.
  var isNonNegative: Decision { get }

  /// Whether the value is > 0.
  var isPositive: Decision { get }

  /// Why there is no value, or not all of it; nil where there is one.
  ///
  /// The reason is that of the first operation without a finite result. Nothing is decided about what
  /// has no value.
  var doubt: String? { get }
}

extension Scalar {
  /// The value of an integer.
  @inlinable public init(_ value: Int) { self.init(Rational(value)) }

  @inlinable public static func *= (left: inout Self, right: Self) { left = left * right }
  @inlinable public static func /= (left: inout Self, right: Self) { left = left / right }

  @inlinable public static prefix func - (value: Self) -> Self { zero - value }

  /// The value squared.
  @inlinable public var squared: Self { self * self }

  /// log Φ(x), finite far into the lower tail.
  @inlinable public static func logNormalCDF(_ x: Self) -> Self { logNormalUpperTail(-x) }

  /// The hazard as the exponential of a difference of logarithms, so that it survives the tail.
  @inlinable public static func normalHazard(_ x: Self) -> (value: Self, excess: Self) {
    let value = exp(logNormalDensity(x) - logNormalUpperTail(x))
    return (value, value - x)
  }

  /// As it is written.
  @inlinable public static func length(_ x: Self, _ y: Self) -> Self { sqrt(x.squared + y.squared) }

  /// φ(x) as the exponential of its logarithm.
  @inlinable public static func normalDensity(_ x: Self) -> Self { exp(logNormalDensity(x)) }

  /// log φ(x) = −x²/2 − log(2π)/2, the logarithm of the standard normal density.
  @inlinable public static func logNormalDensity(_ x: Self) -> Self {
    -(x.squared + .log(Self(2) * pi)) / Self(2)
  }
}

extension Scalar {
  /// Term by term in the log domain.
  @inlinable public static func logNormalTailSums(
    _ count: Int, _ term: (Int) -> (weight: Self, argument: Self)
  ) -> (lower: Self, upper: Self) {
    let terms = (0..<count).map(term)
    return (
      logSumExp(terms.map { Self.log($0.weight) + logNormalCDF($0.argument) }),
      logSumExp(terms.map { Self.log($0.weight) + logNormalUpperTail($0.argument) })
    )
  }
}

extension Scalar {
  /// Point by point.
  @inlinable public static func logNormalTailSums(
    of components: [(weight: Self, mean: Self, deviation: Self)], at points: [Self]
  ) -> [(lower: Self, upper: Self)] {
    points.map { point in
      logNormalTailSums(components.count) { index in
        let component = components[index]
        return (component.weight, (point - component.mean) / component.deviation)
      }
    }
  }

  /// Φ(b) − Φ(a), from the tails on the side where they are small.
  ///
  /// - Accuracy: absolute error of a few ulp of the larger tail.
  @inlinable public static func normalMass(from a: Self, to b: Self) -> Self {
    if a.approximation > 0 { return normalUpperTail(a) - normalUpperTail(b) }
    if b.approximation < 0 { return normalCDF(b) - normalCDF(a) }
    return Self(1) - normalCDF(a) - normalUpperTail(b)
  }

  @inlinable public static func normalMass(around centre: Self, reach: Self) -> Self {
    normalMass(from: centre - reach, to: centre + reach)
  }
}

extension Scalar {
  /// The value whose approximation is larger: jets follow their value.
  @inlinable public static func larger(_ a: Self, _ b: Self) -> Self {
    a.approximation < b.approximation ? b : a
  }

  @inlinable public static func hull(_ a: Self, _ b: Self) -> Self { a }

  /// The smaller of two values.
  @inlinable public static func smaller(_ a: Self, _ b: Self) -> Self { -larger(-a, -b) }
}

/// log Σᵢ exp(tᵢ), shifted by the largest term so that nothing overflows.
///
/// - Accuracy: in `Double`, an absolute error of a few units in the last place of the largest term;
///   in `Ball`, an enclosure, whichever term the midpoints choose.
/// - Edge cases: `terms` must not be empty.
@inlinable @inline(__always) public func logSumExp<S: Scalar>(_ terms: [S]) -> S {
  precondition(!terms.isEmpty, "terms.count > 0")
  var place = 0
  for index in terms.indices where terms[index].approximation > terms[place].approximation {
    place = index
  }
  let greatest = terms[place]
  if greatest.approximation == -.infinity { return greatest }
  var sum = S.zero
  // Itself over itself is 1, also where wide balls do not know it.
  for index in terms.indices { sum += index == place ? S(1) : S.exp(terms[index] - greatest) }
  return greatest + S.log(sum)
}

/// exp(tᵢ)/Σⱼ exp(tⱼ), shifted by the largest term so that nothing overflows.
///
/// - Accuracy: the shares have sum 1 to a few ulps however large the terms are; each has the absolute
///   errors of the terms as its relative error.
/// - Edge cases: `terms` must not be empty.
@inlinable @inline(__always) public func exponentialShares<S: Scalar>(_ terms: [S]) -> [S] {
  precondition(!terms.isEmpty, "terms.count > 0")
  var place = 0
  for index in terms.indices where terms[index].approximation > terms[place].approximation {
    place = index
  }
  let greatest = terms[place]
  var shares = terms
  var sum = S.zero
  for index in terms.indices {
    shares[index] = index == place ? S(1) : S.exp(terms[index] - greatest)
    sum += shares[index]
  }
  for index in terms.indices { shares[index] = shares[index] / sum }
  return shares
}

/// log(exp a − exp b) for a > b, without cancellation beyond that of a − b.
@inlinable public func logDifferenceOfExponentials<S: Scalar>(_ a: S, _ b: S) -> S {
  a + S.log(-S.expMinusOne(b - a))
}
