/// Room for the tangents of a network: all derivatives along the coordinates of its input.
///
/// - Shapes: each buffer holds capacity·inputWidth rows of up to the largest width.
package final class TangentWorkspace<Element: NetworkFloat> {
  package let capacity: Int
  let buffers: [AlignedBuffer<Element>]
  /// The tangents after the last layer.
  let result: AlignedBuffer<Element>
  /// The first layer's Wᵀ, the tangents before its activation.
  let first: AlignedBuffer<Element>

  package init(for network: Network<Element>, capacity: Int) {
    self.capacity = capacity
    let count = capacity * network.inputWidth * network.maximalWidth
    buffers = [AlignedBuffer(count: count), AlignedBuffer(count: count)]
    result = AlignedBuffer(count: capacity * network.inputWidth * network.outputWidth)
    first = AlignedBuffer(count: network.layers[0].weightCount)
  }
}

extension Network {
  /// The transposed Jacobians of the network at the rows of the last forward pass.
  ///
  /// Forward mode: row s·k + i of the tangent matrix T is ∂A/∂x_i at sample s, for k inputs. It
  /// starts as the identity, and each layer maps T to (T Wᵀ) ⊙ φ′, one matrix product for the
  /// whole batch.
  ///
  /// - Shapes: rows × inputWidth × outputWidth, row-major: the block of sample s is J(x_s)ᵀ.
  /// - Edge cases: the result is overwritten by the next call with the same workspace.
  /// - Accuracy: exact derivatives of the network as it stands, up to rounding of `Element`.
  package func transposedJacobians(
    after workspace: Workspace<Element>, in tangents: TangentWorkspace<Element>, rows: Int
  ) -> UnsafePointer<Element> {
    prepareTangents(tangents)
    return writeTransposedJacobians(after: workspace, in: tangents, rows: 0..<rows)
  }

  /// Readies a workspace for the network as it stands.
  package func prepareTangents(_ tangents: TangentWorkspace<Element>) {
    let layer = layers[0]
    for output in 0..<layer.outputWidth {
      for input in 0..<layer.inputWidth {
        tangents.first.base[input * layer.outputWidth + output] =
          parameters.base[layer.weightOffset + output * layer.inputWidth + input]
      }
    }
  }

  /// The Jacobians at some rows; returns where those of all rows start.
  ///
  /// Between layers a block of rows keeps to its own part of the buffers, whatever the layers' widths, so that
  /// threads may take blocks at the same time.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  @discardableResult
  package func writeTransposedJacobians(
    after workspace: Workspace<Element>, in tangents: TangentWorkspace<Element>, rows: Range<Int>
  ) -> UnsafePointer<Element> {
    precondition(
      rows.upperBound <= tangents.capacity, "rows \(rows) break rows ≤ \(tangents.capacity)")
    let directions = inputWidth
    let width = layers[0].outputWidth
    let block = rows.lowerBound * directions * maximalWidth
    func output(of index: Int) -> UnsafeMutablePointer<Element> {
      index == layers.count - 1
        ? tangents.result.base + rows.lowerBound * directions * outputWidth
        : tangents.buffers[index % 2].base + block
    }
    let (activation, gradients) = (layers[0].activation, tangents.first.base)
    var (tangent, activations) = (output(of: 0), workspace.activations[1].base)
    activations += rows.lowerBound * width
    for _ in rows {
      for direction in 0..<directions {
        tangent.update(from: gradients + direction * width, count: width)
        activation.multiplyByDerivative(tangent, activations: activations, count: width)
        tangent += width
      }
      activations += width
    }
    for (index, layer) in layers.enumerated().dropFirst() {
      let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
      let product = MatrixProduct(
        left: output(of: index - 1),
        leftRow: inputs, leftDepth: 1,
        right: layer.hasFewOutputs
          ? parameters.base + layer.weightOffset : forwardPanels[index].base,
        result: output(of: index),
        resultRow: outputs, rows: rows.count * directions, columns: outputs, depth: inputs,
        finish: layer.activation.derivativeFinish(
          workspace.activations[index + 1].base + rows.lowerBound * outputs, sharing: directions))
      if layer.hasFewOutputs {
        Element.multiplyNarrow(product)
      } else {
        Element.multiply(product)
      }
    }
    return UnsafePointer(tangents.result.base)
  }
}
