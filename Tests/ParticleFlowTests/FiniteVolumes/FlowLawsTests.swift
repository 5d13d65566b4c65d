import GANTheory
import ParticleFlow
import RealModule
import Testing

private let problems =
  TableTwoCase.allCases.map { PlaneProblem($0) } + [PlaneProblem.projectedDataSet]

/// Rounding of a sum over the mesh: an ulp of the sum of absolute values for each of its terms, of which errors
/// of random sign leave about the root; the whole count is allowed.
private func rounding(_ flow: DensityFlow, size: Double) -> Double {
  Double(flow.density.count) * size * 0x1p-53
}

@Suite struct `Laws of the flow in the plane` {
  // Their tables take a second to build: once for all tests.
  private static let divergences = DivergenceGenerator.allCases.map { VelocityLaw(.descent($0)) }

  /// Checks mass, sign, the range of r and every f-divergence from step to step.
  private func examine(
    _ problem: PlaneProblem, law: VelocityLaw, _ stepping: FlowStepping, until end: Double,
    cells: Int = 28
  ) throws -> Int {
    var flow = try problem.flow(columns: cells, rows: cells, law: law)
    let functionals = Self.divergences + [law]
    var before = functionals.map { flow.functional(of: $0) }
    var range = flow.logRatioRange
    let start = before
    try flow.advance(to: end, stepping) { flow in
      #expect((flow.mass - 1).magnitude <= rounding(flow, size: Double(flow.stepCount)))
      #expect(flow.density.allSatisfy { $0 >= 0 })
      for (index, functional) in functionals.enumerated() {
        let value = flow.functional(of: functional)
        if let value, let last = before[index] {
          // h is tabulated to 1e-14 and summed over the mesh.
          let allowed = 1e-13 * (1 + (start[index] ?? last)) + rounding(flow, size: 1 + last)
          #expect(
            value <= last + allowed,
            "\(problem.title), \(law.name): \(functional.name) rises at \(flow.time)")
        }
        if before[index] != nil { #expect(value != nil) }
        before[index] = value
      }
      let next = flow.logRatioRange
      // Mass that spreads brings new cells, whose r is as large as it was: infinite.
      #expect(next.least >= range.least - 1e-12 * (1 + range.least.magnitude))
      if range.isPositive {
        #expect(next.greatest <= range.greatest + 1e-12 * (1 + range.greatest.magnitude))
      }
      range = next
      return true
    }
    if let last = before.last ?? nil, let first = start.last ?? nil { #expect(last < first) }
    return flow.stepCount
  }

  @Test(arguments: problems.indices)
  func `hold in every explicit step of NSGAN's flow`(index: Int) throws {
    #expect(try examine(problems[index], law: .optimal, .explicit, until: 0.3) >= 5)
  }

  @Test(arguments: problems.indices)
  func `hold in every implicit step of NSGAN's flow, of any length`(index: Int) throws {
    #expect(
      try examine(problems[index], law: .optimal, .implicit(step: 0.1), until: 0.5) == 5)
  }

