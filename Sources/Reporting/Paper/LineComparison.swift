package import GANSimulator
package import GANTheory
import RealModule
import Scalars

/// A trained generator on the line against the exact map of the same mixture.
///
/// The generator comes from `GANSimulator`, the map from `GANTheory`: the two share no code.
package struct LineComparison {
  package let generator: TrainedGenerator
  package let map: MeasurePreservingMap<Double>
  /// −1 for a generator that decreases, which is compared with the decreasing map.
  package let orientation: Double
  package let seed: UInt64

  package init(generator: TrainedGenerator, configuration: RunConfiguration) throws {
    let data = configuration.experiment.data
    guard data.dimension == 1, configuration.experiment.latentDimension == 1 else {
      throw InputError(
        argument: "FOLDER", value: configuration.experiment.name,
        rule: "is not a run on the line, where the optimal map is known in closed form",
        remedy: "train gaussian-1d, or an experiment with one-dimensional noise and data")
    }
    self.generator = generator
    seed = configuration.seed
    let weights = data.normalisedWeights
    map = MeasurePreservingMap(
      to: GaussianMixture(
        components: zip(data.modes, weights).map { mode, weight in
          .init(weight: weight, mean: mode.mean, standardDeviation: mode.variance.squareRoot())
        }))
    let ends = generator.values(at: [-1, 1])
    orientation = ends[1] >= ends[0] ? 1 : -1
  }

  /// What both say at one latent point.
  package struct Row {
    package let latent: Double
    package let trained: Double
    package let exact: Double
    package let logTrainedSteepness: Double
    package let logExactSteepness: Double
  }

  package func rows(at latents: [Double]) throws -> [Row] {
    let values = generator.values(at: latents)
    let slopes = try generator.jacobianNorms(at: latents)
    return try latents.indices.map { index in
      let exact = try map.value(at: orientation * latents[index])
      return Row(
        latent: latents[index], trained: values[index], exact: exact,
        logTrainedSteepness: Double.log10(slopes[index]),
        logExactSteepness: map.logSteepness(atOutput: exact) / Double.log(10))
    }
  }

  /// Mean, root mean square and greatest absolute difference, weighted by N(0, 1) on a fine grid.
  package func norms(_ difference: (Row) -> Double) throws -> (
    mean: Double, rms: Double, greatest: Double
  ) {
    let count = 2001
    let rows = try rows(at: (0..<count).map { -4 + 8 * Double($0) / Double(count - 1) })
    var (mass, mean, square, greatest) = (0.0, 0.0, 0.0, 0.0)
    for row in rows {
      let weight = Double.normalDensity(row.latent)
      let size = difference(row).magnitude
      guard size.isFinite else { continue }
      mass += weight
      mean += weight * size
      square += weight * size * size
      greatest = max(greatest, size)
    }
    return (mean / mass, (square / mass).squareRoot(), greatest)
  }

  package func table(at latents: [Double]) throws -> Table {
    let value = try norms { $0.trained - $0.exact }
    let steepness = try norms { $0.logTrainedSteepness - $0.logExactSteepness }
    return Table(
      title: "Trained generator beside the exact monotone map",
      columns: [
        Column("z"), Column("g trained"), Column("g exact"), Column("log10 S trained"),
        Column("log10 S exact"),
      ],
      rows: try rows(at: latents).map {
        [
          .number($0.latent), .number($0.trained), .number($0.exact),
          .number($0.logTrainedSteepness), .number($0.logExactSteepness),
        ]
      },
      note: "Norms over |z| ≤ 4, weighted by N(0, 1).",
      metadata: [
        ("seed", "\(seed)"), ("orientation", orientation > 0 ? "increasing" : "decreasing"),
        ("g: mean error", short(value.mean)), ("g: rms error", short(value.rms)),
        ("g: greatest error", short(value.greatest)),
        ("log10 S: mean error", short(steepness.mean)),
        ("log10 S: rms error", short(steepness.rms)),
        ("log10 S: greatest error", short(steepness.greatest)),
      ])
  }

  private func short(_ value: Double) -> String { "\((value * 1e6).rounded() / 1e6)" }
}
