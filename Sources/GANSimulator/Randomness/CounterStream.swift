internal import NumericKernel

/// A stream of random numbers any of which can be had without those before it, so that several
/// threads can write parts of a batch.
///
/// Number n is a function of a 64-bit key and of n: the key is that of the named stream of
/// `NumericKernel` with the same seed and name, the words are SplitMix64's sequence from there, and
/// normal numbers come in pairs by Box and Muller's formula.
///
/// - Source: Steele, Lea and Flood 2014 for the words; Box and Muller 1958.
/// - Edge cases: normal numbers lie within ±8.6.
/// - Accuracy: normal numbers have 52 random bits in radius and angle and are within 4 ulps of the
///   formula in double precision, then rounded to `Element`.
package final class CounterStream {
  private let key: UInt64
  /// How many numbers were taken: all that a checkpoint needs to keep.
  package var position: UInt64 = 0

  package init(seed: UInt64, name: String) {
    key = StreamKey.key(seed: seed, name: name)
  }

  /// Writes the normal numbers from a position on.
  package func writeNormals<Element: NetworkFloat>(
    at position: UInt64, count: Int, into numbers: UnsafeMutablePointer<Element>
  ) {
    Element.writeNormals(key: key, from: position, count: count, into: numbers)
  }

  /// Number n of the stream as a number uniform on (0, 1): (k + ½)·2⁻⁵².
  package func uniform(at position: UInt64) -> Double {
    (Double(StreamKey.word(Int(truncatingIfNeeded: position), of: key) >> 12) + 0.5) * 0x1p-52
  }

  /// Writes the next normal numbers.
  package func writeNormals<Element: NetworkFloat>(
    count: Int, into numbers: UnsafeMutablePointer<Element>
  ) {
    writeNormals(at: position, count: count, into: numbers)
    position += UInt64(count)
  }
}
