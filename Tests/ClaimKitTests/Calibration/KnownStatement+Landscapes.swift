import ClaimKit
import RealModule
import Scalars

extension KnownStatement {
  static let landscapes = [
    KnownStatement("sum of three below 2.98", .corner, OpenCorner(limit: Rational(298, 100))),
    KnownStatement("product of eight below 0.97", .corner, ProductCorner()),
    KnownStatement("Rosenbrock's valley ≥ 10⁻⁵", .ridge, Rosenbrock()),
    KnownStatement("ridge that ends in a corner", .ridge, CornerRidge()),
    KnownStatement("curved ridge in four dimensions", .ridge, CurvedRidge()),
    KnownStatement("Rastrigin ≥ 1/2 in three dimensions", .deceptive, Rastrigin()),
    KnownStatement("narrow basin beside a wide one", .deceptive, TwoBasins(dimension: 3)),
    KnownStatement("narrow basin beside a slope", .deceptive, SlopeAndBasin()),
    KnownStatement(
      "narrow basin in four dimensions", .deceptive, TwoBasins(dimension: 4, steepness: 100)),
    KnownStatement("ball in six dimensions", .needle, DistantBall(dimension: 6)),
    KnownStatement("ball in twelve dimensions", .needle, DistantBall(dimension: 12)),
    KnownStatement("needle for one integer of forty", .needle, IntegerNeedle()),
    KnownStatement("ball in three dimensions, sides of other signs", .needle, SignedBall()),
    KnownStatement("pole", .jump, Pole()),
    KnownStatement("step in a strip", .jump, Step()),
    KnownStatement("narrow sum, false", .thin, NarrowSum(bound: Rational(1, 28))),
    KnownStatement("narrow sum, true", .loose, NarrowSum(bound: Rational(1, 26))),
    KnownStatement("narrow ring, false", .thin, NarrowRing(bound: Rational(1413, 1000))),
    KnownStatement("narrow ring, true", .sharp, NarrowRing(bound: Rational(1415, 1000))),
    KnownStatement("narrow basin in six dimensions", .beyondReach, TwoBasins(dimension: 6)),
    KnownStatement("needle in a plateau", .beyondReach, PlateauNeedle()),
  ]
}

private func unit(_ names: String...) -> [Variable] { names.map { .line($0, 0, 1) } }

/// x + y + z ≤ limit below 0.999 each: fails on some 10⁻⁶ of the cube, and at no corner of it.
private struct OpenCorner: Statement {
  let limit: Rational
  let variables = unit("x", "y", "z")

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    instance.values.enumerated().map {
      Hypothesis("x\($0 + 1) < 0.999", positive: S(Rational(999, 1000)) - $1)
    }
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(limit), instance[0] + instance[1] + instance[2])
  }
}

/// Π xᵢ(2 − xᵢ)·… ≤ 0.97 for eight numbers, greatest inside the cube at 9/10.
private struct ProductCorner: UnconditionalStatement {
  let variables = unit("a", "b", "c", "d", "e", "f", "g", "h")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var product = S(1)
    for x in instance.values { product *= S(1) - (x - S(Rational(9, 10))).squared }
    return .atLeast(S(Rational(97, 100)), product)
  }
}

/// 100·(y − x²)² + (1 − x)² ≥ 10⁻⁵.
private struct Rosenbrock: UnconditionalStatement {
  let variables: [Variable] = [.line("x", -2, 2), .line("y", -1, 3)]

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, y) = (instance[0], instance[1])
    return .atLeast(
      S(100) * (y - x.squared).squared + (S(1) - x).squared, S(Rational(1, 100_000)))
  }
}

/// 1000·(x − y)² + 1 − z ≥ 10⁻⁵ for z < 1.
private struct CornerRidge: Statement {
  let variables = unit("x", "y", "z")

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("z < 1", positive: S(1) - instance[2])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (x, y, z) = (instance[0], instance[1], instance[2])
    return .atLeast(S(1000) * (x - y).squared + S(1) - z, S(Rational(1, 100_000)))
  }
}

/// 50·Σ(xᵢ₊₁ − xᵢ²)² + (x₁ − 7/10)² ≥ 10⁻⁴.
private struct CurvedRidge: UnconditionalStatement {
  let variables = unit("w", "x", "y", "z")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var sum = (instance[0] - S(Rational(7, 10))).squared
    for index in 1..<4 {
      sum += S(50) * (instance[index] - instance[index - 1].squared).squared
    }
    return .atLeast(sum, S(Rational(1, 10_000)))
  }
}

/// Σ (xᵢ − c)² + 1 − cos 2π(xᵢ − c) ≥ 1/2 in three dimensions: a thousand basins, one of them below.
private struct Rastrigin: UnconditionalStatement {
  let variables: [Variable] = ["x", "y", "z"].map { .line($0, -5, 5) }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var sum = S.zero
    for (x, centre) in zip(instance.values, [Rational(13, 10), Rational(-21, 10), Rational(7, 10)])
    {
      let distance = x - S(centre)
      sum += distance.squared + S(1) - S.cos(S(2) * S.pi * distance)
    }
    return .atLeast(sum, S(Rational(1, 2)))
  }
}

