/// A derivative by central differences, and how far it can be off.
///
/// D(h) = (f(h) − f(−h))/2h has the truncation error f‴·h²/6 + O(h⁴), so D(2h) − D(h) is three times
/// that of D(h) to first order; and each of the two values of f carries a rounding error of at most
/// `roundings`·ulp(1)·`magnitude`, which is divided by h. The sum of both is the bound:
/// heuristic, since the first holds to leading order only.
struct CentralDifference {
  let value: Double
  let bound: Double

  init(
    step: Double, roundings: Int, magnitude: Double = 1, of function: (Double) throws -> Double
  ) rethrows {
    let narrow = try (function(step) - function(-step)) / (2 * step)
    let wide = try (function(2 * step) - function(-2 * step)) / (4 * step)
    value = narrow
    bound =
      (wide - narrow).magnitude + Double(roundings) * Double.ulpOfOne * magnitude / step
  }
}
