import NumericKernel
import Testing

@Suite struct RandomStreamTests {
  static let seeds: [UInt64] = [0, 1, 20_260_101, .max]

  @Test(arguments: seeds)
  func `the same seed and name give the same bits`(_ seed: UInt64) {
    let first = RandomStream(seed: seed, name: "root")
    let second = RandomStream(seed: seed, name: "root")
    #expect((0..<2000).allSatisfy { _ in first.bits() == second.bits() })
  }

  @Test func `the bits stay the same from release to release`() {
    let stream = RandomStream(seed: 1, name: "root/data")
    #expect((0..<3).map { _ in stream.bits() } == Self.recordedBits)
    let other = RandomStream(seed: 0x0123_4567_89ab_cdef, name: "ä")
    #expect((0..<3).map { _ in other.bits() } == Self.otherRecordedBits)
  }

  static let otherRecordedBits: [UInt64] = [
    0x3945a02bcfd89b3f, 0xd6c1d4f27251f5c3, 0xb4294cb9591efd7f,
  ]

  /// As `Tests/ReferenceTables/random_stream.py` gives them, by the MT19937 of Python.
  static let recordedBits: [UInt64] = [
    0x46934920be53cdca, 0x5f7dcebc6ad673f9, 0x88905ea7be9f987f,
  ]

  @Test func `uniform numbers are odd multiples of two to the minus 53`() {
    let stream = RandomStream(seed: 2, name: "root")
    for _ in 0..<1000 {
      let scaled = stream.uniform() * 0x1p53
      #expect(scaled == scaled.rounded() && scaled.truncatingRemainder(dividingBy: 2) == 1)
    }
  }

  @Test func `seeds and names that differ give streams that differ`() {
    var first: Set<UInt64> = []
    var count = 0
    for seed in Self.seeds {
      for name in ["", "a", "b", "ab", "a/b", "root", "root/data", "root/latent"] {
        first.insert(RandomStream(seed: seed, name: name).bits())
        count += 1
      }
    }
    for index in 0..<1000 {
      first.insert(RandomStream(seed: 7, name: "particle-\(index)").bits())
      count += 1
    }
    #expect(first.count == count)
  }

  @Test func `seeds that agree in their low 32 bits give streams that differ`() {
    let low = RandomStream(seed: 5, name: "root")
    let high = RandomStream(seed: 5 + 1 << 32, name: "root")
    #expect(low.bits() != high.bits())
  }

  @Test func `splitting is independent of what the parent has drawn`() {
    let fresh = RandomStream(seed: 3, name: "root")
    let used = RandomStream(seed: 3, name: "root")
    for _ in 0..<777 { _ = used.normal() }
    let fromFresh = fresh.split("data")
    let fromUsed = used.split("data")
    #expect(fromFresh.name == "root/data")
    #expect(fromFresh.seed == 3)
    #expect((0..<100).allSatisfy { _ in fromFresh.bits() == fromUsed.bits() })
  }

  @Test func `splitting does not advance the parent`() {
    let plain = RandomStream(seed: 3, name: "root")
    let parent = RandomStream(seed: 3, name: "root")
    _ = parent.split("data").normal()
    #expect((0..<100).allSatisfy { _ in plain.bits() == parent.bits() })
  }

  @Test func `splitting by a path is splitting twice`() {
    let root = RandomStream(seed: 3, name: "root")
    #expect(root.split("a").split("b").bits() == root.split("a/b").bits())
  }

  @Test func `a saved state resumes to the same bits`() throws {
    let stream = RandomStream(seed: 11, name: "root")
    for _ in 0..<1001 { _ = stream.uniform() }
    let state = stream.state
    let expected = (0..<2000).map { _ in stream.bits() }
    let other = RandomStream(seed: 12, name: "elsewhere")
    try other.restore(state)
    #expect((0..<2000).map { _ in other.bits() } == expected)
  }

  @Test func `bytes that are no state are refused and change nothing`() throws {
    let stream = RandomStream(seed: 11, name: "root")
    let state = stream.state
    var position = state
    position[624 * 8] = 0xff
    position[624 * 8 + 1] = 0xff
    var word = state
    word[7] = 1
    for bytes in [[], Array(state.dropLast()), position, word] {
      let error = #expect(throws: NumericError.self) { try stream.restore(bytes) }
      #expect(error?.cause == .invalidInput)
    }
    #expect(stream.state == state)
  }

  @Test func `bulk fills give the numbers that single calls give`() {
    let single = RandomStream(seed: 4, name: "root")
    let bulk = RandomStream(seed: 4, name: "root")
    var doubles = [Double](repeating: 0, count: 33)
    var floats = [Float](repeating: 0, count: 33)
    doubles.withUnsafeMutableBufferPointer { bulk.fillNormal($0) }
    floats.withUnsafeMutableBufferPointer { bulk.fillNormal($0) }
    #expect(doubles == (0..<33).map { _ in single.normal() })
    #expect(floats == (0..<33).map { _ in Float(single.normal()) })
    doubles.withUnsafeMutableBufferPointer { bulk.fillUniform($0) }
    #expect(doubles == single.uniforms(33))
    #expect(bulk.normals(5) == single.normals(5))
  }
}
