/// What one forward and one backward pass of a network compute, for batches up to a capacity.
///
/// - Shapes: `activations[l]` and `deltas[l]` are capacity × width of layer l, row-major, l = 0
///   being the input.
package final class Workspace<Element: NetworkFloat> {
  package let capacity: Int
  package let activations: [AlignedBuffer<Element>]
  package let deltas: [AlignedBuffer<Element>]

  package init(for network: Network<Element>, capacity: Int) {
    self.capacity = capacity
    let widths = [network.inputWidth] + network.layers.map(\.outputWidth)
    activations = widths.map { AlignedBuffer(count: capacity * $0) }
    deltas = widths.map { AlignedBuffer(count: capacity * $0) }
  }

  /// Where the caller puts the batch.
  package var input: UnsafeMutablePointer<Element> { activations[0].base }
  /// What the network makes of it.
  package var output: UnsafeMutablePointer<Element> { activations[activations.count - 1].base }
  /// Where the caller puts ∂L/∂output; a backward pass overwrites it.
  package var outputGradient: UnsafeMutablePointer<Element> { deltas[deltas.count - 1].base }
  /// ∂L/∂input after a backward pass to the input.
  package var inputGradient: UnsafeMutablePointer<Element> { deltas[0].base }
}
