import ArgumentParser
import Foundation

/// Runs the command line and keeps its promise about errors: one line, exit status 2.
///
/// Status 1 is left to `verify`, where a verdict differs from the record.
@main
enum EntryPoint {
  static func main() async {
    do {
      var command = try Steepness.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let code as ExitCode {
      exit(code.rawValue)
    } catch {
      if Steepness.exitCode(for: error) == .success { Steepness.exit(withError: error) }
      let message = Steepness.message(for: error)
      let hint =
        Steepness.exitCode(for: error) == .validationFailure ? "; see 'steepness --help'" : ""
      let line = message.split(whereSeparator: \.isNewline).joined(separator: " ") + hint
      FileHandle.standardError.write(Data("steepness: \(line)\n".utf8))
      exit(2)
    }
  }
}
