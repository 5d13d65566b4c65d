import CCalcium
import CFLINT

/// The versions of the exact and ball arithmetic libraries that are loaded.
public enum ArithmeticVersions {
  public static var flint: String { String(cString: steepness_flint_version()) }
  public static var calcium: String { String(cString: steepness_calcium_version()) }
  public static var arb: String { String(cString: steepness_arb_version()) }
}
