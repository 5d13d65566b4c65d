import Foundation
import Testing

@Suite struct `Sweeps of bounds` {
  private func rows(_ arguments: [String]) throws -> [[String: Any]] {
    let outcome = try BuiltProgram.run(["table"] + arguments + ["--format", "json"])
    #expect(outcome.status == 0, "\(outcome.errors)")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    return try #require((object as? [String: Any])?["rows"] as? [[String: Any]])
  }

  /// Digits to which the doubles of a table are compared: a value is rounded to a double once, and erf and
  /// the division add a few ulp.
  private let ulps = 1e-14

  @Test func `Theorem 3.4 follows the closed form for two modes`() throws {
    let table = try rows(["3.4", "--sigma", "0.5", "--with", "gap=8", "--sweep", "slope=1,4,9"])
    for row in table {
      let slope = try #require(row["slope"] as? Double)
      // 2Φ(h) − 1 = erf(h/√2), h = (gap − 3σ)/2k as printed and (gap − 6σ)/2k.
      for (name, clearance) in [("printed", 3.0), ("exact", 6)] {
        let expected = erf((8 - clearance * 0.5) / (2 * slope) / 2.squareRoot())
        let value = try #require(row[name] as? Double)
        #expect(abs(value - expected) <= ulps * expected)
      }
    }
    #expect(table.count == 3)
  }

  @Test func `Theorem 3.1 in logarithms keeps the closed form where the value overflows`() throws {
    let row = try #require(
      try rows(["3.1", "--sigma", "0.1", "--with", "gap=200"]).first)
    let expected = (log(0.1) + 200.0 * 200 / (8 * 0.01)) / log(10)
    for name in ["log10 printed", "log10 sharpened", "log10 exact"] {
      #expect(abs(try #require(row[name] as? Double) - expected) <= ulps * expected)
    }
  }

  @Test func `Theorem 4.2 is false just beyond the corrected condition`() throws {
    // σ = 1, r = 1: the limit is 4.5.
    let table = try rows(
      ["4.2", "--sigma", "1", "--with", "distance=1", "--sweep", "step=4.5,4.6"])
    #expect(table[0]["printed / exact"] as? Double == 1)
    #expect(table[0]["corrected"] is Double)
    #expect(try #require(table[1]["printed / exact"] as? Double) < 1)
    #expect(table[1]["corrected"] is NSNull)
  }

  @Test func `Theorem C.5 needs the factor k and the power n`() throws {
    // k_* = 1, k = ½, x₀ → 0 on the line: the step is s·(4 − 1)·½/(1 + ½) = s, printed 2s.
    let row = try #require(
      try rows(
        [
          "C.5", "--sigma", "1", "--with", "steepness=0.5", "--with", "distance=0", "--with",
          "step=0.125",
        ]
      ).first)
    #expect(row["exact"] as? Double == 0.125)
    #expect(row["printed"] as? Double == 0.25)
  }

  @Test func `two sweeps make a matrix of the same numbers`() throws {
    let list = try rows(["3.4", "--sigma", "1", "--sweep", "gap=7,9", "--sweep", "slope=2,3"])
    let matrix = try rows([
      "3.4", "--sigma", "1", "--sweep", "gap=7,9", "--sweep", "slope=2,3", "--quantity", "printed",
    ])
    let cells = matrix.flatMap { [$0["2"] as? Double, $0["3"] as? Double] }
    #expect(cells == list.map { $0["printed"] as? Double })
    #expect(cells.allSatisfy { $0 != nil })
  }
}
