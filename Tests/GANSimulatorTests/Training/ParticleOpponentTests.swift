import GANSimulator
import NumericKernel
import Testing

@Suite struct `A discriminator against particles` {
  @Test func `the same seed gives the same network`() throws {
    let particles = [-0.1, 0, 0.1, 0.2]
    let gradients = try (0..<2).map { _ in
      let opponent = try ParticleOpponent(.small, seed: 5)
      opponent.train(against: particles, steps: 20)
      return opponent.logGradients(at: particles)
    }
    #expect(gradients[0] == gradients[1])
  }

  @Test func `it learns to push particles towards the data`() throws {
    // Particles in the gap around 0, modes at −2 and 2: those on the right should go right, on the left left.
    let stream = RandomStream(seed: 1, name: "test")
    let particles = (0..<256).map { _ in 0.3 * stream.normal() }
    let opponent = try ParticleOpponent(.gaussian1D, seed: 2)
    opponent.train(against: particles, steps: 400)
    let outer = [-1.0, 1]
    let field = opponent.logGradients(at: outer)
    #expect(field[0] < 0 && field[1] > 0)
  }

  @Test func `an experiment that breaks a rule is refused`() {
    var experiment = Experiment.small
    experiment.batchSize = 0
    #expect(throws: SimulationError.self) { _ = try ParticleOpponent(experiment, seed: 1) }
  }
}
