package import NumericKernel

/// A fully connected network with hand-written derivatives.
///
/// All parameters lie in one block and their gradients in another of the same layout, so that an
/// optimiser is one loop. What a pass computes lies in a `Workspace`, so that one network can
/// serve batches of several sizes. Products read copies of the weights that are packed for them:
/// `pack` renews these after the parameters have changed.
///
/// - Accuracy: rounding of `Element`; the derivatives are exact up to it.
package final class Network<Element: NetworkFloat> {
  package let layers: [DenseLayer]
  package let parameters: AlignedBuffer<Element>
  package let gradients: AlignedBuffer<Element>
  /// For each layer Wᵀ, inputs × outputs, in panels; empty for few outputs.
  let forwardPanels: [AlignedBuffer<Element>]
  /// For each layer W, outputs × inputs, in panels; for few inputs Wᵀ, row-major.
  let backwardPanels: [AlignedBuffer<Element>]

  package var inputWidth: Int { layers[0].inputWidth }
  package var outputWidth: Int { layers[layers.count - 1].outputWidth }
  package var maximalWidth: Int { layers.reduce(inputWidth) { max($0, $1.outputWidth) } }

  /// A network whose parameters are all 0.
  package convenience init(
    architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int
  ) {
    self.init(
      layers: DenseLayer.layers(
        of: architecture, inputWidth: inputWidth, outputWidth: outputWidth))
  }

  /// A network of layers whose parameters are all 0.
  init(layers: [DenseLayer]) {
    self.layers = layers
    let count = layers.last?.parametersEnd ?? 0
    parameters = AlignedBuffer(count: count)
    gradients = AlignedBuffer(count: count)
    forwardPanels = layers.map { layer in
      AlignedBuffer(
        count: layer.hasFewOutputs
          ? 0 : layer.inputWidth * PackedWidth<Element>.of(layer.outputWidth))
    }
    backwardPanels = layers.map { layer in
      AlignedBuffer(
        count: layer.outputWidth
          * (layer.hasFewInputs ? layer.inputWidth : PackedWidth<Element>.of(layer.inputWidth)))
    }
  }

  /// A network whose parameters are drawn from a stream, layer by layer, weights before biases.
  package convenience init(
    architecture: NetworkArchitecture, inputWidth: Int, outputWidth: Int, from stream: RandomStream
  ) {
    self.init(architecture: architecture, inputWidth: inputWidth, outputWidth: outputWidth)
    draw(architecture.initialisation, from: stream)
  }

  /// Overwrites the parameters with new ones from a stream.
  package func draw(_ initialisation: Initialisation, from stream: RandomStream) {
    for layer in layers {
      for index in 0..<layer.weightCount {
        parameters.base[layer.weightOffset + index] = Element(
          initialisation.weight(for: layer, from: stream))
      }
      for index in 0..<layer.outputWidth {
        parameters.base[layer.biasOffset + index] = Element(
          initialisation.bias(for: layer, from: stream))
      }
    }
    pack()
  }

  /// Takes over the parameters of a network of the same shape.
  package func copyParameters(of other: Network) {
    precondition(
      other.parameters.count == parameters.count,
      "\(other.parameters.count) parameters break count = \(parameters.count)")
    parameters.base.update(from: other.parameters.base, count: parameters.count)
    pack()
  }

  /// Renews a member's share of the packed weights.
  package func pack(_ member: Int = 0, of members: Int = 1) {
    for (index, layer) in layers.enumerated() {
      let weights = parameters.base + layer.weightOffset
      let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
      if !layer.hasFewOutputs {
        Element.pack(
          weights, stride: inputs, isTransposed: true, depth: inputs, columns: outputs,
          panels: (0..<MatrixProduct<Element>.panelCount(outputs)).share(member, of: members),
          into: forwardPanels[index].base)
      }
      if layer.hasFewInputs {
        let transposed = backwardPanels[index].base
        for output in (0..<outputs).share(member, of: members) {
          for input in 0..<inputs {
            transposed[input * outputs + output] = weights[output * inputs + input]
          }
        }
      } else {
        Element.pack(
          weights, stride: inputs, isTransposed: false, depth: outputs, columns: inputs,
          panels: (0..<MatrixProduct<Element>.panelCount(inputs)).share(member, of: members),
          into: backwardPanels[index].base)
      }
    }
  }
}

/// Columns rounded up to whole panels.
enum PackedWidth<Element: NetworkFloat> {
  static func of(_ columns: Int) -> Int {
    MatrixProduct<Element>.panelCount(columns) * Element.panelWidth
  }
}
