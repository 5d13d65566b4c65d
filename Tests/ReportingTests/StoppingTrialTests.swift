import Foundation
import GANSimulator
import Reporting
import Testing

@Suite struct `Stopping trial on a page` {
  /// Three runs of tiny networks on a line.
  private func results() throws -> StoppingTrialResults {
    var experiment = Experiment.gaussian1D
    experiment.name = "tiny"
    experiment.generator.hiddenWidths = [4]
    experiment.discriminator.hiddenWidths = [4]
    (experiment.batchSize, experiment.iterations, experiment.probeSize) = (8, 60, 16)
    (experiment.probeInterval, experiment.sampleInterval, experiment.sampleSize) = (10, 10, 40)
    experiment.dualityGap = DualityGapSettings(interval: 20, steps: 2)
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let trial = StoppingTrial(folder)
    let setting = StoppingTrial.Setting(experiment, summary: "tiny networks")
    #expect(throws: SimulationError.self) {
      try StoppingTrialResults(trial, settings: [setting], seeds: 1...3, seed: 1)
    }
    try trial.train([setting], seeds: 1...3, jobs: 1) { _, _, _ in }
    return try StoppingTrialResults(trial, settings: [setting], seeds: 1...3, seed: 1)
  }

  @Test func `every table says which runs it is of, and the page is well-formed`() throws {
    let results = try results()
    let tables = try StoppingTrialTables(results).all()
    for (name, table) in tables {
      #expect(!table.rows.isEmpty, "\(name)")
      #expect(
        table.metadata.contains { $0.0 == "runs of tiny" && $0.1.hasPrefix("3, seeds 1 to 3, 60") },
        "\(name)")
    }
    let regret = try #require(tables.first { $0.name == "regret" }?.table)
    // The oracle loses nothing, and no stopping gains nothing.
    func cell(_ rule: String, _ column: String) throws -> Cell {
      let row = try #require(regret.rows.first { $0[1] == .text(rule) })
      return row[try #require(regret.columns.firstIndex { $0.name == column })]
    }
    #expect(try cell("oracle", "regret") == .number(0))
    #expect(try cell("no stopping", "gain") == .number(0))
    #expect(try cell("no stopping", "regret with hindsight") == .number(0))
    let page = try StoppingTrialPart.page(results, provenance: ["repeat"]).html
    #expect(XMLCheck.isWellFormed(page) && page.contains("tiny, 3 runs"))
  }

  @Test func `the regret that is drawn is the best quality measured less that kept`() throws {
    let results = try results()
    let figure = RegretFigure.figure(results)
    func drawn(_ part: String) throws -> Double {
      let found = figure.plot.numbers.first { $0.part == "tiny, 3 runs: \(part)" }
      return try #require(found?.rows.first?.x, "\(part)")
    }
    let histories = try #require(results.parts.first).runs
    /// Two modes: the share near one, times the effective number of modes over two.
    func qualities(_ run: RunHistory) throws -> [(iteration: Int, quality: Double)] {
      try run.measurements.map { measured in
        let samples = try #require(measured.samples)
        return (
          measured.iteration, samples.highQualityFraction * exp(samples.coverageEntropy) / 2
        )
      }
    }
    // 'fixed iteration' stops at a quarter of 60 and keeps what was measured last.
    for (rule, kept) in [("no stopping", 60), ("fixed iteration", 10)] {
      let regrets = try histories.map { run in
        let all = try qualities(run)
        let value = try #require(all.last { $0.iteration <= kept }).quality
        return (all.map(\.quality).max() ?? 0) - value
      }
      let mean = regrets.reduce(0, +) / Double(regrets.count)
      // Sums of three numbers below 1.
      #expect((try drawn(rule) - mean).magnitude <= 4 * Double.ulpOfOne, "\(rule)")
      let (from, to) = (try drawn("\(rule), from"), try drawn("\(rule), to"))
      #expect(from <= mean && mean <= to, "\(rule)")
      #expect((regrets.min() ?? 0) <= from && to <= (regrets.max() ?? 0), "\(rule)")
    }
    #expect(!figure.plot.numbers.contains { $0.part.contains(": oracle") })
    #expect(figure.caption.contains("seeds 1 to 3") && figure.caption.contains("resamples"))
  }
}
