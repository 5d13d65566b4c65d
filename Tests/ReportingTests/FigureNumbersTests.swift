import Claims
import Foundation
import GANSimulator
import Reporting
import Testing

/// What figures draw, against formulas that are written here once more, in doubles.
@Suite struct `Numbers that figures draw` {
  /// The points of a part of a panel.
  private func points(
    _ figure: CaptionedFigure, _ panel: String, _ part: String
  ) throws -> [(x: Double, y: Double)] {
    let found = try #require(
      figure.plot.numbers.first { $0.panel == panel && $0.part == part },
      "\(figure.plot.numbers.map { "\($0.panel)/\($0.part)" })")
    return found.rows.compactMap { row in row.x.flatMap { x in row.y.map { (x, $0) } } }
  }

  private func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }
  private func normalCDF(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  private func quantile(_ probability: Double) -> Double {
    var (low, high) = (-8.0, 8.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if normalCDF(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private func agree(
    _ drawn: Double, _ expected: Double, within share: Double, _ place: String,
    _ location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      (drawn - expected).magnitude <= share * expected.magnitude,
      "\(place): \(drawn) against \(expected)", sourceLocation: location)
  }

  /// The greatest slope of Ψ⁻¹∘Φ for modes at 0, 6 and 6 + gap with σ = 1, near the middle of the greater gap.
  private func greatestSlope(gap: Double) -> Double {
    let modes = [0, 6, 6 + gap]
    return (-200...200).map { step in
      let x = 6 + gap / 2 + Double(step) / 1000
      let below = modes.reduce(0) { $0 + normalCDF(x - $1) } / 3
      return density(quantile(below)) / (modes.reduce(0) { $0 + density(x - $1) } / 3)
    }.max() ?? 0
  }

  @Test func `tightness is the printed bound over the exact value`() throws {
    let figure = try TightnessFigure.figure()
    let q = quantile(2.0 / 3)
    let line = try points(figure, "Theorem 3.1, gaps of 6σ and more", "printed")
    for (gap, share) in line where gap == gap.rounded() {
      // The grid is 10⁻³ wide and log g′ bends by at most gap²/4 = 64: 64·10⁻⁶/8 = 8·10⁻⁶.
      agree(share, exp(36 / 8 - q * q) / greatestSlope(gap: gap), within: 1e-5, "gap \(gap)")
    }
    #expect(line.count == 41)
    for gap in [8.0, 16, 40] {
      for (k, share) in try points(figure, "Theorem 3.4", "printed, gap \(Int(gap))σ") {
        let (printed, exact) = (gap - 3, gap - 6)
        // Two quotients of erf with errors of an ulp or two, and a number within an ulp of its rational.
        agree(
          share, erf(printed / (8.0.squareRoot() * k)) / erf(exact / (8.0.squareRoot() * k)),
          within: 1e-14, "gap \(gap), k \(k)")
      }
    }
    for step in [0.1, 1, 3] {
      let name = "s = \(step == 0.1 ? "0.1" : "\(Int(step))")σ²"
      for (r, share) in try points(figure, "Theorem 4.2", name) {
        // I + s·H of log d, d = (1 − r/4)/2: along the radius and across it.
        let (along, across) = (1 - step / ((4 - r) * (4 - r)), 1 - step / (r * (4 - r)))
        agree(
          share, along / max(along.magnitude, across.magnitude), within: 1e-13,
          "s \(step), r \(r)")
      }
    }
    for n in [1, 2, 3, 8] {
      for (k, share) in try points(figure, "Theorem C.5", "n = \(n)") {
        // p_data(x)/p_g(x) at x = k, where p_data = N(0, I) and p_g = N(0, k²·I); the particle moves by
        // s·(log r)′/(1 + r). Printed: without the factor k of x, and with n = 1.
        let peak = exp((1 - k * k) / 2)
        let exact = (1 / (k * k) - 1) * k / (1 + pow(k, Double(n)) * peak)
        agree(share, (1 / (k * k) - 1) / (1 + k * peak) / exact, within: 1e-13, "n \(n), k \(k)")
      }
    }
  }

  @Test func `growth starts at the rate of the equation`() throws {
    for slope in [0.1, 1] {
      let figure = try GrowthFigure.figure(relativeOffsets: [2], relativeSlopes: [slope])
      let curve = try points(
        figure, "Rate of growth of g′(0) over (μ² − σ²)/σ⁴",
        "μ/σ = 2, g₀′ = \(slope == 1 ? "1" : "0.1")σ")
      // (log r)″·(1 − d) at 0, with p_g = N(0, slope²) and r(0) = slope·exp(−μ²/2).
      let ratio = slope * exp(-2.0)
      let rate = (3 + 1 / (slope * slope)) / (1 + ratio)
      // The flow's second differences, of fourth order on its nodes.
      agree(curve[0].y, rate / 3, within: 1e-4, "slope \(slope)")
      #expect(curve[0].x == 0 && zip(curve, curve.dropFirst()).allSatisfy { $0.x < $1.x })
    }
  }

  @Test func `margins are those of the eigenvalues, and grey where r or s is too large`() throws {
    let panel = try #require(
      try MarginFigure.panel(
        of: .steepnessDrop, family: 0,
        witness: ["σ": 1, "a": 0, "b": 0, "c": 0, "e": 1, "r/σ": 1, "s/(4σ − r)²": 0.75]))
    let parts = panel.numbers
    func margin(_ r: Double, _ u: Double) -> Double {
      // Claimed: |I + s·H| is at most 1 − u, u = s/(4 − r)²; across the radius it is |1 − s/(r(4 − r))|.
      let (left, right) = (1 - u, (1 - u * (4 - r) / r).magnitude)
      return (left - right) / (left + right)
    }
    var drawn = 0
    for row in try #require(parts.first).rows {
      let (r, u) = (try #require(row.x), try #require(row.y))
      guard let value = row.value, value.isFinite else {
        #expect(r > 2 || u > 1, "\(r) \(u)")
        continue
      }
      drawn += 1
      #expect(r <= 2 && u <= 1, "\(r) \(u)")
      // Each side has an error of some ulps of numbers up to 40, over a sum of sides of at least 10⁻³.
      #expect((value - margin(r, u)).magnitude < 1e-11, "\(r) \(u)")
    }
    #expect(drawn > 1000)
    let witness = try #require(parts.last?.rows.first)
    #expect(witness == PlottedNumbers.Row(x: 1, y: 0.75) && margin(1, 0.75) == -2 / 3.0)
  }

  @Test func `flow starts at the rate of the equation, and its NSGAN is the trained one`() throws {
    let time = 1e-5
    let comparison = try FlowFigure.comparison(
      seed: 4, iterations: 10, until: time, moments: 2, stepsFirst: 20)
    let figure = try FlowFigure.figure(comparison)
    let exact = try points(figure, "Steepness at 0, in time", "exact flow")
    #expect(exact.count == 2 && exact[0].x == 0 && exact[0].y == 1 && exact[1].x == time)
    // (log r)″·(1 − d) at 0 for ±2, σ = ½ and p_g = N(0, 1). The rate changes by (log p_data)⁗ = −2·8⁴ per unit of time, a
    // share of 8192/61·t, of which the mean is half.
    let rate: Double = (60 + 1) / (1 + 2 * exp(-8.0))
    agree(log(exact[1].y) / time, rate, within: 8192 / 61 * time, "exact flow")
    let particles = try points(
      figure, "Steepness at 0, in time", "particles, exact discriminator")
    // A hundred particles of N(0, 1) know their density to a few per cent.
    agree(log(particles[1].y) / time, rate, within: 0.1, "particles")

    var experiment = Experiment.gaussian1D
    experiment.iterations = 10
    let trainer = try Trainer(experiment: experiment, seed: 4)
    try trainer.run()
    let values = trainer.trainedGenerator().values(at: [-1e-4, 1e-4])
    let adversarial = try points(figure, "Steepness at 0, in training", "NSGAN")
    #expect(adversarial.map(\.x) == [0, 10])
    // A central difference: 10⁻⁸ times third derivatives of the order of 1, roundings of 10⁻¹².
    agree(
      adversarial[1].y, (values[1] - values[0]).magnitude / 2e-4, within: 1e-6, "NSGAN")
    #expect(figure.caption.contains("seed = 4") && figure.caption.contains("iterations = 10"))
  }
}
