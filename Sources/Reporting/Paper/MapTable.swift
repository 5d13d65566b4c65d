package import GANTheory
import RealModule
package import Scalars

/// The monotone map to a mixture on the line and its steepness, in doubles or with certified digits.
package struct MapTable {
  let parameters: MixtureParameters
  let cells: CertifiedCells

  /// - Parameter digits: certified digits, or nil where doubles are to be printed.
  package init(_ parameters: MixtureParameters, digits: Int? = nil) {
    self.parameters = parameters
    cells = CertifiedCells(digits: digits)
  }

  /// z, g(z), log₁₀ S(z) and S(z) with certified digits, at exactly these latent points.
  package func certifiedTable(at latents: [Rational]) -> Table {
    let rows = latents.map { latent in
      certifiedRow(.text(decimal(latent)), isMiddle: latent == 0) { Ball(latent) }
    }
    return table(
      rows, metadata: greatest(),
      note: CertifiedCells.areCertain(rows.joined())
        ? "Every number is correctly rounded."
        : "Undecided: where g rises with slope 2ᵏ its value loses k bits, and a value that is exactly "
          + "0 or half-way between two decimals is never decided.")
  }

  /// z, g(z), log₁₀ S(z) and S(z) as the doubles nearest to certified values; with many modes in double
  /// arithmetic.
  ///
  /// - Throws: `NumericError` where the root finder of double arithmetic fails.
  package func table(inDoublesAt latents: [Double]) throws -> Table {
    if parameters.count > Self.mostModesToCertify { return try doubleTable(at: latents) }
    let rows = latents.map { latent in
      certifiedRow(.number(latent), isMiddle: latent == 0) { Ball(exactly: latent) }
    }
    return table(
      rows, metadata: greatest(), note: "Doubles nearest to values enclosed in ball arithmetic.")
  }

  private func doubleTable(at latents: [Double]) throws -> Table {
    let map = MeasurePreservingMap(to: GaussianMixture<Double>(parameters))
    let rows = try latents.map { latent -> [Cell] in
      let output = try map.value(at: latent)
      let logSteepness = map.logSteepness(atOutput: output)
      return [
        .number(latent), .number(output), .number(logSteepness / Double.log(10)),
        logSteepness < 709 ? .number(Double.exp(logSteepness)) : .missing,
      ]
    }
    return table(
      rows,
      metadata: try greatestFound(by: map),
      note:
        "S is left out where it exceeds the range of doubles. Between modes, where the mass of the "
        + "data vanishes in doubles, g(z) is as ill-conditioned as the quantile: --digits certifies it."
    )
  }

  /// With more modes the certified search takes longer than people wait for a table of doubles.
  private static let mostModesToCertify = 100

  private func greatestFound(by map: MeasurePreservingMap<Double>) throws -> [(String, String)] {
    let found = try map.steepest()
    return [
      ("steepest z found", "\(found.latent)"), ("steepest g(z) found", "\(found.output)"),
      (
        "log10 of the greatest steepness found",
        "\(found.logSteepness / Double.log(10)), by a search in doubles; --digits certifies it"
      ),
    ]
  }

  private func table(_ rows: [[Cell]], metadata: [(String, String)], note: String) -> Table {
    Table(
      title: "The monotone map to the mixture and its steepness",
      columns: [Column("z"), Column("g(z)"), Column("log10 S"), Column("S")], rows: rows,
      note: note, metadata: metadata)
  }

  /// A row as soon as all of its digits are certain, or with what is undecided at the limit.
  ///
  /// The latent point is made anew for every precision; `isMiddle` where it is 0.
  private func certifiedRow(_ label: Cell, isMiddle: Bool, _ latent: () -> Ball) -> [Cell] {
    var last: [Cell] = []
    let outcome = Ball.valueAtRisingPrecision(
      from: cells.firstPrecision, to: max(cells.precisionLimit, 16_384)
    ) { () -> [Cell]? in
      last = values(at: latent(), isMiddle: isMiddle).map(cells.cell)
      return CertifiedCells.areCertain(last) ? last : nil
    }
    return [label] + (outcome.value ?? last)
  }

  private func values(at latent: Ball, isMiddle: Bool) -> [Ball] {
    let map = MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
    let logSteepness: Ball
    let output: Ball
    if isMiddle, let centre = parameters.centreOfSymmetry {
      // Half of the mass lies on either side of the centre.
      output = Ball(centre)
      logSteepness = map.enclosedLogSteepness(atOutput: output)
    } else {
      output = map.value(at: latent)
      logSteepness = map.logSteepness(atLatent: latent)
    }
    return [output, logSteepness / Ball.log(Ball(10)), Ball.exp(logSteepness)]
  }

  /// The exact fraction as a decimal where one of a double's length is exact.
  private func decimal(_ value: Rational) -> String {
    let text = NumberText.sixDigits(value.approximation)
    return Rational(text) == value ? text : value.description
  }

  /// Where the map is steepest and how steep, to certain digits.
  private func greatest() -> [(String, String)] {
    let peaks = Ball.$precision.withValue(cells.firstPrecision) {
      MeasurePreservingMap(to: GaussianMixture<Ball>(parameters)).steepnessPeaks()
    }
    var last: [(String, String)] = []
    let outcome = Ball.valueAtRisingPrecision(
      from: cells.firstPrecision, to: cells.precisionLimit
    ) { () -> [(String, String)]? in
      let map = MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
      let greatest = map.greatestSteepness(among: peaks)
      let size =
        cells.doubt(about: greatest).map { "undecided: \($0)" }
        ?? cells.text(greatest.logSteepness / Ball.log(Ball(10)))
      last =
        cells.places(of: greatest, parameters) + [("log10 of the greatest steepness", size)]
      return CertifiedCells.areCertain(last.map(\.1)) ? last : nil
    }
    return outcome.value ?? last
  }
}
