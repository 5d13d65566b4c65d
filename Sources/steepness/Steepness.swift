import ArgumentParser

@main
struct Steepness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steepness",
    abstract: "Judges and computes the gradient theory of GAN training.")
}
