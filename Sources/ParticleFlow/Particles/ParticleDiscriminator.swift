/// What tells particles where to go: ∇d/d of some discriminator, which may learn from the particles.
///
/// An estimate of the density, a density that is carried along, and a network that is trained all fit; who owns
/// the network stays outside of this module.
///
/// - Source: algorithm 1, the update of the particles.
public protocol ParticleDiscriminator {
  /// The dimension of a particle.
  var dimension: Int { get }

  /// ∇d/d at each particle, of the discriminator that these particles meet at this time.
  ///
  /// - Shapes: count × dimension, row-major, like `particles`.
  mutating func logGradients(at particles: [Double], time: Double) throws -> [Double]
}
