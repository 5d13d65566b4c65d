internal import CGSL

/// The versions of this package and of the GSL that is loaded.
public enum LibraryVersion {
  public static let package = "0.1.0"
  public static var gsl: String { String(cString: steepness_gsl_version()) }
}
