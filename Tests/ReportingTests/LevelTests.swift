import GANSimulator
import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars
import Testing

@testable import Reporting

@Suite struct `Four levels of one generator` {
  private let latents = (-600...600).map { Double($0) / 100 }

  private func pair(_ mode: Double, _ deviation: Double) -> GaussianMixture<Double> {
    GaussianMixture(modes: [[-mode], [mode]], standardDeviation: deviation)
  }

  private func parameters(_ means: [[Rational]], _ deviation: Rational) throws
    -> MixtureParameters
  {
    try MixtureParameters(
      weights: means.map { _ in Rational(1, means.count) }, means: means,
      standardDeviations: means.map { _ in deviation })
  }

  @Test func `a trace of a linear map has its masses, and one that folds has both branches`() {
    let trace = GeneratorTrace(latents: latents, outputs: latents.map { 3 * $0 + 1 })
    let linear = AffineGenerator(steepness: 3, latent: 0, output: 1)
    // Some 1,200 pieces, each mass within a few ulps of 1.
    #expect(
      (trace.probability(from: -2, to: 5) - linear.probability(from: -2, to: 5)).magnitude < 1e-12)
    #expect((trace.probability(from: -100, to: 100) - 1).magnitude < 1e-12)
    #expect((trace.greatestSlope - 3).magnitude < 1e-12)
    #expect((trace.slope(at: 0) - 3).magnitude < 1e-12)
    let fold = GeneratorTrace(latents: latents, outputs: latents.map { $0.magnitude })
    let both = Double.normalMass(from: 0.5, to: 1) * 2
    #expect((fold.probability(from: 0.5, to: 1) - both).magnitude < 1e-12)
  }

  @Test func `linear maps leave the least mass between modes, others more`() {
    let regions = RegionsBetweenModes(pair(2, 0.25))
    for (slope, centre) in [(1.0, 0.0), (5, 0.3), (40, -0.7)] {
      let trace = GeneratorTrace(
        latents: latents, outputs: latents.map { slope * $0 + centre })
      let (mass, least) = (regions.mass(of: trace), regions.leastMass(of: trace, steepness: slope))
      #expect((mass - least).magnitude < 1e-11, "\(slope)")
    }
    let stream = RandomStream(seed: 5, name: "traces")
    for _ in 0..<20 {
      var output = -6.0
      let outputs = latents.map { _ in
        output += 0.02 * Double.exp(stream.normal())
        return output
      }
      let trace = GeneratorTrace(latents: latents, outputs: outputs)
      let least = regions.leastMass(of: trace, steepness: trace.greatestSlope)
      #expect(regions.mass(of: trace) >= least - 1e-12, "seed 5")
      // A quarter of the steepness asks for more than a map that is steep in few places has.
      #expect(
        regions.leastMass(of: trace, steepness: trace.greatestSlope / 4) > least, "seed 5")
    }
  }

  @Test func `Theorem 3.4 is only asked where its hypotheses hold`() {
    #expect(RegionsBetweenModes(pair(2, 0.5)).anchoredBound(steepness: 3, .derived) != nil)
    #expect(RegionsBetweenModes(pair(1, 0.5)).anchoredBound(steepness: 3, .derived) == nil)
  }

  @Test func `particles close in on the exact flow as they grow in number`() throws {
    func error(_ particles: Int) throws -> Double {
      var settings = LevelSettings(times: [0, 0.02])
      settings.latents = particles
      let levels = LineLevels(
        try LevelProblem(
          parameters([[-2], [2]], Rational(1, 2)), experiment: .gaussian1D, settings: settings,
          seed: 1))
      let histories = [try levels.exactFlow(), try levels.exactParticles()]
      for history in histories {
        let start = history.moments[0]
        #expect(zip(start.outputs, levels.latents).allSatisfy { ($0 - $1[0]).magnitude < 1e-9 })
      }
      // A quarter from the edge: the outermost have one neighbour only.
      let place = particles / 4
      return (histories[0].moments[1].outputs[place] - histories[1].moments[1].outputs[place])
        .magnitude
    }
    // Steps fall with the square of the number and errors with the steps: a factor of 4, less what the places differ.
    let (coarse, fine) = (try error(16), try error(32))
    #expect(fine < coarse / 3 && fine < 1e-3, "\(coarse) \(fine)")
  }

  /// One step of a small training run.
  private func step(
    _ means: [[Rational]], _ experiment: Experiment, rateFactor: Double = 1
  ) throws -> OneStepComparison {
    var (experiment, settings) = (experiment, LevelSettings(times: [0, 1]))
    (experiment.iterations, settings.latents) = (60, 100)
    let levels = try LevelProblem(
      parameters(means, Rational(1, 2)), experiment: experiment, settings: settings, seed: 2
    ).levels
    return try OneStepComparison(levels, after: 40, rateFactor: rateFactor)
  }

  private static let cases: [([[Rational]], Experiment)] = [
    ([[-2], [2]], .gaussian1D), ([[1, 1], [1, -1], [-1, 1], [-1, -1]], .gaussian2D),
  ]

  @Test(arguments: cases.indices)
  func `Theorem 4.1 holds for moved particles, and twice its rate does not`(_ index: Int) throws {
    let (means, experiment) = Self.cases[index]
    // Entries of a few units: rounding of 2⁻⁵³ over 10⁻⁷ is 10⁻⁹, the field's differences likewise 10⁻¹⁰, times some units.
    #expect(try step(means, experiment).updateError <= 1e-6)
    #expect(try step(means, experiment, rateFactor: 2).updateError > 1e-4)
    #expect(try step(means, experiment).alignment.magnitude <= 1 + 1e-12)
  }

  @Test func `the rate of log S is what a small step shows`() {
    let stream = RandomStream(seed: 11, name: "rates")
    for _ in 0..<50 {
      let (matrix, jacobian) = (
        (0..<4).map { _ in stream.normal() }, (0..<4).map { _ in stream.normal() }
      )
      // ∇(∇d/d) of the linear field x ↦ matrix·x, wherever it is asked for.
      func linear(_ places: [Double]) -> [Double] {
        var values: [Double] = []
        for place in stride(from: 0, to: places.count, by: 2) {
          let (x, y) = (places[place], places[place + 1])
          values.append(matrix[0] * x + matrix[1] * y)
          values.append(matrix[2] * x + matrix[3] * y)
        }
        return values
      }
      let field = FieldJacobian(at: [0.3, -0.7], dimension: 2, reach: 0.5, linear)
      // The field is linear: differences are exact up to some roundings.
      #expect(zip(field.matrices[0], matrix).allSatisfy { ($0 - $1).magnitude < 1e-13 }, "seed 11")
      func logSteepness(_ step: Double) -> Double {
        let moved = zip(jacobian, field.changes(of: [jacobian])[0]).map { $0 + step * $1 }
        return Double.log(planarSpectralNorm([[moved[0], moved[1]], [moved[2], moved[3]]]))
      }
      let reach = 1e-5
      let slope = (logSteepness(reach) - logSteepness(-reach)) / (2 * reach)
      let rate = field.steepnessRates(of: [jacobian])[0]
      // Differences of second order: reach² = 10⁻¹⁰ times third derivatives, which grow where both singular values are near
      // each other; rounding 2⁻⁵³/10⁻⁵ is 10⁻¹¹.
      #expect((slope - rate).magnitude < 1e-5 * (1 + rate.magnitude), "seed 11")
    }
  }

  @Test func `Theorem 4.2's own discriminator has its rate near a mode`() throws {
    let data = GaussianMixture(modes: [[2, 0], [-2, 0]], standardDeviation: 0.25)
    let model = LinearDiscriminator(mode: data.components[0].mean, standardDeviation: 0.25)
    let stream = RandomStream(seed: 12, name: "places")
    let places = (0..<100).flatMap { _ in [2 + 0.2 * stream.normal(), 0.2 * stream.normal()] }
    let jacobians = (0..<100).map { _ in (0..<4).map { _ in stream.normal() } }
    func shares(_ sign: Double) throws -> (any: Double, asTheorem: Double) {
      func moved(_ places: [Double]) -> [Double] {
        var values: [Double] = []
        for place in stride(from: 0, to: places.count, by: 2) {
          values += model.velocity(at: [places[place], places[place + 1]]).map { sign * $0 }
        }
        return values
      }
      let field = FieldJacobian(at: places, dimension: 2, reach: 1e-5, moved)
      return try #require(
        ShrinkageNearModes(
          rates: field.steepnessRates(of: jacobians), outputs: places, data: data
        ).shares)
    }
    // Nowhere above the bound, and on it only along the radius.
    let (forward, back) = (try shares(1), try shares(-1))
    #expect(forward.any == 1 && forward.asTheorem == 1, "seed 12")
    #expect(back.any == 0 && back.asTheorem == 0, "seed 12")
  }

  @Test func `in the plane linear maps leave at least the least mass`() {
    let away = MassAwayFromModes(
      GaussianMixture(modes: [[1, 1], [1, -1], [-1, 1], [-1, -1]], standardDeviation: 0.2))
    let stream = RandomStream(seed: 13, name: "masses")
    let latents = (0..<20_000).map { _ in stream.normal() }
    for slope in [0.7, 1, 1.5] {
      let shares = away.shares(of: latents.map { slope * $0 })
      #expect((shares.values.reduce(0, +) - 1).magnitude < 1e-9)
      // 10,000 places: a deviation of 0.005 at the most, six of them.
      let far = shares[0] ?? 0
      let least = away.leastMass(shares, steepness: slope)
      #expect(least.map { $0 <= far + 0.03 } ?? false, "seed 13, \(slope)")
    }
    // Two modes far apart along one axis, as on the line: the bound is attained by the linear map but for what lies beside the discs.
    let pair = MassAwayFromModes(
      GaussianMixture(modes: [[-9, 0], [9, 0]], standardDeviation: 1))
    let half: [UInt64: Double] = [0: 0.4, 1: 0.3, 2: 0.3]
    let left = Double.normalQuantile(logLower: Double.log(0.3), logUpper: Double.log(0.7))
    let expected = Double.normalMass(from: left, to: left + 2)
    #expect(pair.leastMass(half, steepness: 6).map { ($0 - expected).magnitude < 1e-12 } ?? false)
    #expect(pair.leastMass(half, steepness: 1.5) ?? 0 > 0.4)
    // Discs that touch leave no region between.
    let near = MassAwayFromModes(
      GaussianMixture(modes: [[-1, 0], [1, 0]], standardDeviation: 0.4))
    #expect(near.leastMass(half, steepness: 1) == nil)
  }

  @Test func `in the plane the steepness at the centre is what the density lost there`() throws {
    func gap(_ cells: Int) throws -> Double {
      var settings = LevelSettings(times: [0, 0.05])
      (settings.cells, settings.latents, settings.crowd) = (cells, 1, 10)
      let levels = PlaneLevels(
        try LevelProblem(
          parameters([[1, 1], [1, -1], [-1, 1], [-1, -1]], Rational(1, 2)),
          experiment: .gaussian2D, settings: settings, seed: 3))
      let last = try levels.exactFlow().moments[1]
      var flow = try PlaneProblem(
        data: levels.data, generated: GaussianMixture(modes: [[0, 0]], standardDeviation: 1),
        lower: [-6, -6], upper: [6, 6], title: ""
      ).flow(columns: 2 * cells, rows: 2 * cells)
      let before = try #require(flow.logDensityAtCentre)
      try flow.advance(to: 0.05)
      let after = try #require(flow.logDensityAtCentre)
      return (last.logSteepnessAtCentre - (before - after) / 2).magnitude
    }
    // Two routes of second order, one on cells of half the width, which are a quarter and an eighth of σ: a factor of
    // 4 for smaller ones.
    let (coarse, fine) = (try gap(48), try gap(96))
    #expect(fine < coarse / 2.5 && fine < 0.03, "\(coarse) \(fine)")
  }

  @Test func `the greatest stretch over pairs is at most the greatest slope`() {
    func stretch(_ latents: [Double], _ outputs: [Double]) -> Double {
      Double.exp(
        LevelClaim.logGreatestStretch(
          LevelMoment(
            moment: 0, outputs: outputs, logSteepnesses: [], logSteepnessAtCentre: 0,
            logGreatestSteepness: 0, massBetweenModes: 0, leastMass: nil, anchoredBound: nil,
            steepnessRates: nil), latents.map { [$0] }))
    }
    // A subtraction and a division more than the slope itself.
    #expect((stretch([-1, 0.5, 2], [-3, 1.5, 6]) - 3).magnitude < 1e-14)
    let trace = GeneratorTrace(latents: [-1, 0, 1, 2], outputs: [0, 1, -3, 4])
    #expect(stretch(trace.latents, trace.outputs) <= trace.greatestSlope)
    #expect(stretch([-1, 1], [0, -3]) < trace.greatestSlope)
  }
}
