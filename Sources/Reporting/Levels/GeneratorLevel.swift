/// How a generator comes about, from theory to practice.
package enum GeneratorLevel: String, CaseIterable, Sendable {
  /// The flow of the whole density under the optimal discriminator.
  case exactFlow = "exact flow"
  /// Particles in steps of s under the optimal discriminator.
  case exactParticles = "particles, exact discriminator"
  /// Particles in steps of s under a network that is trained against them.
  case trainedParticles = "particles, trained discriminator"
  /// Two networks that are trained against each other.
  case adversarial = "NSGAN"

  /// What its moments are counted in. A step s of particles is a time; an optimiser's iteration is none.
  package var axis: String { self == .adversarial ? "iteration" : "time" }
}

/// A level's generator at one moment.
package struct LevelMoment: Sendable {
  /// The time or the iteration.
  package let moment: Double
  /// g at the shared latents.
  package let outputs: [Double]
  /// log ‖J_g‖ at the shared latents.
  package let logSteepnesses: [Double]
  package let logSteepnessAtCentre: Double
  /// The greatest that the level's own resolution shows.
  package let logGreatestSteepness: Double
  package let massBetweenModes: Double
  /// The least mass that a map with this map's own mass on one side leaves there which is nowhere steeper than the greatest
  /// steepness: Theorem 3.4 without its condition on the midpoints; nil where modes in the plane do not lie apart.
  package let leastMass: Double?
  /// Theorem 3.4's bound as its proof gives it, at this steepness; nil where its hypotheses on the data fail, so in
  /// the plane.
  package let anchoredBound: Double?
  /// The rates at which the discriminator of this moment lets log S at the shared latents grow, on the line (∇d/d)′; nil where the
  /// level has no discriminator of its own.
  package let steepnessRates: [Double]?
}

/// A level's generator over time.
package struct LevelHistory: Sendable {
  package let level: GeneratorLevel
  package let moments: [LevelMoment]

  /// How fast log ‖J_g(0)‖ grows between the first two moments.
  package var earlyGrowth: Double {
    guard moments.count > 1 else { return .nan }
    return (moments[1].logSteepnessAtCentre - moments[0].logSteepnessAtCentre)
      / (moments[1].moment - moments[0].moment)
  }

  /// The greatest log ‖J_g(0)‖.
  package var logGreatestAtCentre: Double {
    moments.reduce(-.infinity) { max($0, $1.logSteepnessAtCentre) }
  }
}
