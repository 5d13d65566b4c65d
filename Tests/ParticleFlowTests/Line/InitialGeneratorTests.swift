import GANTheory
import ParticleFlow
import RealModule
import Testing

@Suite struct InitialGeneratorTests {
  private static let data = GaussianMixture<Double>(modes: [[-2], [2]], standardDeviation: 1)

  private static func table(_ shape: (Double) -> Double) throws -> InitialGenerator {
    let latents = (-12...12).map { Double($0) / 2 }
    return try InitialGenerator(latents: latents, outputs: latents.map(shape))
  }

  private static func generators() throws -> [InitialGenerator] {
    try ["linear:0.5", "linear:2,-1", "cubic:0.5,0.1", "tanh:0.5,0.5,2"].map {
      try InitialGenerator(named: $0)
    } + [table { $0 + $0 * $0 * $0 / 10 }]
  }

  @Test func `values, slopes and latent points belong together`() throws {
    for generator in try Self.generators() {
      for latent in [-4.1, -0.3, 1e-3, 2.2] {
        let value = generator.value(at: latent)
        // Values are rounded to a few ulp, which counts by size over slope, and Brent's method ends at four ulp of z.
        let rounding =
          16 * Double.ulpOfOne * (abs(value) / generator.slope(at: latent) + abs(latent))
        #expect(abs(try generator.latent(of: value) - latent) <= rounding, "\(generator.title)")
        let step = 1e-5
        let quotient =
          (generator.value(at: latent + step) - generator.value(at: latent - step)) / (2 * step)
        // The third derivative over 6 times the step squared, and rounding over the step.
        #expect(abs(quotient - generator.slope(at: latent)) <= 1e-8, "\(generator.title)")
      }
    }
  }

  @Test func `odd generators are known as such`() throws {
    #expect(try Self.generators().map(\.isOdd) == [true, false, true, true, true])
    #expect(try !Self.table { $0 + 0.1 * $0 * $0 / 8 }.isOdd)
  }

  /// Theorem 3.3 with g‴ = 6b, or −2bs³, which the linear start does not have.
  @Test(arguments: [("cubic:0.5,0.1", 0.6), ("tanh:0.5,0.5,2", -8.0)])
  func `the flow begins at the rate of Theorem 3.3`(_ name: String, _ third: Double) throws {
    let start = try InitialGenerator(named: name)
    let flow = try LineFlow(LineFlowProblem(data: Self.data, start: start))
    let rate = try #require(flow.record().growthRate(at: 0))
    let ode = SteepnessODE(modeOffset: 2.0, standardDeviation: 1)
    let slope = start.slope(at: 0)
    let printed = ode.printedRate(steepness: slope, thirdDerivative: third) / slope
    // The nodes are of fourth order in a spacing of about a fortieth, and tanh(2z) has fifth derivatives of 16·2⁵.
    #expect(abs(rate / printed - 1) <= 1e-3, "\(rate) \(printed)")
  }

  @Test func `a table of a straight line flows like the line`() throws {
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (48, 1e-5)
    let values = try [try InitialGenerator(named: "linear:0.5"), Self.table { 0.5 * $0 }].map {
      let flow = try LineFlow(LineFlowProblem(data: Self.data, start: $0), settings: settings)
      try flow.advance(to: 0.05)
      return flow.record().logSteepness(at: 0)
    }
    // Rounding at the start, which may move a step by a tenth of the tolerance.
    #expect(abs(values[0] - values[1]) <= 1e-6)
  }

  @Test func `cells and nodes agree from a start that is not linear`() throws {
    let problem = try LineFlowProblem(
      data: Self.data, start: InitialGenerator(named: "tanh:0.5,0.5,1"))
    let values = try LineDiscretisation.allCases.map { discretisation -> Double in
      var settings = LineFlowSettings()
      settings.discretisation = discretisation
      (settings.nodes, settings.tolerance) = (discretisation == .lagrangian ? 64 : 256, 1e-6)
      let flow = try LineFlow(problem, settings: settings)
      try flow.advance(to: 0.05)
      return flow.record().logSteepness(atOutput: 0)
    }
    // Both of fourth order: in a tenth, and in a twentieth.
    #expect(abs(values[0] - values[1]) <= 1e-3, "\(values)")
  }

  @Test(arguments: [
    "", "linear", "linear:", "linear:0", "linear:-1", "linear:x", "linear:1,2,3", "cubic:1,-0.1",
    "cubic:0,1", "tanh:0,1,1", "tanh:1,-1,2", "sine:1",
  ])
  func `a start that does not increase is refused`(_ name: String) {
    #expect(throws: InputError.self) { try InitialGenerator(named: name) }
  }

  @Test(arguments: [
    ([0.0, 1, 2], [0.0, 2, 1]), ([0, 0, 1], [0, 1, 2]), ([0, 1], [0, 1]), ([0, 1, 2], [0, 1, 1]),
    ([0, 1, .nan], [0, 1, 2]),
  ])
  func `a table that does not increase is refused`(_ latents: [Double], _ outputs: [Double]) {
    #expect(throws: InputError.self) {
      try InitialGenerator(latents: latents, outputs: outputs)
    }
  }
}
