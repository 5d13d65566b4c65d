internal import CGSL

/// The state of MT19937 as GSL lays it out: 624 words, each in a C `unsigned long`, and the
/// position of the next word; for seeding from 64 bits and for checkpoints.
extension RandomStream {
  private static let wordCount = 624
  private static let stateSize = wordCount * MemoryLayout<UInt>.size + MemoryLayout<UInt>.size

  /// The state as bytes, for a checkpoint on the same machine.
  public var state: [UInt8] {
    Array(UnsafeRawBufferPointer(start: gsl_rng_state(generator), count: gsl_rng_size(generator)))
  }

  /// Puts the stream where it was when `state` was read.
  ///
  /// - Throws: `NumericError` where the bytes are not a state of this generator.
  public func restore(_ state: [UInt8]) throws(NumericError) {
    let remedy = "Give the bytes that `state` of a stream returned, unchanged."
    guard state.count == gsl_rng_size(generator) else {
      throw NumericError(
        "state of the random stream \(name)", .invalidInput, "the state has the wrong length",
        evidence: [
          .init("bytes", Double(state.count)), .init("expected", Double(gsl_rng_size(generator))),
        ], remedy: remedy)
    }
    let isValid = state.withUnsafeBytes { bytes in
      let position = bytes.loadUnaligned(
        fromByteOffset: Self.wordCount * MemoryLayout<UInt>.size, as: Int32.self)
      return (0...Int32(Self.wordCount)).contains(position)
        && (0..<Self.wordCount).allSatisfy { index in
          let offset = index * MemoryLayout<UInt>.size
          return bytes.loadUnaligned(fromByteOffset: offset, as: UInt.self) <= 0xffff_ffff
        }
    }
    guard isValid else {
      throw NumericError(
        "state of the random stream \(name)", .invalidInput,
        "the bytes are not a state of MT19937", remedy: remedy)
    }
    state.withUnsafeBytes { bytes in
      gsl_rng_state(generator).copyMemory(from: bytes.baseAddress!, byteCount: bytes.count)
    }
  }

  /// Fills the 624 words from a 64-bit key by SplitMix64, the first as 2³¹ so that the state is
  /// never all zero (as MT19937's own array seeding does).
  func fillState(key: UInt64) {
    gsl_rng_set(generator, UInt(key >> 32 | 1))
    precondition(
      gsl_rng_size(generator) == Self.stateSize, "GSL's state of MT19937 breaks size = 5000")
    let words = gsl_rng_state(generator).assumingMemoryBound(to: UInt.self)
    precondition(words[0] == UInt(key >> 32 | 1), "GSL's state of MT19937 breaks word 0 = seed")
    words[0] = 0x8000_0000
    for index in 1..<Self.wordCount {
      words[index] = UInt(StreamKey.word(index, of: key) >> 32)
    }
  }
}
