/// A nearby false statement, which a search worth its name must refute.
public struct Control: Sendable {
  public let text: String
  public let families: [any Statement]

  public init(_ text: String, families: [any Statement]) {
    self.text = text
    self.families = families
  }
}

/// Why a claim's hypotheses force its conclusion whatever it says, with statements that can be
/// searched: the conclusion made arbitrarily stronger.
public struct Triviality: Sendable {
  public let argument: String
  /// The claim with its conclusion strengthened beyond any use.
  public let strengthened: [any Statement]

  public init(argument: String, strengthened: [any Statement]) {
    self.argument = argument
    self.strengthened = strengthened
  }
}

/// The nearest true statement to a claim, or a better one; judged by the same rules.
public struct Amendment: Sendable {
  public enum Kind: String, Sendable, Codable {
    case corrected
    case sharpened
    case generalised
  }

  public let kind: Kind
  public let statement: String
  public let families: [any Statement]
  public let control: Control
  /// Whether the families quantify over everything that the statement does: then an identity that
  /// algebra decides for them is proved.
  public let isExhaustive: Bool
  /// Mutants of constants inside the formula, beside those that are made from any statement.
  public let mutants: [Mutant]

  public init(
    _ kind: Kind, _ statement: String, families: [any Statement], control: Control,
    isExhaustive: Bool = false, mutants: [Mutant] = []
  ) {
    self.kind = kind
    self.statement = statement
    self.families = families
    self.control = control
    self.isExhaustive = isExhaustive
    self.mutants = mutants
  }
}

/// What is wrong with a claim as printed, for a list of errata.
public struct Defect: Sendable, Codable, Equatable {
  /// How far the defect reaches, most consequence first.
  public enum Reach: String, Sendable, Codable, CaseIterable {
    /// A stated result is false or empty, and its correction says something else.
    case result
    /// A result holds only under a hypothesis that is not printed.
    case hypothesis
    /// A step of an argument fails; the result may stand by another.
    case argument
    /// An interpretation in prose that the formulas do not support.
    case interpretation
    /// A symbol, number or rounding.
    case presentation
  }

  public let reach: Reach
  /// What is wrong, in one or two sentences.
  public let text: String

  public init(_ reach: Reach, _ text: String) {
    self.reach = reach
    self.text = text
  }
}

/// A claim of a paper, as printed, with what the judge needs.
///
/// A claim file reads on one screen: statement, hypotheses, instance, margin, control, amendments,
/// recorded verdict. The verdict is recorded after the judge has found it.
public protocol Claim: Sendable {
  var id: String { get }
  var title: String { get }
  /// Number and page in the paper.
  var source: String { get }
  /// What is printed, in our words and its formulas.
  var statement: String { get }
  /// The printed hypotheses, one by one.
  var hypotheses: [String] { get }
  /// For each printed hypothesis the names of the statements' hypotheses that stand for it; none for one that
  /// is built into the formulas, or prose. Empty where the claim does not say.
  var predicates: [[String]] { get }
  /// The claim, once for every discrete shape that is searched.
  var families: [any Statement] { get }
  /// Whether the families quantify over everything that the claim does: then an identity that algebra
  /// decides for them is proved.
  var isExhaustive: Bool { get }
  var control: Control { get }
  /// What runs of something random are claimed to show; such a claim needs no families.
  var simulation: Simulation? { get }
  var triviality: Triviality? { get }
  var amendments: [Amendment] { get }
  /// Mutants of constants inside the formula, beside those that are made from any statement.
  var mutants: [Mutant] { get }
  /// Remarks of the examiner that are part of the record: readings, missing hypotheses.
  var remarks: [String] { get }
  /// The id of the claim that this one prints again, with the same defects.
  var restates: String? { get }
  /// The ids of the claims that this one, or its proof, relies on.
  var uses: [String] { get }
  /// What is wrong as printed; required of a claim that is refuted or vacuous.
  var defect: Defect? { get }
  /// One line of arithmetic by which a person checks the refutation, at an instance as simple as possible.
  var checkByHand: String? { get }
  /// What the judge found when the claim was last examined.
  var recorded: Verdict { get }
}

extension Claim {
  public var predicates: [[String]] { [] }
  public var simulation: Simulation? { nil }
  public var isExhaustive: Bool { false }
  public var triviality: Triviality? { nil }
  public var amendments: [Amendment] { [] }
  public var mutants: [Mutant] { [] }
  public var remarks: [String] { [] }
  public var restates: String? { nil }
  public var uses: [String] { [] }
  public var defect: Defect? { nil }
  public var checkByHand: String? { nil }
}
