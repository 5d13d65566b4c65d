internal import CTrainingKernels
internal import Foundation

/// A floating-point type that networks can be made of, `Float` or `Double`.
package protocol NetworkFloat: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  /// The type's name in experiments and checkpoints.
  static var precision: Precision { get }

  /// Columns of a packed panel.
  static var panelWidth: Int { get }

  /// Forms a product whose right factor lies in panels.
  static func multiply(_ product: MatrixProduct<Self>)

  /// Forms a product with few columns, whose right factor is transposed: columns × depth.
  static func multiplyNarrow(_ product: MatrixProduct<Self>)

  /// Packs panels of a depth × columns matrix: entry (k, j) is at k·stride + j, or at
  /// j·stride + k where it is transposed.
  static func pack(
    _ matrix: UnsafePointer<Self>, stride: Int, isTransposed: Bool, depth: Int, columns: Int,
    panels: Range<Int>, into packed: UnsafeMutablePointer<Self>)

  /// Packs some rows of all panels of a depth × columns matrix without gaps.
  static func packRows(
    _ matrix: UnsafePointer<Self>, depth: Int, columns: Int, rows: Range<Int>,
    into packed: UnsafeMutablePointer<Self>)

  /// Overwrites some sums over the rows of a matrix, one for each column.
  static func writeColumnSums(
    _ matrix: UnsafePointer<Self>, stride: Int, rows: Int, columns: Range<Int>,
    into sums: UnsafeMutablePointer<Self>)

  /// Moves parameters against momentum's velocity.
  static func stepMomentum(
    _ parameters: UnsafeMutablePointer<Self>, velocity: UnsafeMutablePointer<Self>,
    gradients: UnsafePointer<Self>, count: Int, rate: Self, momentum: Self)

  /// Moves parameters by Adam's rule.
  static func stepAdam(
    _ parameters: UnsafeMutablePointer<Self>, first: UnsafeMutablePointer<Self>,
    second: UnsafeMutablePointer<Self>, gradients: UnsafePointer<Self>, count: Int, rate: Self,
    firstDecay: Self, secondDecay: Self, rootScale: Self, offset: Self)

  /// Writes numbers `from` to `from` + count − 1 of a stream of standard normal numbers.
  static func writeNormals(
    key: UInt64, from: UInt64, count: Int, into numbers: UnsafeMutablePointer<Self>)

  /// eˣ, as the C library gives it.
  static func exponential(_ x: Self) -> Self

  /// log(1 + x), as the C library gives it.
  static func logarithmOfOnePlus(_ x: Self) -> Self

  /// Replaces each number by its hyperbolic tangent.
  static func replaceByTanh(_ numbers: UnsafeMutablePointer<Self>, count: Int)
}
