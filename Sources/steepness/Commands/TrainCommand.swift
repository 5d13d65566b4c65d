import ArgumentParser
import Foundation
import GANSimulator
import GANTheory

struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Trains a non-saturating GAN into a run folder, or resumes one.",
    discussion: """
      The folder gets config.json, metrics.jsonl, checkpoints, samples and result.json. A killed run \
      resumes from its last checkpoint to the same bits as an uninterrupted one.

      EXAMPLE: steepness train gaussian-1d --seed 3 -o runs/line
      EXAMPLE: steepness train --resume runs/line
      """)

  @Argument(
    help: "An experiment: \(Experiment.presetNames.joined(separator: ", ")), or a JSON file.")
  var experiment: String?

  @Option(help: "A run folder to resume; the experiment and the seed come from it.")
  var resume: String?

  @Option(
    parsing: .unconditional, help: "Generator steps, in place of the experiment's own number.")
  var iterations: Int?

  @OptionGroup var seed: SeedOption

  @Option(name: [.customShort("o"), .long], help: "The run folder to make.")
  var output: String?

  func run() throws {
    let progress = ProgressLine()
    let trainer: Trainer
    if let resume {
      guard experiment == nil, iterations == nil, output == nil else {
        throw InputError(
          argument: "--resume", value: resume, rule: "takes no experiment, iterations or output",
          remedy: "leave them out: the folder has them")
      }
      trainer = try Trainer(resuming: URL(filePath: resume))
    } else {
      trainer = try Trainer(experiment: try chosenExperiment(), seed: seed.seed)
    }
    let folder = resume ?? output ?? ""
    let start = trainer.iteration
    let result = try trainer.run(in: URL(filePath: folder)) {
      progress.show(
        done: $0.iteration, of: $0.iterations,
        "mean steepness \(String(format: "%.3f", $0.measurement.meanSteepness))")
    }
    progress.finish()
    print(
      "experiment \(trainer.experiment.name), seed \(trainer.configuration.seed), "
        + "iterations \(start) to \(result.iteration) of \(trainer.experiment.iterations)")
    let last = result.last
    print(
      String(
        format:
          "mean steepness %.4f (largest %.4f at iteration %d), mass between modes %.4f, modes %d",
        last.meanSteepness, result.largestMeanSteepness, result.iterationOfLargestMeanSteepness,
        last.modeMixtureFraction, last.coveredModes))
    print(folder)
  }

  private func chosenExperiment() throws -> Experiment {
    guard let name = experiment else {
      throw InputError(
        argument: "EXPERIMENT", value: "", rule: "is missing",
        remedy: "choose \(Experiment.presetNames.joined(separator: ", ")), or --resume a folder")
    }
    guard output != nil else {
      throw InputError(
        argument: "--output", value: "", rule: "is missing", remedy: "name a folder: -o runs/line")
    }
    var chosen = try name.hasSuffix(".json") ? read(name) : .preset(named: name)
    if let iterations { chosen.iterations = iterations }
    return chosen
  }

  private func read(_ path: String) throws -> Experiment {
    do {
      return try JSONDecoder().decode(
        Experiment.self, from: try Data(contentsOf: URL(filePath: path)))
    } catch {
      throw InputError(
        argument: "EXPERIMENT", value: path, rule: "is not a readable experiment",
        remedy: "start from the 'experiment' part of a run's config.json")
    }
  }
}
