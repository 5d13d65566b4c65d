public import ArgumentParser
import Foundation
public import GANSimulator
import GANTheory
import Scalars

extension Precision: ExpressibleByArgument {}

/// What a training run changes of an experiment.
struct ExperimentOptions: ParsableArguments {
  @Option(
    parsing: .unconditional, help: "Generator iterations, in place of the experiment's own number.")
  var iterations: Int?
  @Option(
    parsing: .unconditional,
    help: "Modes of another mixture: '-8;8' or '1,1;-1,-1'. Noise gets their dimension.")
  var modes: String?
  @Option(parsing: .unconditional, help: "Standard deviation of every mode, or one a mode.")
  var sigma: String?
  @Option(parsing: .unconditional, help: "Weights of the modes; equal by default.")
  var weights: String?
  @Option(
    help: """
      A JSON file with another mixture: {"modes": [{"weight": 1, "mean": [0, 0], "variance": 0.1}]}; \
      a mode may have a covariance, [[1, 0], [0, 4]], in place of a variance.
      """)
  var data: String?
  @Option(
    help: """
      nsgan, vanilla, or a divergence of appendix H: \
      \(AdversarialLoss.Divergence.allCases.map(\.rawValue).joined(separator: ", ")); \
      with ':original' the generator's unmodified form.
      """)
  var loss: String?
  @Option(
    parsing: .unconditional,
    help: "Step size s: moves particles by s·∇d/d and regresses the generator on them.")
  var particles: String?
  @Option(parsing: .unconditional, help: "Steps of the discriminator an iteration.")
  var discriminatorSteps: Int?
  @Option(parsing: .unconditional, help: "Steps of the generator an iteration.")
  var generatorSteps: Int?
  @Option(parsing: .unconditional, help: "Iterations between new weights for the discriminator.")
  var resetDiscriminator: Int?
  @Option(
    parsing: .unconditional,
    help: "Standard deviation of noise on the discriminator's hidden layers; 0.1 in section G.7.")
  var discriminatorNoise: String?
  @Option(
    parsing: .unconditional,
    help: "For both networks: sgd:RATE, sgd:RATE:MOMENTUM or adam:RATE.")
  var optimiser: String?
  @Option(parsing: .unconditional, help: "For the generator alone.")
  var generatorOptimiser: String?
  @Option(parsing: .unconditional, help: "For the discriminator alone.")
  var discriminatorOptimiser: String?
  @Option(parsing: .unconditional, help: "Samples a step.")
  var batchSize: Int?
  @Option(help: "float32 or float64.")
  var precision: Precision?
  @Option(parsing: .unconditional, help: "Iterations between measurements.")
  var probeInterval: Int?
  @Option(parsing: .unconditional, help: "Iterations between measurements of samples.")
  var sampleInterval: Int?
  @Option(parsing: .unconditional, help: "Iterations between checkpoints.")
  var checkpointInterval: Int?
  @Option(parsing: .unconditional, help: "Iterations between estimates of the duality gap.")
  var gapInterval: Int?
  @Option(parsing: .unconditional, help: "Latents at which steepness is measured: '0,0;1,0'.")
  var at: String?

  /// Whether nothing is changed.
  var isEmpty: Bool {
    [
      modes, sigma, weights, data, loss, particles, discriminatorNoise, optimiser,
      generatorOptimiser, discriminatorOptimiser, at,
    ].allSatisfy { $0 == nil }
      && [
        iterations, discriminatorSteps, generatorSteps, resetDiscriminator, batchSize,
        probeInterval, sampleInterval, checkpointInterval, gapInterval,
      ].allSatisfy { $0 == nil } && precision == nil
  }

  /// The experiment with the changes.
  func changed(_ original: Experiment) throws -> Experiment {
    var experiment = original
    if let mixture = try mixture() {
      try mixture.validate()
      experiment.data = mixture
      experiment.latentDimension = mixture.dimension
      experiment.chosenLatents = []
    }
    if let loss { experiment.loss = try Self.loss(loss) }
    if let particles {
      experiment.generatorUpdate = .particles(
        stepSize: try Vectors.positive(particles, argument: "--particles").approximation)
    }
    if let optimiser {
      experiment.generatorOptimiser = try Self.optimiser(optimiser, "--optimiser")
      experiment.discriminatorOptimiser = experiment.generatorOptimiser
    }
    if let generatorOptimiser {
      experiment.generatorOptimiser = try Self.optimiser(
        generatorOptimiser, "--generator-optimiser")
    }
    if let discriminatorOptimiser {
      experiment.discriminatorOptimiser = try Self.optimiser(
        discriminatorOptimiser, "--discriminator-optimiser")
    }
    if let discriminatorNoise {
      experiment.discriminatorNoise = try Vectors.number(
        discriminatorNoise, argument: "--discriminator-noise"
      ).approximation
    }
    if let at {
      experiment.chosenLatents = try Vectors.vectors(at, argument: "--at").map {
        $0.map(\.approximation)
      }
    }
    changeCounts(&experiment)
    return experiment
  }

