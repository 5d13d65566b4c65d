import ArgumentParser

struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract:
      "Theory against training: a trained generator beside the exact map, or four levels side by side.",
    discussion: """
      A folder is compared as by 'compare run'.

      EXAMPLE: steepness compare runs/line --at=-2:2:9
      EXAMPLE: steepness compare levels --modes='-2;2' --sigma 0.5 --until 0.4
      """,
    subcommands: [CompareRunCommand.self, CompareLevelsCommand.self],
    defaultSubcommand: CompareRunCommand.self)
}
