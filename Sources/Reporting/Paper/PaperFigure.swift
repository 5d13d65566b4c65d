import Foundation
import GANSimulator

/// Every figure that can be drawn, by its number in the paper or by its name.
package enum PaperFigure: String, CaseIterable, Sendable {
  case progression = "1"
  case fields = "2"
  case generators = "3"
  case stopping = "5"
  case noise = "7"
  case optimalDiscriminator = "11"
  case linearField = "13"
  case particlePaths = "16"
  case noisedSamples = "20"
  case noiseHistograms = "21"
  case generatorMaps = "22"
  case tightness
  case growth
  case hypotheses
  case margins
  case flow
  case regret

  /// What it shows, in a few words.
  package var summary: String {
    switch self {
    case .progression: "real and generated samples over training (first row)"
    case .fields: "the four vector fields of Table 2"
    case .generators: "generators of different steepness and the mass between modes"
    case .stopping: "early stopping on the mixture (first column)"
    case .noise: "‖∇d/d‖ with and without noise in the discriminator"
    case .optimalDiscriminator: "values of the optimal discriminator"
    case .linearField: "the field of Assumption 4.1"
    case .particlePaths: "particles from fixed latents, on the mixture"
    case .noisedSamples: "samples with and without noise, on the mixture"
    case .noiseHistograms: "histograms of ‖∇d/d‖ with and without noise, on the mixture"
    case .generatorMaps: "generators for mixtures on the line"
    case .tightness: "share of the exact value that each bound is"
    case .growth: "growth of steepness against the stated rate"
    case .hypotheses: "where the hypotheses of the theorems hold"
    case .margins: "margins of refuted claims, the witness marked"
    case .flow: "steepness of the exact flow, of particles and of an NSGAN"
    case .regret: "what every stopping rule loses, with intervals"
    }
  }

  /// How many training runs it shows: none, one, or one without and one with noise.
  package var runs: Int {
    switch self {
    case .progression, .stopping, .particlePaths: 1
    case .noise, .noisedSamples, .noiseHistograms: 2
    default: 0
    }
  }

  /// Whether anything random goes into it.
  package var isRandom: Bool { runs > 0 || [.margins, .flow, .regret].contains(self) }

  /// Whether it says how many iterations its networks are trained.
  package var countsIterations: Bool { runs > 0 || self == .flow }

  /// A figure that shows no training run of `train`.
  ///
  /// - Parameters:
  ///   - iterations: of an NSGAN that the figure trains itself; those of its preset by default.
  ///   - progress: is told how many parts are done, where that takes a while.
  /// - Throws: what its computation throws.
  package func figure(
    seed: UInt64, iterations: Int? = nil,
    progress: @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
  ) throws -> CaptionedFigure {
    switch self {
    case .fields: FieldFigure.figure
    case .generators: MixtureFigure.figure()
    case .optimalDiscriminator: OptimalDiscriminatorFigure.figure
    case .linearField: LinearFieldFigure.figure
    case .generatorMaps: try GeneratorMapFigure.figure()
    case .tightness: try TightnessFigure.figure()
    case .growth: try GrowthFigure.figure(progress: progress)
    case .hypotheses: try HypothesesFigure.figure()
    case .margins: try MarginFigure.figure(seed: seed)
    case .flow:
      try FlowFigure.figure(
        FlowFigure.comparison(
          seed: seed, iterations: iterations ?? Experiment.gaussian1D.iterations,
          progress: progress))
    case .regret: try Self.quickRegret(seed: seed, progress: progress)
    case .progression, .stopping, .noise, .particlePaths, .noisedSamples, .noiseHistograms:
      preconditionFailure("figure \(rawValue) shows training runs")
    }
  }

  /// Regret over the short runs that the report makes too; they are not kept.
  private static func quickRegret(
    seed: UInt64, progress: @Sendable (_ done: Int, _ total: Int) -> Void
  ) throws -> CaptionedFigure {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    return RegretFigure.figure(
      try StoppingTrialResults.quick(in: folder, seed: seed) { done, total, _ in
        progress(done, total)
      })
  }

  /// A figure that shows a run, or one without and one with noise in the discriminator.
  ///
  /// - Parameter runs: as many as `runs`, the one without noise first.
  /// - Throws: `InputError` where a run is not what the figure needs.
  package func figure(of runs: [SampleHistory]) throws -> CaptionedFigure {
    precondition(runs.count == self.runs && !runs.isEmpty, "runs.count = \(self.runs) > 0")
    return switch self {
    case .progression: try ProgressionFigure.figure(runs[0])
    case .stopping: try StoppingFigure.figure(runs[0])
    case .particlePaths: try ParticlePathFigure.figure(runs[0])
    case .noise: try NoiseFigure(plain: runs[0], noised: runs[1]).histogramsAndPercentiles()
    case .noisedSamples: try NoiseFigure(plain: runs[0], noised: runs[1]).samples()
    case .noiseHistograms: try NoiseFigure(plain: runs[0], noised: runs[1]).histograms()
    case .fields, .generators, .optimalDiscriminator, .linearField, .generatorMaps, .tightness,
      .growth, .hypotheses, .margins, .flow, .regret:
      preconditionFailure("figure \(rawValue) shows no training run")
    }
  }
}
