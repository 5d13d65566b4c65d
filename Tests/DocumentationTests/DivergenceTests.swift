import RealModule
import Scalars
import Testing

// Sample
/// Neyman's χ²: the function f, the activation of the output and the output that is best at a ratio u.
enum NeymanDivergence {
  static func value<S: Scalar>(at u: S) -> S { (S(1) - u).squared / u }
  static func activation<S: Scalar>(_ v: S) -> S { S(1) - S.exp(-v) }
  static func optimalOutput<S: Scalar>(at u: S) -> S { S(2) * S.log(u) }
}
// End of sample

@Suite struct DivergenceTests {
  @Test func `a new divergence is checked by algebra before it is added`() {
    // Sample
    let ratio = Expression.symbol("r", isPositive: true)
    let series = Jet.variable(at: ratio, order: 2)
    let value = NeymanDivergence.value(at: series)
    let bound = NeymanDivergence.activation(NeymanDivergence.optimalOutput(at: series))

    let vanishesAtOne = Expression.equality(NeymanDivergence.value(at: Expression(1)), .zero)
    let isConvex = value.derivative(2).isPositive
    let isAttained = Expression.equality(bound.value, value.derivative(1))
    let field = value.derivative(2)
    // End of sample
    #expect(vanishesAtOne == .holds)
    #expect(isConvex == .holds)
    #expect(isAttained == .holds)
    #expect(Expression.equality(field, Expression(2) / (ratio * ratio * ratio)) == .holds)
    #expect(Expression.equality(field, bound.derivative(1)) == .holds)
  }
}