/// The squared distance to one place plus 1/100, or `steepness` times that to another less 1/100,
/// whichever is smaller, is ≥ 0: the second basin fills some 10⁻⁴ of the cube and its bottom less.
private struct TwoBasins: UnconditionalStatement {
  let dimension: Int
  var steepness = 400
  var variables: [Variable] { (1...dimension).map { .line("x\($0)", 0, 1) } }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var (wide, narrow) = (S(Rational(1, 100)), S(Rational(-1, 100)))
    for x in instance.values {
      wide += (x - S(Rational(3, 10))).squared
      narrow += S(steepness) * (x - S(Rational(8, 10))).squared
    }
    return .atLeast(S.smaller(wide, narrow) + S(1), S(1))
  }
}

/// A slope that falls towards one side to 1/100, and a basin on the other side that falls below 0.
private struct SlopeAndBasin: UnconditionalStatement {
  let variables = unit("x", "y", "z")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let slope = S(Rational(1, 100)) + instance[0]
    var basin = S(Rational(-1, 100))
    for (x, centre) in zip(instance.values, [Rational(9, 10), Rational(2, 10), Rational(6, 10)]) {
      basin += S(100) * (x - S(centre)).squared
    }
    return .atLeast(S.smaller(slope, basin), .zero)
  }
}

/// The squared distance to a place is ≥ 1/2500: false on about 10⁻¹⁰ of a cube of six dimensions.
private struct DistantBall: UnconditionalStatement {
  let dimension: Int
  var variables: [Variable] { (1...dimension).map { .line("x\($0)", 0, 1) } }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var distance = S.zero
    for (index, x) in instance.values.enumerated() {
      distance += (x - S(Rational(2 * index + 3, 29))).squared
    }
    return .atLeast(distance, S(Rational(1, 2500)))
  }
}

/// The squared distance less 1/2500 is ≥ 0, with nothing on the other side to compare with.
private struct SignedBall: UnconditionalStatement {
  let variables = unit("x", "y", "z")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var distance = S.zero
    for (x, centre) in zip(
      instance.values, [Rational(31, 100), Rational(77, 100), Rational(5, 11)])
    { distance += (x - S(centre)).squared }
    return .atLeast(distance - S(Rational(1, 10_000)), .zero)
  }
}

/// 1000 ≥ 1/(x − c): false on a thousandth of the range, right of the pole.
private struct Pole: UnconditionalStatement {
  let variables = unit("x")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(1000), S(1) / (instance[0] - S(Rational(31, 97))))
  }
}

/// The sign of (x − c)² − 10⁻⁶ is ≥ 0: false in a strip of 1/500, and flat on both sides of its walls.
private struct Step: UnconditionalStatement {
  let variables = unit("x", "y")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let inside = (instance[0] - S(Rational(41, 83))).squared - S(Rational(1, 1_000_000))
    return .atLeast(inside / S.sqrt(inside.squared), S(Rational(-1, 2)))
  }
}

/// abc ≤ bound where a + b + c is within 10⁻⁷ of 1: hardly a point that is drawn satisfies it.
private struct NarrowSum: Statement {
  let bound: Rational
  let variables = unit("a", "b", "c")

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let excess = instance[0] + instance[1] + instance[2] - S(1)
    let room = S(Rational(1, 10_000_000))
    return [
      Hypothesis("a + b + c ≤ 1 + 10⁻⁷", nonNegative: room - excess),
      Hypothesis("a + b + c ≥ 1 − 10⁻⁷", nonNegative: room + excess),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(bound), instance[0] * instance[1] * instance[2])
  }
}

/// x + y ≤ bound where x² + y² is within 10⁻⁶ of 1; √2 is the best bound but for these 10⁻⁶.
private struct NarrowRing: Statement {
  let bound: Rational
  let variables: [Variable] = [.line("x", -2, 2), .line("y", -2, 2)]

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let excess = instance[0].squared + instance[1].squared - S(1)
    let room = S(Rational(1, 1_000_000))
    return [
      Hypothesis("x² + y² ≤ 1 + 10⁻⁶", nonNegative: room - excess),
      Hypothesis("x² + y² ≥ 1 − 10⁻⁶", nonNegative: room + excess),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    .atLeast(S(bound), instance[0] + instance[1])
  }
}

/// The squared distance to a place is ≥ 1/10000 for n = 17, and larger for other n.
private struct IntegerNeedle: UnconditionalStatement {
  let variables = [Variable("n", in: 1...40)] + unit("x", "y", "z")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    var distance = (instance[0] - S(17)).squared
    for (x, centre) in zip(instance.values[1...], [3, 8, 5]) {
      distance += (x - S(Rational(centre, 11))).squared
    }
    return .atLeast(distance, S(Rational(1, 10_000)))
  }
}

/// The smaller of 1 and 10¹⁰ times the squared distance to a place is ≥ 1/2: flat but for a disc of radius
/// 10⁻⁵.
private struct PlateauNeedle: UnconditionalStatement {
  let variables = unit("x", "y")

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let distance =
      (instance[0] - S(Rational(37, 101))).squared + (instance[1] - S(Rational(53, 89))).squared
    return .atLeast(S.smaller(S(1), S(10_000_000_000) * distance), S(Rational(1, 2)))
  }
}
