import Foundation
import GANSimulator
import Testing

@Suite struct LoadedNetworkTests {
  private func written(_ file: SafeTensors) throws -> URL {
    let url = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString).safetensors")
    try file.encoded().write(to: url)
    return url
  }

  private func tensor(_ name: String, _ shape: [Int], _ numbers: [Float]) -> SafeTensors.Tensor {
    SafeTensors.Tensor(
      name: name, type: .float32, shape: shape,
      bytes: numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } })
  }

  /// 2-3-2: the first layer stretches to (x, 2y, −x), the second adds what rectifiers left.
  private func tensors(_ prefix: String) -> [SafeTensors.Tensor] {
    [
      tensor("\(prefix)0.weight", [3, 2], [1, 0, 0, 2, -1, 0]),
      tensor("\(prefix)0.bias", [3], [0, 0, 0]),
      tensor("\(prefix)2.weight", [2, 3], [1, 0, -1, 0, 3, 0]),
      tensor("\(prefix)2.bias", [2], [10, 20]),
    ]
  }

  @Test(arguments: ["", "net.", "generator."])
  func `a network of another program is read and its steepness known`(prefix: String) throws {
    var file = SafeTensors()
    file.tensors = tensors(prefix)
    let url = try written(file)
    defer { try? FileManager.default.removeItem(at: url) }
    let network = try LoadedNetwork(contentsOf: url, activation: .relu)
    #expect(network.widths == [2, 3, 2])
    // max(x, 0) − max(−x, 0) = x, and 3·max(2y, 0).
    #expect(network.values(at: [-5, 1, 4, -2]) == [5, 26, 14, 20])
    // Two squares, their mean, a hypotenuse of 1 ulp, a sum, a root and a product.
    let steepness = try network.steepness(at: [-5, 1, -5, -1])
    #expect((steepness[0] - 6).magnitude <= 4 * 6.0.ulp)
    #expect((steepness[1] - 1).magnitude <= 4 * 1.0.ulp)
    let quantiles = try network.steepness(count: 1000, seed: 1)
    #expect((quantiles.maximum - 6).magnitude <= 4 * 6.0.ulp)
    // Half of the latents have y > 0: five standard errors of a share of 1000.
    #expect((quantiles.mean - 3.5).magnitude <= 5 * 2.5 / 1000.0.squareRoot())
  }

  @Test func `what cannot be a network is refused with a way out`() throws {
    var cases: [(SafeTensors, Activation?, String?)] = []
    var file = SafeTensors()
    cases.append((file, .relu, nil))
    file.tensors = tensors("a.") + tensors("b.")
    cases.append((file, .relu, nil))
    file.tensors = tensors("a.")
    cases.append((file, nil, nil))
    cases.append((file, .relu, "b"))
    file.tensors[2] = tensor("a.2.weight", [2, 2], [1, 0, 0, 1])
    cases.append((file, .relu, nil))
    file.tensors = tensors("a.")
    file.tensors[1] = tensor("a.0.bias", [3], [0, .nan, 0])
    cases.append((file, .relu, nil))
    for (index, (file, activation, name)) in cases.enumerated() {
      let url = try written(file)
      defer { try? FileManager.default.removeItem(at: url) }
      let error = #expect(throws: SimulationError.self, "case \(index)") {
        try LoadedNetwork(contentsOf: url, name: name, activation: activation)
      }
      guard case .unusableFile(_, let problem, let remedy) = error else { continue }
      #expect(!problem.isEmpty && !remedy.isEmpty)
    }
  }
}
