extension Fraction {
  /// The same value with every exponential that is a product of powers of others replaced by them.
  ///
  /// Exponents are brought over a common denominator; Gaussian elimination over ℚ on their
  /// coefficients finds the linear relations. What remains is linearly independent, so that an
  /// expression in exponentials of rational functions that vanishes has the form 0.
  func withIndependentExponentials() throws(Undefined) -> Fraction {
    let exponents = generators.indices.compactMap { index -> (index: Int, exponent: Fraction)? in
      guard case .exponential(let exponent) = generators[index].kernel.kind else { return nil }
      return (index, exponent)
    }
    guard exponents.count > 1 else { return self }
    let relations = try ExponentRelations(exponents.map(\.exponent)).combinations
    guard relations.contains(where: { $0 != nil }) else { return self }
    var replacements: [Int: Expression] = [:]
    for (position, relation) in relations.enumerated() {
      guard let relation else { continue }
      let unit = generators[exponents[position].index].unit
      var product = Expression(1)
      for (coefficient, other) in relation {
        guard let power = (Expression(coefficient) * Expression(unit)).rational else {
          throw Undefined("a relation between exponents does not fit into machine integers")
        }
        guard Fraction.isAdmissible(unit: power) else {
          throw Undefined("a relation between exponents is beyond 2³¹")
        }
        let kernel = generators[exponents[other].index].kernel
        let factor = Expression(
          Fraction(Generator(kernel, unit: power < 0 ? Rational(-1) * power : power)))
        product = power < 0 ? product / factor : product * factor
      }
      replacements[exponents[position].index] = product
    }
    let top = replaced(function.numeratorTerms, replacements)
    let bottom = replaced(function.denominatorTerms, replacements)
    switch (top / bottom).content {
    case .fraction(let fraction): return fraction
    case .undefined(let reason): throw Undefined(reason)
    }
  }

  private func replaced(
    _ terms: [RationalFunction.Term], _ replacements: [Int: Expression]
  ) -> Expression {
    var sum = Expression.zero
    for term in terms {
      var product = Expression(Fraction(term.coefficient))
      for (index, exponent) in term.exponents.enumerated() where exponent > 0 {
        let base = replacements[index] ?? Expression(Fraction(generators[index]))
        product = product * Expression.pow(base, exponent)
      }
      sum = sum + product
    }
    return sum
  }
}

/// Linear relations over ℚ between fractions.
private struct ExponentRelations {
  /// For every fraction nil where it is independent of those before it, else the combination of
  /// independent ones that it equals.
  private(set) var combinations: [[(coefficient: Rational, index: Int)]?] = []

  /// A row of the echelon form: entries by monomial, and how it is combined from the fractions.
  private struct Row {
    var entries: [[Int]: Fraction]
    var combination: [Int: Fraction]
    var pivot: [Int] = []
  }

  init(_ fractions: [Fraction]) throws(Undefined) {
    let common = try Fraction.commonGenerators(fractions, isClosed: false)
    var functions: [RationalFunction] = []
    var multiple = RationalFunction.constant(1, arity: common.count)
    for fraction in fractions {
      let function = try fraction.lifted(to: common)
      functions.append(function)
      multiple = multiple * (function * multiple).denominator
    }
    var rows: [Row] = []
    for (index, function) in functions.enumerated() {
      var row = Row(entries: [:], combination: [index: Fraction(1)])
      for term in (function * multiple).numeratorTerms {
        row.entries[term.exponents] = Fraction(term.coefficient)
      }
      for known in rows {
        guard let entry = row.entries[known.pivot], let pivot = known.entries[known.pivot] else {
          continue
        }
        let factor = try entry / pivot
        row.entries = try combined(row.entries, known.entries, minus: factor)
        row.combination = try combined(row.combination, known.combination, minus: factor)
      }
      guard let pivot = row.entries.keys.min(by: { $0.lexicographicallyPrecedes($1) }) else {
        combinations.append(try relation(row.combination, for: index))
        continue
      }
      row.pivot = pivot
      rows.append(row)
      combinations.append(nil)
    }
  }

  /// From 0 = Σ cⱼ·fⱼ with c_index = 1: f_index = −Σ cⱼ·fⱼ over the others.
  private func relation(
    _ combination: [Int: Fraction], for index: Int
  ) throws(Undefined) -> [(coefficient: Rational, index: Int)] {
    var relation: [(coefficient: Rational, index: Int)] = []
    for (other, coefficient) in combination.sorted(by: { $0.key < $1.key }) where other != index {
      guard let value = coefficient.negated.rational else {
        throw Undefined("a relation between exponents does not fit into machine integers")
      }
      relation.append((value, other))
    }
    return relation
  }

  private func combined<Key: Hashable>(
    _ left: [Key: Fraction], _ right: [Key: Fraction], minus factor: Fraction
  ) throws(Undefined) -> [Key: Fraction] {
    var result = left
    for (key, entry) in right {
      let value = try (left[key] ?? Fraction(0)) - factor * entry
      result[key] = value.isZero ? nil : value
    }
    return result
  }
}
