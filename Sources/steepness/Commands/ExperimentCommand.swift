import ArgumentParser

struct ExperimentCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "experiment",
    abstract: "Experiments over many seeds, each a folder that can be resumed.",
    discussion: """
      EXAMPLE: steepness experiment early-stopping --seeds 1:100 -o runs/stopping
      """,
    subcommands: [EarlyStoppingCommand.self])
}
