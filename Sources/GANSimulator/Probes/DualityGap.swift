internal import NumericKernel

/// How far a game is from an equilibrium: the vanilla GAN's value
/// F = E log d(x) + E log(1 − d(g(z))) with the worst discriminator for the generator, less that with
/// the worst generator for the discriminator.
///
/// - Source: Grnarova et al. 2019; Sidheekh et al. 2021 for the perturbed gap; section G.5.
/// - Rigour: heuristic: the worst opponents are looked for by a stated count of steps of Adam.
public struct DualityGapEstimate: Hashable, Codable, Sendable {
  /// From the networks as they stand.
  public var gap: Double
  /// From networks whose parameters got normal noise before they stepped.
  public var perturbedGap: Double
}

/// Estimates duality gaps with copies of a game's networks.
package final class DualityGapEstimator<Element: NetworkFloat> {
  private let settings: DualityGapSettings
  private let game: AdversarialGame<Element>
  private let copy: AdversarialGame<Element>
  private let size: Int
  private let realSamples: AlignedBuffer<Element>
  private let latents: AlignedBuffer<Element>
  private let generatorWorkspace: Workspace<Element>
  private let discriminatorWorkspace: Workspace<Element>
  private let seed: UInt64

  package init(_ game: AdversarialGame<Element>, _ settings: DualityGapSettings, seed: UInt64) {
    self.game = game
    self.settings = settings
    self.seed = seed
    var experiment = game.experiment
    experiment.loss = .saturating
    experiment.generatorUpdate = .loss
    experiment.discriminatorNoise = 0
    experiment.generatorOptimiser = .adam(learningRate: settings.learningRate)
    experiment.discriminatorOptimiser = .adam(learningRate: settings.learningRate)
    copy = AdversarialGame(experiment, seed: seed, threads: game.team.members)
    size = experiment.probeSize
    realSamples = AlignedBuffer(count: size * experiment.data.dimension)
    latents = AlignedBuffer(count: size * experiment.latentDimension)
    MixtureSampler<Element>(experiment.data, seed: seed, name: "gap/data").writeSamples(
      count: size, into: realSamples.base)
    CounterStream(seed: seed, name: "gap/noise").writeNormals(
      count: latents.count, into: latents.base)
    generatorWorkspace = Workspace(for: game.generator, capacity: size)
    discriminatorWorkspace = Workspace(for: game.discriminator, capacity: size)
  }

  /// The two gaps of the game as it stands; nil where a copy's steps lead beyond finite numbers.
  package func estimate() -> DualityGapEstimate? {
    let estimate = DualityGapEstimate(
      gap: gap(perturbation: 0), perturbedGap: gap(perturbation: settings.perturbation))
    return estimate.gap.isFinite && estimate.perturbedGap.isFinite ? estimate : nil
  }

  private func gap(perturbation: Double) -> Double {
    restart()
    perturb(copy.discriminator, perturbation, "discriminator")
    for _ in 0..<settings.steps { copy.takeDiscriminatorStep() }
    let highest = value(game.generator, copy.discriminator)
    restart()
    perturb(copy.generator, perturbation, "generator")
    for _ in 0..<settings.steps { copy.takeGeneratorStep() }
    let lowest = value(copy.generator, game.discriminator)
    return highest - lowest
  }

  /// Puts the copies where the game is and their random streams at their start.
  private func restart() {
    copy.samples.position = 0
    copy.noise.position = 0
    copy.generatorOptimiser.forget()
    copy.discriminatorOptimiser.forget()
    copy.generator.copyParameters(of: game.generator)
    copy.discriminator.copyParameters(of: game.discriminator)
  }

  /// Adds noise to the parameters of the network that is to step.
  private func perturb(_ network: Network<Element>, _ deviation: Double, _ name: String) {
    guard deviation > 0 else { return }
    let stream = RandomStream(seed: seed, name: "gap/\(name)/\(game.iteration)")
    for layer in network.layers {
      for (start, count) in [
        (layer.weightOffset, layer.weightCount), (layer.biasOffset, layer.outputWidth),
      ] {
        for index in start..<start + count {
          network.parameters.base[index] += Element(deviation * stream.normal())
        }
      }
    }
    network.pack()
  }

  /// F over the estimator's own samples.
  private func value(_ generator: Network<Element>, _ discriminator: Network<Element>) -> Double {
    let loss = AdversarialLoss.saturating
    let workspace = discriminatorWorkspace
    workspace.input.update(from: realSamples.base, count: realSamples.count)
    discriminator.forward(workspace, rows: 0..<size)
    let real = loss.mean(workspace.output, count: size, .real)
    generatorWorkspace.input.update(from: latents.base, count: latents.count)
    generator.forward(generatorWorkspace, rows: 0..<size)
    workspace.input.update(
      from: generatorWorkspace.output, count: size * discriminator.inputWidth)
    discriminator.forward(workspace, rows: 0..<size)
    return -real - loss.mean(workspace.output, count: size, .generated)
  }
}
