internal import Foundation

/// ∇d/d = ∇ log d of a discriminator d = 1/(1 + e^(−ℓ)) in its input.
///
/// It is formed as (1 − d)·∇ℓ with 1 − d = 1/(1 + eˡ), so that nothing is divided by d, which
/// underflows where the discriminator is sure.
///
/// - Source: section 2.2: the direction in which a generated sample moves.
package enum LogGradient {
  /// Runs the discriminator on the workspace's input and returns ∇d/d at each row.
  ///
  /// - Shapes: rows × inputWidth, row-major.
  /// - Edge cases: 0 where 1 − d underflows in double precision.
  /// - Accuracy: ∇ℓ to rounding of `Element`; the factor 1 − d to a few ulps in double precision.
  package static func vectors<Element: NetworkFloat>(
    of discriminator: Network<Element>, in workspace: Workspace<Element>, rows: Int
  ) -> [Double] {
    discriminator.forward(workspace, rows: rows)
    workspace.outputGradient.update(repeating: 1, count: rows)
    discriminator.backward(workspace, rows: rows, to: .input)
    let width = discriminator.inputWidth
    return (0..<rows * width).map { index in
      LogisticLoss.logistic(-Double(workspace.output[index / width]))
        * Double(workspace.inputGradient[index])
    }
  }

  /// ‖∇d/d‖₂ at each row.
  package static func norms<Element: NetworkFloat>(
    of discriminator: Network<Element>, in workspace: Workspace<Element>, rows: Int
  ) -> [Double] {
    let width = discriminator.inputWidth
    let vectors = vectors(of: discriminator, in: workspace, rows: rows)
    return (0..<rows).map { row in
      vectors[row * width..<(row + 1) * width].reduce(0) { hypot($0, $1) }
    }
  }
}
