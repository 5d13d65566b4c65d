public import ArgumentParser
import Foundation
public import GANSimulator
import GANTheory
import Reporting

struct StopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Replays the early-stopping rule of Algorithm 2 over a metrics file, ours or yours.",
    discussion: """
      The file is CSV with a line of names, or one JSON object a line, with three numbers a measured iteration: \
      the iteration, a quantile of ‖∇d/d‖₂ over generated samples and the mean steepness of the generator. \
      A run folder of 'train' brings its modes along.

      '--rule printed' is the rule as the paper has it. 'repaired' divides by σ once more, so that the unit of \
      length does not matter, compares the steepness with its maximum instead of its last value, and takes a \
      rise of ‖∇d/d‖ across the threshold for a stop, not a value above it. Single parts can be chosen too.

      EXAMPLE: steepness stop runs/line
      EXAMPLE: steepness stop log.csv --mode-distance 2 --sigma 0.112 --gradient-column grad_q --steepness-column S
      EXAMPLE: steepness stop log.csv --gradient-threshold 8.9 --rule printed --trace
      """)

  enum Rule: String, ExpressibleByArgument, CaseIterable {
    case printed
    case repaired
  }

  @Argument(help: "A CSV or JSONL file, or a run folder of 'train'.")
  var file: String

  @Option(help: "printed or repaired.")
  var rule: Rule = .repaired

  @Option(help: "k_d, the distance between modes, in the unit of the samples.")
  var modeDistance: Double?

  @Option(help: "σ of the modes, in the unit of the samples.")
  var sigma: Double?

  @Option(help: "The bound on ‖∇d/d‖₂ itself, in place of the two lengths.")
  var gradientThreshold: Double?

  @Option(parsing: .unconditional, help: "k_g, between −1 and 0.")
  var leastSteepnessChange: Double = -0.5

  @Option(help: "N_w, in iterations of the file.")
  var warmUp: Int = 50

  @Option(help: "What the steepness is compared with: previous or maximum.")
  var compareWith: EarlyStoppingRule.SteepnessReference?

  @Option(help: "How ‖∇d/d‖₂ must exceed its threshold: level or crossing.")
  var gradientCriterion: EarlyStoppingRule.GradientCriterion?

  @Option(help: "Name of the column with the iteration.")
  var iterationColumn: String?

  @Option(help: "Name of the column with the quantile of ‖∇d/d‖₂.")
  var gradientColumn: String?

  @Option(help: "Name of the column with the mean steepness.")
  var steepnessColumn: String?

  @Flag(help: "Print what the rule makes of every observation.")
  var trace = false

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (metrics, data) = try source()
    let observations = try MetricsFile(contentsOf: metrics).observations(
      MetricsFile.Columns(
        iteration: iterationColumn, gradient: gradientColumn, steepness: steepnessColumn))
    try output.emit(
      try StoppingTable(observations, rule: try chosenRule(data)).table(isTrace: trace))
  }

  /// The metrics, and the data set where they lie in a run folder.
  private func source() throws -> (metrics: URL, data: MixtureDataSet?) {
    let url = URL(filePath: file)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path(), isDirectory: &isFolder),
      isFolder.boolValue
    else { return (url, nil) }
    let data = try RunFolder(url).configuration().experiment.data
    return (url.appending(path: "metrics.jsonl"), data)
  }

  private func chosenRule(_ data: MixtureDataSet?) throws -> EarlyStoppingRule {
    var chosen: EarlyStoppingRule
    if let gradientThreshold {
      chosen = .repaired(modeDistance: 1, standardDeviation: 1)
      chosen.gradientThreshold = .given(gradientThreshold)
      if rule == .printed {
        chosen.steepnessReference = .previous
        chosen.gradientCriterion = .level
      }
    } else {
      let distance = try length(modeDistance, data?.leastModeDistance, "--mode-distance")
      let deviation = try length(sigma, data?.commonStandardDeviation, "--sigma")
      chosen =
        rule == .printed
        ? .printed(modeDistance: distance, standardDeviation: deviation)
        : .repaired(modeDistance: distance, standardDeviation: deviation)
    }
    chosen.leastSteepnessChange = leastSteepnessChange
    chosen.warmUp = warmUp
    if let compareWith { chosen.steepnessReference = compareWith }
    if let gradientCriterion { chosen.gradientCriterion = gradientCriterion }
    return chosen
  }

  private func length(_ given: Double?, _ known: Double?, _ argument: String) throws -> Double {
    guard let length = given ?? known else {
      throw InputError(
        argument: argument, value: "not given", rule: "is needed for the threshold",
        remedy: "give it in the unit of the samples, or the bound itself as --gradient-threshold")
    }
    return length
  }
}

extension EarlyStoppingRule.SteepnessReference: ExpressibleByArgument {}
extension EarlyStoppingRule.GradientCriterion: ExpressibleByArgument {}
