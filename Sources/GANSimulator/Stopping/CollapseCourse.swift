/// When a run had fitted its data, when it first lost half of its modes, and when it collapsed.
///
/// A mode is covered where it has at least a quarter of its share of the probe's samples within 3σ.
/// *Fitted*: all modes are covered. *Dropped*: after that, at most half of the modes are covered; they may come back.
/// *Collapsed*: after fitting, from an iteration to the end of the run, at least two measurements, at most half of the
/// modes are covered.
///
/// - Source: the definition is this package's; the paper finds collapse by eye (section 6.2).
public struct CollapseCourse: Hashable, Sendable {
  /// The first measured iteration at which all modes are covered; nil where there is none.
  public let fitted: Int?
  /// The first one after that at which at most half are; nil where there is none.
  public let dropped: Int?
  /// The first one from which on at most half are to the end; nil where there is none.
  public let collapsed: Int?
  /// How many modes are covered in the last measurement.
  public let coveredAtEnd: Int

  /// The course of a run.
  ///
  /// - Edge cases: a run that never fitted neither drops nor collapses; one low measurement at the very end is a drop
  ///   and no collapse.
  public init(of run: RunHistory) {
    let measurements = run.measurements
    func isLow(_ measured: MeasuredIteration) -> Bool { 2 * measured.coveredModes <= run.modeCount }
    let first = measurements.firstIndex { $0.coveredModes == run.modeCount }
    let later = first.map { measurements[$0...] } ?? []
    fitted = first.map { measurements[$0].iteration }
    dropped = later.first(where: isLow)?.iteration
    let low = later.reversed().prefix(while: isLow)
    collapsed = low.count >= 2 ? low.last?.iteration : nil
    coveredAtEnd = measurements[measurements.count - 1].coveredModes
  }
}
