/// The shape of a fully connected network between an input and an output of given widths.
///
/// Each hidden layer applies `activation`; the output layer applies none, so that a generator
/// reaches all of space and a discriminator gives logits.
public struct NetworkArchitecture: Hashable, Codable, Sendable {
  /// The widths of the hidden layers, from input to output; may be empty.
  public var hiddenWidths: [Int]
  /// What each hidden layer applies to its sums.
  public var activation: Activation
  /// How the weights are drawn before training.
  public var initialisation: Initialisation

  /// A shape; `Experiment.validate()` checks it.
  public init(hiddenWidths: [Int], activation: Activation, initialisation: Initialisation) {
    self.hiddenWidths = hiddenWidths
    self.activation = activation
    self.initialisation = initialisation
  }
}
