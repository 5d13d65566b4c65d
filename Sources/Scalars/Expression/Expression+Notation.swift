extension Expression: CustomStringConvertible {
  /// The expression as one would write it in a text: `5/2·exp(−9/2·(x₁ − 1)²)`.
  ///
  /// - Edge cases: `undefined (why)` where there is no value.
  public var description: String { printed(.plain) }

  /// The expression in LaTeX's mathematics mode.
  ///
  /// - Edge cases: `\text{undefined}` where there is no value.
  public var latex: String { printed(.latex) }

  /// The expression as MathML: one `<math>` element for the middle of a line, with fractions in full size.
  ///
  /// - Edge cases: the word `undefined` where there is no value.
  public var mathML: String {
    let content =
      fraction.map { MathMLNotation.text(Notation($0)) } ?? "<mtext>undefined</mtext>"
    return "<math displaystyle=\"true\">\(content)</math>"
  }

  /// The expression in Coq's R scope; Φ is `Phi`, its inverse `Phi_inv`, fractional powers `Rpower`.
  ///
  /// - Edge cases: nil where there is no value.
  public var coq: String? { fraction == nil ? nil : printed(.coq) }

  private func printed(_ style: NotationStyle) -> String {
    switch content {
    case .fraction(let fraction): style.text(Notation(fraction))
    case .undefined(let reason): style == .latex ? #"\text{undefined}"# : "undefined (\(reason))"
    }
  }
}
