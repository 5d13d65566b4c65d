/// The sensitivity of a generator to its noise.
package enum Steepness {
  /// S_g(z) = ‖J_g(z)‖₂ at the rows of the last forward pass.
  ///
  /// - Source: definition 2.1.
  /// - Accuracy: exact Jacobians of the network up to rounding of `Element`.
  /// - Throws: `NumericError` where a singular value of a Jacobian beyond 2 × 2 does not converge.
  package static func norms<Element: NetworkFloat>(
    of generator: Network<Element>, after workspace: Workspace<Element>,
    in tangents: TangentWorkspace<Element>, rows: Int
  ) throws -> [Double] {
    let jacobians = generator.transposedJacobians(after: workspace, in: tangents, rows: rows)
    let (inputs, outputs) = (generator.inputWidth, generator.outputWidth)
    return try (0..<rows).map { row in
      try SpectralNorm.norm(jacobians + row * inputs * outputs, rows: inputs, columns: outputs)
    }
  }
}
