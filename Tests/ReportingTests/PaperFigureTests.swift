import ClaimKit
import Claims
import Foundation
import GANSimulator
import Testing

@testable import Reporting

@Suite struct `Figures without training` {
  @Test(arguments: [
    PaperFigure.fields, .generators, .optimalDiscriminator, .linearField, .generatorMaps,
    .hypotheses,
  ])
  func `are well-formed pictures whose captions state their parameters`(kind: PaperFigure) throws {
    let figure = try kind.figure(seed: 1)
    let drawing = try figure.plot.picture(as: .svg, title: figure.title, caption: figure.caption)
    let svg = String(decoding: drawing, as: UTF8.self)
    #expect(XMLCheck.isWellFormed(svg))
    #expect(svg.contains("<desc>"))
    #expect(!figure.parameters.isEmpty && !figure.caption.contains("\n"))
    for (name, value) in figure.parameters {
      #expect(figure.caption.contains("\(GnuplotText.spoken(name)) = "), "\(name)")
      #expect(figure.caption.contains(GnuplotText.spoken(value)), "\(value)")
    }
    #expect(figure.table.rows.count > figure.panels.count)
  }

  @Test func `each panel can be had alone, as wide as a column`() throws {
    let figure = try GeneratorMapFigure.figure()
    for number in 1...4 {
      let alone = try #require(figure.alone(number))
      #expect(alone.plot.size.width == 420 && alone.panels.count == 1)
      #expect(alone.panels[0].title == figure.panels[number - 1].title)
    }
    #expect(figure.alone(0) == nil && figure.alone(5) == nil)
  }

  @Test func `11 states the value at a mode that the formula gives`() throws {
    let caption = OptimalDiscriminatorFigure.figure.caption
    // τ²/(σ² + τ²) at τ = 1.19σ; the other modes add less than exp(−80).
    #expect(caption.contains(NumberText.sixDigits(1.19 * 1.19 / (1 + 1.19 * 1.19))))
    #expect(caption.contains("figure-11 is refuted"))
  }

  @Test func `13 sees every vector pass through its centre`() {
    // Claim figure-13, sharpened: at every scale down to 1/20.
    #expect(LinearFieldFigure.figure.caption.contains("60 of 60 vectors"))
  }

  @Test func `22 draws increasing functions that its own data invert`() throws {
    for group in try GeneratorMapFigure.figure().plot.numbers {
      let points = group.rows.compactMap { row in row.x.flatMap { x in row.y.map { (x, $0) } } }
      #expect(points.count == 601)
      // Deep between modes g is so steep that latents of neighbouring outputs differ by roundings alone.
      #expect(
        zip(points, points.dropFirst()).allSatisfy {
          $0.0 <= $1.0 + 8 * Double.ulpOfOne && $0.1 < $1.1
        }, "\(group.part)")
    }
  }

  @Test func `a map of a claim fails where the claim does, and where it is wrong only there`()
    throws
  {
    let statement = PaperClaim.steepnessDrop.claim.families[0]
    let held = ["σ": 1.0, "a": 0, "b": 0, "c": 0, "e": 1]
    let map = try StatementMap(statement, held: held, x: "r/σ", y: "s/(4σ − r)²")
    // s = r(4σ − r)²/2σ is half of (4σ − r)² at r = σ.
    #expect(map.outcome(1, 0.45) == .holds && map.outcome(1, 0.55) == .fails)
    #expect(map.outcome(2.2, 0.1) == .failsOutside)
    #expect(map.margin(1, 0.45) > 0 && map.margin(1, 0.55) < 0)
    #expect(map.margin(2.2, 0.1).isNaN && map.margin(1, 1.1).isNaN)
  }

  @Test func `a map refuses variables that the statement does not have`() {
    let statement = PaperClaim.steepnessDrop.claim.families[0]
    #expect(throws: (any Error).self) {
      try StatementMap(statement, held: [:], x: "r/σ", y: "nothing")
    }
    #expect(throws: (any Error).self) {
      try StatementMap(statement, held: ["σ": 1], x: "r/σ", y: "s/(4σ − r)²")
    }
  }
}

