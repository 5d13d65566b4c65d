import GANTheory
import ParticleFlow
import Testing

@Suite struct LineSchemeComparisonTests {
  /// Three uneven modes: no symmetry helps either scheme.
  @Test func `both schemes follow uneven modes, and the functional pays for the motion`() throws {
    let data = GaussianMixture<Double>(components: [
      .init(weight: 0.25, mean: [-3], standardDeviation: 0.8),
      .init(weight: 0.25, mean: [0.5], standardDeviation: 0.6),
      .init(weight: 0.5, mean: [3], standardDeviation: 1),
    ])
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (160, 1e-6)
    let comparison = try LineSchemeComparison(
      LineFlowProblem(data: data, slope: 1), at: [-0.6, 0], times: [0.2, 0.6],
      settings: settings)
    #expect(comparison.moments.count == 4)
    for moment in comparison.moments {
      // Fourth order in spacings of about a fortieth of a deviation, 1e-4 with constants of the third derivative.
      #expect(moment.difference <= 1e-3, "z = \(moment.latent), t = \(moment.time)")
      #expect(moment.lost > 0)
      #expect(try #require(moment.dissipationError) <= 1e-3)
      #expect(moment.massError.magnitude <= 1e-12)
      #expect(moment.asymmetry == nil)
    }
  }

  /// The generator is torn at z = −0.64, from where the layer moves to where the optimal map has it, at 0.
  @Test func `nodes follow a layer that moves`() throws {
    let data = GaussianMixture<Double>(components: [
      .init(weight: 0.5, mean: [-4], standardDeviation: 0.8),
      .init(weight: 0.25, mean: [1], standardDeviation: 0.3),
      .init(weight: 0.25, mean: [5], standardDeviation: 1.5),
    ])
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (200, 1e-6)
    let comparison = try LineSchemeComparison(
      LineFlowProblem(data: data, slope: 1), at: [-0.636, 0, 1], times: [1], settings: settings)
    for moment in comparison.moments {
      // Fourth order: 400 nodes were within 3e-6 of 3200.
      #expect(moment.difference <= 1e-3, "z = \(moment.latent)")
    }
    #expect(try #require(comparison.moments[0].dissipationError) <= 1e-3)
  }

  /// p_g starts with a sixth of its mass beyond six deviations of the data.
  @Test func `the axis of cells holds all of p_g`() throws {
    let data = GaussianMixture<Double>(modes: [[2]], standardDeviation: 0.5)
    var settings = LineFlowSettings()
    (settings.nodes, settings.tolerance) = (100, 1e-6)
    let comparison = try LineSchemeComparison(
      LineFlowProblem(data: data, slope: 1), times: [0.5], settings: settings)
    #expect(comparison.moments[0].difference <= 1e-4)
  }
}
