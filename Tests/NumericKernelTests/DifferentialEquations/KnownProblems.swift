import Foundation
import NumericKernel

/// Initial value problems with known solutions.
enum KnownProblems {
  /// y′ = −2t·y², y(0) = 1: y = 1/(1 + t²). Scalar, nonlinear, not autonomous.
  static var rational: OrdinaryDifferentialEquation {
    OrdinaryDifferentialEquation(
      dimension: 1,
      jacobian: { t, y, byState, byTime in
        byState[0] = -4 * t * y[0]
        byTime[0] = -2 * y[0] * y[0]
      },
      rightHandSide: { t, y, derivative in derivative[0] = -2 * t * y[0] * y[0] })
  }

  static func rationalSolution(_ t: Double) -> Double { 1 / (1 + t * t) }

  /// y′ = y·cos t, y(0) = 1: y = exp(sin t). On linear equations with constant coefficients some
  /// methods converge faster than they claim; on this one none does.
  static var exponentialOfSine: OrdinaryDifferentialEquation {
    OrdinaryDifferentialEquation(dimension: 1) { t, y, derivative in
      derivative[0] = y[0] * cos(t)
    }
  }

  /// The harmonic oscillator x″ = −x as a system; (cos t, −sin t) from (1, 0).
  static var oscillator: OrdinaryDifferentialEquation {
    OrdinaryDifferentialEquation(
      dimension: 2,
      jacobian: { _, _, byState, byTime in
        byState = [0, 1, -1, 0]
        byTime = [0, 0]
      },
      rightHandSide: { _, y, derivative in
        derivative[0] = y[1]
        derivative[1] = -y[0]
      })
  }

  /// Prothero and Robinson: y′ = −λ(y − cos t) − sin t, whose solution from cos 0 is cos t for
  /// every λ; stiff where λ is large.
  static func protheroRobinson(_ lambda: Double, withJacobian: Bool = true)
    -> OrdinaryDifferentialEquation
  {
    OrdinaryDifferentialEquation(
      dimension: 1,
      jacobian: !withJacobian
        ? nil
        : { t, _, byState, byTime in
          byState[0] = -lambda
          byTime[0] = -lambda * sin(t) - cos(t)
        },
      rightHandSide: { t, y, derivative in
        derivative[0] = -lambda * (y[0] - cos(t)) - sin(t)
      })
  }

  /// Van der Pol's oscillator y″ = μ(1 − y²)y′ − y.
  static func vanDerPol(_ mu: Double) -> OrdinaryDifferentialEquation {
    OrdinaryDifferentialEquation(
      dimension: 2,
      jacobian: { _, y, byState, byTime in
        byState = [0, 1, -2 * mu * y[0] * y[1] - 1, mu * (1 - y[0] * y[0])]
        byTime = [0, 0]
      },
      rightHandSide: { _, y, derivative in
        derivative[0] = y[1]
        derivative[1] = mu * (1 - y[0] * y[0]) * y[1] - y[0]
      })
  }
}
