package import GANTheory
import RealModule
package import Scalars

/// The tables of bounds, in balls: as printed, corrected, sharpened and exact.
package struct BoundTables {
  /// Certified digits, or nil for doubles.
  let digits: Int?

  package init(digits: Int? = nil) { self.digits = digits }

  /// Theorem 3.1: the printed bound, the sharpened one, the slope at the best midpoint and the
  /// greatest slope that a scan finds.
  package func steepnessOnTheLine(_ parameters: MixtureParameters) throws -> Table {
    let steepest = try MeasurePreservingMap(to: GaussianMixture<Double>(parameters)).steepest()
    return certified { precision in
      let bound = LineBound<Ball>(
        modes: parameters.means.map { Ball($0[0]) },
        standardDeviation: Ball(parameters.standardDeviations[0]))
      let attained = bound.logAtMidpoints
      let rows = [
        ("bound as printed", bound.logPrinted), ("sharpened bound", bound.logSharpened),
        ("slope at the best midpoint", attained),
      ].map { name, logarithm in
        [
          Cell.text(name), self.cell(logarithm / Ball.log(Ball(10))),
          self.cell(Ball.exp(logarithm)),
          self.cell(Ball.exp(logarithm - attained)),
        ]
      }
      let scanned = Ball(exactly: steepest.logSteepness)
      return Table(
        title: "Theorem 3.1: steepness that the monotone map must reach",
        columns: [
          Column("quantity", alignment: .leading), Column("log10"), Column("value"),
          Column("share of the slope at the midpoint"),
        ],
        rows: rows + [
          [
            .text("greatest slope found"), .number(steepest.logSteepness / Double.log(10)),
            self.cell(Ball.exp(scanned), digits: nil),
            .number(Double.exp((scanned - attained).approximation)),
          ]
        ],
        note: "The last row is a search in doubles; the others are enclosed.",
        metadata: self.metadata(parameters, precision) + [
          ("greatest slope at z", "\(steepest.latent)")
        ])
    }
  }

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
    return certified { precision in
      let bound = SpaceBound<Ball>(
        modes: parameters.means.map { $0.map { Ball($0) } },
        standardDeviation: Ball(parameters.standardDeviations[0]), radius: Ball(radius))
      let best = bound.bestMultiple
      return Table(
        title: "Theorem 3.2: the constant M as printed",
        columns: [Column("quantity", alignment: .leading), Column("value")],
        rows: [
          [.text("log10 M"), self.cell(bound.logPrinted / Ball.log(Ball(10)))],
          [.text("M"), self.cell(Ball.exp(bound.logPrinted))],
          [.text("best λ"), self.cell(best.multiple)],
          [.text("least squared distance at λ"), self.cell(best.squaredDistance)],
        ],
        note:
          "Every map that the theorem admits has unbounded steepness: see 'steepness show theorem-3.2'.",
        metadata: self.metadata(parameters, precision) + [("r", radius.description)])
    }
  }

  /// Theorem 3.4: the mass between modes for generators of slope at most k.
  package func modeMixture(_ parameters: MixtureParameters, slopes: [Rational]) throws -> Table {
    if let tight = zip(parameters.means, parameters.means.dropFirst()).first(where: {
      $1[0] - $0[0] < 6 * parameters.standardDeviations[0]
    }) {
      throw InputError(
        argument: "--modes", value: "\(tight.0[0]);\(tight.1[0])", rule: "are closer than 6σ",
        remedy: "the theorem needs gaps of at least 6σ")
    }
    return certified { precision in
      let target = GaussianMixture<Ball>(parameters)
      let deviation = Ball(parameters.standardDeviations[0])
      let rows = slopes.map { slope -> [Cell] in
        let bound = ModeMixtureBound(
          target: target, standardDeviation: deviation, maximalSteepness: Ball(slope))
        let printed = bound.probability(.printed)
        let derived = bound.probability(.derived)
        var cells = [Cell.text(slope.description), self.cell(printed), self.cell(derived)]
        if parameters.count == 2 {
          let affine = AffineGenerator(
            steepness: Ball(slope), latent: bound.anchors[0], output: bound.midpoints[0])
          let edge = Ball(3) * deviation
          let exact = affine.probability(
            from: target.modes[0] + edge, to: target.modes[1] - edge)
          cells += [self.cell(exact), self.cell(printed / exact)]
        }
        return cells
      }
      let optimal = ModeMixtureBound(
        target: target, standardDeviation: deviation, maximalSteepness: Ball(1)
      ).optimalProbability
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
        metadata: self.metadata(parameters, precision) + [
          (
            "mass under the optimal map",
            optimal.rounded(toDigits: self.digits ?? 8) ?? Self.undecided
          )
        ])
    }
  }

  private func metadata(_ parameters: MixtureParameters, _ precision: Int) -> [(String, String)] {
    [
      (
        "modes",
        parameters.means.map { $0.map(\.description).joined(separator: ",") }
          .joined(separator: ";")
      ),
      ("σ", parameters.standardDeviations[0].description), ("bits", "\(precision)"),
    ]
  }

  /// What stands for a value whose digits could not be decided.
  private static let undecided = "undecided"

  private func cell(_ value: Ball) -> Cell { cell(value, digits: digits) }

  private func cell(_ value: Ball, digits: Int?) -> Cell {
    if let digits { return .text(value.rounded(toDigits: digits) ?? Self.undecided) }
    let approximation = value.approximation
    return approximation.isFinite && (approximation != 0 || value.containsZero)
      ? .number(approximation) : .text(value.rounded(toDigits: 6) ?? Self.undecided)
  }

  /// Raises the precision until every printed digit is certain, up to 40 bits a digit.
  private func certified(_ build: (Int) -> Table) -> Table {
    var precision = 128 + 4 * (digits ?? 16)
    let limit = 40 * (digits ?? 16) + 1024
    while true {
      let table = Ball.$precision.withValue(precision) { build(precision) }
      let isCertain = !table.rows.joined().contains(.text(Self.undecided))
      if isCertain || precision >= limit { return table }
      precision *= 2
    }
  }
}
