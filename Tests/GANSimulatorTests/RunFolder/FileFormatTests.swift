import Foundation
import GANSimulator
import Testing

@Suite struct FileFormatTests {
  @Test func `a safetensors file starts with the length of an aligned JSON header`() throws {
    var file = SafeTensors()
    file.metadata = ["iteration": "7"]
    file.tensors = [
      .init(name: "b", type: .float32, shape: [1], bytes: [0, 0, 0x80, 0x3f]),
      .init(name: "a", type: .byte, shape: [2, 1], bytes: [5, 6]),
    ]
    let bytes = [UInt8](try file.encoded())
    let length = bytes[..<8].enumerated().reduce(0) { $0 + Int($1.element) << (8 * $1.offset) }
    #expect(length % 8 == 0)
    #expect(Array(bytes[(8 + length)...]) == [0, 0, 0x80, 0x3f, 5, 6])
    let header = try #require(
      JSONSerialization.jsonObject(with: Data(bytes[8..<8 + length])) as? [String: Any])
    let entry = try #require(header["a"] as? [String: Any])
    #expect(entry["dtype"] as? String == "U8")
    #expect(entry["shape"] as? [Int] == [2, 1])
    #expect(entry["data_offsets"] as? [Int] == [4, 6])
    #expect(header["__metadata__"] as? [String: String] == ["iteration": "7"])
    #expect(try SafeTensors(decoding: Data(bytes), path: "memory") == file)
  }

  @Test func `a safetensors file that is cut off is refused at every length`() throws {
    var file = SafeTensors()
    file.tensors = [.init(name: "a", type: .byte, shape: [3], bytes: [1, 2, 3])]
    let data = try file.encoded()
    for length in 0..<data.count {
      #expect(throws: SimulationError.self, "length \(length)") {
        try SafeTensors(decoding: data.prefix(length), path: "memory")
      }
    }
  }

  @Test func `only a run folder's own checkpoint is to be deleted`() throws {
    for text in ["iteration,gradient\n0,1\n", "{\"a\": 1, \"b\": 2}\n"] {
      let error = #expect(throws: SimulationError.self) {
        try SafeTensors(decoding: Data(text.utf8), path: "log.csv")
      }
      #expect("\(error!)".contains("it is no safetensors file"))
      #expect(!"\(error!)".contains("delete"))
    }
    let run = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: run) }
    let checkpoints = run.appending(path: "checkpoints")
    try FileManager.default.createDirectory(at: checkpoints, withIntermediateDirectories: true)
    try Data("nothing".utf8).write(to: checkpoints.appending(path: "000000008.safetensors"))
    let error = #expect(throws: SimulationError.self) { try RunFolder(run).checkpoint() }
    #expect("\(error!)".contains("delete it to fall back on an earlier checkpoint"))
  }

  @Test func `a header that claims too much is refused`() throws {
    for header in [
      #"{"a":{"dtype":"U8","shape":[-3],"data_offsets":[0,3]}}"#,
      #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[0,4]}}"#,
      #"{"a":{"dtype":"U8","shape":[3],"data_offsets":[3,0]}}"#,
      #"{"a":{"dtype":"F64","shape":[4611686018427387904],"data_offsets":[0,3]}}"#,
      #"{"a":{"dtype":"Q7","shape":[3],"data_offsets":[0,3]}}"#, "[]",
    ] {
      let bytes = [UInt8(header.utf8.count), 0, 0, 0, 0, 0, 0, 0] + Array(header.utf8) + [1, 2, 3]
      #expect(throws: SimulationError.self, "\(header)") {
        try SafeTensors(decoding: Data(bytes), path: "memory")
      }
    }
  }

  @Test func `a NumPy file has a header of version 1 and numbers at a multiple of 64`() {
    let bytes = [UInt8](NumPyArray.encoded([1, 2, 3, 4, 5, 6] as [Float], rows: 3, columns: 2))
    #expect(Array(bytes[..<8]) == [0x93] + Array("NUMPY".utf8) + [1, 0])
    let length = Int(bytes[8]) + 256 * Int(bytes[9])
    #expect((10 + length) % 64 == 0)
    let header = String(decoding: bytes[10..<10 + length], as: UTF8.self)
    #expect(
      header.hasPrefix("{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }"))
    #expect(header.hasSuffix("\n"))
    #expect(bytes.count == 10 + length + 24)
    #expect(Array(bytes[(10 + length)..<(14 + length)]) == [0, 0, 0x80, 0x3f])
  }
}
