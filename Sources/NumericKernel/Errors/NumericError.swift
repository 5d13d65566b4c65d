/// A numerical computation that could not deliver its result: what was asked, what went wrong, the
/// numbers seen on the way, and what to do about it.
///
/// - Edge cases: an error thrown by a caller's own function is never wrapped; it comes out as it is.
/// - Accuracy: evidence is reported as computed, unrounded.
public struct NumericError: Error, Sendable, Equatable {
  /// The kind of failure, for callers that react differently to different kinds.
  public enum Cause: String, Sendable, Equatable {
    /// An argument breaks a stated rule.
    case invalidInput
    /// A point lies outside the domain on which the result is defined.
    case outOfDomain
    /// An interval does not enclose what is looked for.
    case notEnclosed
    /// The iteration limit was reached first.
    case notConverged
    /// Rounding prevents the tolerance from being reached.
    case roundOff
    /// The function is too singular, or the quantity diverges.
    case singular
    /// The caller's function gave NaN or an infinity that is not allowed there.
    case nonFiniteValue
    /// The result overflows or underflows.
    case outOfRange
    /// GSL could not get memory.
    case outOfMemory
    /// Any other status of GSL.
    case other
  }

  /// A named number seen on the way to the failure: an iterate, an abscissa, a value, an estimate.
  public struct Evidence: Sendable, Equatable {
    /// What the number is.
    public let name: String
    /// The number as computed; it may be NaN or infinite, since that may be the failure.
    public let value: Double

    /// A named number.
    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }

    /// Equality of names and of bits, so that NaN equals NaN.
    public static func == (left: Evidence, right: Evidence) -> Bool {
      left.name == right.name && left.value.bitPattern == right.value.bitPattern
    }
  }

  /// What was being computed.
  public let computation: String
  /// The kind of failure.
  public let cause: Cause
  /// The status code of GSL that stands for the failure, also where this package saw it first.
  public let status: Int32
  /// Why it failed: GSL's message for the status, or this package's own sentence.
  public let reason: String
  /// The numbers seen on the way.
  public let evidence: [Evidence]
  /// What the caller can do about it, as a sentence.
  public let remedy: String

  /// The evidence of a given name, or nil where there is none.
  public func evidence(_ name: String) -> Double? {
    evidence.first { $0.name == name }?.value
  }
}

extension NumericError: CustomStringConvertible {
  /// The failure in one line.
  public var description: String {
    let numbers = evidence.map { "\($0.name) = \($0.value)" }.joined(separator: ", ")
    let seen = numbers.isEmpty ? "" : " (\(numbers))"
    return "\(computation): \(reason)\(seen). \(remedy)"
  }
}
