package import ClaimKit
import GANSimulator
import NumericKernel
import RealModule
package import Scalars

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

  /// How sure a sequential test must be of its answer.
  static let confidence = Rational(99, 100)

  /// - Parameter share: of runs in which the event is claimed to happen.
  private init(
    _ id: String, title: String, source: String, event: String, share: Rational, control: String,
    happens: @escaping @Sendable (RandomStream) throws -> Bool,
    controlHappens: @escaping @Sendable (RandomStream) throws -> Bool
  ) {
    self.id = id
    self.title = title
    self.source = source
    statement = "in at least \(share) of the runs \(event)"
    hypotheses = ["control: \(control)"]
    simulation = Simulation(
      event, inAtLeast: share, confidence: Self.confidence, happens: happens,
      control: controlHappens)
  }

  /// The claims about these levels.
  ///
  /// - Parameters:
  ///   - share: in how many of the runs each event is claimed to happen. A sequential test needs some 16 runs for ⅔ and some 128 for
  ///     9/10 where the event always happens.
  ///   - eachRun: called before each run, by the judge's threads.
  package static func all(
    _ levels: some FourLevels, share: Rational, eachRun: @escaping @Sendable () -> Void = {}
  ) throws -> [LevelClaim] {
    let exact = try levels.exactFlow().moments
    let growths = [
      growth(
        levels, id: "levels-growth-at-0", of: "S(0)", exact: exact, share, eachRun
      ) { moment, _ in moment.logSteepnessAtCentre },
      growth(
        levels, id: "levels-growth-greatest",
        of: "the greatest ‖g(z) − g(z′)‖/‖z − z′‖ over shared latents", exact: exact, share,
        eachRun, Self.logGreatestStretch),
    ]
    // Modes in the plane that lie too close to each other have no bound.
    let masses = exact[0].leastMass == nil ? [] : [mass(levels, share, eachRun)]
    return growths + masses + [
      step(levels, share, eachRun),
      direction(levels, share, eachRun),
      shrinkage(levels, id: "levels-shrinkage", asTheorem: false, share, eachRun),
      shrinkage(levels, id: "levels-shrinkage-rate", asTheorem: true, share, eachRun),
    ]
  }

  /// A seed of its own for a run.
  private static func seed(_ stream: RandomStream) -> UInt64 {
    UInt64(stream.integer(below: 1 << 62))
  }

  /// log of the greatest ‖g(z) − g(z′)‖/‖z − z′‖ over pairs of latents, which no map of a smaller greatest steepness has.
  ///
  /// The greatest slope between particles that lie close says little under a network of rectifiers: each kink tears them apart,
  /// whatever the network has learnt.
  static func logGreatestStretch(_ moment: LevelMoment, _ latents: [[Double]]) -> Double {
    let dimension = latents[0].count
    func distance(_ x: some Collection<Double>, _ y: some Collection<Double>) -> Double {
      zip(x, y).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
    var greatest = 0.0
    for one in latents.indices {
      for other in 0..<one {
        let apart = distance(latents[one], latents[other])
        guard apart > 0 else { continue }
        let mapped = distance(
          moment.outputs[one * dimension..<(one + 1) * dimension],
          moment.outputs[other * dimension..<(other + 1) * dimension])
        greatest = max(greatest, mapped / apart)
      }
    }
    return Double.log(greatest)
  }

  /// Particles under a trained discriminator get half of the growth that the exact one gives.
  private static func growth(
    _ levels: some FourLevels, id: String, of name: String, exact: [LevelMoment],
    _ share: Rational, _ eachRun: @escaping @Sendable () -> Void,
    _ value: @escaping @Sendable (LevelMoment, [[Double]]) -> Double
  ) -> LevelClaim {
    let latents = levels.latents
    @Sendable func change(_ moments: [LevelMoment]) -> Double {
      value(moments[moments.count - 1], latents) - value(moments[0], latents)
    }
    let goal = change(exact) / 2
    @Sendable func grows(_ levels: some FourLevels, _ stream: RandomStream) throws -> Bool {
      eachRun()
      let growth = change(try levels.trainedParticles(seed: seed(stream)).moments)
      return goal > 0 ? growth >= goal : growth <= goal
    }
    // Moments in between are not asked for.
    var ends = levels.settings
    ends.times = [ends.times[0], ends.times[ends.times.count - 1]]
    let runs = levels.replacing(ends)
    var untrained = ends
    (untrained.stepsFirst, untrained.stepsEach) = (0, 0)
    let control = levels.replacing(untrained)
    return LevelClaim(
      id, title: "Growth of \(name) under a trained discriminator",
      source: "Theorem 3.3 for the exact flow; algorithm 1 for the particles",
      event: """
        log of \(name) changes under a trained discriminator at least half as much as in the exact flow, to the same time
        """,
      share: share, control: "the discriminator stays as it was drawn",
      happens: { try grows(runs, $0) }, controlHappens: { try grows(control, $0) })
  }

  /// The mass between modes respects the bound at the steepness measured.
  private static func mass(
    _ levels: some FourLevels, _ share: Rational, _ eachRun: @escaping @Sendable () -> Void
  ) -> LevelClaim {
    @Sendable func respects(_ factor: Double, _ stream: RandomStream) throws -> Bool {
      eachRun()
      let last = try levels.lastAdversarialMoment(seed: seed(stream), boundFactor: factor)
      return last.leastMass.map { last.massBetweenModes >= $0 } ?? false
    }
    return LevelClaim(
      "levels-mass", title: "Mass between modes of a trained NSGAN",
      source: "Theorem 3.4 without its condition on the midpoints",
      event: """
        a trained NSGAN leaves at least the mass between the modes that a map of its greatest measured steepness must leave
        """,
      share: share, control: "the bound for a quarter of that steepness",
      happens: { try respects(1, $0) }, controlHappens: { try respects(0.25, $0) })
  }

  /// Theorem 4.1 for particles that the trained discriminator moves.
  private static func step(
    _ levels: some FourLevels, _ share: Rational, _ eachRun: @escaping @Sendable () -> Void
  ) -> LevelClaim {
    @Sendable func agrees(_ rateFactor: Double, _ stream: RandomStream) throws -> Bool {
      eachRun()
      let step = try OneStepComparison(
        levels, after: levels.problem.experiment.iterations / 2, seed: seed(stream),
        rateFactor: rateFactor)
      return step.updateError <= 1e-4
    }
    return LevelClaim(
      "levels-step", title: "Jacobian of moved particles beside Theorem 4.1",
      source: "Theorem 4.1, halfway through the training of an NSGAN",
      event: """
        the Jacobian of z ↦ g + s·∇d/d agrees with J + s·∇(∇d/d)·J to 10⁻⁴ of its greatest entry
        """,
      share: share, control: "twice the rate ∇(∇d/d)", happens: { try agrees(1, $0) },
      controlHappens: { try agrees(2, $0) })
  }

  /// Whether the generator's real step goes the way of Theorem 4.1.
  private static func direction(
    _ levels: some FourLevels, _ share: Rational, _ eachRun: @escaping @Sendable () -> Void
  ) -> LevelClaim {
    @Sendable func follows(_ sign: Double, _ stream: RandomStream) throws -> Bool {
      eachRun()
      let step = try OneStepComparison(
        levels, after: levels.problem.experiment.iterations / 2, seed: seed(stream))
      return sign * step.alignment > 0
    }
    return LevelClaim(
      "levels-direction", title: "Direction of a real generator step beside Theorem 4.1",
      source: "Theorem 4.1, halfway through the training of an NSGAN",
      event: """
        the change of J in one iteration has a positive correlation, over latents and entries, with ∇(∇d/d)·J
        """,
      share: share, control: "a negative one", happens: { try follows(1, $0) },
      controlHappens: { try follows(-1, $0) })
  }

  /// Theorem 4.2 for the discriminator of a trained NSGAN.
  private static func shrinkage(
    _ levels: some FourLevels, id: String, asTheorem: Bool, _ share: Rational,
    _ eachRun: @escaping @Sendable () -> Void
  ) -> LevelClaim {
    @Sendable func shrinks(_ sign: Double, _ stream: RandomStream) throws -> Bool {
      eachRun()
      let last = try levels.lastAdversarialMoment(seed: seed(stream))
      let shares = ShrinkageNearModes(
        rates: (last.steepnessRates ?? []).map { sign * $0 }, outputs: last.outputs,
        data: levels.data
      ).shares
      return shares.map { (asTheorem ? $0.asTheorem : $0.any) > 0.5 } ?? false
    }
    return LevelClaim(
      id, title: "Steepness near modes under the discriminator of a trained NSGAN",
      source: "Theorem 4.2, at the end of the training of an NSGAN",
      event: """
        ∇d/d lets log S fall at more than half of the shared latents within 2σ of a mode\
        \(asTheorem ? ", at the rate 1/(4σ − r)² or faster" : "")
        """,
      share: share, control: "the field the other way round, −∇d/d",
      happens: { try shrinks(1, $0) }, controlHappens: { try shrinks(-1, $0) })
  }
}
