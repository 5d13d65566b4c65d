package import GANTheory
import RealModule
package import Scalars

/// The tables of bounds, in balls: as printed, corrected, sharpened and exact.
package struct BoundTables {
  let cells: CertifiedCells

  /// - Parameter digits: certified digits, or nil for doubles.
  package init(digits: Int? = nil) { cells = CertifiedCells(digits: digits) }

  /// Theorem 3.2: the printed constant. It bounds nothing, since every map of the theorem has
  /// unbounded steepness.
  package func steepnessInSpace(_ parameters: MixtureParameters, radius: Rational) throws -> Table {
    guard Set(parameters.standardDeviations).count == 1, Set(parameters.weights).count == 1 else {
      throw InputError(
        argument: "--sigma", value: "\(parameters.standardDeviations)",
        rule: "must be one number, with equal weights, for this bound",
        remedy: "Assumption 2.1 has one σ and equal weights")
    }
    if parameters.means.contains(where: { $0.allSatisfy { $0 == 0 } }) {
      throw InputError(
        argument: "--modes", value: "0", rule: "must not contain the origin for this bound",
        remedy: "shift the modes")
    }
    // Fractions decide exactly which λ is best.
    let exact = SpaceBound(
      modes: parameters.means.map { $0.map { Expression($0) } },
      standardDeviation: Expression(parameters.standardDeviations[0]),
      radius: Expression(radius)
    ).bestMultiple
    return try cells.table {
      let bound = SpaceBound<Ball>(
        modes: parameters.means.map { $0.map { Ball($0) } },
        standardDeviation: Ball(parameters.standardDeviations[0]), radius: Ball(radius))
      let multiple = try exact.multiple.evaluated(at: [String: Ball]())
      let squaredDistance = try exact.squaredDistance.evaluated(at: [String: Ball]())
      let logarithm = bound.logPrinted(squaredDistance: squaredDistance)
      return Table(
        title: "Theorem 3.2: the constant M as printed",
        columns: [Column("quantity", alignment: .leading), Column("value")],
        rows: [
          [.text("log10 M"), cells.cell(logarithm / Ball.log(Ball(10)))],
          [.text("M"), cells.cell(Ball.exp(logarithm))],
          [.text("best λ"), cells.cell(multiple)],
          [.text("least squared distance at λ"), cells.cell(squaredDistance)],
        ],
        note:
          "Every map that the theorem admits has unbounded steepness: see 'steepness show theorem-3.2'.",
        metadata: metadata(parameters) + [("r", radius.description)])
    }
  }

  /// Theorem 3.4: the mass between modes for generators of slope at most k.
  package func modeMixture(_ parameters: MixtureParameters, slopes: [Rational]) throws -> Table {
    // Gaps less 6σ, exactly: they may not fit into machine integers.
    let modes = parameters.means.map { Expression($0[0]) }
    let margin = Expression(6) * Expression(parameters.standardDeviations[0])
    let clearances = zip(modes, modes.dropFirst()).map { $1 - $0 - margin }
    if let tight = clearances.firstIndex(where: { $0.isNonNegative == .fails }) {
      throw InputError(
        argument: "--modes",
        value: "\(parameters.means[tight][0]);\(parameters.means[tight + 1][0])",
        rule: "are closer than 6σ", remedy: "the theorem needs gaps of at least 6σ")
    }
    // Where 3σ from both sides meet, nothing lies between the modes: 0, and no enclosure of it.
    let isEmpty = clearances.allSatisfy(\.isZero)
    return cells.table {
      let target = GaussianMixture<Ball>(parameters)
      let deviation = Ball(parameters.standardDeviations[0])
      let unit = ModeMixtureBound(
        target: target, standardDeviation: deviation, maximalSteepness: Ball(1))
      let rows = slopes.map { slope -> [Cell] in
        let bound = unit.replacing(maximalSteepness: Ball(slope))
        let printed = bound.probability(.printed)
        let derived = isEmpty ? Ball.zero : bound.probability(.derived)
        var row = [Cell.text(slope.description), cells.cell(printed), cells.cell(derived)]
        if parameters.count == 2 {
          let affine = AffineGenerator(
            steepness: Ball(slope), latent: bound.anchors[0], output: bound.midpoints[0])
          let edge = Ball(3) * deviation
          let exact =
            isEmpty
            ? Ball.zero
            : affine.probability(from: target.modes[0] + edge, to: target.modes[1] - edge)
          row += [cells.cell(exact), isEmpty ? .missing : cells.cell(printed / exact)]
        }
        return row
      }
      let optimal = isEmpty ? Ball.zero : unit.optimalProbability
      let exactColumns =
        parameters.count == 2
        ? [Column("affine map, exact"), Column("printed / exact")] : []
      return Table(
        title: "Theorem 3.4: least mass between modes for a generator of slope at most k",
        columns: [Column("k"), Column("as printed"), Column("corrected")] + exactColumns,
        rows: rows,
        note: parameters.count == 2
          ? "The affine map of slope k meets every hypothesis: a bound above its mass is false."
          : "With more than two modes a slope must be large enough to meet all anchors.",
        metadata: metadata(parameters) + [
          ("mass under the optimal map", cells.text(optimal))
        ])
    }
  }

  func metadata(_ parameters: MixtureParameters) -> [(String, String)] {
    let deviations = parameters.standardDeviations
    let weights = parameters.weights
    return [
      (
        "modes",
        parameters.means.map { $0.map(\.description).joined(separator: ",") }
          .joined(separator: ";")
      ),
      (
        "σ",
        Set(deviations).count == 1
          ? deviations[0].description : deviations.map(\.description).joined(separator: ",")
      ),
    ]
      + (Set(weights).count == 1
        ? [] : [("weights", weights.map(\.description).joined(separator: ","))])
      + [("bits", "\(Ball.precision)")]
  }
}
