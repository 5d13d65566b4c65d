internal import CGSL

/// Sobol's low-discrepancy sequence in the unit cube, optionally shifted at random.
///
/// GSL's sequence with the direction numbers of Bratley and Fox; the origin is left out, so the
/// first point is (½, …, ½). A Cranley–Patterson shift adds one random vector modulo 1 to all
/// points: each point is then uniform, so that independent shifts give a standard error.
///
/// - Edge cases: a copy of the sequence goes on from the same place on its own.
/// - Accuracy: unshifted points are exact multiples of 2⁻³⁰.
public struct SobolSequence {
  /// The largest dimension that GSL has direction numbers for.
  public static let largestDimension = 40
  /// The count of points before the 30-bit sequence ends.
  public static let length = 1 << 30 - 1

  /// The dimension of the cube.
  public let dimension: Int
  /// The shift that is added to each point, modulo 1; empty where there is none.
  public let shift: [Double]
  /// The count of points taken so far.
  public private(set) var index = 0

  private var storage: Storage

  /// The sequence in a given dimension.
  ///
  /// - Throws: `NumericError` where the dimension is not in 1...40.
  public init(dimension: Int) throws {
    try self.init(dimension: dimension, shift: [])
  }

  /// The sequence with a shift drawn from a stream: `dimension` uniform numbers are taken from it.
  ///
  /// - Throws: `NumericError` where the dimension is not in 1...40.
  public init(dimension: Int, shiftedBy stream: RandomStream) throws {
    let isValid = (1...Self.largestDimension).contains(dimension)
    try self.init(dimension: dimension, shift: isValid ? stream.uniforms(dimension) : [])
  }

  private init(dimension: Int, shift: [Double]) throws {
    guard (1...Self.largestDimension).contains(dimension) else {
      throw NumericError(
        "Sobol sequence", .invalidInput, "the dimension is not in 1...\(Self.largestDimension)",
        evidence: [.init("dimension", Double(dimension))],
        remedy: "Draw the further coordinates from a `RandomStream`.")
    }
    self.dimension = dimension
    self.shift = shift
    storage = try Storage(dimension: dimension)
  }

  /// The next point, in [0, 1)ᵈ.
  public mutating func next() -> [Double] {
    var point = [Double](repeating: 0, count: dimension)
    fillNext(&point)
    return point
  }

  /// Writes the next point over an array of `dimension` numbers.
  public mutating func fillNext(_ point: inout [Double]) {
    precondition(point.count == dimension, "point.count = dimension")
    precondition(index < Self.length, "point \(index + 1) breaks index < 2³⁰ − 1")
    if !isKnownUniquelyReferenced(&storage) {
      storage = Storage(copying: storage)
    }
    index += 1
    let status = gsl_qrng_get(storage.generator, &point)
    precondition(status == 0, "GSL's Sobol sequence: \(GSL.message(status))")
    for axis in shift.indices {
      let shifted = point[axis] + shift[axis]
      point[axis] = shifted < 1 ? shifted : shifted - 1
    }
  }
}

extension SobolSequence {
  /// The owner of GSL's generator.
  private final class Storage {
    let generator: UnsafeMutablePointer<gsl_qrng>

    init(dimension: Int) throws {
      GSL.errorHandlerIsOff
      guard let generator = gsl_qrng_alloc(steepness_qrng_sobol(), UInt32(dimension)) else {
        throw NumericError.outOfMemory("Sobol sequence")
      }
      self.generator = generator
    }

    init(copying other: Storage) {
      guard let generator = gsl_qrng_clone(other.generator) else {
        fatalError("out of memory for a copy of a Sobol sequence")
      }
      self.generator = generator
    }

    deinit {
      gsl_qrng_free(generator)
    }
  }
}
