/// A truncated Taylor series in one variable over any scalar: a value with its derivatives.
///
/// Feed `Jet.variable(at:order:)` to a formula and its `k`-th derivative is `derivative(k)` of the
/// result. A jet with one coefficient is a constant and adapts to the order of its partner.
///
/// - Accuracy: that of the coefficients' own arithmetic; nothing is truncated below `order`.
/// - Rigour: as the coefficients': a jet of balls encloses its derivatives.
/// - Edge cases: at a branch point (√, a root, a power or log at 0, asin, acos and atanh at ±1, acosh at
///   1) the value may exist and its derivatives do not: their coefficients are infinities or not numbers
///   in `Double`, balls that are not finite, undefined expressions, and `doubt` says which is the first.
public struct Jet<S: Scalar>: Sendable, Equatable where S: Equatable {
  /// Taylor coefficients, the value first: coefficient `k` is the `k`-th derivative over `k!`.
  public let coefficients: [S]

  /// The series with these Taylor coefficients.
  @inlinable public init(coefficients: [S]) {
    precondition(!coefficients.isEmpty, "coefficients.count > 0")
    self.coefficients = coefficients
  }

  /// A constant.
  @inlinable public init(constant: S) { coefficients = [constant] }

  /// The identity series x₀ + t, to order `order`, t scaled by `speed`.
  @inlinable public static func variable(at value: S, order: Int, speed: S = S(1)) -> Jet {
    precondition(order >= 1, "order ≥ 1")
    return Jet(coefficients: [value, speed] + Array(repeating: .zero, count: order - 1))
  }

  /// The highest derivative that is known; 0 for a constant, all of whose derivatives are 0.
  @inlinable public var order: Int { coefficients.count - 1 }

  /// The value itself.
  @inlinable public var value: S { coefficients[0] }

  /// The `k`-th derivative: `k!` times the `k`-th coefficient; 0 for a constant.
  @inlinable public func derivative(_ k: Int) -> S {
    precondition(k >= 0, "k ≥ 0")
    guard k < coefficients.count else {
      precondition(coefficients.count == 1, "k ≤ order")
      return .zero
    }
    return (0..<k).reduce(coefficients[k]) { $0 * S($1 + 1) }
  }

  @inlinable var isConstant: Bool { coefficients.count == 1 }

  /// The coefficient of tᵏ, 0 beyond a constant.
  @inlinable func coefficient(_ k: Int) -> S { k < coefficients.count ? coefficients[k] : .zero }

  /// The order of a result of two operands: a constant adapts, otherwise the lower order is known.
  @inlinable static func commonCount(_ left: Jet, _ right: Jet) -> Int {
    if left.isConstant { return right.coefficients.count }
    if right.isConstant { return left.coefficients.count }
    return min(left.coefficients.count, right.coefficients.count)
  }
}

extension Jet: AdditiveArithmetic {
  @inlinable public static var zero: Jet { Jet(constant: .zero) }

  @inlinable public static func + (left: Jet, right: Jet) -> Jet {
    Jet(
      coefficients: (0..<commonCount(left, right)).map {
        left.coefficient($0) + right.coefficient($0)
      })
  }

  @inlinable public static func - (left: Jet, right: Jet) -> Jet {
    Jet(
      coefficients: (0..<commonCount(left, right)).map {
        left.coefficient($0) - right.coefficient($0)
      })
  }
}

extension Jet: Scalar {
  @inlinable public static func * (left: Jet, right: Jet) -> Jet {
    if left.isConstant { return right.scaled(by: left.value) }
    if right.isConstant { return left.scaled(by: right.value) }
    return Jet(
      coefficients: (0..<commonCount(left, right)).map { k in
        (0...k).reduce(.zero) { $0 + left.coefficients[$1] * right.coefficients[k - $1] }
      })
  }

  /// From q·right = left: qₖ = (leftₖ − Σ_{j<k} qⱼ·rightₖ₋ⱼ) / right₀.
  @inlinable public static func / (left: Jet, right: Jet) -> Jet {
    var quotient: [S] = []
    for k in 0..<commonCount(left, right) {
      let known = (0..<k).reduce(S.zero) { $0 + quotient[$1] * right.coefficient(k - $1) }
      quotient.append((left.coefficient(k) - known) / right.value)
    }
    return Jet(coefficients: quotient)
  }

  @inlinable func scaled(by factor: S) -> Jet {
    Jet(coefficients: coefficients.map { factor * $0 })
  }

  @inlinable public init(_ value: Rational) { self.init(constant: S(value)) }
  @inlinable public static var pi: Jet { Jet(constant: S.pi) }
  @inlinable public var approximation: Double { value.approximation }
  @inlinable public var isNonNegative: Decision { value.isNonNegative }
  @inlinable public var isPositive: Decision { value.isPositive }

  /// The jet whose value is the larger; where balls do not tell which, the larger value with hulls of
  /// the slopes, which enclose those of both branches and, by Lebourg's theorem, every secant's.
  @inlinable public static func larger(_ a: Jet, _ b: Jet) -> Jet {
    switch (a.value - b.value).isNonNegative {
    case .holds: return a
    case .fails: return b
    case .undecided: break
    }
    let (first, second) = a.approximation < b.approximation ? (b, a) : (a, b)
    let slopes = (1..<commonCount(a, b)).map {
      S.hull(first.coefficient($0), second.coefficient($0))
    }
    return Jet(coefficients: [S.larger(a.value, b.value)] + slopes)
  }

  @inlinable public static func hull(_ a: Jet, _ b: Jet) -> Jet {
    Jet(coefficients: (0..<commonCount(a, b)).map { S.hull(a.coefficient($0), b.coefficient($0)) })
  }

  /// The first coefficient that has a doubt, with the derivative that it belongs to.
  public var doubt: String? {
    for (order, coefficient) in coefficients.enumerated() {
      if let doubt = coefficient.doubt {
        return order == 0 ? doubt : "derivative \(order): \(doubt)"
      }
    }
    return nil
  }

  /// The derivative series, one order lower; 0 for a constant.
  ///
  /// - Edge cases: of a jet of order 1 only the slope is left, which counts as a constant: carry one order
  ///   more than is read in the end.
  @inlinable public var differentiated: Jet {
    if isConstant { return .zero }
    return Jet(
      coefficients: (1..<coefficients.count).map { S($0) * coefficients[$0] })
  }

  /// The series with this value whose derivative is `derivative`: how every function below is built.
  @inlinable static func antiderivative(of derivative: Jet, from value: S, order: Int) -> Jet {
    Jet(
      coefficients: [value]
        + (0..<order).map { derivative.coefficient($0) / S($0 + 1) })
  }
}
