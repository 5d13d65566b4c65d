public import ArgumentParser
public import GANSimulator
import GANTheory

extension EarlyStoppingRule.SteepnessReference: ExpressibleByArgument {}
extension EarlyStoppingRule.GradientCriterion: ExpressibleByArgument {}

/// A rule of early stopping, without the σ of the modes.
struct StoppingRuleOptions: ParsableArguments {
  enum Rule: String, ExpressibleByArgument, CaseIterable {
    case printed
    case repaired
  }

  @Option(help: "printed or repaired; repaired by default.")
  var rule: Rule?

  @Option(
    parsing: .unconditional, help: "k_d, the distance between modes, in the unit of the samples.")
  var modeDistance: Double?

  @Option(
    parsing: .unconditional, help: "The bound on ‖∇d/d‖₂ itself, in place of the two lengths.")
  var gradientThreshold: Double?

  @Option(parsing: .unconditional, help: "k_g, between −1 and 0; −0.5 by default.")
  var leastSteepnessChange: Double?

  @Option(parsing: .unconditional, help: "N_w, in iterations; 50 by default.")
  var warmUp: Int?

  @Option(help: "What the steepness is compared with: previous or maximum.")
  var compareWith: EarlyStoppingRule.SteepnessReference?

  @Option(help: "How ‖∇d/d‖₂ must exceed its threshold: level or crossing.")
  var gradientCriterion: EarlyStoppingRule.GradientCriterion?

  /// Whether nothing is chosen.
  var isEmpty: Bool {
    rule == nil && modeDistance == nil && gradientThreshold == nil && leastSteepnessChange == nil
      && warmUp == nil && compareWith == nil && gradientCriterion == nil
  }

  /// The rule for data of a known distance between modes and σ, where they are known.
  ///
  /// - Throws: `InputError` where the threshold needs a length that is neither given nor known.
  func chosenRule(modeDistance known: Double?, standardDeviation: Double?) throws
    -> EarlyStoppingRule
  {
    var chosen: EarlyStoppingRule
    if let gradientThreshold {
      if let modeDistance {
        throw InputError(
          argument: "--mode-distance", value: "\(modeDistance)",
          rule: "makes a threshold, which --gradient-threshold gives already",
          remedy: "leave one of them out")
      }
      // The lengths only make the rule's other parts; the threshold is replaced.
      chosen = preset(modeDistance: 1, standardDeviation: 1)
      chosen.gradientThreshold = .given(gradientThreshold)
    } else {
      chosen = preset(
        modeDistance: try length(modeDistance ?? known, "--mode-distance"),
        standardDeviation: try length(standardDeviation, "--sigma"))
    }
    if let leastSteepnessChange { chosen.leastSteepnessChange = leastSteepnessChange }
    if let warmUp { chosen.warmUp = warmUp }
    if let compareWith { chosen.steepnessReference = compareWith }
    if let gradientCriterion { chosen.gradientCriterion = gradientCriterion }
    return chosen
  }

  private func preset(modeDistance: Double, standardDeviation: Double) -> EarlyStoppingRule {
    rule == .printed
      ? .printed(modeDistance: modeDistance, standardDeviation: standardDeviation)
      : .repaired(modeDistance: modeDistance, standardDeviation: standardDeviation)
  }

  private func length(_ known: Double?, _ argument: String) throws -> Double {
    guard let known else {
      throw InputError(
        argument: argument, value: "not given", rule: "is needed for the threshold",
        remedy: "give it in the unit of the samples, or the bound itself as --gradient-threshold")
    }
    return known
  }
}
