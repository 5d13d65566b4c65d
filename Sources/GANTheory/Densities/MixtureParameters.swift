public import Scalars

/// Weights, means and variances of a mixture of isotropic Gaussians, as exact fractions.
///
/// What a user types and what a witness prints: the same numbers in every number system.
public struct MixtureParameters: Sendable, Hashable {
  public let weights: [Rational]
  public let means: [[Rational]]
  public let standardDeviations: [Rational]

  public var count: Int { means.count }
  public var dimension: Int { means[0].count }

  /// - Throws: `InputError` for no component, dimensions or counts that disagree, σ ≤ 0, weights that
  ///   are not positive or do not sum to exactly one.
  public init(weights: [Rational], means: [[Rational]], standardDeviations: [Rational]) throws {
    guard let first = means.first, !first.isEmpty else {
      throw InputError(
        argument: "modes", value: "", rule: "must name at least one mode",
        remedy: "write them as '-8;8' or '1,1;-1,-1'")
    }
    for mean in means where mean.count != first.count {
      throw InputError(
        argument: "modes", value: mean.map(\.description).joined(separator: ","),
        rule: "has \(mean.count) coordinates where the first mode has \(first.count)",
        remedy: "give every mode the same dimension")
    }
    guard weights.count == means.count else {
      throw InputError(
        argument: "weights", value: weights.map(\.description).joined(separator: ","),
        rule: "has \(weights.count) entries for \(means.count) modes",
        remedy: "give one weight a mode, or none for equal weights")
    }
    guard standardDeviations.count == means.count else {
      throw InputError(
        argument: "sigma", value: standardDeviations.map(\.description).joined(separator: ","),
        rule: "has \(standardDeviations.count) entries for \(means.count) modes",
        remedy: "give one σ for all modes, or one each")
    }
    for deviation in standardDeviations where deviation <= 0 {
      throw InputError(
        argument: "sigma", value: deviation.description, rule: "must be > 0",
        remedy: "give a positive standard deviation such as 0.5")
    }
    for weight in weights where weight <= 0 {
      throw InputError(
        argument: "weights", value: weight.description, rule: "must be > 0",
        remedy: "leave out modes without mass")
    }
    guard let total = weights.reduce(Rational(0) as Rational?, { $0?.adding($1) }) else {
      throw InputError(
        argument: "weights", value: weights.map(\.description).joined(separator: ","),
        rule: "have a sum that does not fit into a fraction of machine integers",
        remedy: "use fractions with a common denominator such as 1/7,6/7")
    }
    guard total == 1 else {
      throw InputError(
        argument: "weights", value: weights.map(\.description).joined(separator: ","),
        rule: "sum to \(total), not to 1", remedy: "use fractions such as 1/3,2/3")
    }
    self.weights = weights
    self.means = means
    self.standardDeviations = standardDeviations
  }

  /// The mixture of Assumption 2.1: equal weights, one σ.
  ///
  /// - Source: Assumption 2.1.
  /// - Throws: as the general initialiser; in one dimension also where modes repeat or descend.
  public init(modes: [[Rational]], standardDeviation: Rational) throws {
    try self.init(
      weights: modes.map { _ in Rational(1, max(modes.count, 1)) }, means: modes,
      standardDeviations: modes.map { _ in standardDeviation })
    if dimension == 1 { try requireAscending() }
  }

  /// Checks that the modes of a one-dimensional mixture strictly ascend, as Assumption 2.1 asks.
  public func requireAscending() throws {
    guard dimension == 1 else {
      throw InputError(
        argument: "modes", value: "dimension \(dimension)", rule: "must lie on the line here",
        remedy: "give numbers such as -8;8")
    }
    for (left, right) in zip(means, means.dropFirst()) where !(left[0] < right[0]) {
      throw InputError(
        argument: "modes", value: "\(left[0]);\(right[0])", rule: "must strictly ascend",
        remedy: "sort them and remove repetitions")
    }
  }

  /// The same mixture with one component for each pair of mean and σ, in the order of their first use.
  ///
  /// - Edge cases: components stay apart whose common weight is no fraction of machine integers.
  public var withoutRepetitions: MixtureParameters {
    var (weights, means, deviations) = ([Rational](), [[Rational]](), [Rational]())
    for index in 0..<count {
      let known = means.indices.first {
        means[$0] == self.means[index] && deviations[$0] == standardDeviations[index]
      }
      if let known, let sum = weights[known].adding(self.weights[index]) {
        weights[known] = sum
      } else {
        weights.append(self.weights[index])
        means.append(self.means[index])
        deviations.append(standardDeviations[index])
      }
    }
    return MixtureParameters(checked: weights, means, deviations)
  }

  /// The point about which a mixture on the line with ascending modes is its own mirror image, or nil.
  ///
  /// - Edge cases: nil too where the point is no fraction of machine integers.
  public var centreOfSymmetry: Rational? {
    guard dimension == 1, let sum = means[0][0].adding(means[count - 1][0]) else { return nil }
    for index in 0..<count {
      let mirror = count - 1 - index
      guard weights[index] == weights[mirror],
        standardDeviations[index] == standardDeviations[mirror],
        means[index][0].adding(means[mirror][0]) == sum
      else { return nil }
    }
    if sum.numerator % 2 == 0 { return Rational(sum.numerator / 2, sum.denominator) }
    let (denominator, overflow) = sum.denominator.multipliedReportingOverflow(by: 2)
    return overflow ? nil : Rational(sum.numerator, denominator)
  }

  private init(checked weights: [Rational], _ means: [[Rational]], _ deviations: [Rational]) {
    self.weights = weights
    self.means = means
    standardDeviations = deviations
  }
}
