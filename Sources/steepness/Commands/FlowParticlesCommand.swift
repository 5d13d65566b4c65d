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
      EXAMPLE: steepness flow particles case-1 --rates number --suits gradient --until 0.2 --state rates.json
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

  /// What a kernel's width is best for.
  enum Suited: String, ExpressibleByArgument, CaseIterable {
    case density, gradient
  }

  @OptionGroup var input: PlaneProblemOptions
  @OptionGroup var time: FlowTimes

  @Option(help: "kernel, exact or trained.")
  var discriminator: Discriminator = .kernel
  @Option(help: "N.")
  var count: Int = 1000
  @Option(parsing: .unconditional, help: "s.")
  var step: String = "0.01"
  @Option(parsing: .unconditional, help: "kernel: σ of the kernels; by default --suits.")
  var bandwidth: String?
  @Option(
    help:
      "kernel: the width for p_g at time 0 that suits its density or, since that moves particles, its gradient."
  )
  var suits: Suited = .density
  @Option(help: "trained: steps of the network before the first step of the particles.")
  var stepsFirst: Int = 500
  @Option(help: "trained: steps of the network before each other step.")
  var stepsEach: Int = 10
  @Option(help: "Cells a side of the mesh.")
  var cells: Int = 96
  @Option(help: "Instead: errors and their rates as N grows (number) or s falls (step).")
  var rates: Rates?
  @Option(help: "--rates number: seeds that errors are averaged over.")
  var runs: Int = 16
  @Option(parsing: .unconditional, help: "--rates number: the numbers of particles, ascending.")
  var counts: String = "125;250;500;1000;2000"
  @Option(
    help: "A JSON file that is kept up to date, from which a stopped run goes on; not for trained.")
  var state: String?

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
      try output.emit(try numberTable(problem, convergence, stepSize))
    case .step:
      let progress = ProgressLine()
      defer { progress.finish() }
      let sizes = [8, 4, 2, 1].map { $0 * stepSize }
      let file = StateFile<[ParticleConvergence.StepErrors]>(path: state, options: allOptions())
      try output.emit(
        try ParticleTable.stepTable(
          convergence, stepSizes: sizes, count: count, seed: random.seed,
          work: file.work { progress.show(done: $0, of: sizes.count, "lengths of steps") }))
    }
  }

  private func fixedBandwidth() throws -> Double? {
    try bandwidth.map { try Vectors.positive($0, argument: "--bandwidth").approximation }
  }

  /// The width of kernels for the spread of p_g at time 0, per axis.
  private func suitedBandwidth(_ count: Int, _ problem: PlaneProblem) -> Double {
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
      count: count, dimension: 2, deviation: variance.squareRoot(),
      derivative: suits == .gradient ? 1 : 0)
  }

  private func numberTable(
    _ problem: PlaneProblem, _ convergence: ParticleConvergence, _ stepSize: Double
  ) throws -> Table {
    let counts = try Vectors.list(self.counts, argument: "--counts").map(\.approximation)
    guard counts.count > 1, zip(counts, counts.dropFirst()).allSatisfy({ $0 < $1 }),
      counts.allSatisfy({ $0 == $0.rounded() && (2...100_000).contains($0) }), runs > 1
    else {
      throw InputError(
        argument: "--counts", value: self.counts,
        rule: "must be two or more ascending whole numbers up to 100,000, with --runs above 1",
        remedy: "leave it out for 125 to 2000, each twice the one before")
    }
    let numbers = counts.map { Int($0) }
    let fixed = try fixedBandwidth()
    func bandwidth(_ count: Int) -> Double { fixed ?? suitedBandwidth(count, problem) }
    let file = StateFile<[ParticleConvergence.Run]>(path: state, options: allOptions())
    let progress = ProgressLine()
    defer { progress.finish() }
    let work = try file.work {
      progress.show(done: $0, of: numbers.count * runs, "runs, N = \(numbers[$0 / runs])")
    }
    let found = try work.pieces(numbers.count * runs) { index in
      let count = numbers[index / runs]
      return try convergence.run(
        count: count, bandwidth: bandwidth(count), stepSize: stepSize,
        seed: random.seed + UInt64(index % runs))
    }
    return ParticleTable.numberTable(
      convergence, counts: numbers,
      runs: numbers.indices.map { Array(found[$0 * runs..<($0 + 1) * runs]) },
      bandwidthAt: bandwidth, isForGradient: fixed == nil ? suits == .gradient : nil,
      metadata: [
        ("step", "\(stepSize)"), ("runs of each N", "\(runs)"),
        ("seeds", "\(random.seed) to \(random.seed + UInt64(runs) - 1)"), ("status", "complete"),
      ])
  }

  /// Everything that a run depends on.
  private func allOptions() -> [String] {
    let problem = [
      input.name, input.data, input.dataSigma, input.generated, input.generatedSigma, input.region,
      bandwidth,
    ]
    return problem.map { $0 ?? "" } + [
      time.until, "\(time.rows)", discriminator.rawValue, "\(count)", step, suits.rawValue,
      "\(cells)", rates?.rawValue ?? "", "\(runs)", counts, "\(random.seed)",
    ]
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
    let file = StateFile<[KeptMoment]>(path: state, options: allOptions())
    let kept = try file.found() ?? []
    let mesh = try problem.flow(columns: cells, rows: cells)
    let walk = ParticleWalk(
      start: start, flow: mesh, times: times, stepSize: stepSize, kept: kept, keep: file.keep)
    let moments: [ParticleTable.Moment]
    switch discriminator {
    case .kernel:
      let width = try fixedBandwidth() ?? suitedBandwidth(count, problem)
      metadata.append(("bandwidth", "\(width)"))
      moments = try walk.moments(
        under: try KernelDensityDiscriminator(data: problem.data, bandwidth: width)
      ) { _ in nil }
    case .exact:
      let carried = try kept.last?.carried.map { try $0.flow(of: mesh) } ?? mesh
      moments = try walk.moments(under: MeshDiscriminator(carried)) { $0.flow }
    case .trained:
      guard state == nil else {
        throw InputError(
          argument: "--state", value: state ?? "", rule: "does not keep a network",
          remedy: "leave it out: a trained discriminator is run from the start")
      }
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
      let network = TrainedParticleDiscriminator(
        try ParticleOpponent(experiment, seed: random.seed), stepsFirst: stepsFirst,
        stepsEach: stepsEach)
      moments = try walk.moments(under: network) { _ in nil }
    }
    metadata.append(("status", "complete"))
    return ParticleTable.table(
      moments, data: problem.data, title: "Particles beside the density: \(problem.title)",
      metadata: metadata)
  }
}
