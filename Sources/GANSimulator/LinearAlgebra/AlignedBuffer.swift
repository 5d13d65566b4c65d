/// Numbers in one contiguous block of memory that starts on a cache line.
///
/// The owner of every array that a training step touches: all of them are allocated before the
/// first step, so that a step allocates nothing, and all of them are aligned alike, so that a
/// kernel which treats unaligned edges differently gives the same bits in every run.
///
/// - Shapes: matrices in it are row-major without gaps.
/// - Edge cases: starts as zeros; a count of 0 is allowed.
package final class AlignedBuffer<Element: NetworkFloat> {
  /// The size of a cache line, in bytes.
  package static var alignment: Int { 64 }

  package let count: Int
  package let base: UnsafeMutablePointer<Element>

  package init(count: Int) {
    precondition(count >= 0, "a count of \(count) breaks count ≥ 0")
    self.count = count
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: max(count, 1) * MemoryLayout<Element>.stride, alignment: Self.alignment)
    base = memory.bindMemory(to: Element.self, capacity: max(count, 1))
    base.initialize(repeating: 0, count: max(count, 1))
  }

  deinit {
    UnsafeMutableRawPointer(base).deallocate()
  }

  /// All the numbers.
  package var elements: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: base, count: count)
  }

  /// The same numbers in memory of its own.
  package func copy() -> AlignedBuffer {
    let result = AlignedBuffer(count: count)
    result.base.update(from: base, count: count)
    return result
  }
}
