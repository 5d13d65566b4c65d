import ArgumentParser
import Foundation
import GANSimulator
import GANTheory

/// A fully connected network in a .safetensors file on the command line.
struct NetworkFileOptions: ParsableArguments {
  @Argument(help: "The file.")
  var file: String

  @Option(
    help: "What the names of the network's arrays start with; found where there is one network.")
  var network: String?

  @Option(
    help: """
      identity, relu, leaky-relu:SLOPE or tanh, after every layer but the last; from the file if it says.
      """)
  var activation: String?

  func loaded() throws -> LoadedNetwork {
    var chosen: Activation?
    if let activation {
      guard let named = Activation(text: activation) else {
        throw InputError(
          argument: "--activation", value: activation, rule: "names no activation",
          remedy: "write identity, relu, leaky-relu:0.2 or tanh")
      }
      chosen = named
    }
    return try LoadedNetwork(contentsOf: URL(filePath: file), name: network, activation: chosen)
  }
}
