internal import Foundation

extension SampleMetrics {
  /// How good samples are, from 0 to 1: the share of them within 3σ of a mode, times the share of the modes that
  /// they fill, counted as exp of the coverage entropy.
  ///
  /// 1 where every sample is near a mode and every mode has as many; 1/m where all samples are near one of m modes;
  /// 0 where none is near any. Real samples have the chance of 3σ: 0.9973 on the line, 0.9889 in the plane,
  /// 0.9707 in space. Exact only for modes of equal weight: others cannot be filled alike.
  ///
  /// - Source: the two numbers are those of Srivastava et al. 2017, with exp of the entropy in place of the count
  ///   of modes, which one sample can change.
  public func quality(modeCount: Int) -> Double {
    highQualityFraction * exp(coverageEntropy) / Double(modeCount)
  }
}
