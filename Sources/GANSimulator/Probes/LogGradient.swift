internal import Foundation

/// The velocity of generated samples: the direction in which their loss falls.
///
/// For the NSGAN it is ∇d/d = ∇ log d with d = 1/(1 + e^(−ℓ)), formed as (1 − d)·∇ℓ with
/// 1 − d = 1/(1 + eˡ), so that nothing is divided by d, which underflows where the discriminator is
/// sure. For other losses of appendix H it is g_f′(v)·∇v.
///
/// - Source: section 2.2; appendix H.
package enum LogGradient {
  /// Runs the discriminator on the workspace's input and returns ∇d/d at each row.
  ///
  /// - Shapes: rows × inputWidth, row-major.
  /// - Edge cases: 0 where 1 − d underflows in double precision.
  /// - Accuracy: ∇ℓ to rounding of `Element`; the factor 1 − d to a few ulps in double precision.
  package static func vectors<Element: NetworkFloat>(
    of discriminator: Network<Element>, in workspace: Workspace<Element>, rows: Int
  ) -> [Double] {
    discriminator.forward(workspace, rows: 0..<rows)
    workspace.outputGradient.update(repeating: 1, count: rows)
    discriminator.carryBack(workspace, rows: 0..<rows, to: .input)
    let width = discriminator.inputWidth
    return (0..<rows * width).map { index in
      LogisticLoss.logistic(-Double(workspace.output[index / width]))
        * Double(workspace.inputGradient[index])
    }
  }

  /// Writes the length of each velocity after a forward pass of these rows, at the row's place.
  ///
  /// - Accuracy: as for `vectors`, with squares in double precision.
  @_specialize(where Element == Float)
  @_specialize(where Element == Double)
  package static func writeNorms<Element: NetworkFloat>(
    of discriminator: Network<Element>, _ loss: AdversarialLoss,
    in workspace: Workspace<Element>, rows: Range<Int>, into norms: UnsafeMutablePointer<Double>
  ) {
    (workspace.outputGradient + rows.lowerBound).update(repeating: 1, count: rows.count)
    discriminator.carryBack(workspace, rows: rows, to: .input)
    let width = discriminator.inputWidth
    for row in rows {
      var square = 0.0
      for index in row * width..<(row + 1) * width {
        let slope = Double(workspace.inputGradient[index])
        square += slope * slope
      }
      norms[row] =
        loss.slope(Double(workspace.output[row]), .generator).magnitude * square.squareRoot()
    }
  }
}
