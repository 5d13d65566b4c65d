import ArgumentParser
import NumericKernel

/// The command line. Each subcommand is one file in `Commands`.
struct Steepness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steepness",
    abstract: "Judges, bounds and simulates the gradient theory of GAN training.",
    discussion: """
      Four questions: is this theorem true as printed (claims, show, verify), what does the bound say for \
      my mixture (table, map), what do the dynamics do (field, ode, flow), and does a trained GAN do what the \
      theory says (train, stop, experiment, inspect, certify, compare). 'report' answers all four on one page.

      Vectors are written 1,1 and lists of them '1,1;1,-1'. Numbers are exact: 0.1 is one tenth.
      Bad input ends with one line on standard error and exit status 2.
      """,
    version: "steepness \(LibraryVersion.package)",
    subcommands: [
      ClaimsCommand.self, ShowCommand.self, VerifyCommand.self, PowerCommand.self,
      FieldCommand.self,
      TableCommand.self, MapCommand.self, OdeCommand.self, FlowCommand.self, TrainCommand.self,
      InspectCommand.self, CertifyCommand.self, CompareCommand.self, StopCommand.self,
      ExperimentCommand.self, FigureCommand.self, ReportCommand.self, ExportCoqCommand.self,
      BenchCommand.self, DoctorCommand.self,
    ])
}
