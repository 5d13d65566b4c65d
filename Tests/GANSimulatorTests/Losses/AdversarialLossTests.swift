import Foundation
import GANSimulator
import Testing

@Suite struct AdversarialLossTests {
  /// The function f of each divergence ∫ q f(p/q), from its definition, and its derivative.
  private func generator(_ divergence: AdversarialLoss.Divergence, _ r: Double) -> (
    value: Double, slope: Double
  ) {
    switch divergence {
    case .gan: (r * log(r) - (r + 1) * log(r + 1), log(r / (r + 1)))
    case .jensenShannon:
      (r * log(r) - (r + 1) * log((r + 1) / 2), log(2 * r / (r + 1)))
    case .kullbackLeibler: (r * log(r), log(r) + 1)
    case .reverseKullbackLeibler: (-log(r), -1 / r)
    case .pearson: ((r - 1) * (r - 1), 2 * (r - 1))
    case .neyman: ((1 - r) * (1 - r) / r, 1 - 1 / (r * r))
    case .squaredHellinger: (pow(r.squareRoot() - 1, 2), 1 - 1 / r.squareRoot())
    case .totalVariation: ((r - 1).magnitude / 2, r > 1 ? 0.5 : -0.5)
    }
  }

  /// v with g_f(v) = t, by bisection of the loss of real samples.
  private func output(_ loss: AdversarialLoss, for t: Double) -> Double {
    var (low, high) = (-60.0, 60.0)
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if -loss.value(middle, .real) < t { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  @Test(arguments: AdversarialLoss.Divergence.allCases)
  func `at the best output the discriminator's loss is Fenchel's equality`(
    divergence: AdversarialLoss.Divergence
  ) {
    let loss = AdversarialLoss(divergence, generator: .modified)
    for r in [0.2, 0.7, 1.5, 4] {
      let f = generator(divergence, r)
      // Total variation reaches its ends in the limit only.
      let v = divergence == .totalVariation ? (r > 1 ? 30 : -30) : output(loss, for: f.slope)
      // f*(f′(r)) = r·f′(r) − f(r); the conjugate is stationary there, so errors of v count squared.
      let expected = r * f.slope - f.value
      #expect(
        (loss.value(v, .generated) - expected).magnitude
          <= 1e-12 * max(expected.magnitude, 1), "r = \(r)")
      // And no other output is better for samples of which p/q = r.
      let best = r * loss.value(v, .real) + loss.value(v, .generated)
      for other in [v - 0.3, v + 0.3] where divergence != .totalVariation {
        #expect(r * loss.value(other, .real) + loss.value(other, .generated) > best)
      }
    }
  }

  @Test func `the NSGAN's losses are those of section G.6`() {
    for v in [-3.0, -0.1, 0, 0.4, 5] {
      let d = 1 / (1 + exp(-v))
      let loss = AdversarialLoss.nonSaturating
      // Four roundings and a cancellation in 1 − d of up to e⁵.
      let bound = 8 * exp(5.0) * Double.ulpOfOne
      #expect((loss.value(v, .real) + log(d)).magnitude <= bound)
      #expect((loss.value(v, .generated) + log(1 - d)).magnitude <= bound)
      #expect((loss.value(v, .generator) + log(d)).magnitude <= bound)
      #expect((AdversarialLoss.saturating.value(v, .generator) - log(1 - d)).magnitude <= bound)
    }
  }
}
