package import GANTheory
import NumericKernel
import RealModule
import Scalars

/// What steepness a generator of given data needs somewhere: lower bounds of sup S_g over all latents, for every g that carries
/// N(0, I) to the mixture.
package struct RequiredSteepness {
  /// log of Theorem 3.1's bound as printed, for the line, equal weights, one σ and gaps above 6σ; nil elsewhere. The theorem
  /// speaks of the monotone map; by isoperimetry it binds every map.
  package let logPrinted: Double?
  /// A number that log sup S_g is certainly not below: from half-spaces across the line through two modes.
  package let logCertified: Double

  /// - Accuracy: the position of the half-space is found in doubles; the bound there is a ball's lower end.
  /// - Hypotheses: at least two modes.
  /// - Throws: `NumericError` where the minimiser fails.
  package init(_ parameters: MixtureParameters) throws {
    precondition(parameters.count >= 2, "modes.count ≥ 2")
    let modes = parameters.means.map { $0[0].approximation }
    let deviation = parameters.standardDeviations[0].approximation
    let isPlain =
      parameters.dimension == 1 && Set(parameters.weights).count == 1
      && Set(parameters.standardDeviations).count == 1
      && zip(modes, modes.dropFirst()).allSatisfy { $1 - $0 > 6 * deviation }
    logPrinted =
      isPlain ? LineBound(modes: modes, standardDeviation: deviation).logPrinted : nil
    let approximate = GaussianMixture<Double>(parameters)
    var best: (pair: (Int, Int), cut: Double, height: Double)?
    for first in 0..<parameters.count {
      for second in first + 1..<parameters.count
      where parameters.means[first] != parameters.means[second] {
        let line = Self.projected(approximate, first, second)
        let found = try MeasurePreservingMap(to: line).steepest()
        if found.logSteepness > best?.height ?? -.infinity {
          best = ((first, second), found.output, found.logSteepness)
        }
      }
    }
    guard let best else { preconditionFailure("two modes differ") }
    let line = Self.projected(GaussianMixture<Ball>(parameters), best.pair.0, best.pair.1)
    logCertified =
      IsoperimetricBound.logSteepness(of: line, cut: Ball(exactly: best.cut)).lowerBound
  }

  /// The mixture's law along the direction from one mode to another.
  private static func projected<S: Scalar>(
    _ mixture: GaussianMixture<S>, _ first: Int, _ second: Int
  ) -> GaussianMixture<S> {
    let (from, to) = (mixture.components[first].mean, mixture.components[second].mean)
    let length = S.sqrt(squaredDistance(from, to))
    let direction = zip(from, to).map { ($1 - $0) / length }
    return GaussianMixture(
      components: mixture.components.map { component in
        let place = zip(direction, component.mean).reduce(S.zero) { $0 + $1.0 * $1.1 }
        return .init(
          weight: component.weight, mean: [place], standardDeviation: component.standardDeviation)
      })
  }
}
