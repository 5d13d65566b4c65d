internal import CTrainingKernels
internal import Foundation

extension Float: NetworkFloat {
  package static var precision: Precision { .float32 }
  package static var panelWidth: Int { Int(steepness_panel_f32) }

  package static func multiply(_ product: MatrixProduct<Float>) {
    withUnsafePointer(to: product.inC) { steepness_multiply_f32($0) }
  }

  package static func multiplyNarrow(_ product: MatrixProduct<Float>) {
    withUnsafePointer(to: product.inC) { steepness_multiply_narrow_f32($0, product.right) }
  }

  package static func pack(
    _ matrix: UnsafePointer<Float>, stride: Int, isTransposed: Bool, depth: Int, columns: Int,
    panels: Range<Int>, into packed: UnsafeMutablePointer<Float>
  ) {
    steepness_pack_f32(
      matrix, stride, isTransposed ? 1 : 0, depth, columns, panels.lowerBound, panels.upperBound,
      packed)
  }

  package static func packRows(
    _ matrix: UnsafePointer<Float>, depth: Int, columns: Int, rows: Range<Int>,
    into packed: UnsafeMutablePointer<Float>
  ) {
    steepness_pack_rows_f32(
      matrix, columns, depth, columns, rows.lowerBound, rows.upperBound, packed)
  }

  package static func writeColumnSums(
    _ matrix: UnsafePointer<Float>, stride: Int, rows: Int, columns: Range<Int>,
    into sums: UnsafeMutablePointer<Float>
  ) {
    steepness_column_sums_f32(
      matrix, stride, rows, columns.lowerBound, columns.upperBound, sums)
  }

  package static func stepMomentum(
    _ parameters: UnsafeMutablePointer<Float>, velocity: UnsafeMutablePointer<Float>,
    gradients: UnsafePointer<Float>, count: Int, rate: Float, momentum: Float
  ) {
    steepness_sgd_f32(parameters, velocity, gradients, count, rate, momentum)
  }

  package static func stepAdam(
    _ parameters: UnsafeMutablePointer<Float>, first: UnsafeMutablePointer<Float>,
    second: UnsafeMutablePointer<Float>, gradients: UnsafePointer<Float>, count: Int, rate: Float,
    firstDecay: Float, secondDecay: Float, rootScale: Float, offset: Float
  ) {
    steepness_adam_f32(
      parameters, first, second, gradients, count, rate, firstDecay, secondDecay, rootScale,
      offset)
  }

  package static func writeNormals(
    key: UInt64, from: UInt64, count: Int, into numbers: UnsafeMutablePointer<Float>
  ) {
    steepness_normals_f32(key, from, count, numbers)
  }

  package static func exponential(_ x: Float) -> Float { exp(x) }
  package static func logarithmOfOnePlus(_ x: Float) -> Float { log1p(x) }
}

extension MatrixProduct where Element == Float {
  fileprivate var inC: steepness_product_f32 {
    steepness_product_f32(
      a: left, a_row: leftRow, a_depth: leftDepth, panels: right, c: result, c_row: resultRow,
      rows: rows, columns: columns, depth: depth, finish: finish.inC, bias: finish.bias,
      activations: finish.activations, sharing: finish.sharing, slope: finish.slope)
  }
}
