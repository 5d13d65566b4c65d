internal import CFieldKernels
import GANTheory
import RealModule

/// Many solutions of Theorem 3.3's equation with g‴(0) = 0 at once, by Taylor series in time.
///
/// With y = log k, E = exp(−2y) and Q = exp(y − y_*): y′ = (a + E)/(1 + Q), E′ = −2·E·y′ and Q′ = Q·y′, so that the coefficients
/// follow from those of lower order by sums of products. Eight solutions share the instructions; each has
/// steps of its own.
///
/// - Source: Theorem 3.3 with g‴ₜ(0) = 0.
public struct ClosedEquation: Sendable {
  /// a = (μ² − σ²)/σ⁴ and y_* = log σ + μ²/2σ².
  public let growthRate: Double
  public let logOptimalSteepness: Double

  /// - Hypotheses: μ > σ, so that a > 0.
  public init(modeOffset: Double, standardDeviation: Double) {
    let ode = SteepnessODE(modeOffset: modeOffset, standardDeviation: standardDeviation)
    growthRate = ode.growthRate
    logOptimalSteepness = ode.logOptimalSteepness
  }

  /// log k at a time, for every log k at time 0.
  ///
  /// - Accuracy: the last two terms of a step's series are below `relativeTolerance` of 1 (heuristic), and a fixed factor more
  ///   shortens it.
  public func logSteepnesses(
    from initial: [Double], at end: Double, relativeTolerance: Double = 1e-10
  ) -> [Double] {
    precondition(end >= 0 && relativeTolerance > 0, "end ≥ 0, relativeTolerance > 0")
    let order = Double(steepness_taylor_order)
    let scale = 0.95 * Double.pow(relativeTolerance, 1 / order)
    let block = Int(steepness_block)
    let missing = (block - initial.count % block) % block
    var states = initial + [Double](repeating: initial.last ?? 0, count: missing)
    states.withUnsafeMutableBufferPointer { states in
      guard let base = states.baseAddress else { return }
      for first in stride(from: 0, to: states.count, by: block) {
        steepness_closed_equation(growthRate, logOptimalSteepness, end, scale, base + first)
      }
    }
    return Array(states.prefix(initial.count))
  }
}
