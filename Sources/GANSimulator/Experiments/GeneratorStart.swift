internal import Foundation

/// The density that a generator is made to have before its first iteration.
///
/// The generator is regressed on a map T that turns its noise z ~ N(0, I) into samples of that density, coordinate by coordinate:
/// mean + σ·z for a normal one, lower + (upper − lower)·Φ(z) for a uniform one. Steps go down the mean squared distance over fresh
/// noise, by Adam: two thirds of them at 0.003, the others at a tenth of it.
///
/// - Source: Table 2, whose p_g are of these kinds. The regression is this package's.
public struct GeneratorStart: Hashable, Codable, Sendable {
  /// What the generator's samples are to be like.
  public enum Density: Hashable, Codable, Sendable {
    /// N(mean, variance·I).
    case normal(mean: [Double], variance: Double)
    /// Uniform on a box.
    case uniform(lower: [Double], upper: [Double])
  }

  /// p_g at iteration 0.
  public var density: Density
  /// How many steps the regression takes.
  public var steps: Int

  /// A start; `Experiment.validate()` checks it.
  public init(_ density: Density, steps: Int = 3000) {
    self.density = density
    self.steps = steps
  }

  /// The dimension of its samples.
  public var dimension: Int {
    switch density {
    case .normal(let mean, _): mean.count
    case .uniform(let lower, _): lower.count
    }
  }

  /// T at a coordinate of the noise.
  ///
  /// - Accuracy: a few ulp.
  func output(_ axis: Int, at noise: Double) -> Double {
    switch density {
    case .normal(let mean, let variance): mean[axis] + variance.squareRoot() * noise
    case .uniform(let lower, let upper):
      lower[axis] + (upper[axis] - lower[axis]) * erfc(-noise / 2.0.squareRoot()) / 2
    }
  }

  /// - Throws: `SimulationError.invalidArgument`, naming what is wrong.
  func validate(latentDimension: Int, dataDimension: Int) throws(SimulationError) {
    try require(
      steps >= 1, "generatorStart.steps", "\(steps)", "it counts from 1", "3000 is usual")
    try require(
      dimension == dataDimension && dimension == latentDimension, "generatorStart.density",
      "dimension \(dimension)",
      "data of dimension \(dataDimension) and noise of dimension \(latentDimension) have to have it too",
      "give a density of the data's dimension, or no start")
    switch density {
    case .normal(let mean, let variance):
      try require(
        mean.allSatisfy(\.isFinite) && variance > 0 && variance.isFinite,
        "generatorStart.density.normal", "mean \(mean), variance \(variance)",
        "all are finite and the variance is positive", "0.2 is case 1's variance")
    case .uniform(let lower, let upper):
      try require(
        lower.count == upper.count && zip(lower, upper).allSatisfy { $0 < $1 }
          && (lower + upper).allSatisfy(\.isFinite), "generatorStart.density.uniform",
        "from \(lower) to \(upper)", "each lower end is below its upper end, and all are finite",
        "[-2, -2] and [2, 2] are case 2's ends")
    }
  }
}

/// How well a generator meets its start: the contents of `start.json`.
public struct GeneratorStartFit: Hashable, Codable, Sendable {
  /// The seed that the noise of the regression comes from, with the initial weights.
  public var seed: UInt64
  /// Steps taken.
  public var steps: Int
  /// √E ‖g(z) − T(z)‖² over fresh noise.
  public var rootMeanSquareError: Double
  /// √E ‖T(z) − E T‖² over the same noise: what the error is small or large against.
  public var spread: Double
  /// How many latents both are taken over.
  public var latents: Int
}
