import GANTheory
import Scalars
import Testing

@testable import Reporting

@Suite struct `Formulas in lines` {
  @Test func `a short formula stays on its line`() {
    #expect(LaTeXFormula("a + b").lines(width: 10) == ["a + b"])
  }

  @Test func `a sum breaks before its signs, and outside braces only`() {
    #expect(
      LaTeXFormula(#"aaaa + \frac{b + c}{d - e} - ffff"#).lines(width: 9)
        == ["aaaa", #"{} + \frac{b + c}{d - e}"#, "{} - ffff"])
    // A sign of a number is none between terms, and what cannot be broken stays whole.
    #expect(
      LaTeXFormula(#"\left(-aaaaaaaa\right)"#).lines(width: 3) == [#"\left(-aaaaaaaa\right)"#])
  }

  @Test func `what is open at the end of a line is closed there and opened on the next`() {
    #expect(
      LaTeXFormula(#"2 \left(aaaa + \left(b - c\right) + dddd\right)"#).lines(width: 12) == [
        #"2 \left(aaaa \right."#, #"\left. {} + \left(b - c\right) \right."#,
        #"\left. {} + dddd\right)"#,
      ])
  }

  @Test func `a fraction with a wide top becomes a factor, in parentheses before a sum only`() {
    #expect(
      LaTeXFormula(#"\frac{aaaa + bbbb}{c}"#).unfolded(width: 9).text
        == #"\frac{1}{c} \left(aaaa + bbbb\right)"#)
    #expect(
      LaTeXFormula(#"\frac{2 \left(aaaa + bbbb\right)}{c}"#).unfolded(width: 9).text
        == #"\frac{1}{c} \cdot 2 \left(aaaa + bbbb\right)"#)
    #expect(LaTeXFormula(#"\frac{a}{b + c}"#).unfolded(width: 9).text == #"\frac{a}{b + c}"#)
  }

  @Test func `every derivation loses nothing by it, and each line's delimiters match`() {
    var broken = 0
    for derivation in Derivation.all {
      for formula in [derivation.printed, derivation.derived, derivation.quotient] {
        let latex = formula.latex
        let lines = LaTeXFormula(latex).lines(width: 50)
        for line in lines {
          #expect(
            line.split(separator: #"\left"#, omittingEmptySubsequences: false).count
              == line.split(separator: #"\right"#, omittingEmptySubsequences: false).count,
            "\(derivation.name): \(line)")
        }
        let marks = lines.joined(separator: " ").replacing(#" \right."#, with: "")
          .replacing(#"\left. "#, with: "").replacing("{} ", with: "")
        #expect(marks == LaTeXFormula(latex).unfolded(width: 50).text, "\(derivation.name)")
        if lines.count > 1 { broken += 1 }
      }
    }
    #expect(broken > 0)
  }
}
