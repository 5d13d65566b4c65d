import ClaimKit
import GANTheory
import Scalars

/// Theorem 4.1 with a quadratic g and a quadratic field v between spaces of any dimensions: both sides by
/// jets, the left through the whole update.
struct PolynomialUpdateStatement: Statement {
  let latents: Int
  let outputs: Int
  let isEvaluatedAtLatent: Bool

  var variables: [Variable] {
    (1...latents).map { Variable("z\($0)", from: -2, to: 2) }
      + ["a", "b", "c", "e"].map { Variable($0, from: -2, to: 2) }
      + [Variable("s", from: -10, to: 10)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis(byConstruction: "g and v are differentiable")]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let latent = instance["z", latents]
    let step = instance["s"]
    let coefficients = ["a", "b", "c", "e"].map { instance[$0] }
    let lifted = coefficients.map { Jet(constant: $0) }
    let updated = jacobian(at: latent) { z in
      let output = quadratic(z, lifted[0], lifted[1], count: outputs)
      let velocity = quadratic(output, lifted[2], lifted[3], count: outputs)
      return zip(output, velocity).map { $0 + Jet(constant: step) * $1 }
    }
    let generator = jacobian(at: latent) { quadratic($0, lifted[0], lifted[1], count: outputs) }
    let place =
      isEvaluatedAtLatent
      ? latent : quadratic(latent, coefficients[0], coefficients[1], count: outputs)
    let velocity = jacobian(at: place) { quadratic($0, lifted[2], lifted[3], count: outputs) }
    let printed = GeneratorUpdate(stepSize: step).jacobian(generator, velocityJacobian: velocity)
    return .equal(
      zip(printed.flatMap { $0 }, updated.flatMap { $0 }).map { (left: $0, right: $1) })
  }

  /// The map whose component i is Σⱼ (a·(i + j) + 1)·xⱼ + b·xⱼ·x_{i mod n}.
  private func quadratic<T: Scalar>(_ x: [T], _ a: T, _ b: T, count: Int) -> [T] {
    (0..<count).map { row in
      x.indices.reduce(T.zero) { sum, column in
        let linear = (a * T(row + column) + T(1)) * x[column]
        return sum + linear + b * x[column] * x[row % x.count]
      }
    }
  }
}
