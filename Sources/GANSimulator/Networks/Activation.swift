/// The function that a layer applies to each of its sums.
///
/// Every one of them determines its derivative from its own value, so that a backward pass needs
/// the activations only, never the sums before them.
public enum Activation: Hashable, Codable, Sendable {
  /// x.
  case identity
  /// max(x, 0); its derivative at 0 is taken as 0.
  case relu
  /// x for x > 0, `slope`·x otherwise, with 0 ≤ slope ≤ 1; its derivative at 0 is `slope`.
  case leakyReLU(slope: Double)
  /// tanh x.
  case tanh

  /// The factor by which the weights of a layer are widened so that the spread of a signal survives
  /// this function: √(2/(1 + slope²)) for rectifiers, 5/3 for tanh, 1 for the identity.
  ///
  /// - Source: He et al. 2015, equation 15, for rectifiers; 5/3 is the usual choice for tanh.
  /// - Accuracy: two roundings.
  public var gain: Double {
    switch self {
    case .identity: 1
    case .relu: 2.0.squareRoot()
    case .leakyReLU(let slope): (2 / (1 + slope * slope)).squareRoot()
    case .tanh: 5.0 / 3
    }
  }
}

extension Activation {
  /// The activation in words that `init(text:)` reads: 'identity', 'relu', 'leaky-relu:0.2', 'tanh'.
  public var text: String {
    switch self {
    case .identity: "identity"
    case .relu: "relu"
    case .leakyReLU(let slope): "leaky-relu:\(slope)"
    case .tanh: "tanh"
    }
  }

  /// The activation that words name; nil where they name none.
  public init?(text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    switch (parts.first, parts.count) {
    case ("identity", 1): self = .identity
    case ("relu", 1): self = .relu
    case ("tanh", 1): self = .tanh
    case ("leaky-relu", 2):
      guard let slope = Double(parts[1]), (0...1).contains(slope) else { return nil }
      self = .leakyReLU(slope: slope)
    default: return nil
    }
  }
}

extension Activation {
  /// What a product of sums is finished with to give activations; tanh is taken afterwards.
  func finish<Element: NetworkFloat>(adding bias: UnsafePointer<Element>)
    -> MatrixProduct<Element>.Finish
  {
    var finish = MatrixProduct<Element>.Finish()
    finish.bias = bias
    switch self {
    case .identity, .tanh: finish.rule = .addBias
    case .relu: finish.rule = .rectify
    case .leakyReLU(let slope):
      finish.rule = .rectify
      finish.slope = Element(slope)
    }
    return finish
  }

  /// What a product of gradients is finished with, for the activations that lie beside it:
  /// φ′ is 1, 1 or `slope` as a > 0 or not, and 1 − a² for tanh.
  func derivativeFinish<Element: NetworkFloat>(
    _ activations: UnsafePointer<Element>, sharing: Int = 1
  ) -> MatrixProduct<Element>.Finish {
    var finish = MatrixProduct<Element>.Finish()
    finish.activations = activations
    finish.sharing = sharing
    switch self {
    case .identity: finish.rule = .store
    case .relu: finish.rule = .rectifiedDerivative
    case .leakyReLU(let slope):
      finish.rule = .rectifiedDerivative
      finish.slope = Element(slope)
    case .tanh: finish.rule = .tanhDerivative
    }
    return finish
  }

  /// Multiplies each number by φ′ at the sum whose activation stands beside it.
  ///
  /// With a = φ(s): φ′ is 1, 1 or `slope` as a > 0 or not, and 1 − a² for tanh.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  package func multiplyByDerivative<Element: NetworkFloat>(
    _ numbers: UnsafeMutablePointer<Element>, activations: UnsafePointer<Element>, count: Int
  ) {
    switch self {
    case .identity:
      return
    case .relu:
      for index in 0..<count {
        numbers[index] = activations[index] > 0 ? numbers[index] : 0
      }
    case .leakyReLU(let slope):
      let slope = Element(slope)
      for index in 0..<count {
        let number = numbers[index]
        numbers[index] = activations[index] > 0 ? number : slope * number
      }
    case .tanh:
      for index in 0..<count {
        let activation = activations[index]
        numbers[index] *= 1 - activation * activation
      }
    }
  }
}
