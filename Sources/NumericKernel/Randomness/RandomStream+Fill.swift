/// Buffers filled with numbers of the stream, in the order and with the values that single calls
/// would give.
extension RandomStream {
  /// Fills a buffer with standard normal numbers.
  public func fillNormal(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices {
      buffer[index] = normal()
    }
  }

  /// Fills a buffer with standard normal numbers, each rounded to single precision.
  public func fillNormal(_ buffer: UnsafeMutableBufferPointer<Float>) {
    for index in buffer.indices {
      buffer[index] = Float(normal())
    }
  }

  /// Fills a buffer with numbers uniform on (0, 1).
  public func fillUniform(_ buffer: UnsafeMutableBufferPointer<Double>) {
    for index in buffer.indices {
      buffer[index] = uniform()
    }
  }

  /// Standard normal numbers, `count` of them.
  public func normals(_ count: Int) -> [Double] {
    precondition(count >= 0, "a count of \(count) breaks count ≥ 0")
    return (0..<count).map { _ in normal() }
  }

  /// Numbers uniform on (0, 1), `count` of them.
  public func uniforms(_ count: Int) -> [Double] {
    precondition(count >= 0, "a count of \(count) breaks count ≥ 0")
    return (0..<count).map { _ in uniform() }
  }
}
