/// Reduction modulo the relations gᵢ^q = B of roots (and cos² = 1 − sin²).
///
/// Numerators keep every algebraic generator below its degree, denominators lose all of them: they
/// are multiplied by conjugates, or by an inverse from Euclid's algorithm where the degree exceeds 2.
struct AlgebraicReduction {
  let generators: [Generator]
  /// Indices of algebraic generators with their relations, the deepest first: a base contains only
  /// generators that come later.
  private let relations: [(index: Int, degree: Int, base: Fraction)]

  init(generators: [Generator]) {
    self.generators = generators
    relations = generators.indices.compactMap { index in
      generators[index].relation.map { (index, $0.degree, $0.base) }
    }.sorted { generators[$0.index].kernel.depth > generators[$1.index].kernel.depth }
  }

  private var arity: Int { generators.count }

  func canonical(_ function: RationalFunction) throws(Undefined) -> Fraction {
    if relations.isEmpty { return Fraction(canonical: generators, function) }
    let degrees = function.degrees
    let isCanonical = relations.allSatisfy {
      degrees.numerator[$0.index] < $0.degree && degrees.denominator[$0.index] == 0
    }
    if isCanonical { return Fraction(canonical: generators, function) }
    var top = try reduced(function.numerator)
    var bottom = try reduced(function.denominator)
    for relation in relations {
      let coefficients = bottom.coefficients(in: relation.index)
      guard coefficients.count > 1 else { continue }
      let generator = RationalFunction.variable(relation.index, arity: arity)
      let conjugate: RationalFunction
      let occurring = coefficients.indices.filter { !coefficients[$0].isZero }
      if occurring.count == 1 {
        conjugate = generator.power(relation.degree - occurring[0])
      } else if relation.degree == 2 {
        conjugate = coefficients[0] - coefficients[1] * generator
      } else {
        let inverse = try self.inverse(coefficients, relation.degree, relation.base)
        return try quotient(top, inverse, by: relation.index)
      }
      top = try reduced(top * conjugate)
      bottom = try reduced(bottom * conjugate)
      if bottom.isZero {
        throw Undefined("division by a divisor of zero among the roots in the denominator")
      }
    }
    return Fraction(canonical: generators, top / bottom)
  }

  /// The polynomial with every algebraic generator below its degree.
  private func reduced(_ polynomial: RationalFunction) throws(Undefined) -> RationalFunction {
    var result = polynomial
    for (index, degree, base) in relations where result.degrees.numerator[index] >= degree {
      let generator = RationalFunction.variable(index, arity: arity)
      let value = try base.lifted(to: generators)
      let coefficients = result.coefficients(in: index)
      result = .constant(0, arity: arity)
      for (exponent, coefficient) in coefficients.enumerated() where !coefficient.isZero {
        result =
          result + coefficient * value.power(exponent / degree)
          * generator.power(exponent % degree)
      }
    }
    return result
  }

  /// The coefficients of the inverse of a polynomial modulo t^degree − base.
  private func inverse(
    _ coefficients: [RationalFunction], _ degree: Int, _ base: Fraction
  ) throws(Undefined) -> [Fraction] {
    var divisor: [Fraction] = []
    for coefficient in coefficients {
      divisor.append(try Fraction.canonical(generators, coefficient))
    }
    var dividend = [Fraction](repeating: Fraction(0), count: degree + 1)
    dividend[0] = base.negated
    dividend[degree] = Fraction(1)
    var (previous, current) = ([Fraction](), [Fraction(1)])
    while divisor.count > 1 {
      let (quotient, remainder) = try divided(dividend, by: divisor)
      (dividend, divisor) = (divisor, remainder)
      let product = try multiplied(quotient, current)
      var next: [Fraction] = []
      for index in 0..<max(product.count, previous.count) {
        let old = index < previous.count ? previous[index] : Fraction(0)
        next.append(try old - (index < product.count ? product[index] : Fraction(0)))
      }
      (previous, current) = (current, next)
    }
    guard let unit = divisor.first else {
      throw Undefined("division by a divisor of zero among the roots in the denominator")
    }
    var inverse: [Fraction] = []
    for coefficient in current { inverse.append(try coefficient / unit) }
    return inverse
  }

  private func divided(
    _ dividend: [Fraction], by divisor: [Fraction]
  ) throws(Undefined) -> (quotient: [Fraction], remainder: [Fraction]) {
    var rest = dividend
    var quotient = [Fraction](
      repeating: Fraction(0), count: max(dividend.count - divisor.count + 1, 1))
    while rest.count >= divisor.count {
      let shift = rest.count - divisor.count
      let factor = try rest[rest.count - 1] / divisor[divisor.count - 1]
      quotient[shift] = factor
      for index in divisor.indices {
        rest[index + shift] = try rest[index + shift] - factor * divisor[index]
      }
      while let last = rest.last, last.isZero { rest.removeLast() }
    }
    return (quotient, rest)
  }

  private func multiplied(
    _ left: [Fraction], _ right: [Fraction]
  ) throws(Undefined) -> [Fraction] {
    var product = [Fraction](repeating: Fraction(0), count: left.count + right.count - 1)
    for (i, a) in left.enumerated() {
      for (j, b) in right.enumerated() { product[i + j] = try product[i + j] + a * b }
    }
    return product
  }

  /// top·Σ inverseₖ·generator^k.
  private func quotient(
    _ top: RationalFunction, _ inverse: [Fraction], by index: Int
  ) throws(Undefined) -> Fraction {
    let numerator = try Fraction.canonical(generators, top)
    let generator = Fraction(generators[index])
    var sum = Fraction(0)
    var power = Fraction(1)
    for coefficient in inverse {
      sum = try sum + coefficient * power
      power = try power * generator
    }
    return try numerator * sum
  }
}
