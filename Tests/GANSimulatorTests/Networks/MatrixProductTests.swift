import GANSimulator
import NumericKernel
import Testing

/// Products against sums that are written down here, in an order of their own.
@Suite struct MatrixProductTests {
  /// Rows, columns and depth around the sizes of tiles, panels and blocks.
  static let shapes: [[Int]] = [
    [1, 1, 1], [2, 3, 2], [12, 32, 5], [13, 33, 7], [25, 70, 192], [7, 40, 193], [31, 5, 400],
    [3, 129, 64], [40, 16, 3],
  ]

  private func expectProduct<Element: NetworkFloat>(
    _ type: Element.Type, _ shape: [Int], isTransposed: Bool, seed: UInt64
  ) {
    let (rows, columns, depth) = (shape[0], shape[1], shape[2])
    let stream = RandomStream(seed: seed, name: "product")
    func buffer(_ count: Int) -> AlignedBuffer<Element> {
      let buffer = AlignedBuffer<Element>(count: count)
      for index in 0..<count { buffer.base[index] = Element(stream.normal()) }
      return buffer
    }
    let (a, b) = (buffer(rows * depth), buffer(depth * columns))
    func right(_ k: Int, _ j: Int) -> Double {
      Double(b.base[isTransposed ? j * depth + k : k * columns + j])
    }
    let width = Element.panelWidth
    let panelCount = (columns + width - 1) / width
    let panels = AlignedBuffer<Element>(count: panelCount * width * depth)
    // In two goes, as two threads would.
    for share in [0..<panelCount / 2, panelCount / 2..<panelCount] {
      Element.pack(
        b.base, stride: isTransposed ? depth : columns, isTransposed: isTransposed, depth: depth,
        columns: columns, panels: share, into: panels.base)
    }
    if !isTransposed {
      let byRows = AlignedBuffer<Element>(count: panels.count)
      for share in [0..<depth / 2, depth / 2..<depth] {
        Element.packRows(b.base, depth: depth, columns: columns, rows: share, into: byRows.base)
      }
      #expect(byRows.elements.elementsEqual(panels.elements), "\(shape): packed by rows")
    }
    let c = AlignedBuffer<Element>(count: rows * columns)
    func product(_ part: Range<Int>, into c: AlignedBuffer<Element>) -> MatrixProduct<Element> {
      MatrixProduct(
        left: a.base + part.lowerBound * depth, leftRow: depth, leftDepth: 1, right: panels.base,
        result: c.base + part.lowerBound * columns, resultRow: columns, rows: part.count,
        columns: columns, depth: depth)
    }
    Element.multiply(product(0..<rows, into: c))
    let narrow = AlignedBuffer<Element>(count: rows * columns)
    if isTransposed {
      Element.multiplyNarrow(
        MatrixProduct(
          left: a.base, leftRow: depth, leftDepth: 1, right: b.base, result: narrow.base,
          resultRow: columns, rows: rows, columns: columns, depth: depth))
    }
    for row in 0..<rows {
      for column in 0..<columns {
        var (sum, size) = (0.0, 0.0)
        for k in (0..<depth).reversed() {
          let term = Double(a.base[row * depth + k]) * right(k, column)
          sum += term
          size += term.magnitude
        }
        // depth·u·(|A||B|) for the product, and as much in double precision for the sum here.
        let bound = Double(depth + 1) * (Double(Element.ulpOfOne) + Double.ulpOfOne) * size / 2
        let index = row * columns + column
        #expect((Double(c.base[index]) - sum).magnitude <= bound, "\(shape), seed \(seed)")
        if isTransposed {
          #expect(
            (Double(narrow.base[index]) - sum).magnitude <= bound, "narrow \(shape), seed \(seed)")
        }
      }
    }
    // Rows shared in another way: the same bits.
    let again = AlignedBuffer<Element>(count: rows * columns)
    for cut in [0..<rows / 3, rows / 3..<rows] where !cut.isEmpty {
      Element.multiply(product(cut, into: again))
    }
    #expect(again.elements.elementsEqual(c.elements), "\(shape), seed \(seed)")
  }

  @Test(arguments: shapes, [false, true])
  func `products are those of their definition, however shared`(shape: [Int], isTransposed: Bool) {
    expectProduct(Float.self, shape, isTransposed: isTransposed, seed: 41)
    expectProduct(Double.self, shape, isTransposed: isTransposed, seed: 42)
  }

  @Test func `sums of columns are those of their definition`() {
    let (rows, columns) = (9, 77)
    let matrix = AlignedBuffer<Float>(count: rows * columns)
    // Small integers, whose sums are exact.
    for index in 0..<matrix.count { matrix.base[index] = Float(index * 7 % 23 - 11) }
    let sums = AlignedBuffer<Float>(count: columns)
    for share in [0..<50, 50..<columns] {
      Float.writeColumnSums(
        matrix.base, stride: columns, rows: rows, columns: share, into: sums.base)
    }
    for column in 0..<columns {
      #expect(
        sums.base[column] == (0..<rows).reduce(0) { $0 + matrix.base[$1 * columns + column] })
    }
  }

  @Test func `a product of the library follows its transpositions`() {
    // A = (1 2 3; 4 5 6) and B = (1 0; 2 1; 0 3): A B = (5 11; 14 23).
    let a: [Double] = [1, 2, 3, 4, 5, 6]
    let aTransposed: [Double] = [1, 4, 2, 5, 3, 6]
    let b: [Double] = [1, 0, 2, 1, 0, 3]
    let bTransposed: [Double] = [1, 2, 0, 0, 1, 3]
    for (isTransposedA, isTransposedB) in [
      (false, false), (true, false), (false, true), (true, true),
    ] {
      var product = [Double](repeating: .nan, count: 4)
      Double.writeProduct(
        isTransposedA ? aTransposed : a, isTransposedA: isTransposedA,
        isTransposedB ? bTransposed : b, isTransposedB: isTransposedB, into: &product, rows: 2,
        columns: 2, depth: 3)
      #expect(product == [5, 11, 14, 23])
    }
  }
}
