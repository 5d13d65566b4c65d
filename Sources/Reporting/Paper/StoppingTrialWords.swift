import GANSimulator

/// Sentences about a trial of stopping rules, made of its numbers.
enum StoppingTrialWords {
  /// How the criteria decide, in one sentence each.
  static let criteria = """
    printed and repaired: Algorithm 2. duality gap, perturbed gap, Jensen–Shannon: stops where there was no new \
    minimum for a sixth of the run, and keeps the networks of the minimum. losses: stops where the mean of five losses \
    of either network is three times, or a third of, its value at d = 1/2. fixed iteration: a quarter of the run. \
    oracle: the best quality, known in hindsight.
    """

  /// What Algorithm 2 did in the runs of a setting.
  static func algorithm(_ part: StoppingTrialResults.Part) -> String {
    let sentences = ["printed", "repaired"].compactMap { name in
      part.score(name).map { score in
        let causes = score.causes
        return """
          \(part.setting.name), \(name): stopped \(score.stops.count) of \(score.runs.count) runs \
          (\(causes.gradient) by ‖∇d/d‖, \(causes.steepness) by steepness, \(causes.both) by both), \
          \(score.stopsBeforeFitting) of them before fitting; of \(score.collapsingRuns) runs that collapse it stopped \
          \(score.stopsBeforeCollapse) before, \(score.stopsAfterCollapse) after and \(score.collapsesWithoutStop) \
          never.
          """
      }
    }
    return sentences.joined(separator: " ")
  }

  /// The thresholds of Algorithm 2 for a setting.
  static func thresholds(_ part: StoppingTrialResults.Part) -> String {
    guard let (printed, repaired) = try? part.setting.rules() else { return "" }
    return """
      \(part.setting.name): printed threshold \(NumberText.sixDigits(printed.gradientThreshold.value)), repaired \
      \(NumberText.sixDigits(repaired.gradientThreshold.value)).
      """
  }

  /// Who lost least and most in a setting.
  static func comparison(_ part: StoppingTrialResults.Part) -> String {
    let rules = part.scores.filter { $0.name != "oracle" }
      .sorted { $0.score.regret.mean < $1.score.regret.mean }
    guard let best = rules.first, let worst = rules.last else { return "" }
    // Rules that never stop lose alike.
    func alike(_ regret: MeanOverRuns) -> [String] {
      rules.filter { $0.score.regret == regret }.map { "'\($0.name)'" }
    }
    func text(_ regret: MeanOverRuns) -> String {
      """
      \(alike(regret).joined(separator: ", ")) (\(short(regret.mean)), 95 % interval \
      \(short(regret.interval.lowerBound)) to \(short(regret.interval.upperBound)))
      """
    }
    let shown = alike(best.score.regret) + alike(worst.score.regret)
    let others = ["printed", "repaired", "no stopping"].compactMap { name in
      shown.contains("'\(name)'")
        ? nil : part.score(name).map { "'\(name)' \(short($0.regret.mean))" }
    }
    return """
      \(part.setting.name), \(part.runs.count) runs: least regret: \(text(best.score.regret)); most: \
      \(text(worst.score.regret))\(others.isEmpty ? "" : "; \(others.joined(separator: ", "))").\
      \(part.runs.count < 10 ? " With fewer than ten runs the interval says little." : "")
      """
  }

  /// The letters of the paper for a number of Algorithm 2.
  static func name(_ parameter: StoppingSensitivity.Parameter) -> String {
    switch parameter {
    case .modeDistance: "k_d"
    case .leastSteepnessChange: "k_g"
    case .warmUp: "N_w"
    case .modeCount: "m"
    case .interval: "iterations between measurements"
    }
  }

  private static func short(_ number: Double) -> String { "\((number * 1000).rounded() / 1000)" }
}
