import RealModule

/// What the flow keeps, decreases and bounds.
extension DensityFlow {
  /// ∫ p, which was 1 at the start.
  ///
  /// - Accuracy: that of a plain sum.
  public var mass: Double {
    density.indices.reduce(0) { $0 + density[$1] * volume($1) }
  }

  /// The volume of a cell.
  func volume(_ cell: Int) -> Double {
    horizontal.volumes[cell % horizontal.count] * vertical.volumes[cell / horizontal.count]
  }

  /// log r in a cell; nil where p vanishes.
  public func logRatio(_ cell: Int) -> Double? {
    density[cell] > 0 ? logEquilibrium[cell] - .log(density[cell]) : nil
  }

  /// The least and the greatest log r over the cells with p > 0, and whether p > 0 everywhere.
  public var logRatioRange: (least: Double, greatest: Double, isPositive: Bool) {
    var (least, greatest, isPositive) = (Double.infinity, -Double.infinity, true)
    for cell in density.indices {
      guard let ratio = logRatio(cell) else {
        isPositive = false
        continue
      }
      (least, greatest) = (min(least, ratio), max(greatest, ratio))
    }
    return (least, greatest, isPositive)
  }

  /// Beyond this |ℓ| one of the two densities vanishes against the other in doubles.
  static let vanishing = 745.0

  /// ∫ p_g·h(r) for the h that a law's flow descends; with `.descent` of a divergence the divergence itself.
  ///
  /// - Source: `VelocityLaw.functionalDensity`; r·f = h up to terms that two masses of 1 cancel.
  /// - Accuracy: the midpoint's rule, second order; h to 1e-14.
  /// - Edge cases: nil where it is infinite, because p vanishes somewhere and h grows faster than r.
  public func functional(of law: VelocityLaw) -> Double? {
    let atVanishing = law.functionalDensity(at: Self.vanishing)
    let growth = (law.functionalDensity(at: 2 * Self.vanishing) - atVanishing).magnitude
    let isBounded = growth <= 1e-9 * (1 + atVanishing.magnitude)
    var sum = 0.0
    for cell in density.indices {
      let ratio = logRatio(cell) ?? .infinity
      if ratio > Self.vanishing, !isBounded { return nil }
      let value = law.functionalDensity(at: min(ratio, Self.vanishing))
      sum += max(density[cell], .exp(logEquilibrium[cell])) * value * volume(cell)
    }
    return sum.isFinite ? sum : nil
  }

  /// The kinetic term ∫ p·|v|² of this flow's own law, and with it the rate at which its functional falls.
  ///
  /// On the mesh it is the sum over faces of flux · jump of the potential W, which is exactly the rate at which
  /// the functional falls while time runs on.
  ///
  /// - Source: derived: the first variation of the functional is −W.
  public var kineticTerm: Double {
    let offered = density.indices.map { mobility.offered(density[$0], equilibria[$0]) }
    let potentials = density.indices.map(potential)
    var sum = 0.0
    func add(_ face: FaceRates.Face, _ before: Int, _ after: Int, _ area: Double) {
      let flux = face.leaving * offered[before] - face.returning * offered[after]
      if flux != 0 { sum += flux * (potentials[after] - potentials[before]) * area }
    }
    let columns = horizontal.count
    for cell in density.indices {
      let (row, column) = (cell / columns, cell % columns)
      if column > 0 {
        add(rightward.faces[cell], cell - 1, cell, vertical.volumes[row])
      }
      if row > 0 { add(upward.faces[cell], cell - columns, cell, horizontal.volumes[column]) }
    }
    return sum
  }

  /// d/dt ∫ p·h(r) at this moment, for the h of one law, if another law moved the density: −∫ p·⟨∇W_h, ∇W⟩.
  ///
  /// Nothing has to flow for it, so that laws that run backwards have it too.
  ///
  /// - Source: the first variation of ∫ p·h(r) is −W_h, and v = ∇W.
  /// - Accuracy: second order in the cells' size.
  /// - Edge cases: nil where a potential is infinite because p vanishes.
  public func rate(of functional: VelocityLaw, under law: VelocityLaw) -> Double? {
    let ratios = density.indices.map { min(logRatio($0) ?? .infinity, Self.vanishing) }
    let (own, moving) = (ratios.map(functional.potential), ratios.map(law.potential))
    var sum = 0.0
    func add(_ before: Int, _ after: Int, _ conductance: Double) {
      let mean = (density[before] + density[after]) / 2
      guard mean > 0 else { return }
      sum -= mean * (own[after] - own[before]) * (moving[after] - moving[before]) * conductance
    }
    let columns = horizontal.count
    for cell in density.indices {
      let (row, column) = (cell / columns, cell % columns)
      if column > 0 {
        add(cell - 1, cell, horizontal.conductances[column - 1] * vertical.volumes[row])
      }
      if row > 0 {
        add(cell - columns, cell, vertical.conductances[row - 1] * horizontal.volumes[column])
      }
    }
    return sum.isFinite ? sum : nil
  }

  /// ∫ |p − q|/2, the share of the mass that is in the wrong place.
  public var totalVariation: Double {
    density.indices.reduce(0) {
      $0 + (density[$1] - .exp(logEquilibrium[$1])).magnitude * volume($1) / 2
    }
  }
}
