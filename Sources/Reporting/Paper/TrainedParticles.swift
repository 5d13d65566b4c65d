package import GANSimulator
import ParticleFlow

/// A trained network as what moves particles: it learns from them before each of their steps.
package struct TrainedParticleDiscriminator: ParticleDiscriminator {
  private let opponent: ParticleOpponent
  private let stepsFirst: Int
  private let stepsEach: Int
  private var hasBegun = false

  package var dimension: Int { opponent.dimension }

  /// - Parameters:
  ///   - stepsFirst: steps of the discriminator before the first step of the particles.
  ///   - stepsEach: steps before each of the others.
  package init(_ opponent: ParticleOpponent, stepsFirst: Int, stepsEach: Int) {
    self.opponent = opponent
    self.stepsFirst = stepsFirst
    self.stepsEach = stepsEach
  }

  package mutating func logGradients(at particles: [Double], time: Double) -> [Double] {
    opponent.train(against: particles, steps: hasBegun ? stepsEach : stepsFirst)
    hasBegun = true
    return opponent.logGradients(at: particles)
  }
}
