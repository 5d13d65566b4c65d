import Foundation
import RealModule
import Scalars
import Testing

/// The normal distribution against `Tests/ReferenceTables/normal-tails.csv`, by mpmath and python-flint.
@Suite struct `Tails of the normal distribution` {
  private struct Row {
    let argument: String
    let text: String

    var fraction: Rational { Rational(argument) ?? 0 }
    var double: Double { Double(text) ?? .nan }
    var ball: Ball { Ball(rounded: text) ?? .log(.zero) }
  }

  private static func rows(_ quantity: String, of table: String = "normal-tails") throws -> [Row] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "ReferenceTables/\(table).csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let fields: [[Substring]] = lines.map { $0.split(separator: ",") }
    let rows = fields.filter { $0[0] == quantity }.map { field in
      Row(argument: String(field[1]), text: String(field[2]))
    }
    #expect(!rows.isEmpty)
    return rows
  }

  /// Functions of one argument with the ulps that `Double` states for them.
  private static let functions:
    [(
      name: String, ulps: Double, double: @Sendable (Double) -> Double,
      ball: @Sendable (Ball) -> Ball
    )] =
      [
        ("density", 3, { .normalDensity($0) }, { .normalDensity($0) }),
        ("upperTail", 4, { .normalUpperTail($0) }, { .normalUpperTail($0) }),
        ("lowerTail", 4, { .normalCDF($0) }, { .normalCDF($0) }),
        ("logUpperTail", 4, { .logNormalUpperTail($0) }, { .logNormalUpperTail($0) }),
      ]

  @Test(arguments: functions.indices)
  func `are as accurate in doubles as stated, and enclosed to 50 digits in balls`(index: Int) throws
  {
    let (name, ulps, double, ball) = Self.functions[index]
    for row in try Self.rows(name) {
      let expected = row.double
      if expected.magnitude >= .leastNormalMagnitude {
        let error = (double(Double(row.fraction)) - expected).magnitude
        #expect(
          error <= ulps * expected.ulp, "\(name) at \(row.argument): \(error / expected.ulp) ulps")
      }
      Ball.$precision.withValue(256) {
        let enclosure = ball(Ball(row.fraction))
        #expect((enclosure - row.ball).containsZero, "\(name) at \(row.argument)")
        #expect(enclosure.certainDigits >= 50, "\(name) at \(row.argument)")
      }
    }
  }

  /// The table of `NumericKernel`, whose arguments are doubles in hexadecimal.
  @Test func `are as accurate in doubles as stated on the other table too`() throws {
    for (quantity, ulps, function) in [
      ("density", 3.0, { Double.normalDensity($0) }), ("cumulative", 4, { Double.normalCDF($0) }),
      ("upperTail", 4, { Double.normalUpperTail($0) }),
      ("logCumulative", 4, { Double.logNormalCDF($0) }),
    ] as [(String, Double, (Double) -> Double)] {
      let rows = try Self.rows(quantity, of: "normal-distribution")
      #expect(rows.count > 100)
      for row in rows {
        guard let argument = Double(row.argument) else {
          Issue.record("\(row.argument) is no number")
          continue
        }
        let error = (function(argument) - row.double).magnitude / row.double.ulp
        #expect(error <= ulps, "\(quantity) at \(argument): \(error) ulps")
      }
    }
  }

  @Test func `have hazards, by logarithms, as far as the tail reaches`() throws {
    for (quantity, excess) in [("hazard", false), ("hazardExcess", true)] {
      for row in try Self.rows(quantity) {
        // log φ and log(1 − Φ) cancel: |log φ|·2⁻⁴⁰⁰ is left, up to 10²⁰·2⁻⁴⁰⁰.
        Ball.$precision.withValue(400) {
          let z = Ball(row.fraction)
          let hazard = Ball.exp(.logNormalDensity(z) - .logNormalUpperTail(z))
          let enclosure = excess ? hazard - z : hazard
          #expect((enclosure - row.ball).containsZero, "\(row.argument)")
          #expect(enclosure.certainDigits >= 50, "\(row.argument)")
          // The derivative of the logarithm is minus the hazard.
          let slope = Jet.logNormalUpperTail(.variable(at: z, order: 1)).derivative(1)
          #expect((slope + hazard).containsZero)
        }
      }
    }
  }

  @Test func `have quantiles down to 10^−100000000`() throws {
    for row in try Self.rows("upperQuantile") {
      guard let exponent = Int(row.argument.dropFirst(3)) else {
        Issue.record("\(row.argument) is no power of ten")
        continue
      }
      Ball.$precision.withValue(256) {
        // The upper tail is 10^−exponent; the lower logarithm is the complementary one.
        let upper = Ball(-exponent) * .log(Ball(10))
        let lower = Ball.log(onePlus: -.exp(upper))
        let quantile = Ball.normalQuantile(logLower: lower, logUpper: upper)
        #expect((quantile - row.ball).containsZero, "\(row.argument)")
        #expect(quantile.certainDigits >= 50, "\(row.argument): \(quantile)")
        let mirrored = Ball.normalQuantile(logLower: upper, logUpper: lower)
        #expect((quantile + mirrored).containsZero)
      }
      let upper = -Double(exponent) * Double.log(10)
      let lower = Double.log(onePlus: -Double.exp(upper))
      let expected = row.double
      // The stated 1e-14, and an ulp of the given logarithm: log Q moves by −z·dz and more.
      let allowance = 1e-14 * expected + 2 * upper.ulp / expected
      let found = Double.normalQuantile(logLower: lower, logUpper: upper)
      #expect((found - expected).magnitude <= allowance, "\(row.argument): \(found)")
      let mirrored = Double.normalQuantile(logLower: upper, logUpper: lower)
      #expect(mirrored == -found)
    }
  }

  @Test func `meet in the middle`() throws {
    for row in try Self.rows("middleQuantile") {
      guard let exponent = Int(row.argument) else { continue }
      Ball.$precision.withValue(600) {
        let shift = Ball.pow(Ball(2), -exponent)
        let half = Ball(Rational(1, 2))
        let quantile = Ball.normalQuantile(
          logLower: .log(half + shift), logUpper: .log(half - shift))
        #expect((quantile - row.ball).containsZero, "\(row.argument)")
        #expect(quantile.certainDigits >= 50, "\(row.argument): \(quantile)")
      }
      // In doubles the logarithms near log ½ carry an ulp of 2⁻⁵³ each; the slope of log Φ is 2·φ(0).
      let shift = Double.pow(2, -exponent)
      let found = Double.normalQuantile(
        logLower: Double.log(0.5 + shift), logUpper: Double.log(0.5 - shift))
      #expect((found - row.double).magnitude <= 4 * Double.ulpOfOne * max(1, row.double))
    }
  }

  @Test func `decimals are read as everything that rounds to them`() {
    for (text, inside, outside) in [
      ("1.25", Rational(1254, 1000), Rational(1256, 1000)),
      ("-3e-2", Rational(-34, 1000), Rational(-36, 1000)), ("12", 12, 13),
      ("0.5e+1", Rational(49, 10), Rational(4, 1)),
    ] {
      let ball = Ball(rounded: text)
      #expect(ball.map { Ball(inside).isContained(in: $0) } == true)
      #expect(ball.map { Ball(outside).isContained(in: $0) } == false)
    }
    for text in [
      "", "-", "e5", "1e", "nan", "1.2.3", "[1 +/- 2]", "0x1", "--1", "1e99999999999999999999",
    ] {
      #expect(Ball(rounded: text) == nil, "\(text)")
    }
  }
}
