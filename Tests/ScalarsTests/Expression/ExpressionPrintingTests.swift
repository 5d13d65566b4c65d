import RealModule
import Scalars
import Testing

/// Expressions that the print tests share.
private enum Samples {
  typealias E = Expression
  static let x = E.symbol("x1")
  static let y = E.symbol("x₂")
  static let s = E.symbol("σ", isPositive: true)
  static let m = E.symbol("μ")
  static let r = E.sqrt(x * x + y * y)
  static let slope = r.derivative(by: "x1")
  static let rest = E(4) * s - r
  static let bump = E(Rational(5, 2)) * E.exp(E(Rational(-9, 2)) * (x - E(1)).squared)
  static let shifted = E.exp(E(-3) * ((x + E(Rational(1, 3))).squared + y.squared))
  static let deviation = (x - m) / s
  static let density = E.exp(-deviation.squared / E(2)) / (s * E.sqrt(E(2) * E.pi))
  static let tail = E.normalUpperTail(x)
  static let logistic = E(1) / (E(1) + E.exp(-x))
  static let quotient = (x * x - y * y) / (x + y)
  static let root = E.sqrt(E(10)) / E(7)
  static let cube = E.root(x * x + E(1), 3)
  static let primes = E.symbol("g‴") / s - E.symbol("g'").squared
  static let logarithm = E.log(E(12) * s)
  static let grouped = (E(1) - x) * E.exp(-x.squared / E(2)) + E(3) * s * E.exp(x)
  static let power = E.pow(s, E(2) * m) / E.pow(E(3), m) * E.exp(x)
  static let undefined = E(1) / (x - x)
}

@Suite struct `Printed expressions` {
  private static let texts: [(Expression, String)] = [
    (Samples.bump, "5/2·exp(−9/2·(x₁ − 1)²)"),
    (
      Samples.bump + Samples.shifted,
      "1/2·(5·exp(−9/2·(x₁ − 1)²) + 2·exp(−3·((x₁ + 1/3)² + x₂²)))"
    ),
    (Samples.density, "exp(−(x₁ − μ)²/(2·σ²))/(√(2·π)·σ)"),
    (Samples.slope, "x₁/√(x₁² + x₂²)"),
    (Samples.rest, "4·σ − √(x₁² + x₂²)"),
    (Samples.tail, "1 − Φ(x₁)"),
    (Samples.logistic, "exp(x₁)/(exp(x₁) + 1)"),
    (Samples.quotient, "x₁ − x₂"),
    (-Samples.x - Samples.y, "−(x₁ + x₂)"),
    (.zero, "0"),
    (Expression(-3), "−3"),
    (Samples.root, "√10/7"),
    (Samples.cube, "(x₁² + 1)^(1/3)"),
    (Samples.primes, "(g‴ − g′²·σ)/σ"),
    (Samples.grouped, "(1 − x₁)·exp(−x₁²/2) + 3·σ·exp(x₁)"),
    (Samples.power, "σ^(2·μ)·exp(x₁)/3^μ"),
    (Samples.logarithm, "log(σ) + 2·log(2) + log(3)"),
  ]

