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

  /// The layers of an architecture, laid out one after the other, and the length of the block.
  ///
  /// Weights and biases each start on a cache line; the numbers between them stay 0, because
  /// their gradients are.
  static func layers(of architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int)
    -> (layers: [DenseLayer], parameterCount: Int)
  {
    let widths = [inputWidth] + architecture.hiddenWidths + [outputWidth]
    var layers: [DenseLayer] = []
    var offset = 0
    for (index, (input, output)) in zip(widths, widths.dropFirst()).enumerated() {
      precondition(input > 0 && output > 0, "widths \(widths) break width > 0")
      let biasOffset = offset + aligned(input * output)
      layers.append(
        DenseLayer(
          inputWidth: input, outputWidth: output,
          activation: index == widths.count - 2 ? .identity : architecture.activation,
          weightOffset: offset, biasOffset: biasOffset))
      offset = biasOffset + aligned(output)
    }
    return (layers, offset)
  }

  /// The least multiple of 16 numbers (a cache line of floats) that is not below the count.
  private static func aligned(_ count: Int) -> Int { (count + 15) / 16 * 16 }
}
