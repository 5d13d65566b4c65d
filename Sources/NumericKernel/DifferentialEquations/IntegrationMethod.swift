internal import CGSL

/// A method of GSL that takes one step of an ordinary differential equation.
public enum IntegrationMethod: String, CaseIterable, Sendable {
  /// Explicit Runge–Kutta of order three whose error is estimated by one of order two.
  case rk2
  /// The classical explicit Runge–Kutta method; its error is estimated by halving the step.
  case rk4
  /// Explicit Runge–Kutta–Fehlberg: a good general choice.
  case rkf45
  /// Explicit Runge–Kutta–Cash–Karp.
  case rkck
  /// Explicit Runge–Kutta–Prince–Dormand: for tight tolerances.
  case rk8pd
  /// Implicit Euler.
  case rk1imp
  /// Implicit midpoint.
  case rk2imp
  /// Implicit Gauss with two stages.
  case rk4imp
  /// Implicit Bulirsch–Stoer of Bader and Deuflhard.
  case bsimp
  /// Adams' multistep method in Nordsieck form; its order varies from 1 to 12.
  case msadams
  /// Backward differentiation in Nordsieck form; its order varies from 1 to 5.
  case msbdf

  /// The order p that the method claims: with a fixed step h, the error at a fixed time is of order
  /// hᵖ. Nil where the order varies while the method runs. It is that of the solution that the
  /// method goes on with; `gsl_odeiv2_step_order` says 2 for `rk2`, the order of its estimate.
  public var claimedOrder: Int? {
    switch self {
    case .rk1imp: 1
    case .rk2imp: 2
    case .rk2: 3
    case .rk4, .rk4imp: 4
    case .rkf45, .rkck: 5
    case .rk8pd: 8
    case .bsimp, .msadams, .msbdf: nil
    }
  }

  /// Whether the method solves for its stages, so that stiffness does not limit its steps.
  public var isImplicit: Bool {
    switch self {
    case .rk2, .rk4, .rkf45, .rkck, .rk8pd, .msadams: false
    case .rk1imp, .rk2imp, .rk4imp, .bsimp, .msbdf: true
    }
  }

  var stepType: UnsafePointer<gsl_odeiv2_step_type>? {
    switch self {
    case .rk2: steepness_step_rk2()
    case .rk4: steepness_step_rk4()
    case .rkf45: steepness_step_rkf45()
    case .rkck: steepness_step_rkck()
    case .rk8pd: steepness_step_rk8pd()
    case .rk1imp: steepness_step_rk1imp()
    case .rk2imp: steepness_step_rk2imp()
    case .rk4imp: steepness_step_rk4imp()
    case .bsimp: steepness_step_bsimp()
    case .msadams: steepness_step_msadams()
    case .msbdf: steepness_step_msbdf()
    }
  }
}
