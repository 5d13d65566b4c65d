import RealModule
import Scalars

/// Expressions drawn from a seed: rational functions of x, y and s > 0 with exp, log, roots and π.
struct RandomExpressions {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next(below bound: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }

  static let x = Expression.symbol("x")
  static let y = Expression.symbol("y")
  static let s = Expression.symbol("s", isPositive: true)

  mutating func leaf() -> Expression {
    switch next(below: 8) {
    case 0, 1: Self.x
    case 2: Self.y
    case 3: Self.s
    case 4: .pi
    case 5: .sqrt(Expression(next(below: 5) + 2))
    default: Expression(Rational(next(below: 11) - 5, next(below: 4) + 1))
    }
  }

  /// A polynomial in the leaves.
  mutating func polynomial() -> Expression { leaf() * leaf() + leaf() }

  /// Defined for all real x and y.
  mutating func expression(depth: Int) -> Expression {
    if depth == 0 { return leaf() }
    let left = expression(depth: depth - 1)
    switch next(below: 9) {
    case 0, 1: return left + expression(depth: depth - 1)
    case 2: return left - expression(depth: depth - 1)
    case 3, 4: return left * leaf()
    case 5: return left / (Expression(1) + leaf().squared)
    case 6: return left + .exp(polynomial())
    case 7: return left * .log(Expression(2) + leaf().squared)
    default: return left + .sqrt(Expression(1) + leaf().squared)
    }
  }
}
