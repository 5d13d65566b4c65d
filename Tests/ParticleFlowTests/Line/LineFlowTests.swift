import GANTheory
import ParticleFlow
import RealModule
import Scalars
import Testing

@Suite struct LineFlowTests {
  private static func pair(_ offset: Double) -> GaussianMixture<Double> {
    GaussianMixture(modes: [[-offset], [offset]], standardDeviation: 1)
  }

  private static func flow(
    _ problem: LineFlowProblem, _ discretisation: LineDiscretisation, nodes: Int,
    tolerance: Double = 1e-7
  ) throws -> LineFlow {
    var settings = LineFlowSettings()
    settings.discretisation = discretisation
    settings.nodes = nodes
    settings.tolerance = tolerance
    return try LineFlow(problem, settings: settings)
  }

  /// p_g = N(0, k²) and p_data = N(0, 1): near 0 log g′ grows at the rate w·(1/k² − 1) at first.
  @Test(arguments: LineDiscretisation.allCases)
  func `a flow that has arrived stays`(_ discretisation: LineDiscretisation) throws {
    let data = GaussianMixture<Double>(modes: [[0]], standardDeviation: 1)
    let flow = try Self.flow(
      LineFlowProblem(data: data, slope: 1), discretisation, nodes: 64)
    try flow.advance(to: 1)
    let record = flow.record()
    // p_g = p_data at the start; cells know their means to fourth order in a spacing of a fifth.
    let bound = discretisation == .lagrangian ? 1e-12 : 1e-5
    #expect(abs(record.logSteepness(atOutput: 0)) <= bound)
    #expect(record.dissipation <= bound)
  }

  @Test(arguments: LineDiscretisation.allCases)
  func `the order in space is the claimed one`(_ discretisation: LineDiscretisation) throws {
    let problem = try LineFlowProblem(data: Self.pair(1.5), slope: 1)
    // Cells come to their order later: means of cells take part in two differences.
    let first = discretisation == .lagrangian ? 50 : 200
    let values = try [first, 2 * first, 4 * first].map { nodes -> Double in
      let flow = try Self.flow(problem, discretisation, nodes: nodes, tolerance: 1e-10)
      try flow.advance(to: 0.1)
      return flow.record().logSteepness(atOutput: 0)
    }
    let order = Double.log(abs((values[0] - values[1]) / (values[1] - values[2]))) / Double.log(2)
    #expect(abs(order - Double(discretisation.claimedOrder)) <= 0.25, "\(order)")
  }

  @Test func `two discretisations agree to 1e-6`() throws {
    let problem = try LineFlowProblem(data: Self.pair(3), slope: 1)
    let nodes = try Self.flow(problem, .lagrangian, nodes: 300, tolerance: 1e-8)
    let cells = try Self.flow(problem, .eulerian, nodes: 600, tolerance: 1e-8)
    for time in [0.1, 0.5] {
      try nodes.advance(to: time)
      try cells.advance(to: time)
      let (first, second) = (nodes.record(), cells.record())
      let value = first.logSteepness(atOutput: 0)
      // The error that is asked for, which both have by their orders: a tenth of it was seen at t = 0.5.
      #expect(abs(value - second.logSteepness(atOutput: 0)) <= 1e-6 * max(1, value), "\(time)")
      #expect(abs(first.dissipation / second.dissipation - 1) <= 1e-3)
    }
  }

  /// By t = 5 the slope has come from 1 to e⁴⁸·⁷, and what is left to gain falls.
  @Test func `two discretisations agree to 1e-4 where modes are ten deviations away`() throws {
    let problem = try LineFlowProblem(data: Self.pair(10), slope: 1)
    let nodes = try Self.flow(problem, .lagrangian, nodes: 300, tolerance: 1e-5)
    let cells = try Self.flow(problem, .eulerian, nodes: 400, tolerance: 1e-5)
    try nodes.advance(to: 5)
    try cells.advance(to: 5)
    let value = nodes.record().logSteepness(at: 0)
    #expect(value > 48)
    // The error that is asked for; a third of it was seen.
    #expect(abs(value - cells.record().logSteepness(at: 0)) <= 1e-4 * value)
  }