  @Test(arguments: [
    "kullbackLeibler", "pearson", "squaredHellinger", "reverseKullbackLeibler", "descent:vanilla",
    "f=1+0.5*r^(1/2)", "f=2",
  ])
  func `hold for every law that runs forwards`(name: String) throws {
    let problem = PlaneProblem(
      data: TableTwoCase.concentrated.data(), generated: TableTwoCase.concentrated.generated(),
      lower: [-2, -2], upper: [2, 2], title: "case 1, smaller")
    #expect(
      try examine(problem, law: VelocityLaw(named: name), .implicit(step: 0.05), until: 0.25)
        == 5)
  }

  @Test func `the functional falls by the kinetic term, to the order of the steps`() throws {
    let start = try PlaneProblem(.singleMode).flow(columns: 32, rows: 32)
    let longest = start.longestExplicitStep
    let errors = try [4.0, 8, 16].map { parts in
      var flow = start
      try flow.advance(to: longest / parts)
      let fall =
        try #require(start.functional(of: .optimal)) - #require(flow.functional(of: .optimal))
      // The trapezium's rule for ∫ kinetic term dt, of second order per unit of time.
      let kinetic = (start.kineticTerm + flow.kineticTerm) / 2 * (longest / parts)
      return (fall - kinetic).magnitude / (longest / parts)
    }
    for order in observedOrders(errors) { #expect((order - 2).magnitude <= 0.25, "\(errors)") }
  }

  // Coarser meshes do not resolve the modes, whose σ is 0.3 on sides of 6 and 12.
  @Test(arguments: [
    (TableTwoCase.concentrated, [64, 128, 256]), (.singleMode, [128, 256]),
  ])
  func `the kinetic term is the mean of the squared velocity, to second order`(
    configuration: TableTwoCase, sides: [Int]
  ) throws {
    let errors = try sides.map { cells in
      let flow = try PlaneProblem(configuration).flow(columns: cells, rows: cells)
      let points = flow.vertical.centres.flatMap { y in
        flow.horizontal.centres.flatMap { [$0, y] }
      }
      // The field from the densities' formulas, which the mesh knows nothing of.
      let field = VelocityField(configuration).velocities(at: points)
      let width = flow.horizontal.edges[1] - flow.horizontal.edges[0]
      let kinetic = flow.density.indices.reduce(0.0) {
        let (u, v) = (field[2 * $1], field[2 * $1 + 1])
        return $0 + flow.density[$1] * (u * u + v * v) * width * width
      }
      return (flow.kineticTerm - kinetic).magnitude / kinetic
    }
    for order in observedOrders(errors) { #expect((order - 2).magnitude <= 0.25, "\(errors)") }
  }

  @Test func `which divergences fall at first is a matter of the sign of w`() throws {
    let flow = try PlaneProblem(.concentrated).flow(columns: 128, rows: 128)
    let own = try #require(flow.rate(of: .optimal, under: .optimal))
    // Two quadratures of one integral on a mesh that leaves each 2 % (see the kinetic term's errors above).
    #expect((own + flow.kineticTerm).magnitude < 0.04 * flow.kineticTerm)
    for (name, sign) in [("f=1+r", -1.0), ("pearson", -1), ("f=r^2", 1)] {
      let law = try VelocityLaw(named: name)
      for divergence in Self.divergences {
        let rate = try #require(flow.rate(of: divergence, under: law))
        #expect(rate * sign > 0, "\(divergence.name) under \(name): \(rate)")
      }
    }
  }

  @Test func `the symmetries of case 1 are kept`() throws {
    let cells = 32
    var flow = try PlaneProblem(.concentrated).flow(columns: cells, rows: cells)
    try flow.advance(to: 0.5)
    let density = flow.density
    let greatest = density.max() ?? 0
    // Relative rounding of a step times the number of Euler steps, which a monotone scheme does not amplify.
    let allowed = greatest * Double(flow.stepCount) * 10 * 32 * 0x1p-53
    for row in 0..<cells {
      for column in 0..<cells {
        let here = density[row * cells + column]
        for image in [
          density[column * cells + row], density[row * cells + cells - 1 - column],
          density[(cells - 1 - row) * cells + column],
        ] { #expect((here - image).magnitude <= allowed) }
      }
    }
  }

  @Test func `p_data does not move, and nothing else rests`() throws {
    let problem = PlaneProblem(
      data: TableTwoCase.concentrated.data(), generated: TableTwoCase.concentrated.data(),
      lower: [-3, -3], upper: [3, 3], title: "equilibrium")
    var rest = try problem.flow(columns: 32, rows: 32)
    let density = rest.density
    try rest.advance(to: 1)
    let steps = Double(rest.stepCount * 10)
    for (now, before) in zip(rest.density, density) {
      // Each Euler step rounds p and the fluxes through four faces, which are of its size.
      #expect((now - before).magnitude <= steps * 16 * 0x1p-53 * before)
    }
    // A small bump on q sets the mesh in motion: the kinetic term is of second order in it, and positive.
    let bumped = try DensityFlow(
      horizontal: rest.horizontal, vertical: rest.vertical, logData: rest.logEquilibrium,
      density: density.indices.map { density[$0] * ($0 == 500 ? 1.01 : 1) })
    #expect(bumped.kineticTerm > 1e3 * rest.kineticTerm.magnitude)
  }

  @Test func `every start ends in p_data`() throws {
    let data = GaussianMixture(modes: [[0.4, 0.4], [-0.4, -0.4]], standardDeviation: 0.5)
    for centre in [[0.0, 0], [1, -1]] {
      let problem = PlaneProblem(
        data: data, generated: GaussianMixture(modes: [centre], standardDeviation: 0.2),
        lower: [-2, -2], upper: [2, 2], title: "near modes")
      var flow = try problem.flow(columns: 20, rows: 20)
      try flow.advance(to: 12, .implicit(step: 0.1))
      let middle = flow.totalVariation
      try flow.advance(to: 24, .implicit(step: 0.1))
      #expect(flow.totalVariation < 1e-6)
      #expect(flow.totalVariation < 1e-2 * middle)
    }
  }
}
