internal import NumericKernel

/// Everything needed to repeat a run: the contents of `config.json`.
public struct RunConfiguration: Hashable, Codable, Sendable {
  /// The version of the folder's layout that this package writes and reads.
  public static let currentFormat = 1

  /// The version of the folder's layout.
  public var format: Int
  /// The version of the simulator; another one may draw or round otherwise.
  public var simulatorVersion: String
  /// The seed of all random streams of the run.
  public var seed: UInt64
  /// What was run.
  public var experiment: Experiment
  /// The library that multiplied the matrices and the processor family it chose kernels for: a run
  /// is repeated to the bit where this is the same.
  public var matrixBackend: String

  init(experiment: Experiment, seed: UInt64) {
    format = Self.currentFormat
    simulatorVersion = LibraryVersion.package
    self.seed = seed
    self.experiment = experiment
    matrixBackend = MatrixBackend.summary
  }
}
