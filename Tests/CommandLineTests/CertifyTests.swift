import Foundation
import Testing

/// Certified steepness as a user asks for it.
@Suite struct `Certify` {
  /// 4·max(z, 0) + 2·max(−z, 0) in a .safetensors file: slopes 4 and −2.
  private func writeNetwork(to file: URL) throws {
    let header = """
      {"net.0.weight":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},\
      "net.2.weight":{"dtype":"F32","shape":[1,2],"data_offsets":[8,16]}}
      """
    var data = Data()
    withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) { data.append(contentsOf: $0) }
    data.append(Data(header.utf8))
    for number in [1, -1, 4, 2] as [Float] {
      withUnsafeBytes(of: number.bitPattern.littleEndian) { data.append(contentsOf: $0) }
    }
    try data.write(to: file)
  }

  @Test func `bounds are printed in order, beside what the data need`() throws {
    let folder = try BuiltProgram.scratchFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try writeNetwork(to: folder.appending(path: "network.safetensors"))
    let outcome = try BuiltProgram.run(
      [
        "certify", "network.safetensors", "--activation", "relu", "--box=-1:1", "--modes", "-2;2",
        "--sigma", "0.5", "--format", "json",
      ], in: folder)
    #expect(outcome.status == 0, "\(outcome.errors)")
    let table = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let rows = try #require(table["rows"] as? [[String: Any]])
    let values = rows.compactMap { $0["value"] as? Double }
    try #require(values.count == 6)
    #expect(values[1] <= 4 && 4 <= values[2] && values[2] <= 4.04 && values[2] <= values[3])
    // ½·exp(8) by Theorem 3.1 with q = 0; the map itself has ½·exp(8) in the middle, too.
    let needed = 0.5 * exp(8.0)
    #expect((values[4] - needed).magnitude < 1e-9 * needed)
    #expect((values[5] - needed).magnitude < 1e-3 * needed)
    #expect(outcome.output.contains("nowhere as steep"))
  }
}
