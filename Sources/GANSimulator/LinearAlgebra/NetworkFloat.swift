internal import CBLAS
internal import Foundation

/// A floating-point type that networks can be made of.
///
/// Training runs in `Float`. The same layers run in `Double`, where central differences are sharp
/// enough to check the hand-written derivatives.
package protocol NetworkFloat: BinaryFloatingPoint, BitwiseCopyable, Sendable {
  /// Overwrites C with op(A) op(B), all row-major without gaps.
  ///
  /// - Shapes: op(A) is `rows` × `depth`, op(B) is `depth` × `columns`, C is `rows` × `columns`.
  /// - Accuracy: that of the BLAS: each entry within `depth`·u·(|A||B|) to first order, u the unit
  ///   roundoff, whatever the order of summation.
  static func writeProduct(
    _ a: UnsafePointer<Self>, isTransposedA: Bool, _ b: UnsafePointer<Self>, isTransposedB: Bool,
    into c: UnsafeMutablePointer<Self>, rows: Int, columns: Int, depth: Int)

  /// eˣ, as the C library gives it.
  static func exponential(_ x: Self) -> Self

  /// log(1 + x), as the C library gives it.
  static func logarithmOfOnePlus(_ x: Self) -> Self

  /// Replaces each number by its hyperbolic tangent.
  static func replaceByTanh(_ numbers: UnsafeMutablePointer<Self>, count: Int)
}

extension Float: NetworkFloat {
  package static func writeProduct(
    _ a: UnsafePointer<Float>, isTransposedA: Bool, _ b: UnsafePointer<Float>, isTransposedB: Bool,
    into c: UnsafeMutablePointer<Float>, rows: Int, columns: Int, depth: Int
  ) {
    steepness_sgemm(
      isTransposedA ? 1 : 0, a, isTransposedB ? 1 : 0, b, c, Int32(rows), Int32(columns),
      Int32(depth))
  }

  package static func exponential(_ x: Float) -> Float { exp(x) }
  package static func logarithmOfOnePlus(_ x: Float) -> Float { log1p(x) }
}

extension Double: NetworkFloat {
  package static func writeProduct(
    _ a: UnsafePointer<Double>, isTransposedA: Bool, _ b: UnsafePointer<Double>,
    isTransposedB: Bool, into c: UnsafeMutablePointer<Double>, rows: Int, columns: Int, depth: Int
  ) {
    steepness_dgemm(
      isTransposedA ? 1 : 0, a, isTransposedB ? 1 : 0, b, c, Int32(rows), Int32(columns),
      Int32(depth))
  }

  package static func exponential(_ x: Double) -> Double { exp(x) }
  package static func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

  package static func replaceByTanh(_ numbers: UnsafeMutablePointer<Double>, count: Int) {
    for index in 0..<count { numbers[index] = tanh(numbers[index]) }
  }
}
