import GANTheory
import RealModule
import Scalars
import Testing

@Suite struct `Linear discriminator` {
  private let mode = [Rational(1), Rational(-2), Rational(1, 2)]
  private let point = [Rational(3, 2), Rational(-1), Rational(1)]

  private func discriminator<S: Scalar>() -> LinearDiscriminator<S> {
    LinearDiscriminator(mode: mode.map { S($0) }, standardDeviation: S(Rational(1, 2)))
  }

  @Test func `has the velocity of its definition and length 1 over 4σ − r`() {
    let place = point.map { Ball($0) }
    let velocity = (discriminator() as LinearDiscriminator<Ball>).velocity(at: place)
    let slope = gradient(at: place) {
      Jet.log((discriminator() as LinearDiscriminator<Jet<Ball>>).value(at: $0))
    }
    for (left, right) in zip(velocity, slope) { #expect((left - right).containsZero) }
    let r = (discriminator() as LinearDiscriminator<Ball>).distance(to: place)
    let length = Ball.sqrt(velocity.reduce(.zero) { $0 + $1.squared })
    #expect((length - Ball(1) / (Ball(2) - r)).containsZero)
  }

  @Test func `has the Hessian of its definition, with the stated eigenvalues`() {
    let place = point.map { Ball($0) }
    let hessian = (discriminator() as LinearDiscriminator<Ball>).hessianOfLog(at: place)
    let derived = Scalars.hessian(at: place) {
      .log((discriminator() as LinearDiscriminator<Jet<Jet<Ball>>>).value(at: $0))
    }
    for (left, right) in zip(hessian.flatMap { $0 }, derived.flatMap { $0 }) {
      #expect((left - right).containsZero)
      #expect((left - right).radius.upperBound < 1e-30)
    }
    let trace = hessian.indices.reduce(Ball.zero) { $0 + hessian[$1][$1] }
    let linear: LinearDiscriminator<Ball> = discriminator()
    let (radial, tangential) = linear.eigenvalues(atDistance: linear.distance(to: place))
    #expect((trace - radial - Ball(2) * tangential).containsZero)
  }

  @Test(arguments: [Rational(1, 10), Rational(1, 2), 1, Rational(3, 2)])
  func `contracts exactly up to the derived step in the plane`(distance: Rational) {
    let plane = LinearDiscriminator<Ball>(mode: [.zero, .zero], standardDeviation: Ball(1))
    let r = Ball(distance)
    let limit = plane.largestContractingStep(atDistance: r)
    let hessian = plane.hessianOfLog(at: [r, .zero])
    // Of norm 1, and slower along the radius: there the identity would only give an equality.
    let generator = [[Ball(Rational(1, 2)), Ball.zero], [.zero, Ball(1)]]
    for (factor, holds) in [(Rational(99, 100), Decision.holds), (Rational(101, 100), .fails)] {
      let step = limit * Ball(factor)
      let updated = GeneratorUpdate(stepSize: step).jacobian(generator, velocityJacobian: hessian)
      let bound = plane.printedContraction(atDistance: r, stepSize: step)
      #expect((bound - planarSpectralNorm(updated)).isNonNegative == holds)
    }
  }
}