  private func changeCounts(_ experiment: inout Experiment) {
    if let iterations { experiment.iterations = iterations }
    if let discriminatorSteps { experiment.discriminatorSteps = discriminatorSteps }
    if let generatorSteps { experiment.generatorSteps = generatorSteps }
    if let resetDiscriminator { experiment.discriminatorResetInterval = resetDiscriminator }
    if let batchSize { experiment.batchSize = batchSize }
    if let precision { experiment.precision = precision }
    if let probeInterval {
      experiment.probeInterval = probeInterval
      if sampleInterval == nil { experiment.sampleInterval = probeInterval }
    }
    if let sampleInterval { experiment.sampleInterval = sampleInterval }
    if let checkpointInterval { experiment.checkpointInterval = checkpointInterval }
    if let gapInterval { experiment.dualityGap = DualityGapSettings(interval: gapInterval) }
  }

  private func mixture() throws -> MixtureDataSet? {
    if let data {
      guard modes == nil, sigma == nil, weights == nil else {
        throw InputError(
          argument: "--data", value: data, rule: "leaves no room for --modes, --sigma or --weights",
          remedy: "give the one or the other")
      }
      do {
        return try JSONDecoder().decode(
          MixtureDataSet.self, from: try Data(contentsOf: URL(filePath: data)))
      } catch {
        throw InputError(
          argument: "--data", value: data, rule: "is not a readable mixture",
          remedy: "see the form in 'steepness train --help'")
      }
    }
    guard modes != nil || sigma != nil || weights != nil else { return nil }
    guard let modes, let sigma else {
      throw InputError(
        argument: modes == nil ? "--modes" : "--sigma", value: "", rule: "is missing",
        remedy: "a mixture needs --modes and --sigma")
    }
    let means = try Vectors.vectors(modes, argument: "--modes")
    let deviations = try Vectors.list(sigma, argument: "--sigma")
    let shares = try weights.map { try Vectors.list($0, argument: "--weights") }
    for (argument, text, count) in [
      ("--sigma", sigma, deviations.count == 1 ? means.count : deviations.count),
      ("--weights", weights ?? "", shares?.count ?? means.count),
    ] where count != means.count {
      throw InputError(
        argument: argument, value: text, rule: "has \(count) numbers for \(means.count) modes",
        remedy: "give one a mode")
    }
    return MixtureDataSet(
      modes: means.indices.map { index in
        let deviation = deviations[deviations.count == 1 ? 0 : index].approximation
        return .init(
          weight: shares?[index].approximation ?? 1, mean: means[index].map(\.approximation),
          variance: deviation * deviation)
      })
  }

  private static func loss(_ text: String) throws -> AdversarialLoss {
    switch text {
    case "nsgan": return .nonSaturating
    case "vanilla": return .saturating
    default: break
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let form = parts.count < 2 ? .modified : AdversarialLoss.GeneratorForm(rawValue: parts[1])
    guard let name = parts.first, let divergence = AdversarialLoss.Divergence(rawValue: name),
      let form
    else {
      throw InputError(
        argument: "--loss", value: text, rule: "names no loss",
        remedy: "see the names in 'steepness train --help'")
    }
    return AdversarialLoss(divergence, generator: form)
  }

  private static func optimiser(_ text: String, _ argument: String) throws -> OptimiserSettings {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    let numbers = try parts.dropFirst().map {
      try Vectors.number($0, argument: argument).approximation
    }
    switch (parts.first, numbers.count) {
    case ("sgd", 1): return .sgd(learningRate: numbers[0], momentum: 0)
    case ("sgd", 2): return .sgd(learningRate: numbers[0], momentum: numbers[1])
    case ("adam", 1): return .adam(learningRate: numbers[0])
    default:
      throw InputError(
        argument: argument, value: text, rule: "names no optimiser",
        remedy: "write sgd:0.05, sgd:0.05:0.9 or adam:0.0002")
    }
  }
}
