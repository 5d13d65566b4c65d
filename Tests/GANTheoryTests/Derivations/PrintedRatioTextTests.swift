import GANTheory
import Scalars
import Testing

/// How the ratios of Table 2 are written: as on a blackboard.
@Suite struct `Ratios of Table 2 in print` {
  /// The terms of the modes (1, 1), (1, −1), (−1, 1), (−1, −1) between what precedes and follows them.
  private static let plain: [(String, [String], String)] = [
    (
      "1/2·(",
      [
        "exp(10 − 5/2·((x₁ − 2)² + (x₂ − 2)²))", "exp(10 − 5/2·((x₁ − 2)² + (x₂ + 2)²))",
        "exp(10 − 5/2·((x₁ + 2)² + (x₂ − 2)²))", "exp(10 − 5/2·((x₁ + 2)² + (x₂ + 2)²))",
      ], ")"
    ),
    (
      "20·(",
      [
        "exp(−5·((x₁ − 1)² + (x₂ − 1)²))", "exp(−5·((x₁ − 1)² + (x₂ + 1)²))",
        "exp(−5·((x₁ + 1)² + (x₂ − 1)²))", "exp(−5·((x₁ + 1)² + (x₂ + 1)²))",
      ], ")/π"
    ),
    (
      "5/2·(",
      [
        "exp(−9/2·((x₁ − 1)² + (x₂ − 1)²))", "exp(20/9 − 9/2·((x₁ − 1)² + (x₂ + 11/9)²))",
        "exp(20/9 − 9/2·((x₁ + 11/9)² + (x₂ − 1)²))",
        "exp(40/9 − 9/2·((x₁ + 11/9)² + (x₂ + 11/9)²))",
      ], ")"
    ),
    (
      "15/2·(",
      [
        "exp(−29/6·((x₁ − 3)² + (x₂ − 3)²))", "exp(180/29 − 29/6·((x₁ − 3)² + (x₂ + 93/29)²))",
        "exp(180/29 − 29/6·((x₁ + 93/29)² + (x₂ − 3)²))",
        "exp(360/29 − 29/6·((x₁ + 93/29)² + (x₂ + 93/29)²))",
      ], ")"
    ),
  ]

  @Test(arguments: zip(TableTwoCase.allCases, plain))
  func `complete their squares`(
    configuration: TableTwoCase, expected: (before: String, terms: [String], after: String)
  ) {
    let text = expected.before + expected.terms.joined(separator: " + ") + expected.after
    #expect(RatioDerivations.ratio(configuration).derived.description == text)
  }

  @Test func `are typeset with fractions`() {
    let square = { (axis: Int, sign: String) in #"\left(x_{\#(axis)} \#(sign) 1\right)^{2}"# }
    let terms = [("-", "-"), ("-", "+"), ("+", "-"), ("+", "+")].map { first, second in
      #"\exp\left(-5 \left(\#(square(1, first)) + \#(square(2, second))\right)\right)"#
    }
    let latex = #"\frac{20 \left(\#(terms.joined(separator: " + "))\right)}{\pi}"#
    #expect(RatioDerivations.ratio(.covering).derived.latex == latex)
    let rate = RatioDerivations.ratio(.separated).derived.latex
    #expect(
      rate.hasPrefix(
        #"\frac{15}{2} \left(\exp\left(-\frac{29}{6} \left(\left(x_{1} - 3\right)^{2}"#))
  }

  @Test func `are readable for Coq`() {
    let signs = [("-", "-"), ("-", "+"), ("+", "-"), ("+", "+")]
    let terms = signs.map { "exp (10 - (5/2) * ((x1 \($0) 2)^2 + (x2 \($1) 2)^2))" }
    #expect(
      RatioDerivations.ratio(.concentrated).derived.coq
        == "(1/2) * (" + terms.joined(separator: " + ") + ")")
  }

  @Test func `have gradients that keep the factors of the modes`() {
    let text = RatioDerivations.gradient(.covering, axis: 0).derived.description
    #expect(text.hasPrefix("200·((1 − x₁)·exp(−5·((x₁ − 1)² + (x₂ − 1)²)) + "))
    #expect(text.hasSuffix(" − (x₁ + 1)·exp(−5·((x₁ + 1)² + (x₂ + 1)²)))/π"))
  }
}
