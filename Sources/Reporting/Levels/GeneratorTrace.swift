import GANTheory
import NumericKernel
import RealModule
import Scalars

/// A map of the line known at ascending latents and taken as linear between them; beyond the outer ones it stands still.
package struct GeneratorTrace: Sendable {
  /// Ascending.
  package let latents: [Double]
  package let outputs: [Double]

  package init(latents: [Double], outputs: [Double]) {
    precondition(
      latents.count == outputs.count && latents.count > 1, "latents.count = outputs.count > 1")
    self.latents = latents
    self.outputs = outputs
  }

  /// |g′| of the piece between two latents.
  private func slope(_ piece: Int) -> Double {
    ((outputs[piece + 1] - outputs[piece]) / (latents[piece + 1] - latents[piece])).magnitude
  }

  /// The greatest |g′|.
  package var greatestSlope: Double {
    latents.indices.dropLast().reduce(0) { max($0, slope($1)) }
  }

  /// |g′| of the piece that a latent lies in, the outer pieces going on.
  package func slope(at latent: Double) -> Double {
    let after = latents.firstIndex { $0 > latent } ?? latents.count - 1
    return slope(max(after, 1) - 1)
  }

  /// P(a ≤ g(Z) ≤ b) for Z ~ N(0, 1), whether g is monotone or not.
  ///
  /// - Accuracy: that of the trace, plus a few ulp.
  package func probability(from a: Double, to b: Double) -> Double {
    precondition(a <= b, "a ≤ b")
    var mass = 0.0
    for piece in latents.indices.dropLast() {
      let (left, right) = (outputs[piece], outputs[piece + 1])
      let (z, width) = (latents[piece], latents[piece + 1] - latents[piece])
      guard left != right else {
        if (a...b).contains(left) { mass += Double.normalMass(from: z, to: z + width) }
        continue
      }
      let ends = [(a - left) / (right - left), (b - left) / (right - left)]
      let (from, to) = (max(min(ends[0], ends[1]), 0), min(max(ends[0], ends[1]), 1))
      if from < to { mass += Double.normalMass(from: z + from * width, to: z + to * width) }
    }
    let (first, last) = (0, latents.count - 1)
    if (a...b).contains(outputs[first]) {
      mass += Double.exp(Double.logNormalCDF(latents[first]))
    }
    if (a...b).contains(outputs[last]) {
      mass += Double.exp(Double.logNormalUpperTail(latents[last]))
    }
    return mass
  }
}
