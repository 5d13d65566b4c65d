import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars
import Testing

@Suite struct TaylorClosureTests {
  private static let data = GaussianMixture<Double>(modes: [[-3], [3]], standardDeviation: 1)

  @Test func `at order one it is Theorem 3.3 with g‴ = 0`() {
    let closure = TaylorClosure(data: Self.data, order: 1)
    let ode = SteepnessODE(modeOffset: 3.0, standardDeviation: 1)
    for slope in [0.1, 1, 30] {
      let rate = closure.rates([0, slope])[1]
      let printed = ode.printedRate(steepness: slope, thirdDerivative: 0)
      // Jets of a mixture against the closed form: some tens of operations.
      #expect(abs(rate / printed - 1) <= 1e-13)
    }
  }

  @Test func `at order three it has the printed third derivative`() {
    let closure = TaylorClosure(data: Self.data, order: 3)
    let ode = SteepnessODE(modeOffset: 3.0, standardDeviation: 1)
    let rate = closure.rates([0, 2, 0, -0.5])[1]
    let printed = ode.printedRate(steepness: 2, thirdDerivative: -3)
    #expect(abs(rate / printed - 1) <= 1e-13)
  }

  /// Early, each order adds a term of the series in time; soon none helps.
  @Test func `higher orders come nearer to the flow early`() throws {
    let flow = try LineFlow(LineFlowProblem(data: Self.data, slope: 1))
    try flow.advance(to: 0.005)
    let exact = flow.record().logSteepness(at: 0)
    let errors = try [1, 3, 5, 7].map { order -> Double in
      var start = [Double](repeating: 0, count: order + 1)
      start[1] = 1
      let end = try TaylorClosure(data: Self.data, order: order).trajectory(
        from: start, until: 0.005)
      return abs(Double.log(end.last.state[1]) - exact)
    }
    for (lower, higher) in zip(errors, errors.dropFirst()) {
      #expect(higher < lower / 2, "\(errors)")
    }
  }

  @Test func `away from 0 and from symmetry it is the rate of the flow`() throws {
    let data = GaussianMixture<Double>(components: [
      .init(weight: 0.3, mean: [-1], standardDeviation: 0.6),
      .init(weight: 0.7, mean: [2], standardDeviation: 1),
    ])
    let flow = try LineFlow(LineFlowProblem(data: data, slope: 0.8, centre: 0.3))
    let record = flow.record()
    for latent in [-1.0, 0.25, 1.5] {
      let rates = TaylorClosure(data: data, latent: latent, order: 1)
        .rates([0.3 + 0.8 * latent, 0.8])
      let rate = try #require(record.growthRate(at: latent))
      // A linear generator: the closure is exact at time 0, the nodes are of fourth order in a spacing of 0.05.
      #expect(abs(rates[1] / 0.8 - rate) <= 1e-3 * max(1, abs(rate)), "z = \(latent)")
    }
  }

  @Test func `the closed equation reaches each slope at its time`() {
    let equation = ClosedEquation(modeOffset: 3, standardDeviation: 1)
    let ode = SteepnessODE(modeOffset: 3.0, standardDeviation: 1)
    let starts = (0..<13).map { Double.log(0.01) * (1 - Double($0) / 13) }
    let ends = equation.logSteepnesses(from: starts, at: 1)
    #expect(ends.count == starts.count)
    for (start, end) in zip(starts, ends) {
      // The tolerance of 1e-10 in log k, over the least rate on the way; steps are a heuristic.
      let time = ode.time(from: Double.exp(start), to: Double.exp(end))
      #expect(abs(time - 1) <= 1e-9)
    }
  }
}
