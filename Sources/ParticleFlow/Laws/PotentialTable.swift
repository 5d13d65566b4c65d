import RealModule

/// W(ℓ) = ∫₀^ℓ w and what follows from it, tabulated once and interpolated between knots.
///
/// Every column is an integral whose first two derivatives are known, so that quintics between knots agree with it to
/// second order. w has poles at ±iπ at the nearest (where r = −1), so that over a cell of width h = 1/64 they are
/// wrong by (h/2π)⁶ = 2·10⁻¹⁶ of w's size.
///
/// - Accuracy: 10⁻¹⁴ relative to the largest of |W| and w, by quadrature of order 12 in each cell and their sum.
struct PotentialTable: Sendable {
  private static let cellsPerUnit = 64.0
  private static let reach = 128

  private let weight: @Sendable (Double) -> (value: Double, slope: Double)
  /// Knots ascending in |ℓ|, for ℓ ≤ 0 and for ℓ ≥ 0.
  private let columns: [[Knot]]
  /// The integrals W and h(r)/max(r, 1), with w and its slope.
  private struct Knot: Sendable {
    var potential = 0.0
    var functional = 0.0
    let weight: Double
    let slope: Double
  }

  init(_ weight: @escaping @Sendable (Double) -> (value: Double, slope: Double)) {
    self.weight = weight
    columns = [-1.0, 1.0].map { sign in
      var state = (potential: 0.0, functional: 0.0)
      var column: [Knot] = []
      for index in 0...Self.reach * Int(Self.cellsPerUnit) {
        let place = sign * Double(index) / Self.cellsPerUnit
        if index > 0 {
          let start = sign * Double(index - 1) / Self.cellsPerUnit
          state = Self.advanced(state, from: start, to: place, weight)
        }
        let (value, slope) = weight(place)
        guard state.potential.isFinite, state.functional.isFinite, value.isFinite, slope.isFinite
        else { break }
        column.append(
          Knot(
            potential: state.potential, functional: state.functional, weight: value, slope: slope))
      }
      return column
    }
  }

  func potential(at logRatio: Double) -> Double {
    guard let cell = cell(at: logRatio) else { return beyond(logRatio).potential }
    return Self.quintic(
      (cell.left.potential, cell.left.weight, cell.left.slope),
      (cell.right.potential, cell.right.weight, cell.right.slope), step: cell.step, at: cell.share)
  }

  func functional(at logRatio: Double) -> Double {
    guard let cell = cell(at: logRatio) else { return beyond(logRatio).functional }
    let left = Self.functionalSlopes(cell.left, at: cell.start)
    let right = Self.functionalSlopes(cell.right, at: cell.start + cell.step)
    return Self.quintic(left, right, step: cell.step, at: cell.share)
  }

  /// A cell of the table, and how far into it a ratio lies.
  private struct Cell {
    let left: Knot
    let right: Knot
    let start: Double
    let step: Double
    let share: Double
  }

  private func cell(at logRatio: Double) -> Cell? {
    let column = columns[logRatio < 0 ? 0 : 1]
    let place = logRatio.magnitude * Self.cellsPerUnit
    guard place < Double(column.count - 1) else { return nil }
    let knot = Int(place)
    let step = (logRatio < 0 ? -1 : 1) / Self.cellsPerUnit
    return Cell(
      left: column[knot], right: column[knot + 1], start: Double(knot) * step, step: step,
      share: place - Double(knot))
  }

