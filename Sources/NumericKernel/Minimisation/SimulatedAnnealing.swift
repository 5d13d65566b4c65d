internal import CGSL

/// Global minimisation without derivatives by simulated annealing, in the unit cube.
///
/// - Rigour: heuristic; the value it returns is nonetheless a value of the function.
public enum SimulatedAnnealing {
  /// The least value met on a random walk whose temperature falls, by GSL's `gsl_siman_solve`.
  ///
  /// A step moves every coordinate by up to `stepSize`, with a share of short steps, and is reflected at
  /// the walls. A step upwards by δ is taken with probability exp(−δ/temperature).
  ///
  /// - Parameters:
  ///   - start: a point of the unit cube at which `f` is finite.
  ///   - temperatures: from the upper to the lower bound, in units of the function.
  ///   - cooling: what the temperature is divided by after `stepsPerTemperature` steps.
  /// - Edge cases: `f` may return +∞ to say that a point is forbidden; NaN and −∞ are failures.
  /// - Accuracy: none is promised.
  /// - Throws: `NumericError` for bad input, for NaN or −∞; and whatever `f` throws.
  public static func minimum(
    from start: [Double], stepSize: Double, stepsPerTemperature: Int,
    temperatures: ClosedRange<Double>, cooling: Double, stream: RandomStream,
    of f: ([Double]) throws -> Double
  ) throws -> Minimum {
    GSL.errorHandlerIsOff
    guard !start.isEmpty, start.allSatisfy({ (0...1).contains($0) }), stepSize > 0,
      stepsPerTemperature > 0, temperatures.lowerBound > 0, cooling > 1
    else {
      throw NumericError(
        "simulated annealing", .invalidInput, "start, steps or temperatures are out of range",
        remedy: "Start in the unit cube, with positive steps and temperatures and cooling above 1.")
    }
    return try withoutActuallyEscaping(f) { f in
      let walk = AnnealingWalk(f, dimension: start.count)
      withExtendedLifetime(walk) {
        walk.run(
          from: start, stream,
          gsl_siman_params_t(
            n_tries: 1, iters_fixed_T: Int32(stepsPerTemperature), step_size: stepSize, k: 1,
            t_initial: temperatures.upperBound, mu_t: cooling, t_min: temperatures.lowerBound))
      }
      if let failure = walk.failure { throw failure }
      return Minimum(
        point: walk.bestPoint, value: walk.bestValue, iterations: walk.evaluations,
        evaluations: walk.evaluations, converged: true)
    }
  }
}

/// The caller's function on its way through C. A place of the walk is this object's address followed by
/// the coordinates, in memory that GSL copies.
private final class AnnealingWalk {
  private let function: ([Double]) throws -> Double
  private let dimension: Int
  private(set) var failure: (any Error)?
  private(set) var evaluations = 0
  private(set) var bestPoint: [Double]
  private(set) var bestValue = Double.infinity

  init(_ function: @escaping ([Double]) throws -> Double, dimension: Int) {
    self.function = function
    self.dimension = dimension
    bestPoint = [Double](repeating: .nan, count: dimension)
  }

  private static let header = MemoryLayout<Double>.stride

  private static func walk(_ place: UnsafeMutableRawPointer) -> AnnealingWalk {
    Unmanaged<AnnealingWalk>.fromOpaque(place.load(as: UnsafeRawPointer.self))
      .takeUnretainedValue()
  }

  private func coordinates(
    _ place: UnsafeMutableRawPointer
  ) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(
      start: (place + Self.header).assumingMemoryBound(to: Double.self), count: dimension)
  }

  private func energy(_ place: UnsafeMutableRawPointer) -> Double {
    guard failure == nil else { return 0 }
    evaluations += 1
    let point = Array(coordinates(place))
    do {
      let value = try function(point)
      guard !value.isNaN, value > -.infinity else {
        failure = NumericError(
          "simulated annealing", .nonFiniteValue, "the function is NaN or −∞",
          evidence: point.enumerated().map { .init("x\($0.offset)", $0.element) },
          remedy: "Return +∞ where a point is forbidden; bound the function below.")
        return 0
      }
      if value < bestValue || bestPoint[0].isNaN {
        bestValue = value
        bestPoint = point
      }
      // GSL subtracts energies: a wall is high, not infinite.
      return min(value, 1e300)
    } catch {
      failure = error
      return 0
    }
  }

  private func step(
    _ random: UnsafePointer<gsl_rng>, _ place: UnsafeMutableRawPointer, _ size: Double
  ) {
    let coordinates = coordinates(place)
    // Cubed, a uniform number is short most of the time.
    for axis in coordinates.indices {
      let way = 2 * gsl_rng_uniform(random) - 1
      let moved = (coordinates[axis] + size * way * way * way).truncatingRemainder(dividingBy: 2)
      let folded = moved.magnitude
      coordinates[axis] = folded <= 1 ? folded : 2 - folded
    }
  }

  func run(from start: [Double], _ stream: RandomStream, _ parameters: gsl_siman_params_t) {
    let size = Self.header + dimension * MemoryLayout<Double>.stride
    withUnsafeTemporaryAllocation(byteCount: size, alignment: 16) { place in
      guard let base = place.baseAddress else { return }
      base.storeBytes(
        of: UnsafeRawPointer(Unmanaged.passUnretained(self).toOpaque()), as: UnsafeRawPointer.self)
      _ = coordinates(base).update(fromContentsOf: start)
      gsl_siman_solve(
        stream.generator, base,
        { place in place.map { AnnealingWalk.walk($0).energy($0) } ?? 0 },
        { random, place, size in
          if let random, let place { AnnealingWalk.walk(place).step(random, place, size) }
        },
        { _, _ in 0 }, nil, nil, nil, nil, size, parameters)
    }
  }
}
