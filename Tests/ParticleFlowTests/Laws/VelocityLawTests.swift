import GANTheory
import ParticleFlow
import RealModule
import Scalars
import Testing

@Suite struct VelocityLawTests {
  private static let ratios = [
    -1000.0, -300, -129, -40, -3, -0.01, 0, 0.01, 1, 5, 40, 129, 300, 1000,
  ]

  private static let laws: [VelocityLaw] =
    [.optimal]
    + DivergenceGenerator.allCases.flatMap {
      [VelocityLaw(.divergence($0)), VelocityLaw(.descent($0))]
    }

  @Test func `the optimal weight is 1 − d at every ratio`() {
    for ratio in Self.ratios {
      let expected = logistic(-ratio)
      let weight = VelocityLaw.optimal.weight(at: ratio)
      // Two exponentials, a sum and a quotient on either side.
      #expect(abs(weight.value - expected) <= 8 * expected.ulp, "ℓ = \(ratio)")
      #expect(abs(weight.slope + expected * logistic(ratio)) <= 16 * expected.ulp, "ℓ = \(ratio)")
    }
  }

  @Test func `its potential is log d up to a constant`() {
    for ratio in Self.ratios {
      let expected = -Double.log(onePlus: Double.exp(-abs(ratio))) + min(ratio, 0) + Double.log(2)
      let potential = VelocityLaw.optimal.potential(at: ratio)
      #expect(abs(potential - expected) <= 1e-14 * max(1, abs(expected)), "ℓ = \(ratio)")
    }
  }

  @Test func `weights are those of the formulas in ordinary numbers`() throws {
    for law in Self.laws + [
      try VelocityLaw(named: "f=1+0.5*r"), try VelocityLaw(named: "f=r^(1/3)"),
    ] {
      for ratio in [-3.0, -0.5, 0.25, 2] {
        let jet = VelocityLaw.weight(
          law.origin,
          ratio: Jet.exp(
            Jet.variable(at: Ball(Rational(nearest: ratio, relativeError: 1e-300)!), order: 1)))
        let weight = law.weight(at: ratio)
        #expect(
          abs(weight.value - jet.value.approximation) <= 1e-14 * abs(weight.value),
          "\(law.name) at \(ratio)")
        #expect(
          abs(weight.slope - jet.derivative(1).approximation) <= 1e-13 * abs(weight.value),
          "\(law.name) at \(ratio)")
      }
    }
  }

  @Test func `a weight that algebra does not reach follows the formula`() throws {
    let law = try VelocityLaw(named: "f=1-exp(-r)/2")
    for ratio in [-30.0, -2, 0, 3] {
      let r = Double.exp(ratio)
      let expected =
        (1 - Double.exp(-r) / 2 - r * Double.exp(-r) / 2) / (r + 1 - Double.exp(-r) / 2)
      #expect(abs(law.weight(at: ratio).value - expected) <= 1e-14 * max(expected, 1))
    }
  }

  /// ∫ p_g·h(r) over two points is what appendix B and H call it.
  @Test func `functionals are the divergences that algebra names`() throws {
    func value(_ law: VelocityLaw, _ p: Double, _ q: Double) -> Double {
      [(p, q), (1 - p, 1 - q)].reduce(0) {
        $0 + max($1.0, $1.1) * law.functionalDensity(at: Double.log($1.0 / $1.1))
      }
    }
    for (p, q) in [(0.3, 0.6), (0.01, 0.9), (0.5, 1e-9)] {
      let generators: [(VelocityLaw, (Double) -> Double)] = [
        (.optimal, { NonSaturatingDivergence.generator($0) }),
        (VelocityLaw(.divergence(.kullbackLeibler)), { -Double.log($0) }),
        (VelocityLaw(.divergence(.pearson)), { 2 * $0 * Double.log($0) }),
        (VelocityLaw(.divergence(.reverseKullbackLeibler)), { (1 / $0 - 1) / 2 }),
        (
          VelocityLaw(.descent(.squaredHellinger)),
          { DivergenceGenerator.squaredHellinger.value(at: $0) }
        ),
        (
          VelocityLaw(.descent(.jensenShannon)), { DivergenceGenerator.jensenShannon.value(at: $0) }
        ),
      ]
      for (law, generator) in generators {
        let expected = q * generator(p / q) + (1 - q) * generator((1 - p) / (1 - q))
        // The expected sum cancels between its two terms, of size 40 at most here.
        let scale = max(abs(q * generator(p / q)), 40)
        #expect(abs(value(law, p, q) - expected) <= 1e-14 * scale, "\(law.name) at \(p), \(q)")
      }
    }
  }

  @Test func `functionals have the names of the divergences that they are`() throws {
    #expect(VelocityLaw.optimal.functionalName == "2·KL((p_data + p_g)/2 ‖ p_data)")
    #expect(
      VelocityLaw(.divergence(.kullbackLeibler)).functionalName
        == "KL divergence of (p_g, p_data)")
    #expect(
      VelocityLaw(.descent(.jensenShannon)).functionalName
        == "Jensen–Shannon divergence of (p_data, p_g)")
    #expect(VelocityLaw(.divergence(.squaredHellinger)).functionalName.hasPrefix("∫"))
  }

  @Test func `a deviation that runs backwards is seen`() throws {
    #expect(try VelocityLaw(named: "f=r^2").backwardRatio != nil)
    #expect(try VelocityLaw(named: "f=1+r^2").backwardRatio != nil)
    for law in Self.laws { #expect(law.backwardRatio == nil, "\(law.name)") }
  }

  @Test func `text that is no law is refused with a remedy`() {
    for text in [
      "", "optimum", "descent:", "f=", "f=1+", "f=(r", "f=x", "f=r^r", "f=sin(r)", "f=1 2",
      "f=1..2", "f=-r",
    ] {
      #expect(throws: InputError.self, "\(text)") { try VelocityLaw(named: text) }
    }
  }
}
