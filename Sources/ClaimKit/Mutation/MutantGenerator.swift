import Scalars

/// Makes the mutants of a statement, each in all its families.
struct MutantGenerator {
  let families: [any Statement]

  /// The mutants of the conclusion; of an equality, one pair after another.
  func ofConclusion() -> [(mutation: ConclusionMutation, mutant: Mutant)] {
    let pairs = families.map { pairCount($0) }.max() ?? 0
    guard pairs > 0 else {
      return ConclusionMutation.ofInequalities.map { ($0, mutant($0, pair: 0, text: $0.text)) }
    }
    return (0..<pairs).flatMap { pair in
      ConclusionMutation.ofEqualities.map {
        let place = pairs == 1 ? "" : " of equation \(pair + 1)"
        return ($0, mutant($0, pair: pair, text: $0.text + place))
      }
    }
  }

  /// The texts of all hypotheses that instances could violate, in the order in which they are printed.
  var droppableHypotheses: [String] {
    var texts: [String] = []
    for family in families {
      for hypothesis in family.screenedHypotheses(at: middle(of: family))
      where hypothesis.slack != nil && !texts.contains(hypothesis.text) {
        texts.append(hypothesis.text)
      }
    }
    return texts
  }

  /// The names of the variables of all families.
  var variableNames: [String] {
    var names: [String] = []
    for name in families.flatMap({ $0.variables.map(\.name) }) where !names.contains(name) {
      names.append(name)
    }
    return names
  }

  func statement(without hypothesis: String, over ranges: SearchedRanges) -> [any Statement] {
    func dropping(_ base: some Statement) -> any Statement {
      WithoutHypothesis(base: base, dropped: hypothesis, ranges: ranges)
    }
    return families(with: hypothesis).map { dropping($0) }
  }

  /// A family without this hypothesis has nowhere to look.
  func families(with hypothesis: String) -> [any Statement] {
    families.filter { family in
      family.screenedHypotheses(at: middle(of: family)).contains { $0.text == hypothesis }
    }
  }

  func statement(over ranges: SearchedRanges) -> [any Statement] {
    func wider(_ base: some Statement) -> any Statement { OverRanges(base: base, ranges: ranges) }
    return families.map { wider($0) }
  }

  private func mutant(_ mutation: ConclusionMutation, pair: Int, text: String) -> Mutant {
    func changed(_ base: some Statement) -> any Statement {
      MutatedConclusion(base: base, mutation: mutation, pair: pair)
    }
    return Mutant(text, families: families.map { changed($0) })
  }

  private func middle(of family: any Statement) -> Assignment<Double> {
    place(in: family, at: 0.5)
  }

  private func place(in family: any Statement, at coordinate: Double) -> Assignment<Double> {
    let variables = family.variables
    return Assignment(
      names: variables.map(\.name), values: variables.map { $0.number(at: coordinate) })
  }

  /// How many equations a family asserts, 0 for an inequality.
  private func pairCount(_ family: any Statement) -> Int {
    for coordinate in [0.5, 0.382, 0.786, 0, 1] {
      switch family.screenedConclusion(at: place(in: family, at: coordinate)) {
      case .equal(let pairs): return pairs.count
      case .atLeast, .attained: return 0
      case nil: continue
      }
    }
    return 0
  }
}
