/// A theorem of Coq about two expressions whose construction was recorded, with its proof.
///
/// The statement has both sides as they were constructed, not in canonical form. The proof replaces one
/// part after another by its canonical form, which Coq checks each time, and ends in `field`.
///
/// - Rigour: Coq's kernel decides; a canonical form that is wrong makes the proof fail.
package struct CoqIdentity {
  package enum Relation {
    /// left = right wherever both are defined.
    case equal
    /// left ≠ right at some point, and right = factor·left.
    case different(factor: Expression)
  }

  private let name: String
  private let left: Expression
  private let right: Expression
  private let abbreviation: (symbol: String, meaning: Expression)?
  private let relation: Relation

  package init(
    name: String, left: Expression, right: Expression, relation: Relation,
    abbreviation: (symbol: String, meaning: Expression)? = nil
  ) {
    self.name = name
    self.left = left
    self.right = right
    self.relation = relation
    self.abbreviation = abbreviation
  }

  /// The theorems with their proofs, or why there are none.
  package func theorems() -> Result<String, ExportError> {
    do throws(Undefined) {
      return .success(try script())
    } catch {
      return .failure(ExportError(reason: error.reason))
    }
  }

  package struct ExportError: Error {
    package let reason: String

    package init(reason: String) { self.reason = reason }
  }

  private func script() throws(Undefined) -> String {
    let short = abbreviation.map { (symbol: SymbolName($0.symbol).coq, meaning: $0.meaning) }
    let sides = [short?.meaning, left, right].compactMap { $0 }
    let parts = CoqTree(partsOf: sides)
    var factors: [Expression] = []
    if case .different(let factor) = relation { factors = [factor] }
    let conditions = sides.flatMap(\.conditions)
    // The factor has the left side in its denominator.
    let divisors = (factors.isEmpty ? [] : [left]) + parts.divisors
    var atoms = try CoqAtoms(of: parts.leaves + divisors + conditions + factors)
    var tree = CoqTree(prefix: "t", atoms: atoms, sharing: parts)
    var bound: [(name: String, term: String)] = []
    if let short {
      let term = try tree.term(short.meaning)
      try atoms.bind(short.symbol, to: short.meaning)
      bound = tree.steps.map { ($0.name, $0.term) } + [(short.symbol, term)]
    }
    let before = tree.steps.count
    let (printed, derived) = (try tree.term(left), try tree.term(right))
    bound += tree.steps[before...].map { ($0.name, $0.term) }
    let symbols = try self.symbols(of: parts.leaves)
    let hypotheses =
      try symbols.flatMap(\.hypotheses)
      + self.hypotheses(conditions, divisors: divisors, atoms)
    let lets = bound.map { "  let \($0.name) := \($0.term) in\n" }.joined()
    let quantifier =
      symbols.isEmpty ? "" : "forall \(symbols.map(\.name).joined(separator: " ")) : R,\n  "
    let premises = hypotheses.map { "\($0) ->\n  " }.joined()
    var conclusion = "\(printed) = \(derived)"
    if let factor = factors.first {
      conclusion = "\(derived) = (\(try atoms.text(factor, isSpelled: true))) * \(printed)"
    }
    let identifier = "\(name)_\(factors.isEmpty ? "equal" : "multiple")"
    var text = "Theorem \(identifier) :\n  \(quantifier)\(premises)\n\(lets)  \(conclusion).\n"
    let names = symbols.map(\.name) + hypotheses.indices.map { "h\($0 + 1)" }
    text += try proof(
      introducing: names, atoms, tree, abbreviation: short.map { (before, $0.symbol) })
    if !factors.isEmpty {
      text += different(symbols, hypotheses, lets: lets, "\(printed) <> \(derived)")
    }
    return text
  }

  private struct Symbol {
    let name: String
    let range: SymbolRange

    var hypotheses: [String] {
      [
        range.lower.map { "\(CoqIdentity.number($0)) < \(name)" },
        range.upper.map { "\(name) < \(CoqIdentity.number($0))" },
      ]
      .compactMap { $0 }
    }
  }

  private static func number(_ value: Rational) -> String {
    value.denominator == 1 ? "\(value.numerator)" : "(\(value.numerator) / \(value.denominator))"
  }

  /// The symbols that occur, without the abbreviation's.
  private func symbols(of leaves: [Expression]) throws(Undefined) -> [Symbol] {
    var ranges: [String: SymbolRange] = [:]
    for leaf in leaves {
      for generator in leaf.fraction?.generators ?? [] {
        ranges.merge(generator.kernel.symbols) { first, _ in first }
      }
    }
    if let abbreviation { ranges[SymbolName(abbreviation.symbol).plain] = nil }
    return ranges.sorted { $0.key < $1.key }.map {
      Symbol(name: SymbolName($0.key).coq, range: $0.value)
    }
  }

  /// What must be positive, and what must not be 0, where that is not plain.
  private func hypotheses(
    _ conditions: [Expression], divisors: [Expression], _ atoms: CoqAtoms
  ) throws(Undefined) -> [String] {
    var found: [String] = []
    for condition in conditions where condition.isPositive != .holds {
      found.append("0 < \(try atoms.text(condition, isSpelled: true))")
    }
    for divisor in divisors {
      guard let fraction = divisor.fraction, !fraction.isZero else { continue }
      for (base, _) in try SignedFactors(fraction).bases where Expression(base).isPositive != .holds
      {
        let isAbbreviation = abbreviation.map { Expression(base).symbols.contains($0.symbol) }
        if isAbbreviation == true { continue }
        found.append("\(try atoms.text(base, isSpelled: true)) <> 0")
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The proof, one line for every step.
  private func proof(
    introducing names: [String], _ atoms: CoqAtoms, _ tree: CoqTree,
    abbreviation place: (count: Int, symbol: String)?
  ) throws(Undefined) -> String {
    var lines = names.isEmpty ? [] : ["intros \(names.joined(separator: " "))."]
    for atom in atoms.named {
      lines.append("name_\(atom.isRoot ? "root" : "exponential") \(atom.name) (\(atom.argument)).")
    }
    for (index, step) in tree.steps.enumerated() {
      if let place, place.count == index {
        lines.append("intro \(place.symbol); subst \(place.symbol).")
      }
      lines.append("intro \(step.name).")
      if step.kind == .shared {
        lines.append("subst \(step.name).")
        continue
      }
      let isDivisor = step.kind == .divisor
      let form = isDivisor ? try product(step.value, atoms) : try atoms.text(step.value)
      let tactic =
        switch step.kind {
        case .exponential: "exponential_is (\(try exponential(of: step.argument, atoms)))"
        case .logarithm: "logarithm_is (\(try product(step.argument, atoms)))"
        case .squareRoot: "root_is"
        case .divisor, .shared: "fraction_is"
        }
      lines.append("step \(step.name) (\(form)) by (\(tactic)).")
    }
    if let place, place.count == tree.steps.count {
      lines.append("intro \(place.symbol); subst \(place.symbol).")
    }
    lines.append("fraction_is.")
    return "Proof.\n" + lines.map { "  \($0)\n" }.joined() + "Qed.\n"
  }

  private func product(_ value: Expression, _ atoms: CoqAtoms) throws(Undefined) -> String {
    guard let fraction = value.fraction else { throw Undefined("undefined") }
    return try atoms.product(fraction)
  }

  private func exponential(
    of exponent: Expression, _ atoms: CoqAtoms
  ) throws(Undefined) -> String {
    guard let fraction = exponent.fraction else { throw Undefined("undefined") }
    return try atoms.product(exponential: fraction)
  }

  /// That both sides differ at a rational point.
  private func different(
    _ symbols: [Symbol], _ hypotheses: [String], lets: String, _ conclusion: String
  ) -> String {
    let values = symbols.enumerated().map {
      Self.number(Rational(2 * $0.offset + 3, $0.offset + 2))
    }
    let quantifier =
      symbols.isEmpty ? "" : "exists \(symbols.map(\.name).joined(separator: " ")) : R,\n  "
    let premises = hypotheses.map { "\($0) /\\\n  " }.joined()
    return """

      Theorem \(name)_different :
        \(quantifier)\(premises)
      \(lets)  \(conclusion).
      Proof. \(values.isEmpty ? "" : "exists \(values.joined(separator: ", ")). ")differ. Qed.

      """
  }
}
