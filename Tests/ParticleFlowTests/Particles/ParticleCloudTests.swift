import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Testing

@Suite struct `Particles in the plane` {
  private let problem = PlaneProblem(.concentrated)

  private func cloud(_ count: Int) throws -> ParticleCloud {
    try ParticleConvergence(problem: problem, cells: 32, time: 0.1)
      .start(count: count, from: RandomStream(seed: 3, name: "test"))
  }

  @Test func `the same seed gives the same particles`() throws {
    #expect(try cloud(20).positions == cloud(20).positions)
  }

  @Test func `a kernel estimate moves particles by the formulas of the density pair`() throws {
    let particles = try cloud(40)
    var vectorised = try KernelDensityDiscriminator(data: problem.data, bandwidth: 0.2)
    var general = try KernelDensityDiscriminator(
      data: problem.data, bandwidth: 0.2, law: VelocityLaw(named: "f=1"))
    let first = vectorised.logGradients(at: particles.positions, time: 0)
    let second = general.logGradients(at: particles.positions, time: 0)
    for (a, b) in zip(first, second) {
      // The two are rounded in different orders; `VelocityField.fill` bounds its own error below this.
      #expect((a - b).magnitude <= 1e-11 * (1 + a.magnitude))
    }
  }

  @Test func `steps of a kernel estimate are of first order`() throws {
    let start = try cloud(30)
    func moved(_ step: Double) throws -> ParticleCloud {
      var moving = start
      var estimate = try KernelDensityDiscriminator(data: problem.data, bandwidth: 0.3)
      try moving.advance(to: 0.08, stepSize: step, &estimate)
      return moving
    }
    let reference = try moved(0.08 / 512)
    let errors = try [16.0, 32, 64].map { try moved(0.08 / $0).distance(to: reference) }
    for order in observedOrders(errors) {
      // The reference's own error is a 32nd to an 8th of what is measured, and shifts the order by up to 0.17.
      #expect((order - Double(ParticleCloud.order)).magnitude <= 0.25, "\(errors)")
    }
  }

  @Test func `a density on a mesh carries particles along its exact paths`() throws {
    // Under w = 1 a centred Gaussian stays one, and every particle keeps its quantile.
    let (optimum, initial, time) = (0.8, 0.5, 0.1)
    let relaxing = PlaneProblem(
      data: GaussianMixture(modes: [[0, 0]], standardDeviation: optimum),
      generated: GaussianMixture(modes: [[0, 0]], standardDeviation: initial), lower: [-4.5, -4.5],
      upper: [4.5, 4.5], title: "relaxation")
    let square = optimum * optimum
    let growth =
      ((square + (initial * initial - square) * .exp(-2 * time / square)).squareRoot())
      / initial
    let places = [0.3, 0.1, -0.5, 0.6, 0.0, -0.9]
    let errors = try [32, 64].map { cells in
      var exact = MeshDiscriminator(
        try relaxing.flow(
          columns: cells, rows: cells, law: VelocityLaw(.divergence(.kullbackLeibler))))
      var moving = ParticleCloud(positions: places, dimension: 2)
      // The step's error falls with the mesh's: a quarter of the step for half of the cells' size.
      try moving.advance(to: time, stepSize: 2 / Double(cells * cells), &exact)
      return moving.distance(
        to: ParticleCloud(positions: places.map { $0 * growth }, dimension: 2))
    }
    #expect((observedOrders(errors)[0] - 2).magnitude <= 0.25, "\(errors)")
  }

  @Test func `kernel estimates come nearer to the density as particles grow in number`() throws {
    let convergence = ParticleConvergence(problem: problem, cells: 32, time: 0.1)
    let counts = [64, 512]
    let found = try counts.map { count in
      ParticleConvergence.Errors(
        try (1..<5).map { seed in
          try convergence.run(
            count: count,
            bandwidth: KernelDensityDiscriminator.bandwidth(
              count: count, dimension: 2, deviation: 0.2.squareRoot()),
            stepSize: 0.02, seed: UInt64(seed))
        })
    }
    // With h ~ N^(−1/6) the score's bias and scatter fall like N^(−1/3) and N^(−1/6): over a factor of 8 in
    // N the strong error should fall at least by 8^(1/6) = 1.41; half of that exponent is asked for.
    #expect(found[1].strong.value < found[0].strong.value / 1.18)
  }

  @Test func `bad steps and kernels are refused`() throws {
    #expect(throws: FlowError.self) {
      _ = try KernelDensityDiscriminator(data: problem.data, bandwidth: 0)
    }
    var moving = try cloud(4)
    var estimate = try KernelDensityDiscriminator(data: problem.data, bandwidth: 0.3)
    #expect(throws: FlowError.self) { try moving.advance(to: 1, stepSize: 0, &estimate) }
    #expect(throws: FlowError.self) { try moving.advance(to: 1e9, stepSize: 1, &estimate) }
    #expect(throws: FlowError.self) {
      // Beyond stability: the data's pull, 1/σ² = 10, turns a particle over and away.
      var far = ParticleCloud(positions: [3, 3], dimension: 2)
      var narrow = try KernelDensityDiscriminator(data: problem.data, bandwidth: 1)
      try far.advance(to: 1000, stepSize: 1, &narrow)
    }
  }
}
