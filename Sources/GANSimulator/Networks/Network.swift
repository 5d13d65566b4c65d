package import NumericKernel

/// A fully connected network with hand-written derivatives.
///
/// All parameters lie in one block and their gradients in another of the same layout, so that an
/// optimiser is one loop. What a pass computes lies in a `Workspace`, so that one network can
/// serve batches of several sizes.
///
/// - Accuracy: rounding of `Element`; the derivatives are exact up to it.
package final class Network<Element: NetworkFloat> {
  package let layers: [DenseLayer]
  package let parameters: AlignedBuffer<Element>
  package let gradients: AlignedBuffer<Element>

  package var inputWidth: Int { layers[0].inputWidth }
  package var outputWidth: Int { layers[layers.count - 1].outputWidth }
  package var maximalWidth: Int { layers.reduce(inputWidth) { max($0, $1.outputWidth) } }

  /// A network whose parameters are all 0.
  package init(architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int) {
    precondition(MatrixBackend.isSingleThreaded, "OpenBLAS refused to run with one thread")
    let layout = DenseLayer.layers(
      of: architecture, inputWidth: inputWidth, outputWidth: outputWidth)
    layers = layout.layers
    parameters = AlignedBuffer(count: layout.parameterCount)
    gradients = AlignedBuffer(count: layout.parameterCount)
  }

  /// A network whose parameters are drawn from a stream, layer by layer, weights before biases.
  package convenience init(
    architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int, from stream: RandomStream
  ) {
    self.init(architecture: architecture, inputWidth: inputWidth, outputWidth: outputWidth)
    for layer in layers {
      for index in 0..<layer.weightCount {
        parameters.base[layer.weightOffset + index] = Element(
          architecture.initialisation.weight(for: layer, from: stream))
      }
      for index in 0..<layer.outputWidth {
        parameters.base[layer.biasOffset + index] = Element(
          architecture.initialisation.bias(for: layer, from: stream))
      }
    }
  }

  /// Overwrites the activations with those of the first `rows` rows of the input:
  /// A₀ = X, A_l = φ_l(A_{l−1} W_lᵀ + 1 b_lᵀ).
  package func forward(_ workspace: Workspace<Element>, rows: Int) {
    precondition(rows <= workspace.capacity, "\(rows) rows break rows ≤ \(workspace.capacity)")
    for (index, layer) in layers.enumerated() {
      let output = workspace.activations[index + 1].base
      Element.writeProduct(
        workspace.activations[index].base, isTransposedA: false,
        parameters.base + layer.weightOffset, isTransposedB: true, into: output, rows: rows,
        columns: layer.outputWidth, depth: layer.inputWidth)
      layer.activation.apply(
        to: output, adding: parameters.base + layer.biasOffset, rows: rows,
        columns: layer.outputWidth)
    }
  }

  /// What a backward pass is for; the rest is not computed.
  package enum Target {
    case parameters
    case input
  }

  /// Carries the gradient of a scalar loss back from the output of the last forward pass.
  ///
  /// On entry `workspace.outputGradient` holds ∂L/∂A_last. For each layer from last to first, with
  /// D = ∂L/∂A_l ⊙ φ′ : ∂L/∂W_l = Dᵀ A_{l−1}, ∂L/∂b_l = Dᵀ 1, ∂L/∂A_{l−1} = D W_l.
  /// For `.parameters`, `gradients` is overwritten. For `.input`, `workspace.inputGradient` is.
  package func backward(_ workspace: Workspace<Element>, rows: Int, to target: Target) {
    precondition(rows <= workspace.capacity, "\(rows) rows break rows ≤ \(workspace.capacity)")
    for (index, layer) in layers.enumerated().reversed() {
      let delta = workspace.deltas[index + 1].base
      let input = workspace.activations[index].base
      layer.activation.multiplyByDerivative(
        delta, activations: workspace.activations[index + 1].base, count: rows * layer.outputWidth)
      if target == .parameters {
        Element.writeProduct(
          delta, isTransposedA: true, input, isTransposedB: false,
          into: gradients.base + layer.weightOffset, rows: layer.outputWidth,
          columns: layer.inputWidth, depth: rows)
        writeColumnSums(
          delta, into: gradients.base + layer.biasOffset, rows: rows, columns: layer.outputWidth)
      }
      if index > 0 || target == .input {
        Element.writeProduct(
          delta, isTransposedA: false, parameters.base + layer.weightOffset, isTransposedB: false,
          into: workspace.deltas[index].base, rows: rows, columns: layer.inputWidth,
          depth: layer.outputWidth)
      }
    }
  }

  private func writeColumnSums(
    _ matrix: UnsafePointer<Element>, into sums: UnsafeMutablePointer<Element>, rows: Int,
    columns: Int
  ) {
    sums.update(repeating: 0, count: columns)
    for row in 0..<rows {
      let matrix = matrix + row * columns
      for column in 0..<columns { sums[column] += matrix[column] }
    }
  }
}