@Suite struct `Figures of training runs` {
  /// Forty iterations in the plane.
  private static func experiment(noise: Double = 0) -> Experiment {
    var experiment = Experiment.gaussian2D
    experiment.iterations = 40
    experiment.batchSize = 16
    experiment.probeInterval = 20
    experiment.sampleInterval = 20
    experiment.checkpointInterval = 20
    experiment.probeSize = 32
    experiment.sampleSize = 32
    experiment.discriminatorNoise = noise
    return experiment
  }

  @Test func `a run folder gives the same samples as the training itself`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "figure-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let trainer = try Trainer(experiment: Self.experiment(), seed: 3)
    try trainer.run(in: folder)
    let read = try SampleHistory(runFolder: RunFolder(folder), count: 10)
    let trained = try SampleHistory(training: Self.experiment(), seed: 3, count: 10)
    #expect(read.moments.map(\.iteration) == [0, 20, 40])
    #expect(trained.moments.map(\.iteration) == [0, 20, 40])
    for (first, second) in zip(read.moments, trained.moments) {
      #expect(first.samples == second.samples && first.samples.count == 20)
      #expect(first.gradientNorms == second.gradientNorms && first.gradientNorms.count == 10)
      #expect(first.steepness == second.steepness && first.steepness.count == 10)
    }
    #expect(read.moments[0].samples != read.moments[2].samples)

    // The networks' logits are linear in pieces: a central difference of log d is off by h² and by
    // roundings over h.
    let discriminator = try TrainedDiscriminator(runFolder: folder)
    let last = read.moments[2]
    for (index, norm) in last.gradientNorms.enumerated() {
      let point = Array(last.samples[2 * index..<2 * index + 2])
      let slopes = [0, 1].map { axis in
        let ends = [-1e-6, 1e-6].map { shift in
          var moved = point
          moved[axis] += shift
          return log(discriminator.probabilities(at: moved)[0])
        }
        return (ends[1] - ends[0]) / 2e-6
      }
      #expect(abs(norm - (slopes[0] * slopes[0] + slopes[1] * slopes[1]).squareRoot()) < 1e-8)
    }
  }

  @Test func `are well-formed, and their captions state the seed and the iterations`() throws {
    let plain = try SampleHistory(training: Self.experiment(), seed: 5, count: 24)
    let noised = try SampleHistory(training: Self.experiment(noise: 0.1), seed: 5, count: 24)
    // The same seed starts both from the same networks.
    #expect(plain.moments[0].samples == noised.moments[0].samples)
    #expect(plain.moments[2].samples != noised.moments[2].samples)
    for kind in PaperFigure.allCases where kind.runs > 0 {
      let figure = try kind.figure(of: kind.runs == 1 ? [plain] : [plain, noised])
      let drawing = try figure.plot.picture(as: .svg, title: figure.title, caption: figure.caption)
      #expect(XMLCheck.isWellFormed(String(decoding: drawing, as: UTF8.self)), "\(kind)")
      #expect(figure.caption.contains("seed = 5"), "\(kind)")
      #expect(figure.caption.contains("iterations = 40 of 40"), "\(kind)")
      #expect(figure.caption.contains("experiment = gaussian-2d"), "\(kind)")
    }
    #expect(throws: (any Error).self) { try NoiseFigure(plain: noised, noised: plain) }
  }

  @Test func `on the line there is nothing to look at`() throws {
    var experiment = Experiment.gaussian1D
    experiment.iterations = 2
    experiment.probeSize = 8
    experiment.sampleSize = 8
    let history = try SampleHistory(training: experiment, seed: 1, count: 4)
    #expect(throws: (any Error).self) { try ProgressionFigure.figure(history) }
  }
}
