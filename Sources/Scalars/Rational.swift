/// An exact fraction of machine integers, in lowest terms with a positive denominator.
///
/// Instances of claims, mixtures from the command line and witnesses are written in these, so that
/// `0.1` means one tenth in every number system.
///
/// - Accuracy: exact. Arithmetic that would overflow stops with a precondition failure; the failable
///   initialisers return nil instead.
public struct Rational: Hashable, Sendable {
  public let numerator: Int
  public let denominator: Int

  /// The fraction `numerator / denominator`, reduced.
  public init(_ numerator: Int, _ denominator: Int = 1) {
    precondition(denominator != 0, "denominator ≠ 0")
    let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.numerator = sign * (numerator / Int(max(divisor, 1)))
    self.denominator = sign * (denominator / Int(max(divisor, 1)))
  }

  /// The fraction that a decimal, scientific or `p/q` literal denotes, or nil if it is none or does
  /// not fit.
  ///
  /// - Accuracy: exact: `"0.1"` is 1/10, not the nearest double.
  public init?(_ literal: String) {
    let parts = literal.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == 2 {
      guard let top = Int(parts[0]), let bottom = Int(parts[1]), bottom != 0, bottom != .min,
        top != .min
      else { return nil }
      self.init(top, bottom)
      return
    }
    let mantissaAndExponent = literal.lowercased().split(
      separator: "e", omittingEmptySubsequences: false)
    guard (1...2).contains(mantissaAndExponent.count) else { return nil }
    var exponent = 0
    if mantissaAndExponent.count == 2 {
      guard let parsed = Int(mantissaAndExponent[1]), parsed.magnitude <= 400 else { return nil }
      exponent = parsed
    }
    let digits = mantissaAndExponent[0].split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(digits.count), digits.contains(where: { $0.contains(where: \.isNumber) })
    else { return nil }
    let fraction = digits.count == 2 ? digits[1] : ""
    guard fraction.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    var significand = Substring(digits[0] + fraction)
    exponent -= fraction.count
    while exponent < 0, significand.last == "0", significand.count > 1 {
      significand.removeLast()
      exponent += 1
    }
    if significand.isEmpty || significand == "-" || significand == "+" { significand += "0" }
    guard let whole = Int(significand), whole != .min else { return nil }
    if whole == 0 {
      self.init(0)
      return
    }
    var power = 1
    for _ in 0..<exponent.magnitude {
      let (product, overflow) = power.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      power = product
    }
    if exponent < 0 {
      self.init(whole, power)
    } else {
      let (product, overflow) = whole.multipliedReportingOverflow(by: power)
      if overflow { return nil }
      self.init(product)
    }
  }

  /// The fraction of least denominator within `relativeError` of a finite number, or nil when none
  /// fits into machine integers.
  ///
  /// - Accuracy: |result − value| ≤ relativeError·|value|, and exactly 0 at 0.
  public init?(nearest value: Double, relativeError: Double) {
    precondition(relativeError > 0, "relativeError > 0")
    guard value.isFinite, value.magnitude < 1e15 else { return nil }
    var (previous, current) = ((top: 0, bottom: 1), (top: 1, bottom: 0))
    var remainder = value.magnitude
    for _ in 0..<64 {
      guard remainder < 1e15 else { return nil }
      let digit = Int(remainder)
      let top = digit.multipliedReportingOverflow(by: current.top)
      let bottom = digit.multipliedReportingOverflow(by: current.bottom)
      guard !top.overflow, !bottom.overflow else { return nil }
      let topSum = top.partialValue.addingReportingOverflow(previous.top)
      let bottomSum = bottom.partialValue.addingReportingOverflow(previous.bottom)
      guard !topSum.overflow, !bottomSum.overflow else { return nil }
      (previous, current) = (current, (topSum.partialValue, bottomSum.partialValue))
      let convergent = Double(current.top) / Double(current.bottom)
      if (convergent - value.magnitude).magnitude <= relativeError * value.magnitude {
        self.init(value < 0 ? -current.top : current.top, current.bottom)
        return
      }
      let fraction = remainder - Double(digit)
      guard fraction > 0 else { return nil }
      remainder = 1 / fraction
    }
    return nil
  }

  /// The nearest double.
  public var approximation: Double { Double(numerator) / Double(denominator) }

  private static func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return a
  }
}

extension Rational: CustomStringConvertible {
  public var description: String {
    denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)"
  }
}

extension Rational: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self.init(value) }
}

extension Rational: Comparable {
  public static func < (left: Rational, right: Rational) -> Bool {
    let a = left.numerator.multipliedFullWidth(by: right.denominator)
    let b = right.numerator.multipliedFullWidth(by: left.denominator)
    return a.high == b.high ? a.low < b.low : a.high < b.high
  }
}

extension Rational {
  /// The sum, or nil where it does not fit into machine integers.
  public func adding(_ other: Rational) -> Rational? {
    // Over the least common denominator, so that 1e-12 + 0.999999999999 fits.
    let divisor = Rational.greatestCommonDivisor(
      denominator.magnitude, other.denominator.magnitude)
    let (ownShare, otherShare) = (denominator / Int(divisor), other.denominator / Int(divisor))
    let own = numerator.multipliedReportingOverflow(by: otherShare)
    let foreign = other.numerator.multipliedReportingOverflow(by: ownShare)
    let sum = own.partialValue.addingReportingOverflow(foreign.partialValue)
    let common = denominator.multipliedReportingOverflow(by: otherShare)
    if own.overflow || foreign.overflow || sum.overflow || common.overflow { return nil }
    return sum.partialValue == .min ? nil : Rational(sum.partialValue, common.partialValue)
  }

  /// The product, or nil where it does not fit into machine integers.
  public func times(_ other: Rational) -> Rational? {
    // Factors common to one's numerator and the other's denominator go first.
    let (first, second) = (
      Rational(numerator, other.denominator), Rational(other.numerator, denominator)
    )
    let top = first.numerator.multipliedReportingOverflow(by: second.numerator)
    let bottom = first.denominator.multipliedReportingOverflow(by: second.denominator)
    if top.overflow || bottom.overflow || top.partialValue == .min { return nil }
    return Rational(top.partialValue, bottom.partialValue)
  }

  public static func + (left: Rational, right: Rational) -> Rational {
    guard let sum = left.adding(right) else { preconditionFailure("\(left) + \(right) fits") }
    return sum
  }

  public static func - (left: Rational, right: Rational) -> Rational {
    left + Rational(-right.numerator, right.denominator)
  }

  public static func * (left: Rational, right: Rational) -> Rational {
    guard let product = left.times(right) else { preconditionFailure("\(left) · \(right) fits") }
    return product
  }
}
