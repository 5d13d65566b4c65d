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
  /// Replaces each sum s in row i, column j by φ(s + bias_j).
  ///
  /// - Shapes: `sums` is rows × columns, `bias` has `columns` entries.
  package func apply<Element: NetworkFloat>(
    to sums: UnsafeMutablePointer<Element>, adding bias: UnsafePointer<Element>, rows: Int,
    columns: Int
  ) {
    switch self {
    case .identity:
      for row in 0..<rows {
        let sums = sums + row * columns
        for column in 0..<columns { sums[column] += bias[column] }
      }
    case .relu:
      Self.rectify(sums, slope: 0, adding: bias, rows: rows, columns: columns)
    case .leakyReLU(let slope):
      Self.rectify(sums, slope: Element(slope), adding: bias, rows: rows, columns: columns)
    case .tanh:
      for row in 0..<rows {
        let sums = sums + row * columns
        for column in 0..<columns { sums[column] += bias[column] }
      }
      Element.replaceByTanh(sums, count: rows * columns)
    }
  }

  private static func rectify<Element: NetworkFloat>(
    _ sums: UnsafeMutablePointer<Element>, slope: Element, adding bias: UnsafePointer<Element>,
    rows: Int, columns: Int
  ) {
    for row in 0..<rows {
      let sums = sums + row * columns
      for column in 0..<columns {
        let sum = sums[column] + bias[column]
        sums[column] = sum > 0 ? sum : slope * sum
      }
    }
  }

  /// Multiplies each number by φ′ at the sum whose activation stands beside it.
  ///
  /// With a = φ(s): φ′ is 1, 1 or `slope` as a > 0 or not, and 1 − a² for tanh.
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
