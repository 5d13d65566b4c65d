import RealModule
public import Scalars

extension MeasurePreservingMap where S == Ball {
  /// An enclosure of the greatest steepness sup g′ over the whole line, and where it is attained.
  ///
  /// A search in intervals isolates the local maxima that may be the greatest; each is then polished
  /// at the working precision, and its place certified by the signs of (log g′)′ on both sides of it.
  ///
  /// - Source: Theorem 3.1 asks for a point of great steepness; this is the greatest.
  /// - Hypotheses: any weights and deviations. Of components with one mean and one σ keep a single
  ///   one: a ball cannot see that two inexact numbers are equal.
  /// - Edge cases: one component makes g affine. Where the search reaches `cellLimit`, or maxima
  ///   merge (nearly coincident modes), the answer keeps a reservation and a wide enclosure. A pair
  ///   closer than about σ/20 reaches the limit.
  /// - Accuracy: a few units in the last place of log g′ at the working precision, unless the
  ///   parameters' radii or a tie of maxima are wider; positions to the square root of that over |L″|.
  /// - Cost: some 30 cells a mode, each of them linear in the number of modes: hundredths of a second
  ///   for ten modes at any gap, seconds for 200, a minute for 1000. By default 50,000 cells are
  ///   examined at most, and fewer of more than 400 modes, so that the search ends within a few minutes.
  /// - Rigour: enclosure.
  public func greatestSteepness(cellLimit: Int? = nil) -> GreatestSteepness {
    greatestSteepness(among: steepnessPeaks(cellLimit: cellLimit))
  }

  /// The local maxima of g′ that may be the greatest, isolated but not polished.
  ///
  /// What `greatestSteepness` does first and once: the result may be polished at any precision, with
  /// the same exact parameters.
  ///
  /// - Rigour: enclosure.
  public func steepnessPeaks(cellLimit: Int? = nil) -> SteepnessPeaks {
    let cellLimit = cellLimit ?? max(1, min(50_000, 20_000_000 / target.components.count))
    precondition(cellLimit > 0, "cellLimit > 0")
    guard target.components.count > 1 else {
      return SteepnessPeaks(search: nil, precision: Ball.precision)
    }
    let precision = searchPrecision
    return Ball.$precision.withValue(precision) {
      SteepnessPeaks(
        search: SteepnessSearch(LineMixture(target), cellLimit: cellLimit), precision: precision)
    }
  }

  /// As `greatestSteepness(cellLimit:)`, of peaks that were found before for the same parameters.
  public func greatestSteepness(among found: SteepnessPeaks) -> GreatestSteepness {
    guard let search = found.search else {
      return GreatestSteepness(
        logSteepness: .log(target.components[0].standardDeviation), isConstant: true)
    }
    // Guard bits for positions and for logarithms as large as (gap/σ)²/8.
    let peaks = Ball.$precision.withValue(Ball.precision + found.precision - 64) {
      () -> [PolishedPeak] in
      let line = LineMixture(target)
      return search.peaks.filter { $0.cell.logSteepness.upper >= search.attained }
        .map { PolishedPeak($0, on: line) }
    }
    guard search.reservation == nil, let first = peaks.first else {
      let undecided = search.reservation == nil ? Double.infinity : search.unresolved
      let upper = peaks.reduce(Ball(exactly: undecided)) {
        .larger($0, $1.logSteepness.upperEnd)
      }
      return GreatestSteepness(
        logSteepness: .hull(Ball(exactly: search.attained), upper),
        reservation: search.reservation ?? "no maximum was isolated")
    }
    let greatest = peaks.dropFirst().reduce(first.logSteepness) {
      .larger($0, $1.logSteepness)
    }
    let points = peaks.filter {
      (greatest.lowerEnd - $0.logSteepness.upperEnd).isPositive != .holds
    }
    return GreatestSteepness(
      logSteepness: greatest,
      points: points.sorted { $0.output.approximation < $1.output.approximation }
        .map { .init(latent: $0.latent, output: $0.output) })
  }

  /// Bits that let a cell of width σ²/gap be examined anywhere on the line.
  private var searchPrecision: Int {
    let deviations = target.components.map { $0.standardDeviation.approximation }
    let reach = target.modes.map(\.approximation.magnitude).max() ?? 0
    let ratio = (reach + (deviations.max() ?? 1)) / (deviations.min() ?? 1)
    return 96 + 2 * Int(Double.log2(max(1, ratio)).rounded(.up))
  }
}