  /// log g′ rises most between the two calls' ends, where records would tell little.
  @Test(arguments: LineDiscretisation.allCases)
  func `milestones do not depend on when the flow is looked at`(
    _ discretisation: LineDiscretisation
  ) throws {
    let problem = try LineFlowProblem(data: Self.pair(2.5), slope: 1)
    var found: [[[Double?]]] = []
    for ends in [[3.0], [0.2, 0.3, 0.5, 0.9, 3]] {
      let flow = try Self.flow(problem, discretisation, nodes: 128, tolerance: 1e-7)
      var milestones = LineMilestones(
        latents: [0, 1], targets: try [0, 1].map(problem.logOptimalSteepness))
      for end in ends { try flow.advance(to: end, noting: &milestones) }
      found.append(milestones.times)
      // The flow itself at the time that was found.
      let reached = try #require(milestones.times[0][2])
      let other = try Self.flow(problem, discretisation, nodes: 128, tolerance: 1e-7)
      try other.advance(to: reached)
      let share = other.record().logSteepness(at: 0) - milestones.targets[0]
      #expect(abs(share - Double.log(0.5)) <= 1e-5)
    }
    #expect(found[0][0].compactMap { $0 }.count >= 2)
    for (first, second) in zip(found[0].joined(), found[1].joined()) {
      guard let first, let second else {
        #expect(first == nil && second == nil)
        continue
      }
      // Errors of a step are 1e-7 in log g′, which grows by about five a unit of time here or less.
      #expect(abs(first - second) <= 1e-5)
    }
  }

  @Test func `the generator arrives at the optimal map`() throws {
    let flow = try Self.flow(
      LineFlowProblem(data: Self.pair(3), slope: 1), .lagrangian, nodes: 128, tolerance: 1e-5)
    try flow.advance(to: 20)
    let record = flow.record()
    let map = MeasurePreservingMap(to: Self.pair(3))
    #expect(abs(record.logSteepness(at: 0) - 4.5) <= 1e-3)
    for latent in [-2, -1, -0.1, 0.5, 1.5] {
      #expect(abs(record.output(at: latent) - (try map.value(at: latent))) <= 1e-3, "z = \(latent)")
    }
    // Nothing moves any more only where p_g = p_data.
    #expect(record.dissipation < 1e-6)
    for (latent, ratio) in zip(record.latents, record.logRatios) where abs(latent) < 3 {
      #expect(abs(ratio) < 1e-3)
    }
  }

  /// The stages of the latent axis: the slope outgrows the first axis by e³.
  @Test func `a finer axis takes over where the generator steepens`() throws {
    let flow = try Self.flow(
      LineFlowProblem(data: Self.pair(6), slope: 1), .lagrangian, nodes: 200, tolerance: 1e-5)
    try flow.advance(to: 0.6)
    let before = flow.checkpoint.centres[0].reach
    try flow.advance(to: 1.2)
    #expect(flow.checkpoint.centres[0].reach > before)
    let record = flow.record()
    #expect(record.logSteepness(at: 0) > 9)
    #expect(zip(record.outputs, record.outputs.dropFirst()).allSatisfy { $0 < $1 })
  }

  /// The functional falls by the time integral of the dissipation, here by Simpson's rule on two intervals.
  @Test(
    arguments: ["optimal", "kullbackLeibler", "pearson", "descent:squaredHellinger", "f=1+r"])
  func `what the functional loses is the dissipation`(_ law: String) throws {
    let problem = try LineFlowProblem(
      data: Self.pair(2), law: VelocityLaw(named: law), slope: 1)
    let flow = try Self.flow(problem, .lagrangian, nodes: 128, tolerance: 1e-6)
    try flow.advance(to: 0.1)
    var records = [flow.record()]
    for time in [0.11, 0.12] {
      try flow.advance(to: time)
      records.append(flow.record())
    }
    let lost = records[0].functional - records[2].functional
    let integral =
      0.02 / 6 * (records[0].dissipation + 4 * records[1].dissipation + records[2].dissipation)
    // Fourth order in a spacing of a twentieth.
    #expect(lost > 0)
    #expect(abs(lost / integral - 1) <= 2e-5, "\(lost) and \(integral)")
  }

