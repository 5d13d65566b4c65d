/// Room for the tangents of a network: all derivatives along the coordinates of its input.
///
/// - Shapes: each buffer holds capacity·inputWidth rows of up to the largest width.
package final class TangentWorkspace<Element: NetworkFloat> {
  package let capacity: Int
  var current: AlignedBuffer<Element>
  var next: AlignedBuffer<Element>

  package init(for network: Network<Element>, capacity: Int) {
    self.capacity = capacity
    let count = capacity * network.inputWidth * network.maximalWidth
    current = AlignedBuffer(count: count)
    next = AlignedBuffer(count: count)
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
    precondition(rows <= tangents.capacity, "\(rows) rows break rows ≤ \(tangents.capacity)")
    let directions = inputWidth
    tangents.current.base.update(repeating: 0, count: rows * directions * directions)
    for row in 0..<rows {
      for direction in 0..<directions {
        tangents.current.base[(row * directions + direction) * directions + direction] = 1
      }
    }
    for (index, layer) in layers.enumerated() {
      let product = tangents.next.base
      Element.writeProduct(
        tangents.current.base, isTransposedA: false, parameters.base + layer.weightOffset,
        isTransposedB: true, into: product, rows: rows * directions, columns: layer.outputWidth,
        depth: layer.inputWidth)
      let activations = workspace.activations[index + 1].base
      for row in 0..<rows {
        for direction in 0..<directions {
          layer.activation.multiplyByDerivative(
            product + (row * directions + direction) * layer.outputWidth,
            activations: activations + row * layer.outputWidth, count: layer.outputWidth)
        }
      }
      swap(&tangents.current, &tangents.next)
    }
    return UnsafePointer(tangents.current.base)
  }
}
