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
      var settings = LineLevels.Settings(times: [0, 0.02])
      settings.particles = particles
      let levels = try LineLevels(
        parameters([[-2], [2]], Rational(1, 2)), experiment: .gaussian1D, settings: settings,
        seed: 1)
      let histories = [try levels.exactFlow(), try levels.exactParticles()]
      for history in histories {
        let start = history.moments[0]
        #expect(zip(start.outputs, levels.latents).allSatisfy { ($0 - $1).magnitude < 1e-9 })
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

  @Test func `Theorem 4.1 holds for moved particles, and twice its rate does not`() throws {
    var experiment = Experiment.gaussian1D
    experiment.iterations = 60
    let levels = try LineLevels(
      parameters([[-2], [2]], Rational(1, 2)), experiment: experiment,
      settings: LineLevels.Settings(times: [0, 1]), seed: 2)
    let step = try OneStepComparison(levels, after: 40)
    // Slopes of a few units: rounding of 2⁻⁵³ over 10⁻⁷ is 10⁻⁹, the field's differences likewise 10⁻¹⁰, times some units.
    #expect(step.updateError <= 1e-6, "\(step.updateError)")
    #expect(try OneStepComparison(levels, after: 40, rateFactor: 2).updateError > 1e-4)
    #expect(step.alignment.magnitude <= 1 + 1e-12)
  }

  @Test func `in the plane the steepness at the centre is what the density lost there`() throws {
    func gap(_ cells: Int) throws -> Double {
      var settings = PlaneLevels.Settings(times: [0, 0.05])
      (settings.cells, settings.latents, settings.crowd) = (cells, 1, 10)
      let levels = try PlaneLevels(
        parameters([[1, 1], [1, -1], [-1, 1], [-1, -1]], Rational(1, 2)),
        experiment: .gaussian2D, settings: settings, seed: 3)
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
}
