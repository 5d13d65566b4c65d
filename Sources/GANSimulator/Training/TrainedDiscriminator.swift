public import Foundation

/// A discriminator whose training has ended.
public final class TrainedDiscriminator {
  /// What it was trained on.
  public let experiment: Experiment

  private let network: Network<Double>
  private let workspace: Workspace<Double>

  /// The dimension of a sample.
  public var dimension: Int { network.inputWidth }

  /// The discriminator of a run folder, at an iteration that has a checkpoint or at the last such.
  ///
  /// - Throws: `SimulationError.unusableFile` where the folder or the checkpoint cannot be read.
  public convenience init(runFolder url: URL, iteration: Int? = nil) throws {
    let folder = RunFolder(url)
    let experiment = try folder.configuration().experiment
    let (file, path) = try folder.checkpoint(at: iteration)
    let network = Network<Double>(
      architecture: experiment.discriminator, inputWidth: experiment.data.dimension, outputWidth: 1)
    try Checkpoint.restore(network, "discriminator", from: file, path: path)
    self.init(network, experiment: experiment)
  }

  init(_ network: Network<Double>, experiment: Experiment) {
    self.experiment = experiment
    self.network = network
    workspace = Workspace(for: network, capacity: 256)
  }

  /// The logit log(d/(1 − d)) at each sample.
  ///
  /// - Shapes: `samples` is count × dimension, row-major; the result has `count` entries.
  /// - Accuracy: double precision, of weights that were trained in the experiment's.
  public func logits(at samples: [Double]) -> [Double] {
    network.map(samples, in: workspace) { rows in
      (0..<rows).map { Double(workspace.output[$0]) }
    }
  }

  /// d, the probability that a sample is real, at each sample.
  ///
  /// - Shapes: as for `logits(at:)`.
  /// - Accuracy: that of the logit, then a few ulps in double precision.
  public func probabilities(at samples: [Double]) -> [Double] {
    logits(at: samples).map { LogisticLoss.logistic($0) }
  }

  /// ∇d/d at each sample.
  ///
  /// - Shapes: count × dimension, row-major, like `samples`.
  /// - Accuracy: ∇ of the logit in double precision; never divided by d.
  public func logGradients(at samples: [Double]) -> [Double] {
    network.map(samples, in: workspace) { rows in
      LogGradient.vectors(of: network, in: workspace, rows: rows)
    }
  }
}
