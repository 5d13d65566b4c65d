/// Room for the rounding of sums of products in doubles.
///
/// With u = 2⁻⁵³ the double nearest to a sum of n products, formed in any order and with fused instructions or without, is
/// within n·u/(1 − n·u) ≤ 2·n·u = n·2⁻⁵² of the exact one, times the sum of the products' magnitudes, as long as
/// n·u ≤ ½. Products below the normal range lose at most 2⁻¹⁰⁷⁴ each, which `underflow` outweighs for any n that fits in
/// memory.
///
/// - Source: Higham, Accuracy and stability of numerical algorithms, 2002, section 3.1.
enum RoundingMargin {
  /// 2⁻¹⁰⁰⁰.
  static let underflow = 0x1p-1000

  /// The factor of the sum of magnitudes that bounds the error of a sum of n products.
  static func relative(_ count: Int) -> Double { Double(count) * 0x1p-52 }

  /// A number not below the exact value of a sum of non-negative numbers that took so many operations.
  ///
  /// - Edge cases: infinity and numbers that are not numbers stay what they are.
  static func raised(_ sum: Double, operations: Int) -> Double {
    sum * (1 + relative(operations + 4)) + underflow
  }
}
