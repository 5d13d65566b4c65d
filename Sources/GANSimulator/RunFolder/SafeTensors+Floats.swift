extension NetworkFloat {
  /// The name of this type in the safetensors format.
  static var entryType: SafeTensors.EntryType {
    MemoryLayout<Self>.size == 4 ? .float32 : .float64
  }
}

extension SafeTensors {
  /// Adds an array of floats. The processors that the package runs on are little-endian.
  mutating func append<Element: NetworkFloat>(
    _ name: String, _ numbers: UnsafePointer<Element>, shape: [Int]
  ) {
    let count = shape.reduce(1, *)
    let bytes = UnsafeRawBufferPointer(
      start: numbers, count: count * MemoryLayout<Element>.stride)
    tensors.append(
      Tensor(name: name, type: Element.entryType, shape: shape, bytes: Array(bytes)))
  }

  /// Overwrites numbers with the array of this name, whichever precision it has.
  func read<Element: NetworkFloat>(
    _ name: String, into numbers: UnsafeMutablePointer<Element>, shape: [Int], path: String
  ) throws(SimulationError) {
    if tensor(name)?.type == Element.entryType {
      let bytes = try bytes(name, type: Element.entryType, shape: shape, path: path)
      UnsafeMutableRawBufferPointer(start: numbers, count: bytes.count).copyBytes(from: bytes)
      return
    }
    // A network in double precision from weights in single precision: exact.
    let bytes = try bytes(name, type: .float32, shape: shape, path: path)
    bytes.withUnsafeBytes { bytes in
      for index in 0..<bytes.count / 4 {
        numbers[index] = Element(bytes.loadUnaligned(fromByteOffset: 4 * index, as: Float.self))
      }
    }
  }

  /// The bytes of the array of this name, which must have this type and shape.
  func bytes(_ name: String, type: EntryType, shape: [Int], path: String)
    throws(SimulationError) -> [UInt8]
  {
    guard let tensor = tensor(name) else {
      throw .unusableFile(
        path: path, problem: "there is no array \(name)",
        remedy: "give a checkpoint of the experiment in config.json")
    }
    guard tensor.type == type, tensor.shape == shape else {
      throw .unusableFile(
        path: path,
        problem:
          "\(name) is \(tensor.type.rawValue) \(tensor.shape), not \(type.rawValue) \(shape)",
        remedy: "give a checkpoint of the experiment in config.json")
    }
    return tensor.bytes
  }
}
