import ClaimKit
import RealModule
import Scalars

/// What is known of a statement before any search.
enum KnownTruth: String, CaseIterable {
  case sharp = "true and sharp"
  case loose = "true and loose"
  case identity = "true identity"
  case plainlyFalse = "false on a good part of the box"
  case corner = "false in a corner of about a millionth"
  case fromThree = "false only for n ≥ 3"
  case large = "false only for large N"
  case farEnd = "false only at the far end of a logarithmic range"
  case ridge = "false on a narrow ridge"
  case deceptive = "false in a basin that is hidden by others"
  case needle = "false in a needle with a gradient"
  case jump = "false beyond a jump"
  case thin = "false on hypotheses of small measure"
  case nearlyEqual = "false identity by a tiny constant"
  case vacuous = "vacuous"
  case beyondReach = "false, and out of reach of an honest search"

  /// What a judge who is right says without a proof.
  var expected: Verdict {
    switch self {
    case .sharp, .loose, .identity, .beyondReach: .supported
    case .plainlyFalse, .corner, .fromThree, .large, .farEnd, .ridge, .deceptive, .needle, .jump,
      .thin, .nearlyEqual:
      .refuted
    case .vacuous: .inconclusive
    }
  }

  /// What it may say instead where the families are everything that is claimed: by algebra or on all of
  /// the box.
  var provable: [Verdict] {
    switch self {
    case .identity: [.proved]
    case .sharp, .loose: [.certified]
    case .vacuous: [.vacuous]
    case .plainlyFalse, .corner, .fromThree, .large, .farEnd, .ridge, .deceptive, .needle, .jump,
      .thin, .nearlyEqual, .beyondReach:
      []
    }
  }

  var isTrue: Bool { [.sharp, .loose, .identity].contains(self) }
}

/// A statement of known truth, by which the search is calibrated.
struct KnownStatement {
  let name: String
  let truth: KnownTruth
  let statement: any Statement

  init(_ name: String, _ truth: KnownTruth, _ statement: any Statement) {
    self.name = name
    self.truth = truth
    self.statement = statement
  }

  static let all =
    means + tails + entropies + elementary + integers + landscapes + identities + empty
}

/// A statement without hypotheses.
protocol UnconditionalStatement: Statement {}

extension UnconditionalStatement {
  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }
}

extension Assignment {
  /// The value of the variable at a place, for statements whose speed matters.
  subscript(index: Int) -> S { values[index] }
}

extension Variable {
  static func line(_ name: String, _ lower: Rational, _ upper: Rational) -> Variable {
    Variable(name, from: lower, to: upper)
  }

  static func decades(_ name: String, _ lower: Rational, _ upper: Rational) -> Variable {
    Variable(name, from: lower, to: upper, scale: .logarithmic)
  }
}
