/// What one forward and one backward pass of a network compute, for batches up to a capacity.
///
/// - Shapes: `activations[l]` and `deltas[l]` are capacity × width of layer l, row-major, l = 0
///   being the input.
package final class Workspace<Element: NetworkFloat> {
  package let capacity: Int
  package let activations: [AlignedBuffer<Element>]
  package let deltas: [AlignedBuffer<Element>]
  /// For each layer, what its gradients need in panels.
  let packed: [AlignedBuffer<Element>]
  /// For each layer with few inputs, its transposed gradients.
  let scratch: [AlignedBuffer<Element>]
  /// For each layer what it hands on, where noise is added to that; empty where none is.
  private let noisy: [AlignedBuffer<Element>]
  private let deviation: Element
  private let noise: CounterStream?
  /// How many numbers of the noise stream earlier passes took.
  private var drawn: UInt64 = 0
  /// How many numbers one row takes.
  private let numbersOfRow: Int

  /// Room for passes of a network; with a stream, passes add normal noise of a standard deviation to
  /// what each hidden layer hands on.
  package init(
    for network: Network<Element>, capacity: Int, noise: CounterStream? = nil,
    deviation: Double = 0
  ) {
    self.capacity = capacity
    let widths = [network.inputWidth] + network.layers.map(\.outputWidth)
    activations = widths.map { AlignedBuffer(count: capacity * $0) }
    deltas = widths.map { AlignedBuffer(count: capacity * $0) }
    packed = network.layers.map { layer in
      let columns = layer.hasFewInputs ? layer.outputWidth : layer.inputWidth
      return AlignedBuffer(count: capacity * PackedWidth<Element>.of(columns))
    }
    scratch = network.layers.map { layer in
      AlignedBuffer(count: layer.hasFewInputs ? layer.weightCount : 0)
    }
    let hiddenWidths = widths.dropFirst().dropLast()
    self.noise = deviation > 0 ? noise : nil
    self.deviation = Element(deviation)
    numbersOfRow = hiddenWidths.reduce(0, +)
    noisy =
      self.noise == nil ? [] : widths.dropLast().map { AlignedBuffer(count: capacity * $0) }
  }

  /// Where the caller puts the batch.
  package var input: UnsafeMutablePointer<Element> { activations[0].base }
  /// What the network makes of it.
  package var output: UnsafeMutablePointer<Element> { activations[activations.count - 1].base }
  /// Where the caller puts ∂L/∂output; a backward pass overwrites it.
  package var outputGradient: UnsafeMutablePointer<Element> { deltas[deltas.count - 1].base }
  /// ∂L/∂input after a backward pass to the input.
  package var inputGradient: UnsafeMutablePointer<Element> { deltas[0].base }

  /// What layer `index` receives: what the one before hands on.
  func input(of index: Int) -> UnsafeMutablePointer<Element> {
    index > 0 && !noisy.isEmpty ? noisy[index].base : activations[index].base
  }

  /// Moves on to fresh noise for the next pass. To be called once a pass, by one thread.
  package func renewNoise() {
    drawn = noise?.position ?? 0
    noise?.position += UInt64(capacity * numbersOfRow)
  }

  /// Hands on activations with noise added, the same numbers for a row whoever asks for it.
  func addNoise(after layer: Int, rows: Range<Int>) {
    guard let noise, layer < activations.count - 1 else { return }
    let width = activations[layer].count / capacity
    let earlier = (1..<layer).reduce(0) { $0 + activations[$1].count }
    let to = noisy[layer].base + rows.lowerBound * width
    let from = activations[layer].base + rows.lowerBound * width
    noise.writeNormals(
      at: drawn + UInt64(earlier + rows.lowerBound * width), count: rows.count * width, into: to)
    for index in 0..<rows.count * width { to[index] = from[index] + deviation * to[index] }
  }
}
