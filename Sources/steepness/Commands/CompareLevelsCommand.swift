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
      that is nearest. --judge puts five stated claims about many runs to a sequential test. N particles \
      resolve slopes up to about 0.4·N·gap: when the exact flow is steeper, the mass 1/N between the middle ones is more than \
      belongs there and pushes them outward. Their cost grows like N³.

      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --until 0.4 --particles 200
      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --part moments --figure levels.svg
      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --iterations 1000 --judge quick
      EXAMPLE: steepness compare levels --modes='1,1;1,-1;-1,1;-1,-1' --sigma 0.316 --until 0.5
      """)

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
  @Option(help: "Iterations of the NSGAN.")
  var iterations: Int = Experiment.gaussian1D.iterations
  @Option(help: "An SVG file: steepness at 0, and the maps.")
  var figure: String?
  @Option(help: "Instead: judges the claims, quick, standard or deep.")
  var judge: Effort?

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    for (name, value, range) in [
      ("--particles", particles, 8...2000), ("--iterations", iterations, 10...10_000_000),
      ("--steps-first", stepsFirst, 0...1_000_000), ("--steps-each", stepsEach, 0...1_000_000),
    ] where !range.contains(value) {
      throw InputError(
        argument: name, value: "\(value)",
        rule: "must be between \(range.lowerBound) and \(range.upperBound)",
        remedy: "leave it out for a usable value")
    }
    let parameters = try mixture.parameters()
    let progress = ProgressLine()
    defer { progress.finish() }
    func show(_ stage: String) { progress.show(done: 0, of: 1, stage) }
    let comparison: LevelComparison
    if parameters.dimension == 1 {
      let levels = try lineLevels(parameters)
      if let judge {
        return try output.emit(
          LevelJudgement.table(levels, effort: judge) {
            progress.show(done: $0, of: $1, "claims")
          })
      }
      comparison = try LevelComparison(levels, progress: show)
    } else {
      for (name, isGiven) in [("--judge", judge != nil), ("--part steps", part == .steps)]
      where isGiven {
        throw InputError(
          argument: name, value: mixture.modes, rule: "is for mixtures on the line",
          remedy: "leave it out, or give modes such as '-2;2'")
      }
      comparison = try LevelComparison(try planeLevels(parameters), progress: show)
    }
    if let figure {
      try AtomicFile.write(try LevelFigure.plot(comparison).svg(), to: URL(filePath: figure))
    }
    switch part {
    case .summary: try output.emit(LevelTable.summary(comparison))
    case .moments: try output.emit(LevelTable.moments(comparison))
    case .steps: try output.emit(LevelTable.steps(comparison))
    }
  }

  private func lineLevels(_ parameters: MixtureParameters) throws -> LineLevels {
    guard particles % 2 == 0 else {
      throw InputError(
        argument: "--particles", value: "\(particles)", rule: "must be even",
        remedy: "with an even number 0 lies midway between two of them")
    }
    var settings = LineLevels.Settings(times: try time.times())
    settings.slope = try Vectors.positive(initial, argument: "--initial").approximation
    settings.particles = particles
    settings.stepSize = try Vectors.positive(step, argument: "--step").approximation
    (settings.stepsFirst, settings.stepsEach) = (stepsFirst, stepsEach)
    var experiment = Experiment.gaussian1D
    experiment.iterations = iterations
    return try LineLevels(
      parameters, experiment: experiment, settings: settings, seed: seed.seed)
  }

  private func planeLevels(_ parameters: MixtureParameters) throws -> PlaneLevels {
    var settings = PlaneLevels.Settings(times: try time.times())
    settings.slope = try Vectors.positive(initial, argument: "--initial").approximation
    settings.latents = particles
    settings.stepSize = try Vectors.positive(step, argument: "--step").approximation
    (settings.stepsFirst, settings.stepsEach) = (stepsFirst, stepsEach)
    var experiment = Experiment.gaussian2D
    experiment.iterations = iterations
    return try PlaneLevels(
      parameters, experiment: experiment, settings: settings, seed: seed.seed)
  }
}
