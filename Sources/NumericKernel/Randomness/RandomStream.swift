internal import CGSL

/// A stream of pseudo-random numbers that is fixed by a seed and a name.
///
/// The generator is MT19937 of GSL: it is exactly specified, so the numbers are the same on every
/// machine; it is equidistributed in 623 dimensions; and it is several times faster than RANLXD,
/// whose proven decorrelation the particle clouds and mini-batches here do not need.
/// GSL seeds it with 32 bits only, so that two of 77 000 streams would coincide with probability
/// one half. The state is therefore filled from a 64-bit key of seed and name (`StreamKey`).
///
/// Streams are split by name: `split` reads the seed and the name and never the state, so a stream
/// yields the same numbers whatever its parent has drawn, and adding a consumer to one part of a
/// program does not change another part.
///
/// - Edge cases: the same seed and name give the same numbers, so splitting twice by one name
///   gives the same stream twice. A stream is not for several tasks at once: give each its own.
/// - Accuracy: uniforms have 52 random bits; normals are their quantiles, accurate to a few ulps.
public final class RandomStream {
  /// The seed that the whole tree of streams shares.
  public let seed: UInt64
  /// The path of this stream in the tree, such as `root/data`.
  public let name: String

  let generator: UnsafeMutablePointer<gsl_rng>

  /// The stream of a seed and a name.
  public init(seed: UInt64, name: String) {
    GSL.errorHandlerIsOff
    self.seed = seed
    self.name = name
    guard let generator = gsl_rng_alloc(steepness_rng_mt19937()) else {
      fatalError("out of memory for a random stream of 5000 bytes")
    }
    self.generator = generator
    fillState(key: StreamKey.key(seed: seed, name: name))
  }

  deinit {
    gsl_rng_free(generator)
  }

  /// The stream named `name` below this one; this stream is not advanced.
  ///
  /// Names are joined by a slash, so `split("a").split("b")` is `split("a/b")`.
  public func split(_ name: String) -> RandomStream {
    RandomStream(seed: seed, name: "\(self.name)/\(name)")
  }

  /// Sixty-four random bits.
  public func bits() -> UInt64 {
    let high = UInt64(gsl_rng_get(generator))
    return high << 32 | UInt64(gsl_rng_get(generator))
  }

  /// A number uniform on (0, 1): (k + ½)·2⁻⁵² with 52 random bits k.
  ///
  /// - Edge cases: never 0 or 1; symmetric about ½.
  /// - Accuracy: exact multiples of 2⁻⁵³.
  public func uniform() -> Double {
    (Double(bits() >> 12) + 0.5) * 0x1p-52
  }

  /// A standard normal number, the quantile of one uniform number.
  ///
  /// Inversion, unlike rejection, consumes a fixed count of numbers, and unlike GSL's ziggurat,
  /// which has 24 bits, gives samples practically without ties.
  ///
  /// - Edge cases: |value| ≤ 8.2.
  /// - Accuracy: that of `gsl_cdf_ugaussian_Pinv`, a few ulps.
  public func normal() -> Double {
    gsl_cdf_ugaussian_Pinv(uniform())
  }

  /// An integer uniform on 0..<bound, without bias (by rejection).
  public func integer(below bound: Int) -> Int {
    precondition(bound > 0, "a bound of \(bound) breaks bound > 0")
    if bound <= 0xffff_ffff {
      return Int(gsl_rng_uniform_int(generator, UInt(bound)))
    }
    let bound = UInt64(bound)
    let quotient = UInt64.max / bound
    while true {
      let candidate = bits() / quotient
      if candidate < bound { return Int(candidate) }
    }
  }
}
