/// The 64-bit key of a random stream: a hash of its seed and its name.
///
/// FNV-1a (64 bits) over the eight little-endian bytes of the seed and then the UTF-8 bytes of the
/// name, finished by SplitMix64's mixer, since FNV-1a alone leaves its upper bits ill-mixed for
/// short names. Two of n streams share a key with probability about n²/2⁶⁵.
package enum StreamKey {
  private static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
  private static let prime: UInt64 = 0x0000_0100_0000_01b3
  private static let goldenGamma: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// The key of the stream with a given seed and name.
  package static func key(seed: UInt64, name: String) -> UInt64 {
    var hash = offsetBasis
    for shift in stride(from: 0, to: 64, by: 8) {
      hash = (hash ^ (seed >> UInt64(shift) & 0xff)) &* prime
    }
    for byte in name.utf8 {
      hash = (hash ^ UInt64(byte)) &* prime
    }
    return mixed(hash)
  }

  /// Entry `index` of the SplitMix64 sequence that starts at `key`.
  package static func word(_ index: Int, of key: UInt64) -> UInt64 {
    mixed(key &+ UInt64(index + 1) &* goldenGamma)
  }

  /// SplitMix64's finaliser, a bijection of 64-bit words.
  static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ word >> 30) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ word >> 27) &* 0x94d0_49bb_1331_11eb
    return word ^ word >> 31
  }
}
