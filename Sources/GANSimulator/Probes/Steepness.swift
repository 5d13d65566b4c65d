/// The sensitivity of a generator to its noise.
package enum Steepness {
  /// S_g(z) = ‖J_g(z)‖₂ at the rows of the last forward pass.
  ///
  /// - Source: definition 2.1.
  /// - Accuracy: exact Jacobians of the network up to rounding of `Element`.
  /// - Throws: `NumericError` where a singular value of a Jacobian beyond 3 × 3 does not converge.
  package static func norms<Element: NetworkFloat>(
    of generator: Network<Element>, after workspace: Workspace<Element>,
    in tangents: TangentWorkspace<Element>, rows: Int
  ) throws -> [Double] {
    generator.prepareTangents(tangents)
    return try Array(unsafeUninitializedCapacity: rows) { buffer, count in
      try writeNorms(
        of: generator, after: workspace, in: tangents, rows: 0..<rows, into: buffer.baseAddress!)
      count = rows
    }
  }

  /// The same at some rows, each norm at its row's place, with tangents that were prepared.
  static func writeNorms<Element: NetworkFloat>(
    of generator: Network<Element>, after workspace: Workspace<Element>,
    in tangents: TangentWorkspace<Element>, rows: Range<Int>,
    into norms: UnsafeMutablePointer<Double>
  ) throws {
    let jacobians = generator.writeTransposedJacobians(after: workspace, in: tangents, rows: rows)
    let (inputs, outputs) = (generator.inputWidth, generator.outputWidth)
    for row in rows {
      norms[row] = try SpectralNorm.norm(
        jacobians + row * inputs * outputs, rows: inputs, columns: outputs)
    }
  }
}
