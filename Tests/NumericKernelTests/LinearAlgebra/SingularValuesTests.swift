import NumericKernel
import Testing

@Suite struct SingularValuesTests {
  @Test func `the values of a diagonal matrix are its sorted magnitudes`() throws {
    let singular = try SingularValues(of: [1, 0, 0, 0, -5, 0, 0, 0, 3], rows: 3, columns: 3)
    #expect(singular.values == [5, 3, 1])
    #expect(singular.spectralNorm == 5)
  }

  @Test func `a two by two matrix agrees with the closed form`() throws {
    let (a, b, c, d) = (1.0, 2.0, 3.0, 4.0)
    let singular = try SingularValues(of: [a, b, c, d], rows: 2, columns: 2)
    // σ₁ ± σ₂ = √((a ± d)² + (b ∓ c)²)
    let sum = ((a - d) * (a - d) + (b + c) * (b + c)).squareRoot()
    let difference = ((a + d) * (a + d) + (b - c) * (b - c)).squareRoot()
    let bound = 8 * singular.spectralNorm * Double.ulpOfOne
    #expect(abs(singular.values[0] - (sum + difference) / 2) <= bound)
    #expect(abs(singular.values[1] - abs(sum - difference) / 2) <= bound)
  }

  @Test func `transposing, and permuting rows, leaves the values`() throws {
    let tall = [2.0, -1, 0.5, 3, 4, 1]
    let flat = [2.0, 0.5, 4, -1, 3, 1]
    let first = try SingularValues(of: tall, rows: 3, columns: 2)
    #expect(first == (try SingularValues(of: flat, rows: 2, columns: 3)))
    #expect(first.values.count == 2)
    let permuted = try SingularValues(of: [4, 1, 2, -1, 0.5, 3], rows: 3, columns: 2)
    for (left, right) in zip(first.values, permuted.values) {
      #expect(abs(left - right) <= 16 * first.spectralNorm * Double.ulpOfOne)
    }
  }

  @Test func `squares add up to the squared Frobenius norm and values descend`() throws {
    let stream = RandomStream(seed: 3, name: "matrix")
    for (rows, columns) in [(1, 1), (7, 1), (1, 9), (12, 5), (20, 20)] {
      let entries = stream.normals(rows * columns)
      let values = try SingularValues(of: entries, rows: rows, columns: columns).values
      let frobenius = entries.reduce(0) { $0 + $1 * $1 }
      let sum = values.reduce(0) { $0 + $1 * $1 }
      let bound = 8 * Double(rows * columns) * frobenius * Double.ulpOfOne
      #expect(abs(sum - frobenius) <= bound, "\(rows) × \(columns)")
      #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
      #expect(values.count == min(rows, columns))
    }
  }

  @Test func `the values of Hilbert's matrix agree with the reference`() throws {
    let rows = try ReferenceTable("hilbert-singular-values.csv").rows(of: "hilbert")
    let size = rows.count
    let entries = (0..<size * size).map { 1 / Double($0 / size + $0 % size + 1) }
    let singular = try SingularValues(of: entries, rows: size, columns: size)
    for (value, row) in zip(singular.values, rows) {
      // By Weyl, with rounded entries and backward errors of a few ulps of the norm.
      #expect(abs(value - row.value) <= 8 * singular.spectralNorm * Double.ulpOfOne)
    }
  }

  @Test func `zero, huge and tiny matrices are exact up to scale`() throws {
    #expect(
      try SingularValues(of: [0, 0, 0, 0], rows: 2, columns: 2).values == [0, 0])
    let plain = try SingularValues(of: [1, 2, 3, 4], rows: 2, columns: 2)
    for exponent in [1000, -1000] {
      let scaled = [1.0, 2, 3, 4].map { Double(sign: .plus, exponent: exponent, significand: $0) }
      let singular = try SingularValues(of: scaled, rows: 2, columns: 2)
      #expect(
        singular.values
          == plain.values.map { Double(sign: .plus, exponent: exponent, significand: $0) })
    }
  }

  @Test func `a matrix of deficient rank has zeros to rounding`() throws {
    let singular = try SingularValues(of: [1, 2, 2, 4, 3, 6], rows: 3, columns: 2)
    #expect(abs(singular.spectralNorm - 70.0.squareRoot()) <= 8 * (70.0.squareRoot()).ulp)
    #expect(singular.values[1] <= 8 * singular.spectralNorm * Double.ulpOfOne)
  }

  @Test(arguments: [Double.nan, .infinity])
  func `an entry that is not finite is a typed error with its place`(_ entry: Double) throws {
    let error = #expect(throws: NumericError.self) {
      try SingularValues(of: [1, 2, 3, 4, 5, entry], rows: 2, columns: 3)
    }
    #expect(error?.cause == .invalidInput)
    #expect(error?.evidence("row") == 1)
    #expect(error?.evidence("column") == 2)
  }
}
