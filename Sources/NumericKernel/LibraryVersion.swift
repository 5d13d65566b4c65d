internal import CGSL

/// The version of GSL that is loaded.
public enum LibraryVersion {
  public static var gsl: String { String(cString: steepness_gsl_version()) }
}
