internal import CGSL

/// Functions for which GSL keeps digits that the textbook formula loses.
public enum SpecialFunctions {
  /// exp(x) − 1.
  public static func expMinusOne(_ x: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_sf_expm1(x)
  }

  /// (exp(x) − 1)/x, with the value 1 at 0.
  public static func relativeExponential(_ x: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_sf_exprel(x)
  }

  /// log(1 + x).
  public static func logOnePlus(_ x: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_sf_log_1plusx(x)
  }

  /// log(erfc(x)).
  public static func logComplementaryError(_ x: Double) -> Double {
    GSL.errorHandlerIsOff
    return gsl_sf_log_erfc(x)
  }
}
