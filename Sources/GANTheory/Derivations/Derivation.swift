public import Scalars

/// A printed expression beside the one that follows from the definitions.
///
/// Neither side is edited to agree with the other: `decision` says whether they are equal, and where
/// they are not, `quotient` and `difference` say by what.
public struct Derivation: Sendable {
  /// A stable name such as `ratio-C.4`.
  public let name: String
  public let title: String
  /// Where the paper prints it.
  public let source: String
  /// As printed.
  public let printed: Expression
  /// From the definitions.
  public let derived: Expression
  /// A false variant of the derived side, which the same decision must refute.
  public let control: Expression
  /// How the printed side is written where that is shorter than its canonical form.
  public let abbreviation: Abbreviation?
  /// What its symbols stand for, and what else follows; nil where nothing needs saying.
  public let note: String?

  /// An expression in which a symbol stands for another expression.
  public struct Abbreviation: Sendable {
    public let expression: Expression
    public let symbol: String
    public let meaning: Expression

    /// The expression with the meaning in place of the symbol.
    var expanded: Expression { expression.substituting([symbol: meaning]) }
  }

  public init(
    name: String, title: String, source: String, printed: Expression, derived: Expression,
    control: Expression, note: String? = nil
  ) {
    self.init(
      name: name, title: title, source: source, printed: printed, abbreviation: nil,
      derived: derived, control: control, note: note)
  }

  /// A derivation whose printed side is written with an abbreviation.
  init(
    name: String, title: String, source: String, printed: Abbreviation, derived: Expression,
    control: Expression
  ) {
    self.init(
      name: name, title: title, source: source, printed: printed.expanded, abbreviation: printed,
      derived: derived, control: control, note: nil)
  }

  private init(
    name: String, title: String, source: String, printed: Expression, abbreviation: Abbreviation?,
    derived: Expression, control: Expression, note: String?
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.printed = printed
    self.derived = derived
    self.control = control
    self.abbreviation = abbreviation
    self.note = note
  }

  /// Whether both sides are the same function wherever both are defined.
  ///
  /// - Rigour: exact where it holds, certified at a rational point where it fails.
  public var decision: Decision { Expression.equality(printed, derived) }

  /// Whether the control differs from the derived side; a derivation counts only where this holds.
  public var isControlRefuted: Decision { !Expression.equality(control, derived) }

  /// derived / printed in canonical form.
  ///
  /// - Edge cases: undefined where the printed side is 0.
  public var quotient: Expression { derived / printed }

  /// derived − printed in canonical form.
  public var difference: Expression { derived - printed }

  /// printed/derived − 1, what is printed being an approximation.
  ///
  /// - Edge cases: undefined where the derived side is 0.
  public var relativeError: Expression { printed / derived - Expression(1) }

  /// Every derivation of the package, in the order of the paper.
  public static var all: [Derivation] {
    FieldDerivations.all + DivergenceDerivations.all + RatioDerivations.all
      + SteepnessDerivations.all + CollapseDerivations.all
  }
}

/// Functions that are given by their Taylor coefficients alone: symbols for the value and the slope.
enum AbstractFunction {
  typealias Series = Jet<Expression>

  /// p + p′·t, p > 0.
  static func positive(_ name: String) -> Series {
    Jet(coefficients: [.symbol(name, isPositive: true), .symbol(name + "′")])
  }

  /// f∘u from symbols for f and f′ at u.
  ///
  /// A mark tells values at one place from those at another: f and f′, or f_p and f′_p.
  static func composed(_ name: String, with inner: Series, mark: String = "") -> Series {
    let slope = Expression.symbol(name + "′" + mark)
    return Jet(coefficients: [.symbol(name + mark), slope * inner.coefficients[1]])
  }
}
