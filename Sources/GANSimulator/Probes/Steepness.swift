/// The sensitivity of a generator to its noise.
package enum Steepness {
  /// S_g(z) = ‖J_g(z)‖₂ at the rows of the last forward pass.
  ///
  /// - Source: definition 2.1.
  /// - Accuracy: exact Jacobians of the network up to rounding of `Element`.
  package static func norms<Element: NetworkFloat>(
    of generator: Network<Element>, after workspace: Workspace<Element>,
    in tangents: TangentWorkspace<Element>, rows: Int
  ) -> [Double] {
    let jacobians = generator.transposedJacobians(after: workspace, in: tangents, rows: rows)
    let (inputs, outputs) = (generator.inputWidth, generator.outputWidth)
    return (0..<rows).map { row in
      SpectralNorm.norm(jacobians + row * inputs * outputs, rows: inputs, columns: outputs)
    }
  }
}
