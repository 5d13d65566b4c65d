import GANTheory
public import NumericKernel
import RealModule
import Scalars

/// How far particles are from the density that they stand for, and how that depends on their number and step.
///
/// The same particles are moved twice, by an estimate of the density and by the density on a mesh. Their distance is
/// the strong error of the estimate; what it does to a mean is its weak error. The mean over exactly moved
/// particles still differs from the density's own, by sampling.
///
/// Velocities of a kernel estimate are wrong by a bias of order h² and by a scatter of order 1/√(N·h^(n+2)), which cancels in a mean over
/// the particles. With the width that suits the density, h ~ N^(−1/(n+4)), the bias falls like N^(−2/(n+4)) and the scatter like
/// N^(−1/(n+4)); with the width that suits its gradient, h ~ N^(−1/(n+6)), both like N^(−2/(n+6)). A mean over N particles
/// differs from the density's by N^(−1/2).
public struct ParticleConvergence: Sendable {
  public let problem: PlaneProblem
  /// Cells a side of the mesh that carries the density.
  public let cells: Int
  /// When errors are taken.
  public let time: Double

  public init(problem: PlaneProblem, cells: Int, time: Double) {
    self.problem = problem
    self.cells = cells
    self.time = time
  }

  /// What one run with one seed shows.
  public struct Run: Sendable, Codable, Equatable {
    /// √ of the mean squared distance between a particle under the estimate and under the density.
    public let strong: Double
    /// The mean of ‖x‖² under the estimate less that under the density.
    public let weak: Double
    /// The mean of ‖x‖² over exactly moved particles less the density's.
    public let sampling: Double
  }

  /// Root mean squares over runs at one number of particles and one step.
  public struct Errors: Sendable {
    public let strong: MeasuredError
    public let weak: MeasuredError
    public let sampling: MeasuredError

    public init(_ runs: [Run]) {
      strong = MeasuredError(runs.map(\.strong))
      weak = MeasuredError(runs.map(\.weak))
      sampling = MeasuredError(runs.map(\.sampling))
    }
  }

  /// What a step's length costs: the distance between particles, and the difference of their means of ‖x‖².
  public struct StepErrors: Sendable, Codable {
    public let strong: Double
    public let weak: Double
  }

  static func square(_ particle: ArraySlice<Double>) -> Double {
    particle.reduce(0) { $0 + $1 * $1 }
  }

  /// Particles of the problem at time 0.
  ///
  /// - Throws: `FlowError` where p_g is of a kind that cannot be drawn from.
  public func start(count: Int, from stream: RandomStream) throws -> ParticleCloud {
    switch problem.generated {
    case let mixture as GaussianMixture<Double>:
      return ParticleCloud(mixture, count: count, from: stream)
    case let box as UniformBox<Double>: return ParticleCloud(box, count: count, from: stream)
    default:
      throw FlowError(
        quantity: "p_g", value: "\(type(of: problem.generated))", rule: "cannot be drawn from",
        remedy: "take a mixture or a box")
    }
  }

  /// One run of a kernel estimate beside the density, with steps extrapolated to 0.
  ///
  /// A step's error is of first order and does not depend on N: at s = 0.01 it hides how the weak error and that of sampling fall. So
  /// all particles are moved with steps s and s/2, and twice the latter less the former is taken.
  ///
  /// - Throws: `FlowError` from the mesh or the particles.
  public func run(
    count: Int, bandwidth: Double, stepSize: Double, seed: UInt64
  ) throws -> Run {
    let cloud = try start(count: count, from: RandomStream(seed: seed, name: "particles/\(count)"))
    let mesh = try problem.flow(columns: cells, rows: cells)
    func extrapolated(_ discriminator: some ParticleDiscriminator) throws -> ParticleCloud {
      let ends = try [stepSize, stepSize / 2].map { step -> [Double] in
        var (moving, discriminator) = (cloud, discriminator)
        try moving.advance(to: time, stepSize: step, &discriminator)
        return moving.positions
      }
      return ParticleCloud(
        positions: zip(ends[0], ends[1]).map { 2 * $1 - $0 }, dimension: cloud.dimension)
    }
    let estimated = try extrapolated(
      KernelDensityDiscriminator(data: problem.data, bandwidth: bandwidth))
    let carried = try extrapolated(MeshDiscriminator(mesh))
    var flow = mesh
    try flow.advance(to: time)
    let mean = carried.mean(of: Self.square)
    return Run(
      strong: estimated.distance(to: carried), weak: estimated.mean(of: Self.square) - mean,
      sampling: mean - flow.mean { $0 * $0 + $1 * $1 })
  }

  /// The errors of steps of particles that the density moves exactly, against steps a `refinement`-th as long.
  ///
  /// - Throws: as `errors`.
  public func stepErrors(
    count: Int, stepSize: Double, refinement: Int, seed: UInt64
  ) throws -> StepErrors {
    let cloud = try start(count: count, from: RandomStream(seed: seed, name: "particles/\(count)"))
    func moved(_ stepSize: Double) throws -> ParticleCloud {
      var moving = cloud
      var exact = MeshDiscriminator(try problem.flow(columns: cells, rows: cells))
      try moving.advance(to: time, stepSize: stepSize, &exact)
      return moving
    }
    let (coarse, fine) = (try moved(stepSize), try moved(stepSize / Double(refinement)))
    return StepErrors(
      strong: coarse.distance(to: fine),
      weak: (coarse.mean(of: Self.square) - fine.mean(of: Self.square)).magnitude)
  }
}
