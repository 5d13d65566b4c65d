import GANTheory
import RealModule
import Scalars
import Testing

/// The paper's bounds and recurrences against `Tests/ReferenceTables/bounds.csv`.
@Suite struct `Bounds against mpmath and flint` {
  private func enclose(_ row: ReferenceValues.Row, _ value: () -> Ball) {
    Ball.$precision.withValue(256) {
      let enclosure = value()
      #expect((enclosure - row.ball).containsZero, "\(row.key): \(enclosure)")
      #expect(enclosure.certainDigits >= 50, "\(row.key): \(enclosure)")
    }
  }

  private func lineBound<S: Scalar>(_ row: ReferenceValues.Row) throws -> LineBound<S> {
    LineBound(
      modes: try ReferenceValues.modes(row.arguments[0]).map { S($0) },
      standardDeviation: S(try ReferenceValues.fraction(row.arguments[1])))
  }

  @Test(arguments: [("logPrinted31", false), ("logSharpened31", true)])
  func `of Theorem 3_1 are these, for up to 10000 modes and gaps of 1000σ`(
    quantity: String, isSharpened: Bool
  ) throws {
    for row in try ReferenceValues.rows(quantity, of: "bounds") {
      let bound: LineBound<Double> = try lineBound(row)
      let value = isSharpened ? bound.logSharpened : bound.logPrinted
      // q has the stated relative error of 1e-14; squares of gaps, and logarithms, some roundings.
      let q = bound.quantile
      let gap = (row.value + q * q).magnitude + (row.value + q * q / 2).magnitude
      let allowance = 2e-14 * q * q + 16 * Double.ulpOfOne * max(1, gap)
      #expect((value - row.value).magnitude <= allowance, "\(row.key): \(value)")
      let certified: LineBound<Ball> = try Ball.$precision.withValue(256) { try lineBound(row) }
      enclose(row) { isSharpened ? certified.logSharpened : certified.logPrinted }
    }
  }

  private func spaceBound<S: Scalar>(_ row: ReferenceValues.Row) throws -> SpaceBound<S> {
    SpaceBound(
      modes: try row.arguments[0].split(separator: ";").map {
        try $0.split(separator: " ").map { S(try ReferenceValues.fraction($0)) }
      }, standardDeviation: S(try ReferenceValues.fraction(row.arguments[1])),
      radius: S(try ReferenceValues.fraction(row.arguments[2])))
  }

  @Test func `of Theorem 3_2 are these, from the line to four dimensions`() throws {
    for row in try ReferenceValues.rows("logPrinted32", of: "bounds") {
      let bound: SpaceBound<Double> = try spaceBound(row)
      // The squared distance over 2nσ², the largest term, with roundings of centre, crossing and sums.
      let spread = row.value.magnitude + bound.radius * bound.radius
      let allowance = 64 * Double.ulpOfOne * max(1, spread)
      #expect((bound.logPrinted - row.value).magnitude <= allowance, "\(row.key)")
      let certified: SpaceBound<Ball> = try Ball.$precision.withValue(256) { try spaceBound(row) }
      enclose(row) { certified.logPrinted }
    }
  }

  @Test func `of Theorem 3_4 are these sums, printed and corrected`() throws {
    for row in try ReferenceValues.rows("mixture34", of: "bounds") {
      let modes = try ReferenceValues.modes(row.arguments[0])
      let slope = try ReferenceValues.fraction(row.arguments[1])
      let clearance = try ReferenceValues.fraction(row.arguments[2])
      func bound<S: Scalar>(in _: S.Type) -> S {
        let target = GaussianMixture(modes: modes.map { [S($0)] }, standardDeviation: S(1))
        return ModeMixtureBound(
          target: target, standardDeviation: S(1), maximalSteepness: S(slope)
        ).probability(clearance: S(clearance))
      }
      // Every term is a difference of tails with an absolute error of a few ulp of 1.
      let error = (bound(in: Double.self) - row.value).magnitude
      #expect(error <= 16 * Double.ulpOfOne * Double(modes.count), "\(row.key)")
      enclose(row) { bound(in: Ball.self) }
    }
  }

  @Test(arguments: ["bounds", "derivatives"])
  func `of Theorem 3_3 are these right-hand sides`(table: String) throws {
    for row in try ReferenceValues.rows("rate33", of: table) {
      let numbers = try row.arguments.map(ReferenceValues.fraction)
      func ode<S: Scalar>() -> SteepnessODE<S> {
        SteepnessODE(modeOffset: S(numbers[0]), standardDeviation: S(numbers[1]))
      }
      let (k, third) = (Double(numbers[2]), Double(numbers[3]))
      let equation: SteepnessODE<Double> = ode()
      let value = equation.printedRate(steepness: k, thirdDerivative: third)
      // The three terms of the numerator may cancel; the exponent's rounding is multiplied by it.
      let size = (equation.growthRate * k * k * k).magnitude + k + third.magnitude
      let numerator = equation.growthRate * k * k * k + k + third
      let ratio = Double(numbers[0]) / Double(numbers[1])
      let allowance =
        8 * Double.ulpOfOne * row.value.magnitude * (size / numerator.magnitude + ratio * ratio)
      #expect((value - row.value).magnitude <= allowance, "\(row.key): \(value)")
      enclose(row) {
        ode().printedRate(steepness: Ball(numbers[2]), thirdDerivative: Ball(numbers[3]))
      }
      enclose(row) {
        let k = Ball(numbers[2])
        return k
          * ode().logarithmicRate(
            logSteepness: .log(k), relativeThirdDerivative: Ball(numbers[3]) / k)
      }
    }
  }

  /// The four numbers of one step of the recurrence.
  private func step<S: Scalar>(_ quantity: String, _ numbers: [Rational]) -> S {
    let (k, square) = (S(numbers[1]), S(numbers[4]))
    let form = SingleModeRecurrence(
      dimension: numbers[0].numerator, optimalSteepness: S(numbers[2]), stepSize: S(numbers[3]))
    let ratio = form.ratio(steepness: k, squaredLength: square)
    let printedRatio = form.printedRatio(steepness: k, squaredLength: square)
    return switch quantity {
    case "recurrenceRatio": ratio
    case "recurrencePrintedRatio": printedRatio
    case "recurrenceNext": form.next(steepness: k, factor: S(1) / (S(1) + ratio))
    default: form.printedNext(steepness: k, factor: S(1) / (S(1) + printedRatio))
    }
  }

  @Test(arguments: [
    "recurrenceRatio", "recurrencePrintedRatio", "recurrenceNext", "recurrencePrintedNext",
  ]) func `of Theorem C_5 are these steps in dimensions 1, 2 and 64`(quantity: String) throws {
    for row in try ReferenceValues.rows(quantity, of: "bounds") {
      let numbers = try row.arguments.map(ReferenceValues.fraction)
      let value: Double = step(quantity, numbers)
      // The exponent is at most ‖x₀‖²·(1 + (k/k_*)²)/2; the power multiplies errors by n.
      let quotient = Double(numbers[1]) / Double(numbers[2])
      let amplification =
        8 + Double(numbers[0]) + 2 * Double(numbers[4]) * (1 + quotient * quotient)
      let allowance = 2 * Double.ulpOfOne * amplification * row.value.magnitude
      #expect((value - row.value).magnitude <= allowance, "\(row.key): \(value)")
      enclose(row) { step(quantity, numbers) }
    }
  }
}
