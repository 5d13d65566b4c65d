/// One layer x ↦ φ(W x + b) and where its numbers lie in the network's block of parameters.
///
/// - Shapes: W is `outputWidth` × `inputWidth`, row-major; b has `outputWidth` entries.
package struct DenseLayer: Sendable {
  package let inputWidth: Int
  package let outputWidth: Int
  package let activation: Activation
  package let weightOffset: Int
  package let biasOffset: Int

  package var weightCount: Int { outputWidth * inputWidth }
  /// Where the next layer's numbers start.
  var parametersEnd: Int { biasOffset + Self.aligned(outputWidth) }

  /// Whether products towards the input are formed by rows instead of panels.
  var hasFewInputs: Bool { inputWidth <= 4 }
  /// Whether products towards the output are.
  var hasFewOutputs: Bool { outputWidth <= 4 }

  /// The layers of an architecture, laid out one after the other.
  static func layers(of architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int)
    -> [DenseLayer]
  {
    layers(
      widths: [inputWidth] + architecture.hiddenWidths + [outputWidth],
      activation: architecture.activation)
  }

  /// Layers between these widths, all but the last with an activation, laid out one after the other.
  ///
  /// Weights and biases each start on a cache line; the numbers between them stay 0, because
  /// their gradients are.
  static func layers(widths: [Int], activation: Activation) -> [DenseLayer] {
    var layers: [DenseLayer] = []
    var offset = 0
    for (index, (input, output)) in zip(widths, widths.dropFirst()).enumerated() {
      precondition(input > 0 && output > 0, "widths \(widths) break width > 0")
      let layer = DenseLayer(
        inputWidth: input, outputWidth: output,
        activation: index == widths.count - 2 ? .identity : activation, weightOffset: offset,
        biasOffset: offset + aligned(input * output))
      layers.append(layer)
      offset = layer.parametersEnd
    }
    return layers
  }

  /// The least multiple of 16 numbers (a cache line of floats) that is not below the count.
  private static func aligned(_ count: Int) -> Int { (count + 15) / 16 * 16 }
}
