package import GANTheory
import RealModule
import Scalars

extension BoundTables {
  /// Theorem 3.1: the printed bound, the sharpened one and the slope at the best midpoint as shares of
  /// the exact greatest slope.
  ///
  /// The bounds need equal weights and one σ; of other mixtures the exact value alone is printed.
  package func steepnessOnTheLine(_ parameters: MixtureParameters) throws -> Table {
    let peaks = Ball.$precision.withValue(cells.firstPrecision) {
      MeasurePreservingMap(to: GaussianMixture<Ball>(parameters)).steepnessPeaks()
    }
    let meetsAssumption =
      Set(parameters.standardDeviations).count == 1 && Set(parameters.weights).count == 1
    return cells.table {
      let map = MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
      let greatest = map.greatestSteepness(among: peaks)
      var logarithms: [(String, Ball)] = []
      if meetsAssumption {
        let bound = LineBound<Ball>(
          modes: parameters.means.map { Ball($0[0]) },
          standardDeviation: Ball(parameters.standardDeviations[0]))
        logarithms = [
          ("bound as printed", bound.logPrinted), ("sharpened bound", bound.logSharpened),
        ]
      }
      logarithms.append(("slope at the best midpoint", logAtMidpoints(of: map)))
      let isDecided = greatest.reservation == nil
      let rows = logarithms.map { name, logarithm in
        row(name, logarithm)
          + [
            isDecided
              ? cells.cell(Ball.exp(logarithm - greatest.logSteepness)) : .text("undecided")
          ]
      }
      let exact =
        isDecided
        ? row("greatest slope", greatest.logSteepness) + [cells.cell(Ball(1))]
        : [.text("greatest slope")] + (0..<3).map { _ in Cell.text("undecided") }
      return Table(
        title: "Theorem 3.1: steepness that the monotone map must reach",
        columns: [
          Column("quantity", alignment: .leading), Column("log10"), Column("value"),
          Column("share of the greatest slope"),
        ],
        rows: rows + [exact],
        note: note(greatest, meetsAssumption),
        metadata: metadata(parameters) + cells.places(of: greatest, parameters))
    }
  }

  private func row(_ name: String, _ logarithm: Ball) -> [Cell] {
    [.text(name), cells.cell(logarithm / Ball.log(Ball(10))), cells.cell(Ball.exp(logarithm))]
  }

  private func logAtMidpoints(of map: MeasurePreservingMap<Ball>) -> Ball {
    let modes = map.target.modes
    let values = zip(modes, modes.dropFirst()).map {
      map.enclosedLogSteepness(atOutput: ($0 + $1) / Ball(2))
    }
    return values.dropFirst().reduce(values[0], Ball.larger)
  }

  private func note(_ greatest: GreatestSteepness, _ meetsAssumption: Bool) -> String {
    var sentences = [
      "Every number is enclosed in ball arithmetic; the greatest slope is exact, over the whole line."
    ]
    if let doubt = cells.doubt(about: greatest) {
      sentences = ["The greatest slope is undecided: \(doubt)."]
    }
    if !meetsAssumption {
      sentences.append("The bounds of Theorem 3.1 need equal weights and one σ and are left out.")
    }
    return sentences.joined(separator: " ")
  }
}
