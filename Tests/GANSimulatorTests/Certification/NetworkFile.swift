import Foundation
import GANSimulator

/// Writes small networks of doubles to files, and reads them as the program does.
enum NetworkFile {
  /// A layer: weights as rows, and biases.
  typealias Layer = (weights: [[Double]], biases: [Double])

  static func network(_ layers: [Layer], _ activation: Activation) throws -> LoadedNetwork {
    func tensor(_ name: String, _ shape: [Int], _ numbers: [Double]) -> SafeTensors.Tensor {
      SafeTensors.Tensor(
        name: name, type: .float64, shape: shape,
        bytes: numbers.flatMap { withUnsafeBytes(of: $0.bitPattern.littleEndian) { Array($0) } })
    }
    var file = SafeTensors()
    for (index, layer) in layers.enumerated() {
      let shape = [layer.weights.count, layer.weights[0].count]
      file.tensors.append(tensor("\(index).weight", shape, layer.weights.flatMap { $0 }))
      file.tensors.append(tensor("\(index).bias", [shape[0]], layer.biases))
    }
    let url = FileManager.default.temporaryDirectory
      .appending(path: "steepness-\(UUID().uuidString).safetensors")
    defer { try? FileManager.default.removeItem(at: url) }
    try file.encoded().write(to: url)
    return try LoadedNetwork(contentsOf: url, activation: activation)
  }
}
