/// What a probe found at one iteration: one line of `metrics.jsonl`.
///
/// Every quantity is a function of the two networks and of fixed probe batches, so a probe leaves
/// no trace in the training.
///
/// In JSON each quantity has the name that it has here; what was not measured is left out. Algorithm 2
/// reads `gradientNorm.modeLevel` and `meanSteepness`.
///
/// - Accuracy: `Experiment.precision` in the networks, double precision in the statistics.
public struct MeasuredIteration: Hashable, Codable, Sendable {
  /// How many iterations had been taken.
  public var iteration: Int
  /// The discriminator's loss: for the NSGAN mean −log d over real samples plus mean −log(1 − d) over
  /// generated ones.
  public var discriminatorLoss: Double
  /// The generator's loss: for the NSGAN mean −log d over generated samples.
  public var generatorLoss: Double
  /// Mean of ‖J_g(z)‖₂ over the probe's noise.
  public var meanSteepness: Double
  /// Largest ‖J_g(z)‖₂ over the probe's noise.
  public var maximalSteepness: Double
  /// ‖J_g(0)‖₂.
  public var steepnessAtOrigin: Double
  /// ‖J_g(z)‖₂ at the experiment's chosen latents, in their order.
  public var chosenSteepness: [Double]
  /// Of ‖J_g(z)‖₂ over the probe's noise.
  public var steepness: Quantiles
  /// Of ‖∇d/d‖₂ over generated samples; of the velocities' lengths for other losses than the NSGAN's.
  public var gradientNorm: Quantiles
  /// The share of generated samples that lie farther than 3σ from every mode.
  public var modeMixtureFraction: Double
  /// How many modes have at least a quarter of their share of generated samples within 3σ.
  public var coveredModes: Int
  /// For each mode, how many generated samples lie within 3σ of it.
  public var modeCounts: [Int]
  /// Generated samples against the mixture, where they were measured.
  public var samples: SampleMetrics?
  /// The duality gap, where it was estimated.
  public var dualityGap: DualityGapEstimate?
}

extension MeasuredIteration {
  /// The first quantity that is not finite, if one is.
  var nonFiniteQuantity: String? {
    let quantities = [
      ("discriminator loss", discriminatorLoss), ("generator loss", generatorLoss),
      ("mean steepness", meanSteepness), ("maximal steepness", maximalSteepness),
      ("steepness at the origin", steepnessAtOrigin), ("largest ‖∇d/d‖₂", gradientNorm.maximum),
    ]
    return quantities.first { !$0.1.isFinite }?.0
  }
}
