import RealModule
import Scalars

/// Branch and bound for the greatest value of L = log g′.
///
/// Two outer points are chosen so that L stays below an attained value beyond them. Between them a
/// cell is dropped where
///
/// - L stays below an attained value, or
/// - L′ has no zero: a greatest value inside the outer points is a critical point, and it lies in
///   some closed cell, so ends need no care; or
/// - L″ > 0, which excludes a maximum.
///
/// Where L″ < 0 and the interval Newton step maps the cell into its own interior, the cell holds
/// exactly one critical point, a maximum. Any other cell is cut, the most promising first.
struct SteepnessSearch {
  /// A cell in which L is concave and has exactly one critical point.
  struct Peak {
    let cell: SteepnessCell
    /// Where the critical point lies, relative to the cell's centre.
    let offsets: DoubleInterval
  }

  let line: LineMixture
  let cellLimit: Int
  /// A value that L attains, rounded down.
  private(set) var attained = -Double.infinity
  private(set) var peaks: [Peak] = []
  /// An upper bound of L where nothing is decided.
  private(set) var unresolved = -Double.infinity
  private(set) var reservation: String?
  private(set) var cellCount = 0
  private var queue = PromisingFirst()

  init(_ line: LineMixture, cellLimit: Int) {
    self.line = line
    self.cellLimit = cellLimit
    guard let outer = outerPoints() else {
      unresolved = .infinity
      reservation = "no slope was found that exceeds the one at infinity"
      return
    }
    cover(from: outer.left, to: outer.right)
    run()
  }

  private mutating func point(_ output: Ball) -> SteepnessPoint {
    let point = SteepnessPoint(line, at: output.midpoint)
    attained = max(attained, point.logSteepness.lowerBound)
    return point
  }

  // MARK: - Tails

  /// Points beyond all modes outside of which L is below an attained value.
  private mutating func outerPoints() -> (left: SteepnessPoint, right: SteepnessPoint)? {
    let sorted = line.means.sorted { $0.approximation < $1.approximation }
    for (left, right) in zip(sorted, sorted.dropFirst()) { _ = point((left + right) / Ball(2)) }
    let widest = line.deviations.max { $0.approximation < $1.approximation }!
    // In the tails g′ comes down to its limit from above, so some such point exceeds the limit.
    for exponent in 0..<24 {
      let distance = widest * Ball.powerOfTwo(exponent)
      _ = point(sorted[0] - distance)
      _ = point(sorted[sorted.count - 1] + distance)
      if exponent >= 4, attained > Ball.log(widest).upperBound { break }
    }
    guard let right = outerDistance(SteepnessTail(line), sorted[sorted.count - 1], widest),
      let left = outerDistance(
        SteepnessTail(LineMixture(line.mixture.mirrored)), .zero - sorted[0], widest)
    else { return nil }
    return (point(.zero - left), point(right))
  }

  private func outerDistance(_ tail: SteepnessTail, _ outermost: Ball, _ widest: Ball) -> Ball? {
    for exponent in 0..<64 {
      let output = (outermost + widest * Ball.powerOfTwo(exponent)).midpoint
      if let bound = tail.logBound(from: output), bound.upperBound < attained { return output }
    }
    return nil
  }

  // MARK: - Cells

  /// Cells that hold one mode each, cut between the modes off the middle, where a maximum may be.
  private mutating func cover(from left: SteepnessPoint, to right: SteepnessPoint) {
    let sorted = line.means.sorted { $0.approximation < $1.approximation }
    let share = Ball(Rational(37, 100))
    var cuts = [left]
    for (lower, upper) in zip(sorted, sorted.dropFirst()) {
      let cut = (lower + (upper - lower) * share).midpoint
      if (cut - cuts[cuts.count - 1].output).isPositive == .holds { cuts.append(point(cut)) }
    }
    cuts.append(right)
    for (lower, upper) in zip(cuts, cuts.dropFirst()) { examine(lower, upper) }
  }

  private mutating func run() {
    while let (left, centre, right, bound) = queue.popFirst() {
      if bound < attained { return }
      if cellCount >= cellLimit {
        unresolved = max(unresolved, bound)
        reservation = "the search stopped at its limit of \(cellLimit) cells"
        return
      }
      divide(left, centre, right, bound)
    }
  }

  private mutating func divide(
    _ left: SteepnessPoint, _ centre: SteepnessPoint, _ right: SteepnessPoint, _ bound: Double
  ) {
    if !centre.slope.containsZero {
      examine(left, centre)
      examine(centre, right)
      return
    }
    // A critical point may lie at the centre: keep it inside a cell, where Newton's step can find it.
    let eighth = Ball(Rational(1, 8))
    let lower = (centre.output - (centre.output - left.output) * eighth).midpoint
    let upper = (centre.output + (right.output - centre.output) * eighth).midpoint
    let isResolved =
      (lower - left.output).isPositive && (centre.output - lower).isPositive
      && (upper - centre.output).isPositive && (right.output - upper).isPositive
    guard isResolved == .holds, reservation == nil else {
      unresolved = max(unresolved, bound)
      reservation = "neighbouring critical points could not be separated"
      return
    }
    let (below, above) = (point(lower), point(upper))
    examine(left, below)
    examine(below, above)
    examine(above, right)
  }

  /// Drops the cell, or finds its only critical point, or queues it.
  private mutating func examine(_ left: SteepnessPoint, _ right: SteepnessPoint) {
    cellCount += 1
    let share = Ball(Rational(47, 100))
    let middle = (left.output + (right.output - left.output) * share).midpoint
    let centre = point(middle)
    let cell = SteepnessCell(line, left: left, centre: centre, right: right)
    if cell.logSteepness.upper < attained || !cell.slope.containsZero || cell.curvature.lower > 0 {
      return
    }
    if let critical = cell.criticalOffsets {
      guard let inside = critical.intersection(cell.offsets) else { return }
      if critical.isInterior(to: cell.offsets) {
        _ = point(centre.output + Ball(exactly: inside.middle))
        peaks.append(Peak(cell: cell, offsets: inside))
        return
      }
    }
    queue.insert((left, centre, right, cell.logSteepness.upper))
  }
}

/// A binary heap of cells, the one with the greatest upper bound on top.
private struct PromisingFirst {
  typealias Entry = (SteepnessPoint, SteepnessPoint, SteepnessPoint, bound: Double)
  private var entries: [Entry] = []

  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var child = entries.count - 1
    while child > 0, entries[(child - 1) / 2].bound < entries[child].bound {
      entries.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Entry? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    if entries.isEmpty { return first }
    entries[0] = last
    var parent = 0
    while true {
      let children = ((2 * parent + 1)..<(2 * parent + 3)).clamped(to: entries.indices)
      guard let greatest = children.max(by: { entries[$0].bound < entries[$1].bound }),
        entries[greatest].bound > entries[parent].bound
      else { return first }
      entries.swapAt(parent, greatest)
      parent = greatest
    }
  }
}
