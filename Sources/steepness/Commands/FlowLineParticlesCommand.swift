import ArgumentParser
import GANTheory
import ParticleFlow
import Reporting
import Scalars

struct FlowLineParticlesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "line-particles",
    abstract: "Particles on the line that carry their density along: errors and rates.",
    discussion: """
      Algorithm 1 with the optimal discriminator of the cloud itself, log p_g = log φ(z) − log g′ with g′ from neighbours: nothing \
      is estimated and nothing is drawn. Without --steps errors as N grows, with them errors as s falls.

      EXAMPLE: steepness flow line-particles --modes '-3;3' --sigma 1 --until 0.1
      EXAMPLE: steepness flow line-particles --modes '-3;3' --sigma 1 --until 0.1 --counts 25 --steps '0.002;0.001;0.0005'
      """)

  @OptionGroup var mixture: MixtureOptions
  @OptionGroup var start: StartOptions
  @Option(help: "Law of motion: see 'flow line'.")
  var law: String = "optimal"
  @Option(parsing: .unconditional, help: "Time to move to.")
  var until: String = "0.1"
  @Option(parsing: .unconditional, help: "Numbers of particles, ascending.")
  var counts: String = "100;200;400"
  @Option(parsing: .unconditional, help: "Instead: lengths of steps, for the first of --counts.")
  var steps: String?

  @Option(help: "A JSON file that is kept up to date, from which a stopped run goes on.")
  var state: String?

  @OptionGroup var output: OutputOptions

  func run() throws {
    let problem = try LineFlowProblem(
      data: GaussianMixture(try mixture.lineParameters(equalWeights: false)),
      law: try VelocityLaw(named: law), start: try start.generator())
    let end = try Vectors.positive(until, argument: "--until").approximation
    let numbers = try Vectors.list(counts, argument: "--counts").map(\.approximation)
    guard numbers.count > (steps == nil ? 1 : 0),
      zip(numbers, numbers.dropFirst()).allSatisfy({ $0 < $1 }),
      numbers.allSatisfy({ $0 == $0.rounded() && (8...1000).contains($0) })
    else {
      throw InputError(
        argument: "--counts", value: counts,
        rule: "must be ascending whole numbers from 8 to 1000, two of them for a rate",
        remedy: "leave it out for 100 to 400")
    }
    let sizes = numbers.map { Int($0) }
    let options = [
      mixture.modes, mixture.sigma, mixture.weights ?? "", problem.start.name, law, until, counts,
      steps ?? "",
    ]
    let progress = ProgressLine()
    defer { progress.finish() }
    guard let steps else {
      let file = StateFile<[LineParticleTable.Errors]>(path: state, options: options)
      return try output.emit(
        try LineParticleTable.numbers(
          problem, counts: sizes, until: end,
          work: file.work { progress.show(done: $0, of: sizes.count, "numbers of particles") }))
    }
    let lengths = try Vectors.list(steps, argument: "--steps").map(\.approximation)
    guard lengths.count > 1, lengths.allSatisfy({ $0 > 0 && $0 <= end }),
      Set(lengths).count == lengths.count
    else {
      throw InputError(
        argument: "--steps", value: steps,
        rule: "must be two or more different lengths above 0 and not above --until",
        remedy: "write them as '0.002;0.001'")
    }
    let file = StateFile<[[Double]]>(path: state, options: options)
    try output.emit(
      try LineParticleTable.steps(
        problem, count: sizes[0], stepSizes: lengths, until: end,
        work: file.work { progress.show(done: $0, of: lengths.count + 1, "lengths of steps") }))
  }
}
