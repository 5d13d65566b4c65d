/// The solution between two neighbouring steps as a polynomial in time.
struct DenseSegment: Sendable {
  /// The time at the start of the segment.
  let start: Double
  /// The time at its end; before `start` where the integration runs backwards.
  let end: Double
  /// The polynomial of each component.
  private let polynomial: Polynomial

  private enum Polynomial: Sendable {
    case hermite(HermiteQuintic)
    case newton(NewtonPolynomial)
  }

  /// The segment from a quintic in s = (t − start)/(end − start).
  init(_ quintic: HermiteQuintic, start: Double, end: Double) {
    polynomial = .hermite(quintic)
    self.start = start
    self.end = end
  }

  /// The segment from a polynomial in t.
  init(_ newton: NewtonPolynomial, start: Double, end: Double) {
    polynomial = .newton(newton)
    self.start = start
    self.end = end
  }

  /// The state at a time in the segment.
  func state(at time: Double) -> [Double] {
    switch polynomial {
    case .hermite(let quintic): quintic.value(at: (time - start) / (end - start))
    case .newton(let newton): newton.value(at: time)
    }
  }

  /// The derivative of the polynomial at a time in the segment.
  func derivative(at time: Double) -> [Double] {
    switch polynomial {
    case .hermite(let quintic):
      quintic.slope(at: (time - start) / (end - start)).map { $0 / (end - start) }
    case .newton(let newton): newton.derivative(at: time)
    }
  }
}
