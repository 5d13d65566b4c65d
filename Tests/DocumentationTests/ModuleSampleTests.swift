import ClaimKit
import Claims
import Foundation
import GANSimulator
import GANTheory
import NumericKernel
import ParticleFlow
import RealModule
import Scalars
import Testing

@Suite struct ModuleSampleTests {
  @Test func `NumericKernel integrates, finds roots and draws`() throws {
    // Sample
    let decay = OrdinaryDifferentialEquation(dimension: 1) { _, state, derivative in
      derivative[0] = -state[0]
    }
    let trajectory = try Integrator(decay, method: .rk8pd).integrate(
      from: 0, to: 1, initial: [1], absoluteTolerance: 1e-12, relativeTolerance: 1e-12)
    let root = try Bracketing.root(of: { $0 * $0 - 2 }, in: 0...2)
    let noise = RandomStream(seed: 7, name: "article").split("noise")
    let draws = (0..<3).map { _ in noise.normal() }
    // End of sample
    // The equation damps errors, so that those of all steps add up to no more than 10 tolerances.
    #expect((trajectory.last.state[0] - exp(-1)).magnitude <= 1e-11)
    #expect(root.enclosure.contains(2.0.squareRoot()))
    let again = RandomStream(seed: 7, name: "article").split("noise")
    #expect(draws == (0..<3).map { _ in again.normal() })
  }

  @Test func `GANTheory bounds a mixture with certainty`() throws {
    // Sample
    let parameters = try MixtureParameters(modes: [[-8], [8]], standardDeviation: 1)
    let bound = ModeMixtureBound(
      target: GaussianMixture<Ball>(parameters), standardDeviation: Ball(1),
      maximalSteepness: Ball(10))
    let (printed, corrected) = (bound.probability(.printed), bound.probability(.derived))
    let isTooLarge = (printed - corrected).isPositive
    // End of sample
    #expect(isTooLarge == .holds)
    // The affine map of slope 10 leaves the mass of [−5, 5]/10 under N(0, 1).
    let mass = Ball.normalMass(around: .zero, reach: Ball(Rational(1, 2)))
    #expect((corrected - mass).containsZero && corrected.certainDigits > 20)
  }

  @Test func `ParticleFlow follows the flow on the line`() throws {
    // Sample
    let data = GaussianMixture(modes: [[-3.0], [3.0]], standardDeviation: 1)
    var settings = LineFlowSettings()
    settings.nodes = 64
    let flow = try LineFlow(
      LineFlowProblem(data: data, law: .optimal, slope: 1), settings: settings)
    try flow.advance(to: 0.5)
    let record = flow.record()
    let steepness = Double.exp(record.logSteepness(at: 0))
    // End of sample
    #expect(record.time == 0.5)
    // Particles leave the centre for the modes: g has become steeper there.
    #expect(steepness > 1)
  }

  @Test func `GANSimulator trains and measures`() throws {
    // Sample
    var experiment = Experiment.gaussian1D
    experiment.iterations = 20
    experiment.probeInterval = 10
    let trainer = try Trainer(experiment: experiment, seed: 1)
    let result = try trainer.run()
    let steepness = trainer.measurements.map(\.meanSteepness)
    // End of sample
    #expect(result.isComplete && steepness.count == 3)
    #expect(steepness.allSatisfy { $0 > 0 })
  }

  @Test func `Claims judges a claim of the paper`() throws {
    // Sample
    let claim = PaperClaim.thresholdAtTwoDeviations.claim
    let judgement = try Judge(effort: .quick, seed: 1, proofs: []).judgement(of: claim)
    // End of sample
    #expect(judgement.id == "arithmetic-4.3-threshold")
    #expect(judgement.verdict == claim.recorded && judgement.trust == .exact)
  }
}
