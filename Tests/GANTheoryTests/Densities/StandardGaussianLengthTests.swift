import GANTheory
import Scalars
import Testing

/// Reference values by SciPy: `scipy.stats.chi(n).cdf(a)`, `.logpdf(a)` and `.mean()`.
@Suite struct `The length of a standard Gaussian vector` {
  @Test(arguments: [
    (1, 0.5, 0.3829249225480261),
    (1, 1, 0.6826894921370859),
    (1, 4, 0.9999366575163338),
    (2, 0.5, 0.1175030974154046),
    (2, 1, 0.3934693402873665),
    (2, 4, 0.9996645373720975),
    (3, 0.5, 0.030859595783726757),
    (3, 1, 0.19874804309879915),
    (3, 4, 0.9988660157102147),
  ])
  func `has the mass of a ball in one to three dimensions`(n: Int, a: Double, mass: Double) {
    expect(StandardGaussianLength.ballMass(dimension: n, radius: Ball(exactly: a)), mass)
  }

  @Test(arguments: [
    (1, 1, -0.7257913526447273),
    (1, 3, -4.725791352644728),
    (1, 4, -8.225791352644727),
    (2, 1, -0.5),
    (2, 3, -3.40138771133189),
    (2, 4, -6.613705638880109),
    (5, 1, -1.8244036413128373),
    (5, 3, -1.4299544866403981),
    (5, 4, -3.7792261968332745),
    (64, 1, -100.07978615067361),
    (64, 3, -34.867211964582694),
    (64, 4, -20.24324140012051),
  ])
  func `has the chi density`(n: Int, a: Double, value: Double) {
    expect(StandardGaussianLength.logDensity(dimension: n, at: Ball(exactly: a)), value)
  }

  @Test(arguments: [
    (1, 0.7978845608028655),
    (2, 1.2533141373155003),
    (7, 2.553230594569169),
    (64, 7.968812221998633),
  ])
  func `has the chi mean`(n: Int, value: Double) {
    expect(StandardGaussianLength.mean(dimension: n), value)
  }

  /// SciPy's doubles are taken to be right to 64 units in the last place.
  private func expect(_ ball: Ball, _ reference: Double) {
    let difference = ball - Ball(exactly: reference)
    let allowance = Ball(exactly: 64 * max(reference.ulp, 0x1p-52))
    #expect((allowance - Ball.larger(difference, -difference)).isNonNegative == .holds)
  }
}
