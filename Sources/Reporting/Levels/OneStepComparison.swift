import GANSimulator
import NumericKernel
import RealModule

/// One step of an NSGAN's generator beside Theorems 4.1 and 4.2.
///
/// Theorem 4.1 is about a generator that follows its particles exactly: its slope changes by s·(∇d/d)′·g′. `updateError` tests that
/// chain rule on the two networks; `alignment` says how far the step that the generator really took, through its weights and its
/// optimiser, follows it.
package struct OneStepComparison: Sendable {
  /// The iteration before the step.
  package let iteration: Int
  /// The greatest difference between the slope of z ↦ g + s·∇d/d, by differences over 10⁻⁷ of z, and Theorem 4.1's with
  /// differences over 10⁻⁶ of x, relative to the greatest slope of the map; large where a kink lies in such a stretch.
  package let updateError: Double
  /// The correlation over z ~ N(0, 1) of the change that the slope really made with (∇d/d)′·g′.
  package let alignment: Double
  /// The s that makes s·(∇d/d)′·g′ nearest to that change, in the mean square: the step size that the iteration amounts to.
  package let effectiveStepSize: Double
  /// Of latents that go within 2σ of a mode: the share where (∇d/d)′ < 0, so that the particles draw together; nil where there are none.
  package let shrinkingShare: Double?
  /// And the share where it is at most −1/(4σ − r)², as Theorem 4.2 has it for its linear discriminator.
  package let theoremShare: Double?

  /// Trains to an iteration and one further.
  ///
  /// - Parameter rateFactor: what Theorem 4.1's rate is multiplied by, to see that the comparison tells it from a wrong one.
  /// - Throws: `SimulationError` where training diverges or the iteration is not before the last.
  package init(
    _ levels: LineLevels, after iteration: Int, seed: UInt64? = nil, rateFactor: Double = 1
  ) throws {
    var experiment = levels.experiment
    experiment.iterations = max(experiment.iterations, iteration + 1)
    let trainer = try Trainer(experiment: experiment, seed: seed ?? levels.seed)
    try trainer.run(until: iteration)
    let before = trainer.trainedGenerator()
    try trainer.run(until: iteration + 1)
    // The discriminator moves first: this is the one that the generator's step met.
    let (after, discriminator) = (trainer.trainedGenerator(), trainer.trainedDiscriminator())
    self.iteration = iteration
    let latents = levels.latents
    let outputs = before.values(at: latents)
    let slopes = before.jacobians(at: latents)
    func rates(_ reach: Double) -> [Double] {
      LineLevels.stretchingRates(at: outputs, reach: reach) { discriminator.logGradients(at: $0) }
    }
    let atScale = rates(levels.fieldReach)
    let predicted = zip(atScale, slopes).map { $0 * $1 }
    let actual = zip(after.jacobians(at: latents), slopes).map { $0 - $1 }
    let means = (Self.mean(predicted), Self.mean(actual))
    func moment(_ x: [Double], _ y: [Double], _ a: Double, _ b: Double) -> Double {
      Self.mean(zip(x, y).map { ($0 - a) * ($1 - b) })
    }
    let spread =
      moment(predicted, predicted, means.0, means.0) * moment(actual, actual, means.1, means.1)
    alignment =
      spread > 0 ? moment(predicted, actual, means.0, means.1) / spread.squareRoot() : 0
    let size = moment(predicted, predicted, 0, 0)
    effectiveStepSize = size > 0 ? moment(predicted, actual, 0, 0) / size : 0
    updateError = Self.updateError(
      levels.settings.stepSize, latents, slopes, rates(1e-6).map { rateFactor * $0 }, before,
      discriminator)
    let shares = ShrinkageNearModes(rates: atScale, outputs: outputs, data: levels.data).shares
    (shrinkingShare, theoremShare) = (shares?.any, shares?.asTheorem)
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func updateError(
    _ stepSize: Double, _ latents: [Double], _ slopes: [Double], _ rates: [Double],
    _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator
  ) -> Double {
    let reach = 1e-7
    func moved(_ latents: [Double]) -> [Double] {
      let outputs = generator.values(at: latents)
      return zip(outputs, discriminator.logGradients(at: outputs)).map { $0 + stepSize * $1 }
    }
    let (right, left) = (moved(latents.map { $0 + reach }), moved(latents.map { $0 - reach }))
    var (error, scale) = (0.0, 0.0)
    for index in latents.indices {
      let byTheorem = (1 + stepSize * rates[index]) * slopes[index]
      error = max(error, ((right[index] - left[index]) / (2 * reach) - byTheorem).magnitude)
      scale = max(scale, byTheorem.magnitude)
    }
    return scale > 0 ? error / scale : 0
  }
}
