import GANSimulator
import NumericKernel

/// The tables of a trial of stopping rules.
package struct StoppingTrialTables {
  let results: StoppingTrialResults

  package init(_ results: StoppingTrialResults) { self.results = results }

  /// All tables with the names that they have as files.
  package func all() throws -> [(name: String, table: Table)] {
    [
      ("regret", regret()), ("decisions", decisions()), ("fitting", fitting()),
      ("coverage", coverage()), ("signals", signals()), ("sensitivity", try sensitivity()),
    ]
  }

  private func rows(_ cells: (StoppingTrialResults.Part) throws -> [[Cell]]) rethrows -> [[Cell]] {
    try results.parts.flatMap { part in
      try cells(part).map { [.text(part.setting.name)] + $0 }
    }
  }

  private static let setting = Column("setting", alignment: .leading)
  private static let rule = Column("rule", alignment: .leading)

  /// What a rule costs: quality kept, regret against the oracle, gain over no stopping.
  package func regret() -> Table {
    Table(
      title: "Early stopping: what each rule costs",
      columns: [
        Self.setting, Self.rule, Column("quality kept"), Column("regret"), Column("regret from"),
        Column("regret to"), Column("gain"), Column("gain from"), Column("gain to"),
        Column("divergence regret", unit: "nats"), Column("regret with hindsight"),
      ],
      rows: rows { part in
        part.scores.map { name, score in
          [
            .text(name), .number(score.quality.mean), .number(score.regret.mean),
            .number(score.regret.interval.lowerBound), .number(score.regret.interval.upperBound),
            .number(score.gain.mean), .number(score.gain.interval.lowerBound),
            .number(score.gain.interval.upperBound), .number(score.divergenceRegret.mean),
            .number(score.hindsightRegret.mean),
          ]
        }
      },
      note: """
        Means over runs. Quality: share of samples within 3σ of a mode times exp(entropy over modes)/m, from 0 to 1. \
        regret: the best quality of the run less that of the networks kept. gain: quality kept less quality at the \
        end of training. divergence: Jensen–Shannon to the truth, less the least of the run. with hindsight: the best \
        quality of the run less the best up to the stop, for one who keeps every checkpoint and can tell the best; \
        it is 0 without stopping. \(StoppingTrialWords.criteria)
        """,
      metadata: results.metadata)
  }

  /// When a rule stops, beside fitting and collapse.
  package func decisions() -> Table {
    Table(
      title: "Early stopping: when each rule stops",
      columns: [
        Self.setting, Self.rule, Column("runs"), Column("stopped"), Column("stop, 10 %"),
        Column("stop, median"), Column("stop, 90 %"), Column("before fitting"),
        Column("collapsing runs"), Column("before collapse"), Column("after collapse"),
        Column("never though collapsing"),
      ],
      rows: rows { part in
        part.scores.map { name, score in
          [.text(name), .integer(score.runs.count), .integer(score.stops.count)]
            + Self.quantiles(score.stops) + [
              .integer(score.stopsBeforeFitting), .integer(score.collapsingRuns),
              .integer(score.stopsBeforeCollapse), .integer(score.stopsAfterCollapse),
              .integer(score.collapsesWithoutStop),
            ]
        }
      },
      note: results.parts.map(StoppingTrialWords.algorithm).joined(separator: " "),
      metadata: results.metadata)
  }

  /// Fitting, then collapse, over seeds.
  package func fitting() -> Table {
    Table(
      title: "Fitting and collapse over seeds",
      columns: [
        Self.setting, Column("runs"), Column("fitted"), Column("fitted at, 10 %"),
        Column("fitted at, median"), Column("fitted at, 90 %"), Column("dropped"),
        Column("dropped at, median"), Column("collapsed"), Column("share collapsed"),
        Column("share from"), Column("share to"), Column("collapsed at, 10 %"),
        Column("collapsed at, median"), Column("collapsed at, 90 %"),
      ],
      rows: rows { part in
        let fitted = part.courses.compactMap(\.fitted).sorted()
        let collapsed = part.courses.compactMap(\.collapsed).sorted()
        let (runs, count) = (part.runs.count, collapsed.count)
        let share = BinomialInterval.clopperPearson(
          successes: count, trials: runs, confidence: 0.95)
        let drops = part.courses.compactMap(\.dropped).sorted()
        let counts: [Cell] = [
          .integer(drops.count), Self.quantiles(drops)[1], .integer(count),
          .number(Double(count) / Double(runs)), .number(share.lowerBound),
          .number(share.upperBound),
        ]
        return [
          [.integer(runs), .integer(fitted.count)] + Self.quantiles(fitted) + counts
            + Self.quantiles(collapsed)
        ]
      },
      note: """
        A mode is covered where it has at least a quarter of its share of the probe's samples within 3σ. Fitted: all \
        modes are covered. Dropped: after that at most half are, for once. Collapsed: after fitting at most half are \
        from there to the end, in two measurements at least. The share's interval is that of Clopper and Pearson, 95 %.
        """,
      metadata: results.metadata)
  }

  /// How many modes the runs hold at quarters of the training.
  package func coverage() -> Table {
    let most = results.parts.map { $0.setting.experiment.data.modes.count }.max() ?? 0
    return Table(
      title: "Modes covered over the training: how many runs hold so many",
      columns: [Self.setting, Column("iteration")] + (0...most).map { Column("\($0) modes") },
      rows: rows { part in
        (1...4).map { quarter in
          let iteration = part.setting.experiment.iterations * quarter / 4
          let held = part.runs.map { $0.coveredModes(at: iteration) }
          return [.integer(iteration)]
            + (0...most).map { count in .integer(held.count { $0 == count }) }
        }
      },
      metadata: results.metadata)
  }

  /// What the criteria of Algorithm 2 see in each phase.
  package func signals() -> Table {
    func share(_ count: Int, _ signals: PhaseSignals) -> Cell {
      .number(Double(count) / Double(signals.gradients.count))
    }
    return Table(
      title: "What Algorithm 2 sees in each phase",
      columns: [
        Self.setting, Column("phase", alignment: .leading), Column("measurements"),
        Column("median q_d"), Column("median steepness"), Column("printed: gradient"),
        Column("printed: steepness"), Column("repaired: gradient"), Column("repaired: steepness"),
      ],
      rows: rows { part in
        part.signals.map { signals in
          [
            .text(signals.phase.rawValue), .integer(signals.gradients.count),
            .number(Quantiles.quantile(0.5, ofSorted: signals.gradients)),
            .number(Quantiles.quantile(0.5, ofSorted: signals.steepnesses)),
            share(signals.printed.gradient, signals), share(signals.printed.steepness, signals),
            share(signals.repaired.gradient, signals), share(signals.repaired.steepness, signals),
          ]
        }
      },
      note: """
        The share of measurements of a phase in which a criterion is met, whether or not training would have stopped \
        before. A criterion that marks collapse is rarely met in 'fitting' and 'fitted' and often in 'collapsed'. \
        \(results.parts.map(StoppingTrialWords.thresholds).joined(separator: " "))
        """,
      metadata: results.metadata)
  }

  /// Algorithm 2 with each of its numbers changed alone.
  package func sensitivity() throws -> Table {
    Table(
      title: "Algorithm 2 with one number changed",
      columns: [
        Self.setting, Self.rule, Column("number", alignment: .leading),
        Column("value", alignment: .leading), Column("stopped"), Column("stop, median"),
        Column("before fitting"), Column("before collapse"), Column("after collapse"),
        Column("regret"), Column("regret from"), Column("regret to"),
      ],
      rows: try rows { part in
        let (printed, repaired) = try part.setting.rules()
        return try [("printed", printed), ("repaired", repaired)].flatMap { name, rule in
          try StoppingSensitivity.variants(
            of: rule, modeCount: part.setting.experiment.data.modes.count,
            probeInterval: part.setting.experiment.probeInterval
          ).map { variant in
            let score = try StoppingScore(
              variant.criterion, over: part.runs, seed: results.seed, interval: variant.interval)
            return [
              .text(name), .text(StoppingTrialWords.name(variant.parameter)),
              .text(variant.value + (variant.isUsual ? " (as given)" : "")),
              .integer(score.stops.count), Self.quantiles(score.stops)[1],
              .integer(score.stopsBeforeFitting), .integer(score.stopsBeforeCollapse),
              .integer(score.stopsAfterCollapse), .number(score.regret.mean),
              .number(score.regret.interval.lowerBound), .number(score.regret.interval.upperBound),
            ]
          }
        }
      },
      note: """
        Replayed on the same measurements. k_d is given as a multiple of the distance between modes; m changes the \
        quantile 1 − 1/m of ‖∇d/d‖ alone, among those that measurements hold.
        """,
      metadata: results.metadata)
  }

  /// The 0.1, 0.5 and 0.9 quantiles.
  private static func quantiles(_ iterations: [Int]) -> [Cell] {
    [0.1, 0.5, 0.9].map { level in
      iterations.isEmpty
        ? .missing : .number(Quantiles.quantile(level, ofSorted: iterations.map(Double.init)))
    }
  }
}
