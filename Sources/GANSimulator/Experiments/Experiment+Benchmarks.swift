internal import Foundation

/// The paper's mixture in space and the two mixtures in the plane that papers on mode collapse share.
extension Experiment {
  /// Eight modes of equal weight at (±1, ±1, ±1) with variance 0.0125, from noise in space: rectifiers
  /// of width 128 and plain gradient descent, one step each.
  ///
  /// It fits and then collapses. After `steepness train mixture-3d --seed SEED -o FOLDER` with seeds 1 to 8,
  /// `coveredModes` in metrics.jsonl is first 8 between iterations 700 and 1100, for every seed; at
  /// 12,000 it is 1, 8, 4, 4, 1, 4, 1, 1. Seed 2 lost modes, too, and had them all again.
  ///
  /// - Source: sections 1 and 6.2 and F.2 for the mixture, the optimiser and that networks are fully
  ///   connected; widths, rate and batch size are this package's.
  public static var mixture3D: Experiment {
    let signs = [-1.0, 1]
    let means = signs.flatMap { x in signs.flatMap { y in signs.map { z in [x, y, z] } } }
    let architecture = NetworkArchitecture(
      hiddenWidths: [128, 128], activation: .relu, initialisation: .fanInUniform)
    return Experiment(
      name: "mixture-3d", data: MixtureDataSet(means: means, variance: 0.0125),
      latentDimension: 3, generator: architecture, discriminator: architecture,
      generatorOptimiser: .sgd(learningRate: 0.05, momentum: 0),
      discriminatorOptimiser: .sgd(learningRate: 0.05, momentum: 0), batchSize: 256,
      iterations: 12_000, probeInterval: 50, probeSize: 256, chosenLatents: [[0, 0, 0]],
      sampleInterval: 500, checkpointInterval: 1000)
  }

  /// Eight modes of equal weight on the unit circle with standard deviation 0.01.
  ///
  /// - Source: Srivastava et al. 2017 (VEEGAN), section 4; networks are this package's.
  public static var ring8: Experiment {
    let means = (0..<8).map { index in
      let angle = 2 * Double.pi * Double(index) / 8
      return [cos(angle), sin(angle)]
    }
    return plane("ring-8", MixtureDataSet(means: means, variance: 0.0001))
  }

  /// Twenty-five modes of equal weight on the grid of even numbers from −4 to 4, with standard deviation
  /// 0.05.
  ///
  /// - Source: as for `ring8`.
  public static var grid25: Experiment {
    let marks = [-4.0, -2, 0, 2, 4]
    let means = marks.flatMap { x in marks.map { y in [x, y] } }
    return plane("grid-25", MixtureDataSet(means: means, variance: 0.0025))
  }

  /// Four modes of equal weight at (±3, ±3) with variance 0.1.
  ///
  /// - Source: table 2, case 4; `gaussian2D` has the data of cases 1 to 3.
  public static var gaussian2DFar: Experiment {
    var experiment = gaussian2D
    experiment.name = "gaussian-2d-far"
    experiment.data = MixtureDataSet(
      means: [[3, 3], [3, -3], [-3, 3], [-3, -3]], variance: 0.1)
    return experiment
  }

  private static func plane(_ name: String, _ data: MixtureDataSet) -> Experiment {
    let architecture = NetworkArchitecture(
      hiddenWidths: [128, 128], activation: .relu, initialisation: .fanInUniform)
    return Experiment(
      name: name, data: data, latentDimension: 2, generator: architecture,
      discriminator: architecture, generatorOptimiser: .adam(learningRate: 0.0005),
      discriminatorOptimiser: .adam(learningRate: 0.0005), batchSize: 256, iterations: 12_000,
      probeInterval: 50, probeSize: 256, sampleInterval: 500, checkpointInterval: 1000)
  }
}