  private static let latexTexts: [(Expression, String)] = [
    (Samples.bump, #"\frac{5}{2} \exp\left(-\frac{9}{2} \left(x_{1} - 1\right)^{2}\right)"#),
    (Samples.slope, #"\frac{x_{1}}{\sqrt{x_{1}^{2} + x_{2}^{2}}}"#),
    (Samples.m.squared / Samples.s, #"\frac{\mu^{2}}{\sigma}"#),
    (Samples.tail, #"1 - \Phi\left(x_{1}\right)"#),
    (.root(Samples.s, 3), #"\sigma^{1/3}"#),
    (Samples.power, #"\frac{\sigma^{2 \mu} \exp\left(x_{1}\right)}{3^{\mu}}"#),
    (Samples.undefined, #"\text{undefined}"#),
  ]

  private static let coqTexts: [(Expression, String)] = [
    (Samples.bump, "(5/2) * exp (- (9/2) * (x1 - 1)^2)"),
    (Samples.slope, "x1 / sqrt (x1^2 + x2^2)"),
    (Samples.tail, "1 - Phi x1"),
    (Samples.power, "Rpower sigma (2 * mu) * exp x1 / Rpower 3 mu"),
    (.root(Samples.s, 3), "Rpower sigma (1/3)"),
    (Expression.exp(Samples.x).squared, "exp (2 * x1)"),
    (Expression.pi / Expression(4), "PI / 4"),
    (Expression.log(Samples.s).squared / Samples.s, "(ln sigma)^2 / sigma"),
  ]

  @Test(arguments: [
    ("x1", "x₁", "x_{1}", "x1"), ("x_i", "x_i", "x_{i}", "x_i"),
    ("σ_12", "σ₁₂", #"\sigma_{12}"#, "sigma12"),
    ("g'_max", "g′_max", "g'_{max}", "g_max_1"), ("slope", "slope", #"\mathit{slope}"#, "slope"),
  ]) func `name their symbols`(name: String, plain: String, latex: String, coq: String) {
    let symbol = Expression.symbol(name)
    #expect(symbol.description == plain)
    #expect(symbol.latex == latex)
    #expect(symbol.coq == coq)
  }

  @Test(arguments: [
    ("exp", "exp_"), ("PI", "PI_"), ("in", "in_"), ("Phi", "Phi_"), ("Phi_inv", "Phi_inv_"),
    ("sigma", "sigma_"), ("sigma_i", "sigma_i_"), ("σ_i", "sigma_i"), ("Γ", "Gamma"), ("e", "e"),
  ]) func `are identifiers of their own in Coq`(name: String, coq: String) {
    #expect(Expression.symbol(name).coq == coq)
  }

  @Test(arguments: [("x1", "x₁"), ("x_1", "x₁"), ("g'", "g′"), ("g''", "g″"), ("g′′′", "g‴")])
  func `are one symbol where they print alike`(name: String, other: String) throws {
    let (first, second) = (Expression.symbol(name), Expression.symbol(other))
    #expect(first == second)
    #expect((first * second).derivative(by: name) == Expression(2) * second)
    #expect(second.substituting([name: Expression(3)]) == Expression(3))
    let value: Double = try second.evaluated(at: [name: 3])
    #expect(value == 3)
    #expect(first.symbols == [other])
  }

  @Test(arguments: texts) func `read like a text`(expression: Expression, text: String) {
    #expect(expression.description == text)
  }

  @Test(arguments: latexTexts) func `read like LaTeX`(expression: Expression, text: String) {
    #expect(expression.latex == text)
  }

  private static let mathMLTexts: [(Expression, String)] = [
    (
      Samples.slope,
      """
      <mfrac><msub><mi>x</mi><mn>1</mn></msub><msqrt><mrow><msup><msub><mi>x</mi><mn>1</mn></msub><mn>2</mn>\
      </msup><mo>+</mo><msup><msub><mi>x</mi><mn>2</mn></msub><mn>2</mn></msup></mrow></msqrt></mfrac>
      """
    ),
    (
      Samples.tail,
      """
      <mrow><mn>1</mn><mo>−</mo><mrow><mi>Φ</mi><mo>&#x2061;</mo><mrow><mo>(</mo><msub><mi>x</mi><mn>1</mn></msub>\
      <mo>)</mo></mrow></mrow></mrow>
      """
    ),
    (
      .root(Samples.s, 3),
      """
      <msup><mi>σ</mi><mfrac><mn>1</mn><mn>3</mn></mfrac></msup>
      """
    ),
    (Samples.undefined, "<mtext>undefined</mtext>"),
    (Expression.symbol("g'_max"), "<msub><msup><mi>g</mi><mo>′</mo></msup><mi>max</mi></msub>"),
  ]

  @Test(arguments: mathMLTexts) func `read like MathML`(expression: Expression, text: String) {
    #expect(expression.mathML == "<math displaystyle=\"true\">\(text)</math>")
  }

  @Test(arguments: coqTexts) func `read like Coq`(expression: Expression, text: String) {
    #expect(expression.coq == text)
  }
}
