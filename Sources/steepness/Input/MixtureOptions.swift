import ArgumentParser
import GANTheory
import Scalars

/// A Gaussian mixture on the command line: modes, σ and, where they differ, weights.
struct MixtureOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The modes, ascending on the line: '-8;8'. Points of ℝⁿ: '1,1;-1,-1'.")
  var modes: String

  @Option(
    parsing: .unconditional,
    help: "Standard deviation σ of every mode, or one a mode: '1' or '1,0.5'.")
  var sigma: String

  @Option(
    parsing: .unconditional,
    help: "Weights that sum to one, as exact fractions: '1/3,2/3'. Equal by default.")
  var weights: String?

  /// The mixture that the options describe.
  func parameters() throws -> MixtureParameters {
    let means = try Vectors.vectors(modes, argument: "--modes")
    let deviations = try Vectors.list(sigma, argument: "--sigma")
    for deviation in deviations where deviation <= 0 {
      throw InputError(
        argument: "--sigma", value: deviation.description, rule: "must be > 0",
        remedy: "give a positive standard deviation such as 0.5")
    }
    let shares = try weights.map { try Vectors.list($0, argument: "--weights") }
    let parameters = try MixtureParameters(
      weights: shares ?? means.map { _ in Rational(1, means.count) }, means: means,
      standardDeviations: deviations.count == 1 ? means.map { _ in deviations[0] } : deviations)
    if parameters.dimension == 1 { try parameters.requireAscending() }
    return parameters
  }

  /// At least `count` modes on the line with one σ and equal weights, as the bounds of section 3.2 ask.
  func lineParameters(atLeast count: Int = 1, equalWeights: Bool = true) throws -> MixtureParameters
  {
    let parameters = try parameters()
    try parameters.requireAscending()
    guard parameters.count >= count else {
      throw InputError(
        argument: "--modes", value: modes,
        rule: "has \(parameters.count) mode where \(count) are needed",
        remedy: "give at least \(count) ascending numbers such as '-8;8'")
    }
    if equalWeights, Set(parameters.standardDeviations).count > 1 {
      throw InputError(
        argument: "--sigma", value: sigma, rule: "must be one number for this bound",
        remedy: "Assumption 2.1 has one σ for all modes")
    }
    if equalWeights, Set(parameters.weights).count > 1 {
      throw InputError(
        argument: "--weights", value: weights ?? "", rule: "must be equal for this bound",
        remedy: "Assumption 2.1 has equal weights; leave the option out")
    }
    return parameters
  }
}
