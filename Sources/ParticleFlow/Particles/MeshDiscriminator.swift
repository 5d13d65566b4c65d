/// The optimal discriminator itself, from the density that a mesh carries along: what estimates are measured by.
public struct MeshDiscriminator: ParticleDiscriminator {
  /// The density, at the time of the last question.
  public private(set) var flow: DensityFlow
  private let stepping: FlowStepping

  public var dimension: Int { 2 }

  public init(_ flow: DensityFlow, _ stepping: FlowStepping = .explicit) {
    self.flow = flow
    self.stepping = stepping
  }

  /// - Throws: `FlowError` where the density cannot be advanced, or time has gone back.
  public mutating func logGradients(at particles: [Double], time: Double) throws -> [Double] {
    try flow.advance(to: time, stepping)
    return flow.velocities(at: particles)
  }
}
