/// Why a simulation cannot start or go on, with the evidence and a way out.
public enum SimulationError: Error, Equatable, Sendable {
  /// An argument breaks a rule.
  case invalidArgument(name: String, value: String, rule: String, remedy: String)
  /// A quantity of the training ceased to be finite; the last good checkpoint, where there is one.
  case diverged(iteration: Int, quantity: String, checkpoint: Int? = nil)
  /// A file or a folder of a run cannot be used.
  case unusableFile(path: String, problem: String, remedy: String)
}

extension SimulationError: CustomStringConvertible {
  /// One line: what, which value, which rule, and what to do.
  public var description: String {
    switch self {
    case .invalidArgument(let name, let value, let rule, let remedy):
      "\(name) is \(value), but \(rule); \(remedy)"
    case .diverged(let iteration, let quantity, let checkpoint):
      "training diverged: \(quantity) is not finite at iteration \(iteration); "
        + (checkpoint.map { "the checkpoint of iteration \($0) is good; " } ?? "")
        + "lower the learning rates or train with another seed"
    case .unusableFile(let path, let problem, let remedy):
      "\(path): \(problem); \(remedy)"
    }
  }
}

/// Throws where a rule about an argument is broken.
func require(
  _ holds: Bool, _ name: String, _ value: @autoclosure () -> String, _ rule: String,
  _ remedy: String
) throws(SimulationError) {
  guard holds else {
    throw .invalidArgument(name: name, value: value(), rule: rule, remedy: remedy)
  }
}
