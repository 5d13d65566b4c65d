public import Foundation

/// A generator whose training has ended, for questions about the map that it learnt.
public final class TrainedGenerator {
  /// What it was trained on.
  public let experiment: Experiment

  private let network: Network<Double>
  private let workspace: Workspace<Double>
  private let tangents: TangentWorkspace<Double>

  /// The dimension of a latent.
  public var latentDimension: Int { network.inputWidth }
  /// The dimension of a sample.
  public var dimension: Int { network.outputWidth }

  /// The generator of a run folder, at an iteration that has a checkpoint or at the last such.
  ///
  /// - Throws: `SimulationError.unusableFile` where the folder or the checkpoint cannot be read.
  public convenience init(runFolder url: URL, iteration: Int? = nil) throws {
    let folder = RunFolder(url)
    let experiment = try folder.configuration().experiment
    let (file, path) = try folder.checkpoint(at: iteration)
    let network = Network<Double>(
      architecture: experiment.generator, inputWidth: experiment.latentDimension,
      outputWidth: experiment.data.dimension)
    try Checkpoint.restore(network, "generator", from: file, path: path)
    self.init(network, experiment: experiment)
  }

  init(_ network: Network<Double>, experiment: Experiment) {
    self.experiment = experiment
    self.network = network
    workspace = Workspace(for: network, capacity: 256)
    tangents = TangentWorkspace(for: network, capacity: 256)
  }

  /// g at each latent.
  ///
  /// - Shapes: `latents` is count × latentDimension, the result count × dimension, row-major.
  /// - Accuracy: double precision, of weights that were trained in the experiment's.
  public func values(at latents: [Double]) -> [Double] {
    network.map(latents, in: workspace) { rows in
      (0..<rows * dimension).map { Double(workspace.output[$0]) }
    }
  }

  /// The Jacobian of g at each latent.
  ///
  /// - Shapes: count × dimension × latentDimension, row-major.
  /// - Accuracy: exact derivatives of the network, up to double-precision rounding.
  public func jacobians(at latents: [Double]) -> [Double] {
    let (inputs, outputs) = (latentDimension, dimension)
    return network.map(latents, in: workspace) { rows in
      let transposed = network.transposedJacobians(after: workspace, in: tangents, rows: rows)
      return (0..<rows * inputs * outputs).map { index in
        let (row, output, input) = (
          index / (inputs * outputs), index / inputs % outputs, index % inputs
        )
        return Double(transposed[(row * inputs + input) * outputs + output])
      }
    }
  }

  /// The steepness ‖J_g(z)‖₂ at each latent.
  ///
  /// - Source: definition 2.1.
  /// - Shapes: `latents` is count × latentDimension, row-major; the result has `count` entries.
  /// - Accuracy: as for `jacobians(at:)`.
  /// - Throws: `NumericError` where a singular value does not converge (beyond three dimensions).
  public func jacobianNorms(at latents: [Double]) throws -> [Double] {
    try network.map(latents, in: workspace) { rows in
      try Steepness.norms(of: network, after: workspace, in: tangents, rows: rows)
    }
  }
}
