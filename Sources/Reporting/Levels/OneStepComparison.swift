import GANSimulator
import GANTheory
import NumericKernel
import RealModule

/// One step of an NSGAN's generator beside Theorems 4.1 and 4.2.
///
/// Theorem 4.1 is about a generator that follows its particles exactly: its Jacobian changes by s·∇(∇d/d)·J. `updateError` tests that
/// chain rule on the two networks; `alignment` says how far the step that the generator really took, through its weights and its
/// optimiser, follows it.
package struct OneStepComparison: Sendable {
  /// The iteration before the step.
  package let iteration: Int
  /// The greatest difference between an entry of the Jacobian of z ↦ g + s·∇d/d, by differences over 10⁻⁷ of z, and Theorem 4.1's with
  /// differences over 10⁻⁶ of x, relative to the greatest entry; large where a kink lies in such a stretch.
  package let updateError: Double
  /// The correlation over latents and entries of the change that J really made with ∇(∇d/d)·J.
  package let alignment: Double
  /// The s that makes s·∇(∇d/d)·J nearest to that change, in the mean square: the step size that the iteration amounts to.
  package let effectiveStepSize: Double
  /// Of latents that go within 2σ of a mode: the share where log S falls under the field; nil where there are none.
  package let shrinkingShare: Double?
  /// And the share where it falls at 1/(4σ − r)² or faster, as Theorem 4.2 has it for its linear discriminator.
  package let theoremShare: Double?

  /// Trains to an iteration and one further.
  ///
  /// - Parameter rateFactor: what Theorem 4.1's rate is multiplied by, to see that the comparison tells it from a wrong one.
  /// - Throws: `SimulationError` where training diverges or the iteration is not before the last.
  package init(
    _ levels: some FourLevels, after iteration: Int, seed: UInt64? = nil, rateFactor: Double = 1
  ) throws {
    var experiment = levels.problem.experiment
    experiment.iterations = max(experiment.iterations, iteration + 1)
    let trainer = try Trainer(
      experiment: experiment, seed: seed ?? levels.problem.seed, threads: 1)
    try trainer.run(until: iteration)
    let before = trainer.trainedGenerator()
    try trainer.run(until: iteration + 1)
    // The discriminator moves first: this is the one that the generator's step met.
    let (after, discriminator) = (trainer.trainedGenerator(), trainer.trainedDiscriminator())
    self.iteration = iteration
    let latents = levels.latents.flatMap { $0 }
    let outputs = before.values(at: latents)
    let jacobians = before.separateJacobians(at: latents)
    func field(_ reach: Double) -> FieldJacobian {
      FieldJacobian(at: outputs, dimension: levels.data.dimension, reach: reach) {
        discriminator.logGradients(at: $0)
      }
    }
    let atScale = field(levels.problem.fieldReach)
    let predicted = atScale.changes(of: jacobians).flatMap { $0 }
    let actual = zip(after.separateJacobians(at: latents), jacobians).flatMap { new, old in
      zip(new, old).map { $0 - $1 }
    }
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
    let changes = field(1e-6).changes(of: jacobians)
    let byTheorem = zip(jacobians, changes).map { jacobian, change in
      zip(jacobian, change).map { $0 + levels.settings.stepSize * rateFactor * $1 }
    }
    updateError = Self.updateError(
      levels.settings.stepSize, latents, byTheorem, before, discriminator)
    let shares = ShrinkageNearModes(
      rates: atScale.steepnessRates(of: jacobians), outputs: outputs, data: levels.data
    ).shares
    (shrinkingShare, theoremShare) = (shares?.any, shares?.asTheorem)
  }

  private static func mean(_ numbers: [Double]) -> Double {
    numbers.reduce(0, +) / Double(numbers.count)
  }

  private static func updateError(
    _ stepSize: Double, _ latents: [Double], _ byTheorem: [[Double]],
    _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator
  ) -> Double {
    // The Jacobian of a map by differences is what `FieldJacobian` makes of a field.
    let moved = FieldJacobian(at: latents, dimension: generator.dimension, reach: 1e-7) {
      let outputs = generator.values(at: $0)
      return zip(outputs, discriminator.logGradients(at: outputs)).map { $0 + stepSize * $1 }
    }
    var (error, scale) = (0.0, 0.0)
    for (measured, claimed) in zip(moved.matrices.joined(), byTheorem.joined()) {
      error = max(error, (measured - claimed).magnitude)
      scale = max(scale, claimed.magnitude)
    }
    return scale > 0 ? error / scale : 0
  }
}

extension TrainedGenerator {
  /// The Jacobian at each latent, one row-major array each.
  func separateJacobians(at latents: [Double]) -> [[Double]] {
    let (all, size) = (jacobians(at: latents), dimension * latentDimension)
    return stride(from: 0, to: all.count, by: size).map { Array(all[$0..<$0 + size]) }
  }
}
