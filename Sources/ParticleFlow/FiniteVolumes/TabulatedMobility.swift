import RealModule

/// The mobility of any law of motion, from a table.
///
/// With s = log u, Φ(u)/u = ψ(s) = e⁻ˢ·∫ w(−t)·eᵗ dt from the least s that occurs: Φ is fixed up to a constant
/// only, which no flux sees. ψ′ = w − ψ, so that quintics between knots have the right slope and curvature.
///
/// - Accuracy: 10⁻¹³ of the largest of ψ and w nearby: Gauss's rule over cells of 1/64 and the quintics' error,
///   as in `PotentialTable`.
struct TabulatedMobility: Mobility {
  private static let cellsPerUnit = 64.0

  private let lowest: Double
  private let law: VelocityLaw
  /// ψ, ψ′ and ψ″ at the knots lowest + k/64.
  private let knots: [(Double, Double, Double)]

  /// The greatest w at a knot.
  let greatestWeight: Double

  /// - Parameter range: every log u that occurs; the maximum principle keeps the flow inside.
  /// - Throws: `FlowError` where w is negative or overflows in the range.
  init(_ law: VelocityLaw, range: ClosedRange<Double>) throws {
    self.law = law
    let margin = 0.5
    lowest = range.lowerBound - margin
    let count = Int(((range.upperBound + margin - lowest) * Self.cellsPerUnit).rounded(.up)) + 1
    var knots: [(Double, Double, Double)] = []
    knots.reserveCapacity(count)
    var (psi, greatest) = (0.0, 0.0)
    for index in 0..<count {
      let s = lowest + Double(index) / Self.cellsPerUnit
      if index > 0 {
        let step = 1 / Self.cellsPerUnit
        var gain = 0.0
        for (node, share) in PotentialTable.rule {
          let back = step * (1 - node) / 2
          gain += share * step / 2 * law.weight(at: back - s).value * .exp(-back)
        }
        psi = psi * .exp(-step) + gain
      }
      let (weight, slope) = law.weight(at: -s)
      guard weight >= 0 else {
        throw FlowError(
          quantity: "law", value: law.name,
          rule:
            "has w = \(weight) < 0 at log r = \(-s), where mass would run uphill and the density's "
            + "evolution has no solution",
          remedy: "choose another f, or densities whose ratio stays where f − r·f′ ≥ 0")
      }
      guard weight.isFinite, psi.isFinite else {
        throw FlowError(
          quantity: "law", value: law.name,
          rule:
            "is too fast for doubles at log r = \(-s), where the density vanishes or nearly does",
          remedy: "take a smaller region, or an initial density with mass everywhere in it")
      }
      greatest = max(greatest, weight)
      knots.append((psi, weight - psi, -slope - (weight - psi)))
    }
    self.knots = knots
    greatestWeight = greatest
  }

  func offered(_ density: Double, _ equilibrium: CellEquilibrium) -> Double {
    guard density > 0 else { return 0 }
    let place = (Double.log(density) - equilibrium.logDensity - lowest) * Self.cellsPerUnit
    // Rounding may carry a cell a little beyond the range: there ψ is that of the nearest knot.
    let knot = min(max(Int(place), 0), knots.count - 2)
    let within = min(max(place - Double(knot), 0), 1)
    return density
      * PotentialTable.quintic(
        knots[knot], knots[knot + 1], step: 1 / Self.cellsPerUnit, at: within)
  }

  func weight(_ density: Double, _ equilibrium: CellEquilibrium) -> Double {
    guard density > 0 else { return 0 }
    return law.weight(at: equilibrium.logDensity - .log(density)).value
  }
}
