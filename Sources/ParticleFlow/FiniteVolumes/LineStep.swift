import RealModule

/// One backward Euler step of a row of cells, the others standing still.
///
/// Solves V·(p − p₀) = step·(in − out) for p ≥ 0 by Newton's method with a tridiagonal Jacobian, which is an
/// M-matrix, dominant by columns, so that elimination needs no pivots. The result is then written as p₀ plus
/// the fluxes at the solution, which keeps the mass to rounding.
///
/// - Source: derived.
struct LineStep {
  private let count: Int
  private let values: UnsafeMutablePointer<Double>

  private var start: UnsafeMutablePointer<Double> { values }
  var density: UnsafeMutablePointer<Double> { values + count }
  private var weights: UnsafeMutablePointer<Double> { values + 2 * count }
  private var offered: UnsafeMutablePointer<Double> { values + 3 * count }
  private var above: UnsafeMutablePointer<Double> { values + 4 * count }
  private var change: UnsafeMutablePointer<Double> { values + 5 * count }

  /// The doubles that a line of this many cells needs.
  static func workspace(_ count: Int) -> Int { 6 * count }

  init(count: Int, workspace: UnsafeMutablePointer<Double>) {
    self.count = count
    values = workspace
  }

  /// Relative change of Newton's iterate that counts as solved; the next would be its square.
  private static let solved = 1e-9

  private static let mostIterations = 60

  /// Advances `density`; false where Newton's method did not converge or left p ≥ 0, and then nothing is
  /// promised about it.
  ///
  /// - Parameters:
  ///   - face: the rates between cells i − 1 and i, for 0 < i < count.
  ///   - equilibrium: q in cell i.
  func advance(
    by step: Double, volumes: UnsafePointer<Double>, mobility: some Mobility,
    face: (Int) -> FaceRates.Face, equilibrium: (Int) -> CellEquilibrium
  ) -> Bool {
    start.update(from: density, count: count)
    var greatest = 0.0
    for cell in 0..<count { greatest = max(greatest, start[cell]) }
    // Below this share of the greatest density a cell does not decide about convergence.
    let floor = 1e-30 * greatest
    var isSolved = greatest == 0
    var iteration = 0
    while !isSolved, iteration < Self.mostIterations {
      iteration += 1
      for cell in 0..<count {
        offered[cell] = mobility.offered(density[cell], equilibrium(cell))
        weights[cell] = mobility.weight(density[cell], equilibrium(cell))
      }
      eliminate(step, volumes, face)
      isSolved = true
      var next = 0.0
      for cell in stride(from: count - 1, through: 0, by: -1) {
        next = cell + 1 < count ? change[cell] + above[cell] * next : change[cell]
        guard next.isFinite else { return false }
        if next.magnitude > Self.solved * (density[cell] + floor) { isSolved = false }
        // A step that would leave p ≥ 0 goes nine tenths of the way.
        density[cell] = max(density[cell] + next, density[cell] / 10)
      }
    }
    return isSolved && settle(step, volumes, mobility, face, equilibrium)
  }

  /// Forward elimination of the Jacobian V + step·A·diag(w): afterwards the change of cell i is
  /// change[i] + above[i]·(the change of cell i + 1).
  private func eliminate(
    _ step: Double, _ volumes: UnsafePointer<Double>, _ face: (Int) -> FaceRates.Face
  ) {
    var left = FaceRates.Face()
    for cell in 0..<count {
      let right = cell + 1 < count ? face(cell + 1) : FaceRates.Face()
      var residual = volumes[cell] * (start[cell] - density[cell])
      residual -= step * (left.returning + right.leaving) * offered[cell]
      if cell > 0 { residual += step * left.leaving * offered[cell - 1] }
      if cell + 1 < count { residual += step * right.returning * offered[cell + 1] }
      var pivot = volumes[cell] + step * (left.returning + right.leaving) * weights[cell]
      if cell > 0 {
        let below = step * left.leaving * weights[cell - 1]
        pivot -= below * above[cell - 1]
        residual += below * change[cell - 1]
      }
      above[cell] = cell + 1 < count ? step * right.returning * weights[cell + 1] / pivot : 0
      change[cell] = residual / pivot
      left = right
    }
  }

  /// p₀ plus the fluxes at the solution; false where that is negative.
  private func settle(
    _ step: Double, _ volumes: UnsafePointer<Double>, _ mobility: some Mobility,
    _ face: (Int) -> FaceRates.Face, _ equilibrium: (Int) -> CellEquilibrium
  ) -> Bool {
    for cell in 0..<count {
      offered[cell] = mobility.offered(density[cell], equilibrium(cell))
    }
    var entering = 0.0
    for cell in 0..<count {
      var leaving = 0.0
      if cell + 1 < count {
        let right = face(cell + 1)
        leaving = right.leaving * offered[cell] - right.returning * offered[cell + 1]
      }
      density[cell] = start[cell] + step * (entering - leaving) / volumes[cell]
      guard density[cell] >= 0 else { return false }
      entering = leaving
    }
    return true
  }
}
