import ArgumentParser

struct FlowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "flow",
    abstract: "The flow of particles under the optimal discriminator.",
    discussion: """
      EXAMPLE: steepness flow line --modes '-5;5' --sigma 1 --until 20
      EXAMPLE: steepness flow growth
      EXAMPLE: steepness flow plane case-1 --until 1
      EXAMPLE: steepness flow radial --dimension 3
      EXAMPLE: steepness flow particles case-1 --count 500
      EXAMPLE: steepness flow line-particles --modes '-3;3' --sigma 1
      """,
    subcommands: [
      FlowLineCommand.self, FlowGrowthCommand.self, FlowPlaneCommand.self, FlowRadialCommand.self,
      FlowParticlesCommand.self, FlowLineParticlesCommand.self,
    ])
}
