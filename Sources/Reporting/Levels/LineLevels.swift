package import GANSimulator
import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars

/// Four levels on the line.
package struct LineLevels: FourLevels {
  package let problem: LevelProblem
  package let latents: [[Double]]
  /// Shared latents: Φ⁻¹((i − ½)/N).
  private let quantiles: [Double]
  private let regions: RegionsBetweenModes
  /// How many particles meet the trained discriminator for one that is shared.
  private static let refinement = 9

  /// - Hypotheses: one dimension, and an even number of latents, 8 at least.
  package init(_ problem: LevelProblem) {
    let count = problem.settings.latents
    precondition(problem.data.dimension == 1, "dimension = 1")
    precondition(count >= 8 && count % 2 == 0, "an even number of latents, 8 at least")
    self.problem = problem
    regions = RegionsBetweenModes(problem.data)
    quantiles = LineParticles.quantiles(count)
    latents = quantiles.map { [$0] }
  }

  private var flowProblem: LineFlowProblem {
    get throws { try LineFlowProblem(data: data, slope: settings.slope) }
  }

  package func exactFlow() throws -> LevelHistory {
    let flow = try LineFlow(flowProblem)
    return LevelHistory(
      level: .exactFlow,
      moments: try settings.times.map { time in
        try flow.advance(to: time)
        let record = flow.record()
        let trace = GeneratorTrace(latents: record.latents, outputs: record.outputs)
        return moment(
          time, trace, outputs: quantiles.map { record.output(at: $0) },
          logSteepnesses: quantiles.map { record.logSteepness(at: $0) },
          atCentre: record.logSteepness(at: 0),
          greatest: record.logSteepnesses.max() ?? 0,
          rates: record.growthRates.map { _ in
            quantiles.compactMap { record.growthRate(at: $0) }
          })
      })
  }

  /// Particles that carry their own density along.
  package func exactParticles() throws -> LevelHistory {
    var particles = try LineParticles(flowProblem, count: settings.latents)
    return LevelHistory(
      level: .exactParticles,
      moments: try settings.times.map { time in
        // The longest step shortens as particles gather: ask again on the way, and stay well below it.
        while particles.time < time {
          let step = particles.longestStep() / 4
          try particles.advance(to: min(time, particles.time + 64 * step), step: step)
        }
        return tracedMoment(
          time, GeneratorTrace(latents: quantiles, outputs: particles.positions), rates: nil)
      })
  }

  package func trainedParticles(seed: UInt64) throws -> LevelHistory {
    let opponent = try ParticleOpponent(problem.experiment, seed: seed)
    var discriminator = TrainedParticleDiscriminator(
      opponent, stepsFirst: settings.stepsFirst, stepsEach: settings.stepsEach)
    let fine = LineParticles.quantiles(settings.latents * Self.refinement)
    var cloud = ParticleCloud(positions: fine.map { settings.slope * $0 }, dimension: 1)
    return LevelHistory(
      level: .trainedParticles,
      moments: try settings.times.map { time in
        try cloud.advance(to: time, stepSize: settings.stepSize, &discriminator)
        let trace = GeneratorTrace(latents: fine, outputs: cloud.positions)
        // Every ninth of the fine latents from the fifth on is a shared one.
        let shared = quantiles.indices.map { Self.refinement * $0 + (Self.refinement - 1) / 2 }
        return tracedMoment(
          time, trace, outputs: shared.map { cloud.positions[$0] },
          rates: time > 0
            ? rates(at: shared.map { cloud.positions[$0] }) { opponent.logGradients(at: $0) } : nil)
      })
  }

  /// Of a generator that decreases, the moment of its mirror image z ↦ g(−z). Slopes are those between 10,001 latents.
  package func moment(
    after iteration: Int, _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator,
    boundFactor: Double
  ) throws -> LevelMoment {
    let ends = generator.values(at: [-1, 1])
    let sign: Double = ends[1] >= ends[0] ? 1 : -1
    let dense = (-5000...5000).map { Double($0) / 1000 }
    let trace = GeneratorTrace(
      latents: dense, outputs: generator.values(at: dense.map { sign * $0 }))
    let outputs = generator.values(at: quantiles.map { sign * $0 })
    let steepnesses = try generator.jacobianNorms(at: quantiles.map { sign * $0 } + [0])
    return moment(
      Double(iteration), trace, outputs: outputs,
      logSteepnesses: steepnesses.dropLast().map { Double.log($0) },
      atCentre: Double.log(steepnesses[quantiles.count]),
      greatest: Double.log(trace.greatestSlope),
      rates: rates(at: outputs) { discriminator.logGradients(at: $0) }, boundFactor: boundFactor)
  }

  /// (∇d/d)′, at which log g′ grows.
  private func rates(at outputs: [Double], _ field: ([Double]) -> [Double]) -> [Double] {
    FieldJacobian(at: outputs, dimension: 1, reach: problem.fieldReach, field)
      .matrices.map { $0[0] }
  }

  private func tracedMoment(
    _ time: Double, _ trace: GeneratorTrace, outputs: [Double]? = nil, rates: [Double]?
  ) -> LevelMoment {
    moment(
      time, trace, outputs: outputs ?? trace.outputs,
      logSteepnesses: quantiles.map { Double.log(trace.slope(at: $0)) },
      atCentre: Double.log(trace.slope(at: 0)), greatest: Double.log(trace.greatestSlope),
      rates: rates)
  }

  private func moment(
    _ moment: Double, _ trace: GeneratorTrace, outputs: [Double], logSteepnesses: [Double],
    atCentre: Double, greatest: Double, rates: [Double]?, boundFactor: Double = 1
  ) -> LevelMoment {
    LevelMoment(
      moment: moment, outputs: outputs, logSteepnesses: logSteepnesses,
      logSteepnessAtCentre: atCentre, logGreatestSteepness: greatest,
      massBetweenModes: regions.mass(of: trace),
      leastMass: regions.leastMass(of: trace, steepness: boundFactor * trace.greatestSlope),
      anchoredBound: regions.anchoredBound(steepness: Double.exp(greatest), .derived),
      steepnessRates: rates)
  }

  package var resolution: [(String, String)] {
    [
      ("particles", "\(settings.latents)"),
      ("particles of the trained discriminator", "\(settings.latents * Self.refinement)"),
    ]
  }
}
