public import Foundation

/// A fully connected network from a safetensors file, of this package or of another program.
public final class LoadedNetwork {
  /// What the names of its arrays start with; empty where they start with the layers' numbers.
  public let name: String
  /// From the input to the output.
  public let widths: [Int]
  /// What every layer but the last applies.
  public let activation: Activation

  let network: Network<Double>
  private let workspace: Workspace<Double>
  private let tangents: TangentWorkspace<Double>

  /// The network whose arrays have names that start with `name`, followed by a layer's number, ascending,
  /// and `weight` (outputs × inputs) or `bias`.
  ///
  /// - Parameters:
  ///   - name: nil for the only network of the file, or `generator` if there are several.
  ///   - activation: nil for the one that a checkpoint of this package names.
  /// - Accuracy: double precision, whatever the weights' precision.
  /// - Throws: `SimulationError.unusableFile` where the file holds no such network.
  public init(contentsOf url: URL, name: String? = nil, activation: Activation? = nil) throws {
    let path = url.path
    func unusable(_ problem: String, _ remedy: String) -> SimulationError {
      .unusableFile(path: path, problem: problem, remedy: remedy)
    }
    guard let data = try? Data(contentsOf: url) else {
      throw unusable("the file cannot be read", "name a .safetensors file")
    }
    let file = try SafeTensors(decoding: data, path: path)
    let found = Self.layers(in: file)
    guard !found.isEmpty else {
      throw unusable(
        "no array is named like NAME.0.weight", "save the network's state under such names")
    }
    let names = found.keys.sorted()
    guard let chosen = name ?? (names.count == 1 ? names[0] : names.first { $0 == "generator" }),
      let layers = found[chosen]
    else {
      throw unusable(
        name.map { "there is no network '\($0)'" } ?? "there are several networks",
        "choose one of: \(names.joined(separator: ", "))")
    }
    guard
      let activation = activation ?? file.metadata["\(chosen).activation"].flatMap(Activation.init)
    else {
      throw unusable("it does not say which activation the network has", "name the activation")
    }
    self.name = chosen.isEmpty ? "the network" : chosen
    self.activation = activation
    let shapes = layers.map(\.shape)
    guard shapes.allSatisfy({ $0.count == 2 && $0.allSatisfy { 1...1 << 15 ~= $0 } }),
      zip(shapes, shapes.dropFirst()).allSatisfy({ $0[0] == $1[1] })
    else {
      throw unusable("the weights \(shapes) do not follow each other", "save a plain network")
    }
    widths = [shapes[0][1]] + shapes.map { $0[0] }
    network = Network(layers: DenseLayer.layers(widths: widths, activation: activation))
    for (layer, tensor) in zip(network.layers, layers) {
      try file.read(
        tensor.name, into: network.parameters.base + layer.weightOffset, shape: tensor.shape,
        path: path)
      let bias = tensor.name.dropLast("weight".count) + "bias"
      if file.tensor(String(bias)) != nil {
        try file.read(
          String(bias), into: network.parameters.base + layer.biasOffset,
          shape: [layer.outputWidth], path: path)
      }
    }
    guard network.parameters.elements.allSatisfy(\.isFinite) else {
      throw unusable("a weight is not finite", "save the network before it diverges")
    }
    network.pack()
    workspace = Workspace(for: network, capacity: 64)
    tangents = TangentWorkspace(for: network, capacity: 64)
  }

  /// The weights of each network by its name, in order of their numbers.
  private static func layers(in file: SafeTensors) -> [String: [SafeTensors.Tensor]] {
    var found: [String: [(number: Int, tensor: SafeTensors.Tensor)]] = [:]
    for tensor in file.tensors where tensor.shape.count == 2 {
      let parts = tensor.name.split(separator: ".").map(String.init)
      guard parts.last == "weight", parts.count >= 2, let number = Int(parts[parts.count - 2]),
        !tensor.name.contains("_moment.")
      else { continue }
      found[parts.dropLast(2).joined(separator: "."), default: []].append((number, tensor))
    }
    return found.mapValues { $0.sorted { $0.number < $1.number }.map(\.tensor) }
  }

  /// The network at each point.
  ///
  /// - Shapes: `points` is count × the first width, the result count × the last, row-major.
  public func values(at points: [Double]) -> [Double] {
    network.map(points, in: workspace) { rows in
      Array(UnsafeBufferPointer(start: workspace.output, count: rows * network.outputWidth))
    }
  }

  /// ‖J(z)‖₂ at each point.
  ///
  /// - Source: definition 2.1.
  /// - Throws: `NumericError` where a singular value does not converge.
  public func steepness(at points: [Double]) throws -> [Double] {
    try network.map(points, in: workspace) { rows in
      try Steepness.norms(of: network, after: workspace, in: tangents, rows: rows)
    }
  }

  /// Quantiles of the steepness over standard normal noise; `modeLevel` is that for one mode.
  public func steepness(count: Int, seed: UInt64) throws -> Quantiles {
    let noise = AlignedBuffer<Double>(count: count * network.inputWidth)
    CounterStream(seed: seed, name: "inspection").writeNormals(count: noise.count, into: noise.base)
    return Quantiles(of: try steepness(at: Array(noise.elements)), modeCount: 1)
  }
}
