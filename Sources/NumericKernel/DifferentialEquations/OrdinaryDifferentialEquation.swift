/// A system of ordinary differential equations y′ = f(t, y).
///
/// - Edge cases: where f leaves its domain it may give NaN or ±∞: an adaptive step that meets one is
///   repeated shorter, and the integration fails only where no step is short enough.
public struct OrdinaryDifferentialEquation {
  /// Writes f(t, y) to its last argument, which has `dimension` entries to be overwritten.
  public typealias RightHandSide = (
    _ time: Double, _ state: [Double], _ derivative: inout [Double]
  ) throws -> Void

  /// Writes ∂f/∂y, row by row (entry i·dimension + j is ∂fᵢ/∂yⱼ), and ∂f/∂t to its last arguments.
  public typealias Jacobian = (
    _ time: Double, _ state: [Double], _ byState: inout [Double], _ byTime: inout [Double]
  ) throws -> Void

  /// The count of unknowns.
  public let dimension: Int
  /// The right-hand side f.
  public let rightHandSide: RightHandSide
  /// The derivatives of f; nil to have implicit methods take differences of f.
  public let jacobian: Jacobian?

  /// The equation with a given right-hand side.
  ///
  /// - Parameters:
  ///   - dimension: the count of unknowns.
  ///   - jacobian: the derivatives of the right-hand side. Without it, implicit methods take
  ///     forward differences with steps of √ulp·max(|yⱼ|, 1), which suits states near unit size.
  ///   - rightHandSide: f.
  public init(
    dimension: Int, jacobian: Jacobian? = nil, rightHandSide: @escaping RightHandSide
  ) {
    precondition(dimension > 0, "\(dimension) breaks dimension > 0")
    self.dimension = dimension
    self.jacobian = jacobian
    self.rightHandSide = rightHandSide
  }
}
