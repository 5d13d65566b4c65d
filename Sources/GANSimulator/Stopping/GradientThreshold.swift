/// The bound that the quantile of ‖∇d/d‖₂ must not exceed, and where it comes from.
public enum GradientThreshold: Hashable, Codable, Sendable {
  /// k_d/(2σ) with k_d the distance between modes, as printed.
  ///
  /// ‖∇d/d‖₂ is one over a length and this is a number: whether it is exceeded depends on the unit of length.
  case printed(modeDistance: Double, standardDeviation: Double)
  /// κ/(2σ) with κ = k_d/σ, the distance between modes in units of σ: one over a length, so that the unit of
  /// length does not matter. It is the slope of log p_data of a mode halfway to the next one.
  case scaled(modeDistance: Double, standardDeviation: Double)
  /// A number given by the user, in one over the unit of the samples.
  case given(Double)

  /// The bound.
  ///
  /// - Source: section 4.3, ingredient (i), and appendix F.2; `scaled`: claim `algorithm-2-scale`, corrected.
  /// - Units: one over the unit of the samples.
  /// - Accuracy: two roundings.
  public var value: Double {
    switch self {
    case .printed(let distance, let deviation): distance / (2 * deviation)
    case .scaled(let distance, let deviation): distance / deviation / (2 * deviation)
    case .given(let bound): bound
    }
  }

  /// How the bound is made, in one line.
  public var derivation: String {
    switch self {
    case .printed(let distance, let deviation):
      "k_d/(2σ) = \(distance)/(2·\(deviation)) = \(value)"
    case .scaled(let distance, let deviation):
      "(k_d/σ)/(2σ) = (\(distance)/\(deviation))/(2·\(deviation)) = \(value)"
    case .given: "given: \(value)"
    }
  }

  /// - Throws: `SimulationError.invalidArgument` where a length or the bound is not positive.
  func validate() throws(SimulationError) {
    switch self {
    case .printed(let distance, let deviation), .scaled(let distance, let deviation):
      for (name, length) in [("mode distance", distance), ("standard deviation", deviation)] {
        try require(
          length > 0 && length.isFinite, name, "\(length)", "it is positive and finite",
          "give it in the unit of the samples")
      }
    case .given: break
    }
    try require(
      value > 0 && value.isFinite, "gradient threshold", "\(value)", "it is positive and finite",
      "give a threshold such as 8.9")
  }
}
