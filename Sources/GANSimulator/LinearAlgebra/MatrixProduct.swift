internal import CTrainingKernels

/// A matrix product C = A·B and what is done to each of its entries before it is stored.
///
/// - Accuracy: each entry is one sum in order of the depth, whose products and additions are rounded
///   once each or, with fused instructions, together: within depth·u·(|A||B|) to first order, u the
///   unit roundoff. Which rows and columns are formed together, or by which thread, changes no bit.
package struct MatrixProduct<Element: NetworkFloat> {
  /// What is done to an entry; `bias` and the activations are the result's columns wide.
  package struct Finish {
    enum Rule {
      case store
      case addBias
      case rectify
      case rectifiedDerivative
      case tanhDerivative
    }

    var rule = Rule.store
    var bias: UnsafePointer<Element>?
    var activations: UnsafePointer<Element>?
    /// How many rows of the result share a row of activations.
    var sharing = 1
    var slope: Element = 0

    package init() {}

    var inC: Int32 {
      switch rule {
      case .store: Int32(steepness_store)
      case .addBias: Int32(steepness_add_bias)
      case .rectify: Int32(steepness_rectify)
      case .rectifiedDerivative: Int32(steepness_rectified_derivative)
      case .tanhDerivative: Int32(steepness_tanh_derivative)
      }
    }
  }

  /// A, whose entry (i, k) is at i·leftRow + k·leftDepth.
  var left: UnsafePointer<Element>
  var leftRow: Int
  var leftDepth: Int
  /// B in panels, or Bᵀ row-major for few columns.
  var right: UnsafePointer<Element>
  /// C, whose rows start `resultRow` apart.
  var result: UnsafeMutablePointer<Element>
  var resultRow: Int
  var rows: Int
  var columns: Int
  var depth: Int
  var finish = Finish()

  package init(
    left: UnsafePointer<Element>, leftRow: Int, leftDepth: Int, right: UnsafePointer<Element>,
    result: UnsafeMutablePointer<Element>, resultRow: Int, rows: Int, columns: Int, depth: Int,
    finish: Finish = Finish()
  ) {
    self.left = left
    self.leftRow = leftRow
    self.leftDepth = leftDepth
    self.right = right
    self.result = result
    self.resultRow = resultRow
    self.rows = rows
    self.columns = columns
    self.depth = depth
    self.finish = finish
  }

  /// How many panels hold this many columns.
  static func panelCount(_ columns: Int) -> Int {
    (columns + Element.panelWidth - 1) / Element.panelWidth
  }
}

/// The numbers that networks compute with.
public enum Precision: String, Hashable, Codable, Sendable {
  /// Single precision.
  case float32
  /// Double precision.
  case float64
}
