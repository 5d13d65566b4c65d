internal import CGSL

/// The process-wide state of GSL that this package relies on, and what its status codes mean.
enum GSL {
  /// Switches GSL's error handler off, once a process: by default it prints and aborts.
  /// Every wrapper touches this before its first call.
  static let errorHandlerIsOff: Void = {
    _ = gsl_set_error_handler_off()
  }()

  /// GSL's own message for a status.
  static func message(_ status: Int32) -> String {
    gsl_strerror(status).map { String(cString: $0) } ?? "unknown status \(status)"
  }

  /// The kind of failure that a status stands for.
  static func cause(_ status: Int32) -> NumericError.Cause {
    switch Int(status) {
    case GSL_EINVAL, GSL_EBADLEN, GSL_EBADTOL:
      .invalidInput
    case GSL_EDOM: .outOfDomain
    case GSL_EMAXITER, GSL_ETOL, GSL_CONTINUE,
      GSL_ENOPROG, GSL_FAILURE, GSL_ERUNAWAY:
      .notConverged
    case GSL_EROUND, GSL_ELOSS: .roundOff
    case GSL_ESING, GSL_EDIVERGE, GSL_EZERODIV:
      .singular
    case GSL_EBADFUNC: .nonFiniteValue
    case GSL_ERANGE, GSL_EOVRFLW, GSL_EUNDRFLW:
      .outOfRange
    case GSL_ENOMEM: .outOfMemory
    default: .other
    }
  }
}

extension NumericError {
  /// The error for a status that GSL returned.
  init(
    _ computation: String, status: Int32, evidence: [Evidence] = [], remedy: String
  ) {
    self.init(
      computation: computation, cause: GSL.cause(status), status: status,
      reason: GSL.message(status), evidence: evidence, remedy: remedy)
  }

  /// The error for a failure that this package saw before GSL could.
  init(
    _ computation: String, _ cause: Cause, _ reason: String, evidence: [Evidence] = [],
    remedy: String
  ) {
    let status =
      switch cause {
      case .invalidInput, .notEnclosed: GSL_EINVAL
      case .outOfDomain: GSL_EDOM
      case .notConverged: GSL_EMAXITER
      case .roundOff: GSL_EROUND
      case .singular: GSL_ESING
      case .nonFiniteValue: GSL_EBADFUNC
      case .outOfRange: GSL_ERANGE
      case .outOfMemory: GSL_ENOMEM
      case .other: GSL_EFAILED
      }
    self.init(
      computation: computation, cause: cause, status: Int32(status), reason: reason,
      evidence: evidence, remedy: remedy)
  }

  /// The error for an object that GSL could not allocate.
  static func outOfMemory(_ computation: String) -> NumericError {
    NumericError(
      computation, status: Int32(GSL_ENOMEM), remedy: "Free memory or ask for less.")
  }
}
