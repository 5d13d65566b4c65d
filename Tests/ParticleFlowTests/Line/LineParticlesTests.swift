import GANTheory
import ParticleFlow
import RealModule
import Scalars
import Testing

@Suite struct LineParticlesTests {
  private static let end = 0.1

  private static func problem() throws -> LineFlowProblem {
    try LineFlowProblem(
      data: GaussianMixture(modes: [[-3], [3]], standardDeviation: 1), slope: 1)
  }

  @Test func `the strong error falls with the step to the claimed order`() throws {
    // The same cloud with steps that are so short that their error is a sixteenth stands for the limit.
    func positions(_ step: Double) throws -> [Double] {
      var particles = try LineParticles(Self.problem(), count: 24)
      try particles.advance(to: Self.end, step: step)
      return particles.positions
    }
    let limit = try positions(0.0000625)
    let errors = try [0.002, 0.001].map { step in
      zip(try positions(step), limit).reduce(0) { max($0, abs($1.0 - $1.1)) }
    }
    let order = Double.log(errors[0] / errors[1]) / Double.log(2)
    #expect(abs(order - Double(LineParticles.claimedOrder)) <= 0.25, "\(order)")
  }

  @Test func `the bulk of more particles is nearer to the flow`() throws {
    var settings = LineFlowSettings()
    settings.nodes = 200
    let flow = try LineFlow(Self.problem(), settings: settings)
    try flow.advance(to: Self.end)
    let record = flow.record()
    let errors = try [24, 48].map { count -> Double in
      var particles = try LineParticles(Self.problem(), count: count)
      try particles.advance(to: Self.end, step: 0.0002)
      return zip(particles.latents, particles.positions).reduce(0) {
        abs($1.0) < 1 ? max($0, abs($1.1 - record.output(at: $1.0))) : $0
      }
    }
    #expect(errors[1] < errors[0] / 2, "\(errors)")
  }

  @Test func `a step beyond stability is refused with the longest that is not`() throws {
    var particles = try LineParticles(Self.problem(), count: 100)
    #expect(throws: FlowError.self) { try particles.advance(to: Self.end, step: 0.05) }
    #expect(throws: InputError.self) { try LineParticles(Self.problem(), count: 3) }
  }
}
