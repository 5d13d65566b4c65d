/// Generated samples against the mixture that they are to follow.
public struct SampleMetrics: Hashable, Codable, Sendable {
  /// The share of samples within 3σ of a mode.
  ///
  /// - Source: Srivastava et al. 2017 (VEEGAN), section 4: 'high-quality samples', of 2500.
  public var highQualityFraction: Double
  /// How many modes have such a sample.
  ///
  /// - Source: the same: 'modes captured'.
  public var modesCaptured: Int
  /// −Σ q log q over the modes' shares q of the high-quality samples, in nats: log m where all m
  /// modes have as many, 0 where one has all or there are none.
  public var coverageEntropy: Double
  /// The share of samples farther than 3σ from every mode: mode mixture; 1 − `highQualityFraction`.
  public var mixtureMass: Double
  /// On the line, the share of samples between neighbouring modes and at least 3σ from both.
  ///
  /// - Source: theorem 3.4.
  public var massBetweenModes: Double?
  /// The Jensen–Shannon divergence, in nats, of how samples and the mixture fall into cells: nearest
  /// mode, in units of σ, by shells around it. At most log 2.
  ///
  /// - Accuracy: with many samples, a lower bound of the divergence of the densities, since cells
  ///   can only lose; with n samples in k cells, chance adds about k/(8n).
  public var jensenShannon: Double
  /// 2E‖X − Y‖ − E‖X − X′‖ − E‖Y − Y′‖ over generated X and real Y; at least 0.
  ///
  /// - Source: Székely and Rizzo 2013, with all pairs, so that it is at least 0 for samples, too.
  public var energyDistance: Double
  /// The Wasserstein distance of order 1 between as many generated and real samples: exact on the
  /// line, elsewhere its mean over 64 fixed directions.
  ///
  /// - Source: Bonneel et al. 2015 for the mean over directions.
  public var wasserstein: Double
}