  @Test func `symmetry, mass and order are kept`() throws {
    let problem = try LineFlowProblem(data: Self.pair(3), slope: 0.5)
    for discretisation in LineDiscretisation.allCases {
      let flow = try Self.flow(problem, discretisation, nodes: 128, tolerance: 1e-6)
      try flow.advance(to: 0.3)
      let record = flow.record()
      // Additions of as many masses, each rounded.
      #expect(abs(record.massError) <= 128 * Double.ulpOfOne)
      // Rounding at the centre grows like g′ itself, which has not reached e³ yet.
      #expect((record.asymmetry ?? 1) <= 1e-9)
      #expect(zip(record.outputs, record.outputs.dropFirst()).allSatisfy { $0 < $1 })
      #expect(record.logSteepnesses.allSatisfy { $0.isFinite })
    }
  }

  /// r moves with −∇·v where v = 0: its maximum over the particles falls and its minimum rises.
  @Test func `the range of the ratio shrinks`() throws {
    let flow = try Self.flow(
      LineFlowProblem(data: Self.pair(2), slope: 1), .lagrangian, nodes: 128, tolerance: 1e-6)
    var range = -Double.infinity...Double.infinity
    for time in [0.05, 0.2, 1, 3] {
      try flow.advance(to: time)
      let ratios = flow.record().logRatios
      guard let least = ratios.min(), let greatest = ratios.max() else { continue }
      // Interpolation to fourth order moves an extremum by no more than this.
      #expect(least >= range.lowerBound - 1e-5 && greatest <= range.upperBound + 1e-5)
      range = least...greatest
    }
  }

  @Test func `a resumed flow has the bits of an uninterrupted one`() throws {
    let problem = try LineFlowProblem(data: Self.pair(2), slope: 1)
    for discretisation in LineDiscretisation.allCases {
      let whole = try Self.flow(problem, discretisation, nodes: 64, tolerance: 1e-5)
      try whole.advance(to: 0.1)
      let resumed = try LineFlow(problem, settings: whole.settings, resuming: whole.checkpoint)
      try whole.advance(to: 0.2)
      try resumed.advance(to: 0.2)
      #expect(whole.checkpoint == resumed.checkpoint)
    }
  }

  @Test func `an uneven mixture sends the mass where it belongs`() throws {
    let data = GaussianMixture<Double>(components: [
      .init(weight: 0.25, mean: [-2], standardDeviation: 0.7),
      .init(weight: 0.75, mean: [1.5], standardDeviation: 1),
    ])
    let problem = try LineFlowProblem(data: data, slope: 1)
    let nodes = try Self.flow(problem, .lagrangian, nodes: 128, tolerance: 1e-6)
    let cells = try Self.flow(problem, .eulerian, nodes: 256, tolerance: 1e-6)
    try nodes.advance(to: 0.5)
    try cells.advance(to: 0.5)
    let (first, second) = (nodes.record(), cells.record())
    for latent in [-1.5, -0.5, 0, 1] {
      #expect(abs(first.output(at: latent) - second.output(at: latent)) <= 2e-5, "z = \(latent)")
      #expect(
        abs(first.logSteepness(at: latent) - second.logSteepness(at: latent)) <= 2e-3,
        "z = \(latent)")
    }
  }

  @Test func `bad input says what to change`() throws {
    #expect(throws: InputError.self) { try LineFlowProblem(data: Self.pair(2), slope: 0) }
    #expect(throws: InputError.self) { try LineFlowProblem(data: Self.pair(2), slope: -1) }
    #expect(throws: InputError.self) {
      try LineFlowProblem(data: Self.pair(2), law: VelocityLaw(named: "f=r^2"), slope: 1)
    }
    let problem = try LineFlowProblem(data: Self.pair(2), slope: 1)
    #expect(throws: InputError.self) { try Self.flow(problem, .lagrangian, nodes: 8) }
    #expect(throws: InputError.self) {
      try Self.flow(problem, .lagrangian, nodes: 64, tolerance: 1)
    }
    let other = try Self.flow(problem, .lagrangian, nodes: 64)
    var settings = other.settings
    settings.nodes = 96
    #expect(throws: InputError.self) {
      try LineFlow(problem, settings: settings, resuming: other.checkpoint)
    }
  }
}