  /// Both integrals beyond the table, where w is the power c·exp(s·ℓ) with value and slope as at the table's end: what else
  /// there is in a quotient of powers of r has died out by a factor e⁻⁶⁴.
  private func beyond(_ logRatio: Double) -> (potential: Double, functional: Double) {
    let column = columns[logRatio < 0 ? 0 : 1]
    guard logRatio.isFinite, let last = column.last else { return (.nan, .nan) }
    let sign: Double = logRatio < 0 ? -1 : 1
    let end: Double = sign * Double(column.count - 1) / Self.cellsPerUnit
    let distance = logRatio - end
    let ratio = last.weight == 0 ? 0 : last.slope / last.weight
    let power = abs(ratio) < 1e-9 ? 0 : ratio
    /// ∫ exp(rate·t) dt from 0 to the distance.
    func growth(_ rate: Double) -> Double {
      abs(rate) < 1e-9 ? distance : Double.expMinusOne(rate * distance) / rate
    }
    let potential = last.potential + last.weight * growth(power)
    if sign > 0 {
      // ∫ e^(−t)·W(t), by parts: W at the end, and w.
      let fall = Double.exp(-distance)
      let scaled =
        power == 0 ? distance * fall : (Double.exp((power - 1) * distance) - fall) / power
      let rest = last.weight * (growth(power - 1) - scaled)
      let gain = Double.exp(-end) * (last.potential * growth(-1) + rest)
      return (potential, last.functional + (gain.isNaN ? 0 : gain))
    }
    // h + W grows like e^t from −∞ and is driven by w.
    let decay = Double.exp(distance)
    var driven = last.weight * distance * decay
    if abs(power - 1) > 1e-9 {
      driven = last.weight * (Double.exp(power * distance) - decay) / (power - 1)
    }
    return (potential, (last.functional + last.potential) * decay + driven - potential)
  }

  /// The functional's value with its first two derivatives in ℓ.
  ///
  /// Where ℓ > 0 it is K = h/r with K′ = W/r; elsewhere h itself with h′ = h + W (′ is d/dℓ). At 0 both are 0 and have
  /// the same two derivatives.
  private static func functionalSlopes(
    _ knot: Knot, at logRatio: Double
  ) -> (Double, Double, Double) {
    if logRatio > 0 {
      let decay = Double.exp(-logRatio)
      return (knot.functional, decay * knot.potential, decay * (knot.weight - knot.potential))
    }
    let slope = knot.functional + knot.potential
    return (knot.functional, slope, slope + knot.weight)
  }

  /// Both integrals at the end of a cell from those at its start, by Gauss's rule with six points.
  ///
  /// h(end) = e^(end − start)·h(start) + ∫ e^(end − s)·W(s) ds, with W inside the cell by a rule of its own.
  private static func advanced(
    _ state: (potential: Double, functional: Double), from start: Double, to end: Double,
    _ weight: (Double) -> (value: Double, slope: Double)
  ) -> (potential: Double, functional: Double) {
    let step = end - start
    // ∫ e^(a − s)·W(s) ds = by parts of W(start)·∫ e^(a − s) ds + ∫ w(t)·(∫ₜ^end e^(a − s) ds) dt.
    let origin = step > 0 ? 0 : end
    func kernel(from t: Double) -> Double {
      -Double.exp(origin - t) * Double.expMinusOne(t - end)
    }
    var (gain, moment) = (0.0, state.potential * kernel(from: start))
    for (node, share) in zip(nodes, shares) {
      for side in [-1.0, 1.0] {
        let point = start + step * (0.5 + side * node / 2)
        let value = share / 2 * step * weight(point).value
        gain += value
        moment += value * kernel(from: point)
      }
    }
    let kept = step > 0 ? state.functional : Double.exp(step) * state.functional
    return (state.potential + gain, kept + moment)
  }

  /// Gauss–Legendre with six points on (−1, 1).
  static let rule = zip(nodes, shares).flatMap { [(-$0, $1), ($0, $1)] }

  /// Its positive nodes and their weights.
  private static let nodes = [
    0.238619186083196908630501721681, 0.661209386466264513661399595020,
    0.932469514203152027812301554494,
  ]
  private static let shares = [
    0.467913934572691047389870343990, 0.360761573048138607569833513838,
    0.171324492379170345040296142173,
  ]

  /// The quintic with value, slope and curvature at both ends of a cell.
  static func quintic(
    _ left: (Double, Double, Double), _ right: (Double, Double, Double), step: Double, at s: Double
  ) -> Double {
    let (a, b, c) = (left.0, step * left.1, step * step * left.2 / 2)
    let rise = right.0 - (a + b + c)
    let slope = step * right.1 - (b + 2 * c)
    let bend = step * step * right.2 / 2 - c
    let third = 10 * rise - 4 * slope + bend
    let fourth = -15 * rise + 7 * slope - 2 * bend
    let fifth = 6 * rise - 3 * slope + bend
    return a + s * (b + s * (c + s * (third + s * (fourth + s * fifth))))
  }
}
