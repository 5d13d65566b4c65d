internal import Foundation
internal import NumericKernel

/// The distribution of a network's weights before training.
///
/// With `fanIn` inputs and `fanOut` outputs of a layer and the gain of its activation:
///
/// - Source: He et al. 2015 (Kaiming); Glorot and Bengio 2010 (Glorot).
public enum Initialisation: Hashable, Codable, Sendable {
  /// Weights and biases uniform on ± 1/√fanIn, whatever the activation: the default of PyTorch.
  case fanInUniform
  /// Uniform on ± gain·√(3/fanIn); biases uniform on ± 1/√fanIn.
  case kaimingUniform
  /// Normal with deviation gain/√fanIn; biases uniform on ± 1/√fanIn.
  case kaimingNormal
  /// Uniform on ± gain·√(6/(fanIn + fanOut)); biases 0.
  case glorotUniform
  /// Normal with deviation gain·√(2/(fanIn + fanOut)); biases 0.
  case glorotNormal
  /// Normal with this deviation, whatever the layer; biases 0.
  case normal(standardDeviation: Double)

  /// A weight drawn for a layer.
  func weight(for layer: DenseLayer, from stream: RandomStream) -> Double {
    let fanIn = Double(layer.inputWidth)
    let fanOut = Double(layer.outputWidth)
    let gain = layer.activation.gain
    switch self {
    case .fanInUniform:
      return (2 * stream.uniform() - 1) / sqrt(fanIn)
    case .kaimingUniform:
      return (2 * stream.uniform() - 1) * gain * sqrt(3 / fanIn)
    case .kaimingNormal:
      return stream.normal() * gain / sqrt(fanIn)
    case .glorotUniform:
      return (2 * stream.uniform() - 1) * gain * sqrt(6 / (fanIn + fanOut))
    case .glorotNormal:
      return stream.normal() * gain * sqrt(2 / (fanIn + fanOut))
    case .normal(let standardDeviation):
      return stream.normal() * standardDeviation
    }
  }

  /// A bias drawn for a layer; nothing is drawn where all biases are 0.
  func bias(for layer: DenseLayer, from stream: RandomStream) -> Double {
    switch self {
    case .fanInUniform, .kaimingUniform, .kaimingNormal:
      (2 * stream.uniform() - 1) / sqrt(Double(layer.inputWidth))
    case .glorotUniform, .glorotNormal, .normal:
      0
    }
  }
}
