import ArgumentParser
import GANSimulator
import GANTheory
import NumericKernel
import ParticleFlow
import Reporting
import Scalars

struct FlowParticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "particles",
    abstract: "Particles in the plane under an estimated, an exact or a trained discriminator.",
    discussion: """
      Algorithm 1 with a generator that follows its particles exactly: Z ← Z + s·∇d(Z)/d(Z), beside the density on a \
      mesh. 'kernel' estimates p_g from the particles, 'exact' takes it from the mesh, 'trained' trains a network \
      against the particles.

      EXAMPLE: steepness flow particles case-1 --count 1000 --until 1
      EXAMPLE: steepness flow particles case-1 --discriminator trained --count 1000
      EXAMPLE: steepness flow particles case-1 --rates number --until 0.2
      EXAMPLE: steepness flow particles case-1 --rates step --until 0.2
      """)

  /// What moves the particles.
  enum Discriminator: String, ExpressibleByArgument, CaseIterable {
    case kernel, exact, trained
  }

  /// What errors are measured against.
  enum Rates: String, ExpressibleByArgument, CaseIterable {
    case number, step
  }

  @OptionGroup var input: PlaneProblemOptions
  @OptionGroup var time: FlowTimes

  @Option(help: "kernel, exact or trained.")
  var discriminator: Discriminator = .kernel
  @Option(help: "N.")
  var count: Int = 1000
  @Option(parsing: .unconditional, help: "s.")
  var step: String = "0.01"
  @Option(
    parsing: .unconditional,
    help: "kernel: σ of the kernels; by default Silverman's for p_g at time 0.")
  var bandwidth: String?
  @Option(help: "trained: steps of the network before the first step of the particles.")
  var stepsFirst: Int = 500
  @Option(help: "trained: steps of the network before each other step.")
  var stepsEach: Int = 10
  @Option(help: "Cells a side of the mesh.")
  var cells: Int = 96
  @Option(help: "Instead: errors and their rates as N grows (number) or s falls (step).")
  var rates: Rates?
  @Option(help: "--rates number: seeds that errors are averaged over.")
  var runs: Int = 8

  @OptionGroup var random: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    let problem = try input.problem()
    let times = try time.times()
    let stepSize = try Vectors.positive(step, argument: "--step").approximation
    for (name, value, range) in [
      ("--count", count, 1...100_000), ("--cells", cells, 8...1024), ("--runs", runs, 1...10_000),
      ("--steps-first", stepsFirst, 0...1_000_000), ("--steps-each", stepsEach, 0...1_000_000),
    ] where !range.contains(value) {
      throw InputError(
        argument: name, value: "\(value)",
        rule: "must be between \(range.lowerBound) and \(range.upperBound)",
        remedy: "leave it out for a usable value")
    }
    let convergence = ParticleConvergence(
      problem: problem, cells: cells, time: times[times.count - 1])
    switch rates {
    case nil:
      try output.emit(try run(problem, convergence, times, stepSize))
    case .number:
      let counts = [125, 250, 500, 1000, 2000]
      let fixed = try fixedBandwidth()
      let progress = ProgressLine()
      defer { progress.finish() }
      let table = try ParticleTable.numberTable(
        convergence, counts: counts, bandwidthAt: { fixed ?? silverman($0, problem) },
        stepSize: stepSize, seeds: random.seed..<random.seed + UInt64(runs)
      ) { progress.show(done: $0, of: counts.count, "numbers of particles") }
      try output.emit(table)
    case .step:
      try output.emit(
        try ParticleTable.stepTable(
          convergence, stepSizes: [8, 4, 2, 1].map { $0 * stepSize }, count: count,
          seed: random.seed))
    }
  }

  private func fixedBandwidth() throws -> Double? {
    try bandwidth.map { try Vectors.positive($0, argument: "--bandwidth").approximation }
  }

  /// Silverman's bandwidth for the spread of p_g at time 0, per axis.
  private func silverman(_ count: Int, _ problem: PlaneProblem) -> Double {
    let variance: Double
    switch problem.generated {
    case let mixture as GaussianMixture<Double>:
      let components = mixture.components
      let centre = (0..<2).map { axis in
        components.reduce(0) { $0 + $1.weight * $1.mean[axis] }
      }
      variance = components.reduce(0) { sum, component in
        let spread = squaredDistance(component.mean, centre) / 2
        return sum + component.weight * (spread + component.standardDeviation.squared)
      }
    case let box as UniformBox<Double>:
      variance = squaredDistance(box.upper, box.lower) / 24
    default: variance = 1
    }
    return KernelDensityDiscriminator.bandwidth(
      count: count, dimension: 2, deviation: variance.squareRoot())
  }

  private func run(
    _ problem: PlaneProblem, _ convergence: ParticleConvergence, _ times: [Double],
    _ stepSize: Double
  ) throws -> Table {
    let start = try convergence.start(
      count: count, from: RandomStream(seed: random.seed, name: "particles"))
    var metadata = [
      ("discriminator", discriminator.rawValue), ("N", "\(count)"), ("s", "\(stepSize)"),
      ("order in the step", "\(ParticleCloud.order)"), ("seed", "\(random.seed)"),
      ("mesh", "\(cells) × \(cells)"),
    ]
    let moments: [ParticleTable.Moment]
    switch discriminator {
    case .kernel:
      let width = try fixedBandwidth() ?? silverman(count, problem)
      metadata.append(("bandwidth", "\(width)"))
      moments = try self.moments(
        start, problem, times, stepSize,
        try KernelDensityDiscriminator(data: problem.data, bandwidth: width))
    case .exact:
      moments = try self.moments(
        start, problem, times, stepSize,
        MeshDiscriminator(try problem.flow(columns: cells, rows: cells)))
    case .trained:
      metadata += [
        ("steps first", "\(stepsFirst)"), ("steps each", "\(stepsEach)"),
        ("network", "that of \(Experiment.gaussian2D.name)"),
      ]
      var experiment = Experiment.gaussian2D
      experiment.data = MixtureDataSet(
        modes: problem.data.components.map {
          MixtureDataSet.Mode(
            weight: $0.weight, mean: $0.mean, variance: $0.standardDeviation.squared)
        })
      moments = try self.moments(
        start, problem, times, stepSize,
        TrainedParticleDiscriminator(
          try ParticleOpponent(experiment, seed: random.seed), stepsFirst: stepsFirst,
          stepsEach: stepsEach))
    }
    return ParticleTable.table(
      moments, data: problem.data, title: "Particles beside the density: \(problem.title)",
      metadata: metadata)
  }

  private func moments(
    _ start: ParticleCloud, _ problem: PlaneProblem, _ times: [Double], _ stepSize: Double,
    _ discriminator: some ParticleDiscriminator
  ) throws -> [ParticleTable.Moment] {
    var discriminator = discriminator
    var cloud = start
    var flow = try problem.flow(columns: cells, rows: cells)
    let progress = ProgressLine()
    defer { progress.finish() }
    return try times.map { time in
      try cloud.advance(to: time, stepSize: stepSize, &discriminator) {
        progress.show(
          done: Int(1000 * $0.time / times[times.count - 1]), of: 1000, "\($0.stepCount) steps")
        return true
      }
      try flow.advance(to: time)
      return ParticleTable.Moment(cloud: cloud, flow: flow)
    }
  }
}
