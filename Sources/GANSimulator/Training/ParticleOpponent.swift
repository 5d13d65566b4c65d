import NumericKernel

/// A discriminator that is trained against particles instead of a generator.
///
/// Each step takes a batch of fresh real samples and a batch of the particles, drawn with replacement, and goes
/// down the loss of `AdversarialGame`'s discriminator.
///
/// - Source: algorithm 1, in which the generator is only a means to move its samples.
/// - Accuracy: single precision.
public final class ParticleOpponent {
  /// Whose data, discriminator, optimiser and batch size are used.
  public let experiment: Experiment

  private let network: Network<Float>
  private let optimiser: Optimiser<Float>
  private let workspace: Workspace<Float>
  private let samples: MixtureSampler<Float>
  private let choiceStream: RandomStream

  /// The dimension of a particle.
  public var dimension: Int { network.inputWidth }

  /// A discriminator before its first step, with weights drawn from the seed.
  ///
  /// - Throws: `SimulationError.invalidArgument` where the experiment breaks a rule.
  public init(_ experiment: Experiment, seed: UInt64) throws {
    try experiment.validate()
    self.experiment = experiment
    let root = RandomStream(seed: seed, name: "particle opponent")
    samples = MixtureSampler(experiment.data, seed: seed, name: "particle opponent/data")
    choiceStream = root.split("choice")
    network = Network(
      architecture: experiment.discriminator, inputWidth: experiment.data.dimension,
      outputWidth: 1, from: root.split("initial/discriminator"))
    optimiser = Optimiser(
      experiment.discriminatorOptimiser, parameterCount: network.parameters.count)
    workspace = Workspace(for: network, capacity: 2 * experiment.batchSize)
  }

  /// Takes steps against particles that stand still.
  ///
  /// - Shapes: `particles` is count × dimension, row-major, with at least one particle.
  public func train(against particles: [Double], steps: Int) {
    let (size, count) = (experiment.batchSize, particles.count / dimension)
    precondition(count > 0 && particles.count % dimension == 0, "count × dimension numbers")
    for _ in 0..<steps {
      samples.writeSamples(count: size, into: workspace.input)
      for row in size..<2 * size {
        let chosen = choiceStream.integer(below: count)
        for axis in 0..<dimension {
          workspace.input[row * dimension + axis] = Float(particles[chosen * dimension + axis])
        }
      }
      network.forward(workspace, rows: 2 * size)
      for (start, role) in [AdversarialLoss.Role.real, .generated].enumerated() {
        experiment.loss.writeGradient(
          workspace.output + start * size, count: size, batch: size, role,
          into: workspace.outputGradient + start * size)
      }
      network.backward(workspace, rows: 2 * size, to: .parameters)
      optimiser.step(network.parameters, gradients: network.gradients)
      network.pack()
    }
  }

  /// ∇d/d at each particle.
  ///
  /// - Shapes: count × dimension, row-major, like `particles`.
  /// - Accuracy: ∇ of the logit in single precision; never divided by d.
  public func logGradients(at particles: [Double]) -> [Double] {
    network.map(particles, in: workspace) { rows in
      LogGradient.vectors(of: network, in: workspace, rows: rows)
    }
  }
}
