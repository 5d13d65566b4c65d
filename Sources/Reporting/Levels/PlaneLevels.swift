package import GANSimulator
import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars

/// Four levels in the plane.
///
/// The exact flow is the density on a mesh; its generator is followed at chosen latents, each with four neighbours whose
/// differences are the Jacobian. Particles take steps of s in that field, or in a trained one.
package struct PlaneLevels: FourLevels {
  package let problem: LevelProblem
  /// The first at 0, the others drawn from N(0, I).
  package let latents: [[Double]]
  private let away: MassAwayFromModes

  /// How many times shorter the steps of the exact flow's particles are than s.
  private static let refinement = 8
  /// How far a neighbour is, in the latents.
  private static let reach = 1e-3

  /// - Hypotheses: two dimensions.
  package init(_ problem: LevelProblem) {
    precondition(problem.data.dimension == 2, "dimension = 2")
    self.problem = problem
    away = MassAwayFromModes(problem.data)
    let stream = RandomStream(seed: problem.seed, name: "levels")
    latents =
      [[0, 0]] + (0..<problem.settings.latents).map { _ in [stream.normal(), stream.normal()] }
  }

  /// The density on a square that leaves out what is six deviations from all modes and from the first samples.
  private func flow() throws -> DensityFlow {
    let ends = data.components.map { component in
      component.mean.reduce(0) { max($0, $1.magnitude) } + 6 * component.standardDeviation
    }
    let side = max(ends.max() ?? 0, 6 * settings.slope)
    return try PlaneProblem(
      data: data,
      generated: GaussianMixture(modes: [[0, 0]], standardDeviation: settings.slope),
      lower: [-side, -side], upper: [side, side], title: "levels"
    ).flow(columns: settings.cells, rows: settings.cells)
  }

  /// Every latent with its four neighbours.
  private var followed: [Double] {
    let offsets = [
      [0, 0], [Self.reach, 0], [-Self.reach, 0], [0, Self.reach], [0, -Self.reach],
    ]
    return latents.flatMap { latent in offsets.flatMap { zip(latent, $0).map(+) } }
  }

  /// Latents that stand for N(0, I) where masses are counted.
  private var crowd: [Double] {
    let stream = RandomStream(seed: problem.seed, name: "levels/crowd")
    return (0..<2 * settings.crowd).map { _ in stream.normal() }
  }

  private func start(at latents: [Double]) -> ParticleCloud {
    ParticleCloud(positions: latents.map { settings.slope * $0 }, dimension: 2)
  }

  package func exactFlow() throws -> LevelHistory {
    try underExactDiscriminator(
      .exactFlow, start(at: followed), stepSize: settings.stepSize / Double(Self.refinement)
    ) { _, flow in
      var sets: Set<UInt64> = []
      _ = flow.mean { x, y in
        sets.insert(away.nearModes([x, y]))
        return 0
      }
      return sets.reduce(into: [:]) { shares, near in
        shares[near] = flow.mean { away.nearModes([$0, $1]) == near ? 1 : 0 }
      }
    }
  }

  package func exactParticles() throws -> LevelHistory {
    try underExactDiscriminator(
      .exactParticles, start(at: followed + crowd), stepSize: settings.stepSize
    ) { cloud, _ in crowdShares(cloud) }
  }

  private func underExactDiscriminator(
    _ level: GeneratorLevel, _ start: ParticleCloud, stepSize: Double,
    _ shares: (ParticleCloud, DensityFlow) -> [UInt64: Double]
  ) throws -> LevelHistory {
    var (cloud, mesh) = (start, MeshDiscriminator(try flow()))
    return LevelHistory(
      level: level,
      moments: try settings.times.map { time in
        try cloud.advance(to: time, stepSize: stepSize, &mesh)
        var flow = mesh.flow
        try flow.advance(to: time)
        // A field between cells is known no finer than they are.
        let cell = flow.horizontal.edges[1] - flow.horizontal.edges[0]
        return moment(cloud, shares(cloud, flow), reach: max(cell, problem.fieldReach)) {
          flow.velocities(at: $0)
        }
      })
  }

  package func trainedParticles(seed: UInt64) throws -> LevelHistory {
    let opponent = try ParticleOpponent(problem.experiment, seed: seed)
    var cloud = start(at: followed + crowd)
    var discriminator = TrainedParticleDiscriminator(
      opponent, stepsFirst: settings.stepsFirst, stepsEach: settings.stepsEach)
    return LevelHistory(
      level: .trainedParticles,
      moments: try settings.times.map { time in
        try cloud.advance(to: time, stepSize: settings.stepSize, &discriminator)
        return moment(
          cloud, crowdShares(cloud), reach: problem.fieldReach,
          time > 0 ? { opponent.logGradients(at: $0) } : nil)
      })
  }

  package func moment(
    after iteration: Int, _ generator: TrainedGenerator, _ discriminator: TrainedDiscriminator,
    boundFactor: Double
  ) throws -> LevelMoment {
    let shared = latents.flatMap { $0 }
    let outputs = generator.values(at: shared)
    let field = FieldJacobian(at: outputs, dimension: 2, reach: problem.fieldReach) {
      discriminator.logGradients(at: $0)
    }
    let elsewhere = try generator.jacobianNorms(at: crowd).max() ?? 0
    return moment(
      Double(iteration), outputs: outputs, jacobians: generator.separateJacobians(at: shared),
      field, away.shares(of: generator.values(at: crowd)), elsewhere: elsewhere,
      boundFactor: boundFactor)
  }

  private func crowdShares(_ cloud: ParticleCloud) -> [UInt64: Double] {
    away.shares(of: Array(cloud.positions[(10 * latents.count)...]))
  }

  /// The moment of particles, the first of which are the followed ones.
  private func moment(
    _ cloud: ParticleCloud, _ shares: [UInt64: Double], reach: Double,
    _ field: (([Double]) -> [Double])?
  ) -> LevelMoment {
    var (outputs, jacobians): ([Double], [[Double]]) = ([], [])
    for place in latents.indices {
      func difference(_ neighbour: Int, _ axis: Int) -> Double {
        let first = 10 * place + 2 * neighbour + axis
        return (cloud.positions[first] - cloud.positions[first + 2]) / (2 * Self.reach)
      }
      outputs += cloud.positions[10 * place..<10 * place + 2]
      jacobians.append([
        difference(1, 0), difference(3, 0), difference(1, 1), difference(3, 1),
      ])
    }
    return moment(
      cloud.time, outputs: outputs, jacobians: jacobians,
      field.map { FieldJacobian(at: outputs, dimension: 2, reach: reach, $0) }, shares)
  }

  /// - Parameter elsewhere: the greatest steepness at latents that are not shared.
  private func moment(
    _ moment: Double, outputs: [Double], jacobians: [[Double]], _ field: FieldJacobian?,
    _ shares: [UInt64: Double], elsewhere: Double = 0, boundFactor: Double = 1
  ) -> LevelMoment {
    let steepnesses = jacobians.map { planarSpectralNorm([[$0[0], $0[1]], [$0[2], $0[3]]]) }
    let greatest = steepnesses.reduce(elsewhere) { max($0, $1) }
    return LevelMoment(
      moment: moment, outputs: outputs, logSteepnesses: steepnesses.map { Double.log($0) },
      logSteepnessAtCentre: Double.log(steepnesses[0]), logGreatestSteepness: Double.log(greatest),
      massBetweenModes: shares[0] ?? 0,
      leastMass: away.leastMass(shares, steepness: boundFactor * greatest),
      anchoredBound: nil, steepnessRates: field?.steepnessRates(of: jacobians))
  }

  package var resolution: [(String, String)] {
    [
      ("latents", "\(latents.count)"), ("mesh", "\(settings.cells) × \(settings.cells)"),
      ("particles", "\(5 * latents.count + settings.crowd)"),
    ]
  }
}
