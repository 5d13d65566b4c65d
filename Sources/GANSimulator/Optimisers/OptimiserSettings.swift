/// A rule for stepping down a gradient, with its constants.
public enum OptimiserSettings: Hashable, Codable, Sendable {
  /// v ← momentum·v + g, p ← p − learningRate·v.
  case sgd(learningRate: Double, momentum: Double)
  /// m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g²,
  /// p ← p − learningRate · (m/(1 − β₁ᵗ)) / (√(v/(1 − β₂ᵗ)) + denominatorOffset) at step t.
  ///
  /// - Source: Kingma and Ba 2015, algorithm 1; β₁ is `firstDecay`, β₂ `secondDecay`.
  case adam(
    learningRate: Double, firstDecay: Double, secondDecay: Double, denominatorOffset: Double)

  /// Adam with its usual constants for adversarial training: β₁ = 0.5, β₂ = 0.999, offset 10⁻⁸.
  public static func adam(learningRate: Double) -> OptimiserSettings {
    .adam(
      learningRate: learningRate, firstDecay: 0.5, secondDecay: 0.999, denominatorOffset: 1e-8)
  }
}
