package import GANSimulator
package import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars

/// Four levels of one experiment on the line: exact flow, particles under the exact discriminator, particles under a trained one,
/// and an NSGAN.
///
/// The first three start at g₀(z) = slope·z and share the latents and the times; the NSGAN starts from its own random weights and
/// has its own axis. The networks come from `GANSimulator`, the flow from `ParticleFlow`: they share no code.
package struct LineLevels: Sendable {
  /// What is run, and how finely.
  package struct Settings: Sendable {
    /// g₀′.
    package var slope = 1.0
    /// Times of the moments, from 0.
    package var times: [Double]
    /// Particles under the exact discriminator; even, so that 0 lies midway between two.
    package var particles = 100
    /// s of particles under the trained discriminator.
    package var stepSize = 0.005
    /// Steps of that discriminator before the first step of the particles, and before each other.
    package var stepsFirst = 500
    package var stepsEach = 10

    package init(times: [Double]) { self.times = times }
  }

  package let data: GaussianMixture<Double>
  package let settings: Settings
  /// The networks, on these data.
  package let experiment: Experiment
  package let seed: UInt64

  /// Shared latents: Φ⁻¹((i − ½)/N).
  package let latents: [Double]
  let regions: RegionsBetweenModes
  /// How many particles meet the trained discriminator for one that is shared.
  static let refinement = 9

  /// - Parameter experiment: networks, optimisers and iterations; its data are replaced.
  /// - Throws: `InputError` for data that are not on the line.
  package init(
    _ parameters: MixtureParameters, experiment: Experiment, settings: Settings, seed: UInt64
  ) throws {
    guard parameters.dimension == 1, parameters.count > 1 else {
      throw InputError(
        argument: "--modes",
        value: "\(parameters.count) modes of dimension \(parameters.dimension)",
        rule: "must be two or more modes on the line", remedy: "write them as '-2;2'")
    }
    self.init(GaussianMixture(parameters), experiment, settings, seed)
  }

  /// The same data and networks with other settings.
  func replacing(_ settings: Settings) -> LineLevels {
    LineLevels(data, experiment, settings, seed)
  }

  private init(
    _ data: GaussianMixture<Double>, _ original: Experiment, _ settings: Settings, _ seed: UInt64
  ) {
    precondition(
      settings.particles >= 8 && settings.particles % 2 == 0 && settings.times.count > 1,
      "an even number of particles, two moments")
    self.data = data
    regions = RegionsBetweenModes(data)
    self.settings = settings
    self.seed = seed
    experiment = original.on(data)
    latents = LineParticles.quantiles(settings.particles)
  }

  private var problem: LineFlowProblem {
    get throws { try LineFlowProblem(data: data, slope: settings.slope) }
  }

  /// The exact flow.
  package func exactFlow() throws -> LevelHistory {
    let flow = try LineFlow(problem)
    return LevelHistory(
      level: .exactFlow,
      moments: try settings.times.map { time in
        try flow.advance(to: time)
        let record = flow.record()
        let trace = GeneratorTrace(latents: record.latents, outputs: record.outputs)
        return moment(
          time, trace, outputs: latents.map { record.output(at: $0) },
          logSteepnesses: latents.map { record.logSteepness(at: $0) },
          atCentre: record.logSteepness(at: 0),
          greatest: record.logSteepnesses.max() ?? 0,
          rates: latents.compactMap { record.growthRate(at: $0) })
      })
  }

  /// Particles that carry their own density along.
  package func exactParticles() throws -> LevelHistory {
    var particles = try LineParticles(problem, count: settings.particles)
    return LevelHistory(
      level: .exactParticles,
      moments: try settings.times.map { time in
        // The longest step shortens as particles gather: ask again on the way, and stay well below it.
        while particles.time < time {
          let step = particles.longestStep() / 4
          try particles.advance(to: min(time, particles.time + 64 * step), step: step)
        }
        return tracedMoment(
          time, GeneratorTrace(latents: latents, outputs: particles.positions), rates: nil)
      })
  }

  /// Particles under a network that learns from them.
  package func trainedParticles(seed: UInt64? = nil) throws -> LevelHistory {
    let opponent = try ParticleOpponent(experiment, seed: seed ?? self.seed)
    var discriminator = TrainedParticleDiscriminator(
      opponent, stepsFirst: settings.stepsFirst, stepsEach: settings.stepsEach)
    let fine = LineParticles.quantiles(settings.particles * Self.refinement)
    var cloud = ParticleCloud(positions: fine.map { settings.slope * $0 }, dimension: 1)
    return LevelHistory(
      level: .trainedParticles,
      moments: try settings.times.map { time in
        try cloud.advance(to: time, stepSize: settings.stepSize, &discriminator)
        let trace = GeneratorTrace(latents: fine, outputs: cloud.positions)
        // Every ninth of the fine latents from the fifth on is a shared one.
        let shared = latents.indices.map { Self.refinement * $0 + (Self.refinement - 1) / 2 }
        return tracedMoment(
          time, trace, outputs: shared.map { cloud.positions[$0] },
          rates: time > 0
            ? Self.stretchingRates(at: shared.map { cloud.positions[$0] }, reach: fieldReach) {
              opponent.logGradients(at: $0)
            } : nil)
      })
  }

  /// An NSGAN, at as many moments of its training as there are times.
  package func adversarial(
    seed: UInt64? = nil, progress: (Int) -> Void = { _ in }
  ) throws -> LevelHistory {
    let trainer = try Trainer(experiment: experiment, seed: seed ?? self.seed)
    let count = settings.times.count
    return LevelHistory(
      level: .adversarial,
      moments: try (0..<count).map { index in
        let iteration = experiment.iterations * index / (count - 1)
        if iteration > trainer.iteration {
          try trainer.run(until: iteration) { progress($0.iteration) }
        }
        return try networkMoment(
          iteration, trainer.trainedGenerator(), trainer.trainedDiscriminator())
      })
  }

  /// The map of an NSGAN at the end of its training.
  func lastAdversarialTrace(seed: UInt64) throws -> GeneratorTrace {
    let trainer = try Trainer(experiment: experiment, seed: seed)
    try trainer.run()
    return Self.trace(trainer.trainedGenerator()).trace
  }

  /// A generator at 10,001 latents; of one that decreases its mirror image z ↦ g(−z), and then the sign −1.
  private static func trace(
    _ generator: TrainedGenerator
  ) -> (trace: GeneratorTrace, sign: Double) {
    let ends = generator.values(at: [-1, 1])
    let sign: Double = ends[1] >= ends[0] ? 1 : -1
    let latents = (-5000...5000).map { Double($0) / 1000 }
    return (
      GeneratorTrace(latents: latents, outputs: generator.values(at: latents.map { sign * $0 })),
      sign
    )
  }

  /// A network's moment; of a generator that decreases, that of its mirror image z ↦ g(−z).
  func networkMoment(
    _ iteration: Int, _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator
  ) throws -> LevelMoment {
    let (trace, sign) = Self.trace(generator)
    let outputs = generator.values(at: latents.map { sign * $0 })
    let steepnesses = try generator.jacobianNorms(at: latents.map { sign * $0 } + [0])
    return moment(
      Double(iteration), trace, outputs: outputs,
      logSteepnesses: steepnesses.dropLast().map { Double.log($0) },
      atCentre: Double.log(steepnesses[latents.count]),
      greatest: Double.log(trace.greatestSlope),
      rates: Self.stretchingRates(at: outputs, reach: fieldReach) {
        discriminator.logGradients(at: $0)
      })
  }

  /// (∇d/d)′ by central differences over `reach` on either side.
  ///
  /// The field of rectifiers jumps at their kinks: its derivative is not positive anywhere between them, and what draws
  /// particles apart is in the jumps. Differences over a part of σ see both.
  static func stretchingRates(
    at outputs: [Double], reach: Double, _ field: ([Double]) -> [Double]
  ) -> [Double] {
    let (after, before) = (field(outputs.map { $0 + reach }), field(outputs.map { $0 - reach }))
    return zip(after, before).map { ($0 - $1) / (2 * reach) }
  }

  /// A twentieth of the least σ.
  var fieldReach: Double { LineData(data).leastDeviation / 20 }

  private func tracedMoment(
    _ time: Double, _ trace: GeneratorTrace, outputs: [Double]? = nil, rates: [Double]?
  ) -> LevelMoment {
    moment(
      time, trace, outputs: outputs ?? trace.outputs,
      logSteepnesses: latents.map { Double.log(trace.slope(at: $0)) },
      atCentre: Double.log(trace.slope(at: 0)), greatest: Double.log(trace.greatestSlope),
      rates: rates)
  }

  private func moment(
    _ moment: Double, _ trace: GeneratorTrace, outputs: [Double], logSteepnesses: [Double],
    atCentre: Double, greatest: Double, rates: [Double]?
  ) -> LevelMoment {
    LevelMoment(
      moment: moment, outputs: outputs, logSteepnesses: logSteepnesses,
      logSteepnessAtCentre: atCentre, logGreatestSteepness: greatest,
      massBetweenModes: regions.mass(of: trace),
      leastMass: regions.leastMass(of: trace, steepness: trace.greatestSlope),
      anchoredBound: regions.anchoredBound(steepness: Double.exp(greatest), .derived),
      stretchingRates: rates)
  }

  /// What was run, for a table's head.
  package var metadata: [(String, String)] {
    [
      ("modes", data.modes.map { "\($0)" }.joined(separator: "; ")),
      ("sigma", data.components.map { "\($0.standardDeviation)" }.joined(separator: ", ")),
      ("initial slope", "\(settings.slope)"), ("particles", "\(settings.particles)"),
      (
        "trained discriminator",
        "\(settings.particles * Self.refinement) particles, s = \(settings.stepSize), "
          + "\(settings.stepsFirst) steps first, \(settings.stepsEach) each"
      ),
      ("networks", "those of \(experiment.name)"), ("iterations", "\(experiment.iterations)"),
      ("seed", "\(seed)"),
    ]
  }
}
