package import Foundation

/// Named arrays in the safetensors format: the length of a header as eight bytes, little-endian; the
/// header, a JSON object from names to type, shape and byte range, with free text under
/// `__metadata__`; and the arrays' bytes, little-endian, without gaps.
///
/// - Source: the format's description in the `safetensors` package, which reads these files.
package struct SafeTensors: Equatable {
  /// The type of an array's entries, under its name in the format.
  package enum EntryType: String, Codable, Sendable {
    case float32 = "F32"
    case float64 = "F64"
    case byte = "U8"

    var size: Int {
      switch self {
      case .float32: 4
      case .float64: 8
      case .byte: 1
      }
    }
  }

  package struct Tensor: Equatable {
    package var name: String
    package var type: EntryType
    package var shape: [Int]
    package var bytes: [UInt8]

    package init(name: String, type: EntryType, shape: [Int], bytes: [UInt8]) {
      precondition(
        bytes.count == type.size * shape.reduce(1, *),
        "\(bytes.count) bytes break count = \(type.size) · \(shape)")
      self.name = name
      self.type = type
      self.shape = shape
      self.bytes = bytes
    }
  }

  package var tensors: [Tensor] = []
  package var metadata: [String: String] = [:]

  package init() {}

  /// The array of this name.
  package func tensor(_ name: String) -> Tensor? {
    tensors.first { $0.name == name }
  }

  private struct Entry: Codable {
    var dtype: EntryType
    var shape: [Int]
    var dataOffsets: [Int]

    enum CodingKeys: String, CodingKey {
      case dtype
      case shape
      case dataOffsets = "data_offsets"
    }
  }

  private struct Header: Codable {
    static let metadataKey = "__metadata__"
    var entries: [String: Entry] = [:]
    var metadata: [String: String] = [:]

    init() {}

    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      for key in container.allKeys {
        if key.stringValue == Self.metadataKey {
          metadata = try container.decode([String: String].self, forKey: key)
        } else {
          entries[key.stringValue] = try container.decode(Entry.self, forKey: key)
        }
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(metadata, forKey: Key(stringValue: Self.metadataKey))
      for (name, entry) in entries {
        try container.encode(entry, forKey: Key(stringValue: name))
      }
    }
  }
}

extension SafeTensors {
  /// The file's bytes: the same for the same arrays and metadata.
  package func encoded() throws -> Data {
    var header = Header()
    header.metadata = metadata
    var offset = 0
    for tensor in tensors {
      header.entries[tensor.name] = Entry(
        dtype: tensor.type, shape: tensor.shape,
        dataOffsets: [offset, offset + tensor.bytes.count])
      offset += tensor.bytes.count
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var json = try encoder.encode(header)
    // Spaces up to a multiple of eight bytes, so that the arrays are aligned.
    json.append(contentsOf: repeatElement(0x20, count: (8 - json.count % 8) % 8))
    var data = Data()
    withUnsafeBytes(of: UInt64(json.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(json)
    for tensor in tensors { data.append(contentsOf: tensor.bytes) }
    return data
  }

  /// The arrays in a file's bytes, in the order in which they lie.
  ///
  /// - Parameter remedy: what to do about a file that is not usable.
  /// - Throws: `SimulationError.unusableFile` where the bytes are cut off or not in the format.
  package init(
    decoding data: Data, path: String, remedy: String = "name a whole .safetensors file"
  ) throws(SimulationError) {
    func unusable(_ problem: String) -> SimulationError {
      .unusableFile(path: path, problem: problem, remedy: remedy)
    }
    let bytes = [UInt8](data)
    guard bytes.count >= 8 else { throw unusable("the file has fewer than 8 bytes") }
    let length = (0..<8).reduce(UInt64(0)) { $0 | UInt64(bytes[$1]) << UInt64(8 * $1) }
    // A header is a JSON object: what has anything else there was never in the format.
    guard bytes.count == 8 || bytes[8] == UInt8(ascii: "{") else {
      throw unusable("it is no safetensors file")
    }
    guard length <= UInt64(bytes.count - 8) else { throw unusable("the header is cut off") }
    let start = 8 + Int(length)
    let header: Header
    do {
      header = try JSONDecoder().decode(Header.self, from: Data(bytes[8..<start]))
    } catch {
      throw unusable("the header is not that of a safetensors file")
    }
    metadata = header.metadata
    let sorted = header.entries.sorted {
      ($0.value.dataOffsets.first ?? 0, $0.key) < ($1.value.dataOffsets.first ?? 0, $1.key)
    }
    for (name, entry) in sorted {
      var size = entry.dtype.size
      for extent in entry.shape {
        let (product, overflows) = size.multipliedReportingOverflow(by: extent)
        guard extent >= 0, !overflows else { throw unusable("\(name) has no valid shape") }
        size = product
      }
      guard
        entry.dataOffsets.count == 2, entry.dataOffsets[0] >= 0,
        entry.dataOffsets[1] >= entry.dataOffsets[0],
        entry.dataOffsets[1] <= bytes.count - start,
        entry.dataOffsets[1] - entry.dataOffsets[0] == size
      else { throw unusable("the bytes of \(name) do not fit its shape or are cut off") }
      tensors.append(
        Tensor(
          name: name, type: entry.dtype, shape: entry.shape,
          bytes: Array(
            bytes[start + entry.dataOffsets[0]..<start + entry.dataOffsets[1]])))
    }
  }
}
