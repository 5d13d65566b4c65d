/// The polynomial between two steps and an estimate of its error.
///
/// Explicit methods get a `HermiteQuintic`: local error of order h⁶, as that of a method of order
/// five. Implicit methods get the polynomial of degree at most five through the values of the last
/// steps: on a stiff problem the right-hand side amplifies errors of the state, so that slopes are
/// of no use there.
struct DenseOutput {
  let segment: DenseSegment
  /// The largest estimated error, as a fraction of the tolerance (heuristic).
  let error: Double
  /// The power of the step that the error goes with.
  let order: Int

  /// The quintic between two steps; takes five evaluations of the right-hand side.
  ///
  /// The error estimate is the step times what is left of y′ = f(t, y) at s = ⅓, near where for a
  /// pure quadrature such a defect is largest. There it is six times the error of the state; where
  /// the step is so long that f changes much with the state, it is about that error.
  init(
    quinticFrom before: Trajectory.Step, to after: Trajectory.Step, box: EquationBox,
    tolerance: StepTolerance
  ) throws {
    let step = after.time - before.time
    func slopes(_ polynomial: HermiteQuintic, _ s: Double) throws -> [Double] {
      try box.derivative(before.time + s * step, polynomial.value(at: s)).map { $0 * step }
    }
    let early = 0.5 - HermiteQuintic.innerOffset
    let late = 0.5 + HermiteQuintic.innerOffset
    var polynomial = HermiteQuintic(
      startValue: before.state, endValue: after.state,
      startSlope: before.derivative.map { $0 * step },
      endSlope: after.derivative.map { $0 * step })
    for _ in 0..<2 {
      polynomial = polynomial.matching(
        slopes: try slopes(polynomial, early), try slopes(polynomial, late))
    }
    let defect = zip(try slopes(polynomial, 1.0 / 3), polynomial.slope(at: 1.0 / 3)).map {
      $0 - $1
    }
    segment = DenseSegment(polynomial, start: before.time, end: after.time)
    error = tolerance.fraction(of: defect, before.state, after.state)
    order = 6
  }

  /// The polynomial through the last steps, the newest of which is `steps.last`.
  ///
  /// Its degree is the one whose last term is least half-way; that term is the error estimate, in
  /// truth that of the polynomial of one degree less.
  init(throughLast steps: [Trajectory.Step], tolerance: StepTolerance) {
    let after = steps[steps.count - 1]
    let before = steps[steps.count - 2]
    let nodes = steps.suffix(6).reversed()
    var times = nodes.map(\.time)
    var values = nodes.map(\.state)
    var slope: [Double]?
    if steps.count < 6 {
      times.append(steps[0].time)
      values.append(steps[0].state)
      slope = steps[0].derivative
    }
    let whole = NewtonPolynomial(times: times, values: values, slope: slope)
    let middle = (before.time + after.time) / 2
    let errors = (2...whole.degree).map {
      tolerance.fraction(of: whole.term(ofDegree: $0, at: middle), before.state, after.state)
    }
    let best = errors.indices.min { errors[$0] < errors[$1] } ?? 0
    segment = DenseSegment(
      whole.truncated(toDegree: best + 2), start: before.time, end: after.time)
    error = errors[best]
    order = best + 2
  }
}

/// What error a step may have in each component: absolute + relative·|y|.
struct StepTolerance {
  let absolute: Double
  let relative: Double

  /// The largest component of an error, as a fraction of what it may be between two states.
  func fraction(of error: [Double], _ before: [Double], _ after: [Double]) -> Double {
    error.indices.reduce(0) { largest, index in
      let scale = max(abs(before[index]), abs(after[index]))
      let fraction = abs(error[index]) / (absolute + relative * scale)
      return fraction.isFinite ? max(largest, fraction) : .infinity
    }
  }
}
