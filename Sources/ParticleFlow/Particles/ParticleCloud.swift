public import GANTheory
public import NumericKernel
import RealModule
public import Scalars

/// Particles that a discriminator moves: Z ← Z + s·∇d(Z)/d(Z).
///
/// - Source: algorithm 1, with a generator that follows its particles exactly.
public struct ParticleCloud: Sendable {
  /// count × dimension, row-major.
  public private(set) var positions: [Double]
  public let dimension: Int
  public private(set) var time = 0.0
  public private(set) var stepCount = 0

  /// The order of the error in the step's size.
  public static let order = 1

  public var count: Int { positions.count / dimension }

  /// Particles at these places.
  public init(positions: [Double], dimension: Int) {
    precondition(dimension > 0 && positions.count % dimension == 0, "count × dimension numbers")
    self.positions = positions
    self.dimension = dimension
  }

  /// Particles that go on from where they were stopped.
  package init(positions: [Double], dimension: Int, time: Double, stepCount: Int) {
    self.init(positions: positions, dimension: dimension)
    self.time = time
    self.stepCount = stepCount
  }

  /// Particles drawn from a mixture.
  public init(_ mixture: GaussianMixture<Double>, count: Int, from stream: RandomStream) {
    dimension = mixture.dimension
    var positions: [Double] = []
    positions.reserveCapacity(count * mixture.dimension)
    for _ in 0..<count {
      let uniform = stream.uniform()
      var below = 0.0
      let component =
        mixture.components.first { component in
          below += component.weight
          return uniform < below
        } ?? mixture.components[mixture.components.count - 1]
      for mean in component.mean {
        positions.append(mean + component.standardDeviation * stream.normal())
      }
    }
    self.positions = positions
  }

  /// Particles drawn from a box.
  public init(_ box: UniformBox<Double>, count: Int, from stream: RandomStream) {
    dimension = box.dimension
    positions = (0..<count).flatMap { _ in
      zip(box.lower, box.upper).map { $0 + ($1 - $0) * stream.uniform() }
    }
  }

  /// Moves until a time, with equal steps of at most this size that end there.
  ///
  /// - Throws: `FlowError` for a step that is not positive, or where a particle leaves the doubles: the step is
  ///   then too long for the field.
  public mutating func advance(
    to end: Double, stepSize: Double, _ discriminator: inout some ParticleDiscriminator,
    eachStep: (ParticleCloud) throws -> Bool = { _ in true }
  ) throws {
    precondition(discriminator.dimension == dimension, "one dimension")
    guard stepSize > 0, end >= time, (end - time) / stepSize <= 1e7 else {
      throw FlowError(
        quantity: "step", value: "\(stepSize)",
        rule: "must be positive and reach the time \(end) in at most 10,000,000 steps",
        remedy: "take a step such as 0.01")
    }
    let count = Int(((end - time) / stepSize * (1 - 1e-12)).rounded(.up))
    guard count > 0 else { return }
    let start = time
    let step = (end - start) / Double(count)
    for index in 1...count {
      let gradients = try discriminator.logGradients(at: positions, time: time)
      for entry in positions.indices { positions[entry] += step * gradients[entry] }
      guard positions.allSatisfy({ $0.magnitude < 1e100 }) else {
        throw FlowError(
          quantity: "step", value: "\(step)", rule: "throws particles away at time \(time)",
          remedy: "take a shorter step or a wider kernel")
      }
      time = index == count ? end : start + Double(index) * step
      stepCount += 1
      guard try eachStep(self) else { return }
    }
  }

  /// √ of the mean squared distance of the particles from those of another cloud with the same order.
  public func distance(to other: ParticleCloud) -> Double {
    precondition(positions.count == other.positions.count, "as many particles")
    let sum = zip(positions, other.positions).reduce(0) {
      $0 + ($1.0 - $1.1) * ($1.0 - $1.1)
    }
    return (sum / Double(count)).squareRoot()
  }

  /// The mean of a function of a particle.
  public func mean(of observable: (ArraySlice<Double>) -> Double) -> Double {
    stride(from: 0, to: positions.count, by: dimension).reduce(0) {
      $0 + observable(positions[$1..<$1 + dimension])
    } / Double(count)
  }
}
