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
      resumes from its last checkpoint to the same bits as an uninterrupted one. A loss that is no longer \
      finite stops a run; the last good checkpoint stays, and result.json says what happened.

      '--early-stop' asks Algorithm 2 at every measurement and ends the run with a checkpoint where it says stop; \
      'steepness stop FOLDER' gives the same decision again. The threshold is made of the experiment's own modes.

      A mode is covered where at least a quarter of its share of the probe's samples lie within 3σ of it, captured \
      where any of the larger set of samples does.

      table2-case-1 to table2-case-4 begin at p_g of Table 2: the generator is regressed on samples of it first; the error that is \
      reached is printed and in start.json. In a JSON file: "generatorStart": {"density": {"normal": {"mean": [0, 0], \
      "variance": 0.2}}, "steps": 3000}, or {"uniform": {"lower": [-2, -2], "upper": [2, 2]}}.

      EXAMPLE: steepness train mixture-3d --seed 1 -o runs/a
      EXAMPLE: steepness train gaussian-1d --modes='-8;8' --sigma 1 --loss kl -o runs/kl
      EXAMPLE: steepness train mixture-3d --early-stop --rule printed -o runs/stopped
      EXAMPLE: steepness train table2-case-2 --seed 1 -o runs/case-2
      EXAMPLE: steepness train --resume runs/a
      """)

  @Argument(
    help: "An experiment: \(Experiment.presetNames.joined(separator: ", ")), or a JSON file.")
  var experiment: String?

  @Option(help: "A run folder to resume; the experiment and the seed come from it.")
  var resume: String?

  @OptionGroup var seed: SeedOption

  @Option(name: [.customShort("o"), .long], help: "The run folder to make.")
  var output: String?

  @Option(
    parsing: .unconditional,
    help: "Threads that share an iteration; changes no bit. As many as suit it by default.")
  var threads: Int?

  @Flag(help: "Stop where Algorithm 2 does; checked at every measurement.")
  var earlyStop = false

  @OptionGroup(title: "Early stopping") var rule: StoppingRuleOptions

  @OptionGroup(title: "Changes of the experiment") var changes: ExperimentOptions

  func run() throws {
    if let threads, !(1...64).contains(threads) {
      throw InputError(
        argument: "--threads", value: "\(threads)", rule: "must be between 1 and 64",
        remedy: "leave it out")
    }
    let trainer = try chosenTrainer()
    let folder = resume ?? output ?? ""
    let start = trainer.iteration
    let progress = ProgressLine()
    let clock = ContinuousClock()
    let begin = clock.now
    let result: TrainingResult
    do {
      result = try trainer.run(in: URL(filePath: folder)) {
        progress.show(
          done: $0.iteration, of: $0.iterations,
          Self.line($0, from: start, seconds: (clock.now - begin) / .seconds(1)))
      }
    } catch {
      progress.finish()
      throw error
    }
    progress.finish()
    print(
      "experiment \(trainer.experiment.name), seed \(trainer.configuration.seed), "
        + "iterations \(start) to \(result.iteration) of \(trainer.experiment.iterations)")
    if let fit = trainer.startFit { print(Self.words(fit)) }
    print(Self.summary(result))
    if result.earlyStop != nil, let reason = result.stopped {
      print("\(reason); the checkpoint of iteration \(result.iteration) has the networks")
    }
    print(folder)
  }

  private static func words(_ fit: GeneratorStartFit) -> String {
    String(
      format:
        "start: rms error %.5f over %d latents, seed %llu, %d steps; spread of the density %.4f",
      fit.rootMeanSquareError, fit.latents, fit.seed, fit.steps, fit.spread)
  }

  /// The last measurement, with modes as the probe counts them and, where samples were drawn, as those do.
  private static func summary(_ result: TrainingResult) -> String {
    let last = result.last
    let text = String(
      format:
        "mean steepness %.4f (largest %.4f at iteration %d), share beyond 3σ of every mode %.4f, "
        + "modes covered %d of %d",
      last.meanSteepness, result.largestMeanSteepness, result.iterationOfLargestMeanSteepness,
      last.modeMixtureFraction, last.coveredModes, last.modeCounts.count)
    return text + (last.samples.map { ", captured \($0.modesCaptured)" } ?? "")
  }

  /// Iterations a second, losses, steepness and modes covered.
  private static func line(
    _ progress: GANSimulator.Progress, from start: Int, seconds: Double
  ) -> String {
    let measured = progress.measurement
    let speed = Double(progress.iteration - start) / max(seconds, 1e-9)
    return String(
      format: "%.0f it/s, losses d %.3f g %.3f, steepness %.3f, modes covered %d/%d", speed,
      measured.discriminatorLoss, measured.generatorLoss, measured.meanSteepness,
      measured.coveredModes, measured.modeCounts.count)
  }

  private func chosenTrainer() throws -> Trainer {
    guard let resume else {
      let experiment = try chosenExperiment()
      return try Trainer(
        experiment: experiment, seed: seed.seed, threads: threads,
        earlyStopping: try chosenRule(experiment.data))
    }
    guard experiment == nil, output == nil, changes.isEmpty, !earlyStop, rule.isEmpty else {
      throw InputError(
        argument: "--resume", value: resume,
        rule: "takes no experiment, changes of it, output or early stopping",
        remedy: "leave them out: the folder has them")
    }
    return try Trainer(resuming: URL(filePath: resume), threads: threads)
  }

  private func chosenRule(_ data: MixtureDataSet) throws -> EarlyStoppingRule? {
    guard earlyStop else {
      guard rule.isEmpty else {
        throw InputError(
          argument: "--early-stop", value: "not given", rule: "is needed for a rule of stopping",
          remedy: "add it, or leave the rule's options out")
      }
      return nil
    }
    return try rule.chosenRule(
      modeDistance: data.leastModeDistance, standardDeviation: data.commonStandardDeviation)
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
    return try changes.changed(
      name.hasSuffix(".json") ? read(name) : Experiment.preset(named: name))
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
