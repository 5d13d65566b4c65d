import NumericKernel
import Testing

@testable import GANSimulator

@Suite struct `Bounds of the spectral norm` {
  private func bounds(_ matrix: [Double], rows: Int, columns: Int) -> (Double, Double) {
    (
      SpectralNormBound.lower(matrix, rows: rows, columns: columns),
      SpectralNormBound.upper(matrix, rows: rows, columns: columns)
    )
  }

  @Test func `known norms lie between them, and they are close`() {
    // Integers, so that norms are known: ‖diag‖ is the largest entry, ‖u·vᵀ‖ = ‖u‖·‖v‖.
    let cases: [(matrix: [Double], rows: Int, columns: Int, norm: Double)] = [
      ([-7], 1, 1, 7), ([3, 4], 1, 2, 5), ([3, 4], 2, 1, 5),
      ([2, 0, 0, 0, 9, 0, 0, 0, 4], 3, 3, 9), ([5, 0, 0, 5], 2, 2, 5),
      ([3, 6, 6, 4, 8, 8], 2, 3, 15), ([3, 4, 6, 8, 6, 8], 3, 2, 15),
      ([0x1p-600, 0, 0, 0x1p-601], 2, 2, 0x1p-600),
      ([0x1p600, 0, 0, 0x1p601], 2, 2, 0x1p601), ([0, 0, 0, 0], 2, 2, 0),
      ((0..<25).map { $0 % 6 == 0 ? 2 : 0 }, 5, 5, 2),
    ]
    for (matrix, rows, columns, norm) in cases {
      let (lower, upper) = bounds(matrix, rows: rows, columns: columns)
      #expect(lower <= norm && norm <= upper, "\(matrix): \(lower) \(upper)")
      // Upper: the first margin 2⁻⁴⁴ on the square, and slack of some hundred ulps.
      #expect(upper <= norm * (1 + 0x1p-42), "\(matrix): \(upper)")
      // Outside of this range squares leave the doubles, and the bound from below is 0.
      if 0x1p-200 < norm, norm < 0x1p400 {
        #expect(lower >= norm * (1 - 0x1p-42), "\(matrix): \(lower)")
      }
    }
  }

  @Test func `random matrices: the two routes meet`() throws {
    let stream = RandomStream(seed: 6, name: "matrices")
    for size in 1...6 {
      for _ in 0..<40 {
        let columns = 1 + stream.integer(below: 6)
        let matrix = (0..<size * columns).map { _ in stream.normal() }
        let (lower, upper) = bounds(matrix, rows: size, columns: columns)
        let norm = try SingularValues(of: matrix, rows: size, columns: columns).spectralNorm
        // Jacobi's method: some ulps of the norm. Power iteration may be slow where two values are close.
        #expect(lower <= norm * (1 + 0x1p-48) && norm * (1 - 0x1p-48) <= upper)
        #expect(upper <= norm * (1 + 0x1p-38), "\(matrix)")
      }
    }
  }

  @Test func `what is not finite has no bound`() {
    #expect(SpectralNormBound.upper([1, .nan], rows: 1, columns: 2) == .infinity)
    #expect(SpectralNormBound.upper([.infinity], rows: 1, columns: 1) == .infinity)
    #expect(SpectralNormBound.lower([.infinity], rows: 1, columns: 1) == 0)
  }
}
