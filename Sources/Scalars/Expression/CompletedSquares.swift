/// A quadratic polynomial with rational coefficients and no mixed terms as Σ a·Σ (x − p)² + rest.
struct CompletedSquares {
  private var squares: [(coefficient: Rational, name: String, centre: Rational)] = []
  private var rest = Rational(0)

  /// Nil where the fraction is something else, or has no square.
  init?(_ fraction: Fraction) {
    let generators = fraction.generators
    guard fraction.function.denominatorLength == 1,
      fraction.function.degrees.denominator.allSatisfy({ $0 == 0 }),
      let scale = fraction.function.denominatorTerms[0].coefficient.machineInteger,
      scale < CompletedSquares.limit
    else { return nil }
    var quadratic = [Rational](repeating: 0, count: generators.count)
    var linear = quadratic
    for term in fraction.function.numeratorTerms {
      guard let number = term.coefficient.machineInteger, number.magnitude < CompletedSquares.limit
      else { return nil }
      let coefficient = Rational(number, scale)
      let occurring = generators.indices.filter { term.exponents[$0] > 0 }
      guard let index = occurring.first else {
        rest = coefficient
        continue
      }
      guard occurring.count == 1, term.exponents[index] <= 2 else { return nil }
      if term.exponents[index] == 2 {
        quadratic[index] = coefficient
      } else {
        linear[index] = coefficient
      }
    }
    guard quadratic.contains(where: { $0 != 0 }) else { return nil }
    for (index, generator) in generators.enumerated() {
      guard case .symbol(let name, _) = generator.kernel.kind, quadratic[index] != 0 else {
        return nil
      }
      let (a, b) = (quadratic[index], linear[index])
      let centre = Rational(-1) * b * Rational(a.denominator, 2 * a.numerator)
      let remainder = rest + Rational(-1) * a * centre * centre
      guard remainder.numerator.magnitude < CompletedSquares.limit,
        remainder.denominator < CompletedSquares.limit
      else { return nil }
      rest = remainder
      squares.append((a, name, centre))
    }
  }

  /// Numbers stay below it, so that their products stay within machine integers.
  private static let limit = 1 << 20

  var notation: Notation {
    var terms: [Notation] = []
    var groups: [(coefficient: Rational, squares: [Notation])] = []
    for (coefficient, name, centre) in squares {
      let square = Notation.power(shifted(name, centre), 2)
      if let place = groups.firstIndex(where: { $0.coefficient == coefficient }) {
        groups[place].squares.append(square)
      } else {
        groups.append((coefficient, [square]))
      }
    }
    for (coefficient, squares) in groups {
      let sum: Notation = squares.count == 1 ? squares[0] : .sum(squares)
      terms.append(product(coefficient, sum))
    }
    if rest != 0 { terms.append(.number(rest)) }
    return .signedSum(terms)
  }

  private func shifted(_ name: String, _ centre: Rational) -> Notation {
    if centre == 0 { return .symbol(name) }
    let shift = Notation.number(centre < 0 ? Rational(-1) * centre : centre)
    return .sum([.symbol(name), centre < 0 ? shift : .negative(shift)])
  }

  private func product(_ coefficient: Rational, _ factor: Notation) -> Notation {
    let magnitude = coefficient < 0 ? Rational(-1) * coefficient : coefficient
    let product: Notation =
      if magnitude == 1 {
        factor
      } else if magnitude.numerator == 1, factor.isPlainFactor {
        .quotient(factor, .natural("\(magnitude.denominator)"))
      } else {
        .product([.number(magnitude), factor])
      }
    return coefficient < 0 ? .negative(product) : product
  }
}
