import GANTheory
public import NumericKernel
import RealModule
import Scalars

/// How far particles are from the density that they stand for, and how that depends on their number and step.
///
/// The same particles are moved twice, by an estimate of the density and by the density on a mesh. Their distance is
/// the strong error of the estimate; what it does to a mean is its weak error. The mean over exactly moved
/// particles still differs from the density's own, by sampling.
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

  /// Errors at one number of particles and one step.
  public struct Errors: Sendable {
    /// √ of the mean squared distance between a particle under the estimate and under the density.
    public let strong: Double
    /// The difference of the means of ‖x‖² between them.
    public let weak: Double
    /// The difference of the mean of ‖x‖² over exactly moved particles from the density's.
    public let sampling: Double
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

  /// The errors of a kernel estimate, each as a root mean square over seeds.
  ///
  /// - Throws: `FlowError` from the mesh or the particles.
  public func errors(
    count: Int, bandwidth: Double, stepSize: Double, seeds: Range<UInt64>
  ) throws -> Errors {
    var (strong, weak, sampling) = (0.0, 0.0, 0.0)
    for seed in seeds {
      let stream = RandomStream(seed: seed, name: "particles/\(count)")
      let cloud = try start(count: count, from: stream)
      var estimate = try KernelDensityDiscriminator(data: problem.data, bandwidth: bandwidth)
      var exact = MeshDiscriminator(try problem.flow(columns: cells, rows: cells))
      var (estimated, carried) = (cloud, cloud)
      try estimated.advance(to: time, stepSize: stepSize, &estimate)
      try carried.advance(to: time, stepSize: stepSize, &exact)
      var flow = exact.flow
      try flow.advance(to: time)
      let distance = estimated.distance(to: carried)
      let bias = estimated.mean(of: Self.square) - carried.mean(of: Self.square)
      let chance = carried.mean(of: Self.square) - flow.mean { $0 * $0 + $1 * $1 }
      strong += distance * distance
      weak += bias * bias
      sampling += chance * chance
    }
    let runs = Double(seeds.count)
    return Errors(
      strong: (strong / runs).squareRoot(), weak: (weak / runs).squareRoot(),
      sampling: (sampling / runs).squareRoot())
  }

  /// The errors of steps of particles that the density moves exactly, against steps a `refinement`-th as long.
  ///
  /// - Throws: as `errors`.
  public func stepErrors(
    count: Int, stepSize: Double, refinement: Int, seed: UInt64
  ) throws -> (strong: Double, weak: Double) {
    let cloud = try start(count: count, from: RandomStream(seed: seed, name: "particles/\(count)"))
    func moved(_ stepSize: Double) throws -> ParticleCloud {
      var moving = cloud
      var exact = MeshDiscriminator(try problem.flow(columns: cells, rows: cells))
      try moving.advance(to: time, stepSize: stepSize, &exact)
      return moving
    }
    let (coarse, fine) = (try moved(stepSize), try moved(stepSize / Double(refinement)))
    return (
      coarse.distance(to: fine),
      (coarse.mean(of: Self.square) - fine.mean(of: Self.square)).magnitude
    )
  }

  /// The slope of log error against log size, by least squares.
  public static func rate(sizes: [Double], errors: [Double]) -> Double {
    let (x, y) = (sizes.map { Double.log($0) }, errors.map { Double.log($0) })
    let (meanX, meanY) = (x.reduce(0, +) / Double(x.count), y.reduce(0, +) / Double(y.count))
    let above = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    return above / x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
  }
}
