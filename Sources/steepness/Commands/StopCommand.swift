import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import Reporting

struct StopCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stop",
    abstract: "Replays the early-stopping rule of Algorithm 2 over a metrics file, ours or yours.",
    discussion: """
      The file is CSV with a line of names, or one JSON object a line, with three numbers a measured iteration: \
      the iteration, a quantile of ‖∇d/d‖₂ over generated samples and the mean steepness of the generator. \
      Lines of JSON without the last two are skipped, and counted. \
      A run folder of 'train' brings its modes along, and with '--early-stop' its rule.

      '--rule printed' is the rule as the paper has it. 'repaired' divides by σ once more, so that the unit of \
      length does not matter, compares the steepness with its maximum instead of its last value, and takes a \
      rise of ‖∇d/d‖ across the threshold for a stop, not a value above it. Single parts can be chosen too.

      EXAMPLE: steepness stop runs/line
      EXAMPLE: steepness stop log.csv --mode-distance 2 --sigma 0.112 --gradient-column grad_q --steepness-column S
      EXAMPLE: steepness stop log.csv --gradient-threshold 8.9 --rule printed --trace
      """)

  @Argument(help: "A CSV or JSONL file, or a run folder of 'train'.")
  var file: String

  @OptionGroup var rule: StoppingRuleOptions

  @Option(parsing: .unconditional, help: "σ of the modes, in the unit of the samples.")
  var sigma: Double?

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
    let (metrics, configuration) = try source()
    let file = try MetricsFile(contentsOf: metrics)
    let columns = MetricsFile.Columns(
      iteration: iterationColumn, gradient: gradientColumn, steepness: steepnessColumn)
    let table = try StoppingTable(
      try file.observations(columns), skippedLines: try file.skippedLineCount(columns),
      rule: try chosenRule(configuration))
    try output.emit(table.table(isTrace: trace))
  }

  /// The metrics, and the run's configuration where they lie in a run folder.
  private func source() throws -> (metrics: URL, configuration: RunConfiguration?) {
    let url = URL(filePath: file)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path(), isDirectory: &isFolder),
      isFolder.boolValue
    else { return (url, nil) }
    return (url.appending(path: "metrics.jsonl"), try RunFolder(url).configuration())
  }

  /// The rule asked for; of a run that had one, and where none is asked for, that one.
  private func chosenRule(_ configuration: RunConfiguration?) throws -> EarlyStoppingRule {
    if let sigma, rule.gradientThreshold != nil {
      throw InputError(
        argument: "--sigma", value: "\(sigma)",
        rule: "makes a threshold, which --gradient-threshold gives already",
        remedy: "leave one of them out")
    }
    if rule.isEmpty, sigma == nil, let own = configuration?.earlyStopping { return own }
    let data = configuration?.experiment.data
    return try rule.chosenRule(
      modeDistance: data?.leastModeDistance,
      standardDeviation: sigma ?? data?.commonStandardDeviation)
  }
}
