package import ClaimKit
import GANSimulator
import NumericKernel
import RealModule
import Scalars

/// A claim about runs of networks beside the theory, judged by a sequential test.
///
/// It is not one of the paper's claims and not in its ledger: data and networks are the caller's, and so is the answer.
package struct LevelClaim: Claim {
  package let id: String
  package let title: String
  package let source: String
  package let statement: String
  package let hypotheses: [String]
  package let simulation: Simulation?
  package var families: [any Statement] { [] }
  package var control: Control {
    Control("the control of the simulation", families: [])
  }
  /// Nothing is on record for data that a caller chooses.
  package let recorded = Verdict.inconclusive

  /// The claims about these levels.
  package static func all(_ levels: LineLevels) throws -> [LevelClaim] {
    [
      try growth(levels, id: "levels-growth-at-0", of: "S(0)") { $0.logSteepnessAtCentre },
      try growth(levels, id: "levels-growth-greatest", of: "the greatest S") {
        $0.logGreatestSteepness
      },
      mass(levels), step(levels), direction(levels),
    ]
  }

  /// A seed of its own for a run.
  private static func seed(_ stream: RandomStream) -> UInt64 {
    UInt64(stream.integer(below: 1 << 62))
  }

  /// Particles under a trained discriminator get half of the growth that the exact one gives.
  private static func growth(
    _ levels: LineLevels, id: String, of name: String,
    _ value: @escaping @Sendable (LevelMoment) -> Double
  ) throws -> LevelClaim {
    let exact = try levels.exactFlow().moments
    let goal = (value(exact[exact.count - 1]) - value(exact[0])) / 2
    @Sendable func grows(_ levels: LineLevels, _ stream: RandomStream) throws -> Bool {
      let moments = try levels.trainedParticles(seed: seed(stream)).moments
      let growth = value(moments[moments.count - 1]) - value(moments[0])
      return goal > 0 ? growth >= goal : growth <= goal
    }
    var untrained = levels.settings
    (untrained.stepsFirst, untrained.stepsEach) = (0, 0)
    let control = levels.replacing(untrained)
    return LevelClaim(
      id: id, title: "Growth of \(name) under a trained discriminator",
      source: "Theorem 3.3 for the exact flow; algorithm 1 for the particles",
      statement: """
        under a trained discriminator the logarithm of \(name) changes at least half as much as in the exact flow, to the \
        same time, in at least 4 of 5 runs
        """,
      hypotheses: ["control: the discriminator stays as it was drawn"],
      simulation: Simulation(
        "it changes at least half as much", inAtLeast: Rational(4, 5),
        confidence: Rational(99, 100), happens: { try grows(levels, $0) },
        control: { try grows(control, $0) }))
  }

  /// The mass between modes respects the bound at the steepness measured.
  private static func mass(_ levels: LineLevels) -> LevelClaim {
    @Sendable func respects(_ share: Double, _ stream: RandomStream) throws -> Bool {
      let last = try levels.lastAdversarialTrace(seed: seed(stream))
      return levels.regions.mass(of: last)
        >= levels.regions.leastMass(of: last, steepness: last.greatestSlope * share)
    }
    return LevelClaim(
      id: "levels-mass", title: "Mass between modes of a trained NSGAN",
      source: "Theorem 3.4 without its condition on the midpoints",
      statement: """
        a trained NSGAN leaves at least the mass between the modes that a map of its greatest steepness must leave, in at \
        least 9 of 10 runs
        """,
      hypotheses: ["control: the bound for a quarter of that steepness"],
      simulation: Simulation(
        "the mass is at least the bound", inAtLeast: Rational(9, 10),
        confidence: Rational(99, 100), happens: { try respects(1, $0) },
        control: { try respects(0.25, $0) }))
  }

  /// Theorem 4.1 for particles that the trained discriminator moves.
  private static func step(_ levels: LineLevels) -> LevelClaim {
    @Sendable func agrees(_ rateFactor: Double, _ stream: RandomStream) throws -> Bool {
      let step = try OneStepComparison(
        levels, after: levels.experiment.iterations / 2, seed: seed(stream), rateFactor: rateFactor)
      return step.updateError <= 1e-4
    }
    return LevelClaim(
      id: "levels-step", title: "Slope of moved particles beside Theorem 4.1",
      source: "Theorem 4.1, halfway through the training of an NSGAN",
      statement: """
        the slope of z ↦ g + s·∇d/d agrees with (1 + s·(∇d/d)′)·g′ to 10⁻⁴ of its greatest value, in at least 9 of 10 runs
        """,
      hypotheses: ["control: twice the rate (∇d/d)′"],
      simulation: Simulation(
        "the slopes agree", inAtLeast: Rational(9, 10), confidence: Rational(99, 100),
        happens: { try agrees(1, $0) }, control: { try agrees(2, $0) }))
  }

  /// Whether the generator's real step goes the way of Theorem 4.1.
  private static func direction(_ levels: LineLevels) -> LevelClaim {
    @Sendable func follows(_ sign: Double, _ stream: RandomStream) throws -> Bool {
      let step = try OneStepComparison(
        levels, after: levels.experiment.iterations / 2, seed: seed(stream))
      return sign * step.alignment > 0
    }
    return LevelClaim(
      id: "levels-direction", title: "Direction of a real generator step beside Theorem 4.1",
      source: "Theorem 4.1, halfway through the training of an NSGAN",
      statement: """
        the change of the slope in one iteration has a positive correlation, over latents, with (∇d/d)′·g′, in at least 3 of 4 runs
        """,
      hypotheses: ["control: a negative one"],
      simulation: Simulation(
        "the correlation is positive", inAtLeast: Rational(3, 4), confidence: Rational(99, 100),
        happens: { try follows(1, $0) }, control: { try follows(-1, $0) }))
  }
}
