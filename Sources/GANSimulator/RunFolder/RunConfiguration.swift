internal import CTrainingKernels
internal import NumericKernel

/// Everything needed to repeat a run: the contents of `config.json`.
public struct RunConfiguration: Hashable, Codable, Sendable {
  /// The version of the folder's layout that this package writes and reads.
  public static let currentFormat = 2

  /// The version of the folder's layout.
  public var format: Int
  /// The version of the simulator; another one may draw or round otherwise.
  public var simulatorVersion: String
  /// The seed of all random streams of the run.
  public var seed: UInt64
  /// What was run.
  public var experiment: Experiment
  /// The instructions that matrices were multiplied with: a run is repeated to the bit where they are
  /// the same.
  public var matrixBackend: String
  /// The rule that stops the run before its last iteration; nil for none.
  public var earlyStopping: EarlyStoppingRule?

  init(experiment: Experiment, seed: UInt64, earlyStopping: EarlyStoppingRule? = nil) {
    format = Self.currentFormat
    simulatorVersion = LibraryVersion.package
    self.earlyStopping = earlyStopping
    self.seed = seed
    self.experiment = experiment
    matrixBackend = TrainingInstructions.name
  }
}

/// The vector instructions that the package's own kernels use on this processor.
package enum TrainingInstructions {
  /// Their name, such as 'AVX-512'.
  package static var name: String { String(cString: steepness_training_instructions()) }
}
