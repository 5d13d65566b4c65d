import RealModule
@testable import Scalars
import Testing

@Suite struct `Scratch` {
  @Test func `scratch laws`() {
    let fractions = [Rational(1, 7), Rational(2, 5), Rational(3, 4), Rational(9, 10)]
    ScalarLaws(samples: fractions.map { Expression($0) }) { left, right, size in
      let d = Expression.equality(left, right)
      return d == .holds
    }.check()
  }
  @Test func `scratch laws two`() {
    ScalarLaws(samples: [Expression.symbol("a", above: 0, below: 1), Expression.symbol("b", above: 0, below: 1)]) { left, right, size in
      let d = Expression.equality(left, right)
      return d == .holds
    }.check()
  }
}
