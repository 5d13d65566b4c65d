import ArgumentParser
import ClaimKit
import Foundation
import GANSimulator
import GANTheory
import Reporting
import Scalars

struct CompareLevelsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "levels",
    abstract:
      "Exact flow, particles, particles under a trained discriminator and an NSGAN, side by side.",
    discussion: """
      The first three start at slope·z and share their time, a step s of particles being a time s. An NSGAN's iterations are no \
      time: it has an axis of its own, and each of its generators is measured against the exact flow at the time when \
      that is nearest. N particles on the line resolve slopes up to about 0.4·N·gap: when the exact flow is steeper, the mass 1/N \
      between the middle ones is more than belongs there and pushes them outward. Their cost grows like N³.

      --judge puts seven stated claims about many runs to a sequential test: growth at 0 and of the greatest stretch, the mass between \
      modes, Theorem 4.1 for moved particles and for the generator's real step, and Theorem 4.2 near modes, each with a control that \
      the same test must contradict. 'quick' claims that an event happens in 2/3 of the runs, which 16 of them can show, and trains \
      NSGANs for \(quickIterations) iterations where --iterations does not say otherwise; 'standard' and 'deep' claim 9/10.

      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --until 0.4 --particles 200
      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --part moments --figure levels.svg
      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --until 0.4 --judge quick
      EXAMPLE: steepness compare levels --modes='1,1;1,-1;-1,1;-1,-1' --sigma 0.2 --until 0.3
      EXAMPLE: steepness compare levels --modes='1,1;1,-1;-1,1;-1,-1' --sigma 0.2 --until 0.1 --judge quick
      """)

  /// Iterations of an NSGAN under a quick judgement.
  private static let quickIterations = 500
  /// Particles without neighbours in the plane under a quick judgement.
  private static let quickCrowd = 500

  /// What is printed.
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case summary, moments, steps
  }

  @OptionGroup var mixture: MixtureOptions
  @OptionGroup var time: FlowTimes

  @Option(
    help:
      "summary: growth and errors; moments: every level and moment; steps: single steps of the NSGAN."
  )
  var part: Part = .summary
  @Option(parsing: .unconditional, help: "g′ at time 0.")
  var initial: String = "1"
  @Option(
    help:
      "Line: particles under the exact discriminator, an even number. Plane: latents that are followed."
  )
  var particles: Int = 100
  @Option(parsing: .unconditional, help: "s of particles under a trained discriminator.")
  var step: String = "0.005"
  @Option(help: "Steps of that discriminator before the first step of the particles.")
  var stepsFirst: Int = 500
  @Option(help: "Steps of it before each other step.")
  var stepsEach: Int = 10
  @Option(
    help:
      "Iterations of the NSGAN. (default: \(Experiment.gaussian1D.iterations); with --judge quick: \(quickIterations))"
  )
  var iterations: Int?
  @Option(help: "An SVG file: steepness, and the maps.")
  var figure: String?
  @Option(help: "Instead: judges the claims, quick, standard or deep.")
  var judge: Effort?

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    for (name, value, range) in [
      ("--particles", particles, 8...2000), ("--iterations", iterations ?? 10, 10...10_000_000),
      ("--steps-first", stepsFirst, 0...1_000_000), ("--steps-each", stepsEach, 0...1_000_000),
    ] where !range.contains(value) {
      throw InputError(
        argument: name, value: "\(value)",
        rule: "must be between \(range.lowerBound) and \(range.upperBound)",
        remedy: "leave it out for a usable value")
    }
    let problem = try chosenProblem()
    let progress = ProgressLine()
    defer { progress.finish() }
    if let judge {
      return try output.emit(
        LevelJudgement.table(problem.levels, effort: judge) {
          progress.show(done: $0.claim, of: $0.claims, "claims, run \($0.run) of this one")
        })
    }
    let comparison = try LevelComparison(problem.levels) { progress.show(done: 0, of: 1, $0) }
    if let figure {
      try AtomicFile.write(
        try LevelFigure.figure(comparison).plot.svg(), to: URL(filePath: figure))
    }
    switch part {
    case .summary: try output.emit(LevelTable.summary(comparison))
    case .moments: try output.emit(LevelTable.moments(comparison))
    case .steps: try output.emit(LevelTable.steps(comparison))
    }
  }

  private func chosenProblem() throws -> LevelProblem {
    let parameters = try mixture.parameters()
    let isLine = parameters.dimension == 1
    guard !isLine || particles % 2 == 0 else {
      throw InputError(
        argument: "--particles", value: "\(particles)", rule: "must be even",
        remedy: "with an even number 0 lies midway between two of them")
    }
    var settings = LevelSettings(times: try time.times())
    settings.slope = try Vectors.positive(initial, argument: "--initial").approximation
    settings.latents = particles
    settings.stepSize = try Vectors.positive(step, argument: "--step").approximation
    (settings.stepsFirst, settings.stepsEach) = (stepsFirst, stepsEach)
    var experiment = isLine ? Experiment.gaussian1D : .gaussian2D
    if judge == .quick {
      experiment.iterations = Self.quickIterations
      settings.crowd = Self.quickCrowd
    }
    if let iterations { experiment.iterations = iterations }
    return try LevelProblem(
      parameters, experiment: experiment, settings: settings, seed: seed.seed)
  }
}
