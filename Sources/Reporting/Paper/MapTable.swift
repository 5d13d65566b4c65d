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
    let rows = latents.map(certifiedRow)
    return table(
      rows, metadata: greatest(),
      note: CertifiedCells.areCertain(rows.joined())
        ? "Every number is correctly rounded."
        : "Undecided: where g rises with slope 2ᵏ its value loses k bits, and a value that is exactly "
          + "0 or half-way between two decimals is never decided.")
  }

  /// z, g(z), log₁₀ S(z) and S(z) in doubles.
  ///
  /// - Throws: `NumericError` where the root finder fails.
  package func table(inDoublesAt latents: [Double]) throws -> Table {
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
      metadata: parameters.count > Self.mostModesToCertify
        ? try greatestFound(by: map) : greatest(),
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
  private func certifiedRow(_ latent: Rational) -> [Cell] {
    var last: [String] = []
    let outcome = Ball.valueAtRisingPrecision(
      from: cells.firstPrecision, to: max(cells.precisionLimit, 16_384)
    ) { () -> [String]? in
      last = values(at: latent)
      return CertifiedCells.areCertain(last) ? last : nil
    }
    return ([decimal(latent)] + (outcome.value ?? last)).map { .text($0) }
  }

  private func values(at latent: Rational) -> [String] {
    let map = MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
    let logSteepness: Ball
    let output: Ball
    if latent == 0, let centre = parameters.centreOfSymmetry {
      // Half of the mass lies on either side of the centre.
      output = Ball(centre)
      logSteepness = map.enclosedLogSteepness(atOutput: output)
    } else {
      output = map.value(at: Ball(latent))
      logSteepness = map.logSteepness(atLatent: Ball(latent))
    }
    return [output, logSteepness / Ball.log(Ball(10)), Ball.exp(logSteepness)].map(cells.text)
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
