internal import CTrainingKernels
internal import Foundation

extension Double: NetworkFloat {
  package static var precision: Precision { .float64 }
  package static var panelWidth: Int { Int(steepness_panel_f64) }

  package static func multiply(_ product: MatrixProduct<Double>) {
    withUnsafePointer(to: product.inC) { steepness_multiply_f64($0) }
  }

  package static func multiplyNarrow(_ product: MatrixProduct<Double>) {
    withUnsafePointer(to: product.inC) { steepness_multiply_narrow_f64($0, product.right) }
  }

  package static func pack(
    _ matrix: UnsafePointer<Double>, stride: Int, isTransposed: Bool, depth: Int, columns: Int,
    panels: Range<Int>, into packed: UnsafeMutablePointer<Double>
  ) {
    steepness_pack_f64(
      matrix, stride, isTransposed ? 1 : 0, depth, columns, panels.lowerBound, panels.upperBound,
      packed)
  }

  package static func packRows(
    _ matrix: UnsafePointer<Double>, depth: Int, columns: Int, rows: Range<Int>,
    into packed: UnsafeMutablePointer<Double>
  ) {
    steepness_pack_rows_f64(
      matrix, columns, depth, columns, rows.lowerBound, rows.upperBound, packed)
  }

  package static func writeColumnSums(
    _ matrix: UnsafePointer<Double>, stride: Int, rows: Int, columns: Range<Int>,
    into sums: UnsafeMutablePointer<Double>
  ) {
    steepness_column_sums_f64(
      matrix, stride, rows, columns.lowerBound, columns.upperBound, sums)
  }

  package static func stepMomentum(
    _ parameters: UnsafeMutablePointer<Double>, velocity: UnsafeMutablePointer<Double>,
    gradients: UnsafePointer<Double>, count: Int, rate: Double, momentum: Double
  ) {
    steepness_sgd_f64(parameters, velocity, gradients, count, rate, momentum)
  }

  package static func stepAdam(
    _ parameters: UnsafeMutablePointer<Double>, first: UnsafeMutablePointer<Double>,
    second: UnsafeMutablePointer<Double>, gradients: UnsafePointer<Double>, count: Int,
    rate: Double,
    firstDecay: Double, secondDecay: Double, rootScale: Double, offset: Double
  ) {
    steepness_adam_f64(
      parameters, first, second, gradients, count, rate, firstDecay, secondDecay, rootScale,
      offset)
  }

  package static func writeNormals(
    key: UInt64, from: UInt64, count: Int, into numbers: UnsafeMutablePointer<Double>
  ) {
    steepness_normals_f64(key, from, count, numbers)
  }

  package static func exponential(_ x: Double) -> Double { exp(x) }
  package static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

  package static func replaceByTanh(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
    for index in 0..<count { numbers[index] = tanh(numbers[index]) }
  }
}

extension MatrixProduct where Element == Double {
  fileprivate var inC: steepness_product_f64 {
    steepness_product_f64(
      a: left, a_row: leftRow, a_depth: leftDepth, panels: right, c: result, c_row: resultRow,
      rows: rows, columns: columns, depth: depth, finish: finish.inC, bias: finish.bias,
      activations: finish.activations, sharing: finish.sharing, slope: finish.slope)
  }
}
