import NumericKernel
import Testing

/// Against mpmath, on `Tests/ReferenceTables/normal-distribution.csv`.
@Suite struct ReferenceValueTests {
  /// A function, its name in the table, and the accuracy that its documentation states.
  struct Documented: CustomTestStringConvertible, Sendable {
    let name: String
    let ulps: Double
    let function: @Sendable (Double) -> Double

    var testDescription: String { name }
  }

  static let documented = [
    Documented(name: "density", ulps: 3, function: { NormalDistribution.density($0) }),
    Documented(name: "cumulative", ulps: 4, function: { NormalDistribution.cumulative($0) }),
    Documented(name: "upperTail", ulps: 4, function: { NormalDistribution.upperTail($0) }),
    Documented(name: "logCumulative", ulps: 4, function: { NormalDistribution.logCumulative($0) }),
    Documented(name: "hazard", ulps: 6, function: { NormalDistribution.hazard($0) }),
    Documented(name: "quantile", ulps: 3, function: { NormalDistribution.quantile($0) }),
    Documented(
      name: "relativeExponential", ulps: 2, function: { SpecialFunctions.relativeExponential($0) }),
    Documented(
      name: "logComplementaryError", ulps: 4,
      function: { SpecialFunctions.logComplementaryError($0) }),
  ]

  @Test(arguments: documented)
  func `values are as accurate as documented`(_ documented: Documented) throws {
    let rows = try ReferenceTable("normal-distribution.csv").rows(of: documented.name)
    #expect(rows.count > 100)
    for row in rows {
      let computed = documented.function(row.argument)
      #expect(
        ulps(computed, from: row.value) <= documented.ulps, "at \(row.argument): \(computed)")
    }
  }
}
