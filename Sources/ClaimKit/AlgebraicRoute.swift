import Scalars

/// Decides identities by algebra: the variables become symbols, and both sides expressions.
///
/// A variable whose range has no negative value is a positive symbol; otherwise nothing of its range is
/// used, so that the identity holds for all values that the hypotheses could allow.
struct AlgebraicRoute {
  let families: [any Statement]

  /// What algebra says of all families, or nil where a conclusion is no identity.
  func decision() -> Decision? {
    var decision = Decision.holds
    for family in families {
      let variables = family.variables
      // Inequalities are no matter for algebra, and cost much.
      let middle = Assignment(
        names: variables.map(\.name), values: variables.map { $0.number(at: 0.5) })
      switch family.screenedConclusion(at: middle) {
      case .atLeast, .attained: return nil
      case .equal, nil: break
      }
      // A statement may count up to an integer variable: then a symbol in its place shows one count.
      let isCounting = variables.contains { $0.scale == .integer }
      let assignment = Assignment(
        names: variables.map(\.name),
        values: variables.enumerated().map { index, variable in
          Expression.symbol("v\(index)", isPositive: variable.lower >= 0)
        })
      guard case .equal(let pairs) = family.conclusion(at: assignment) else { return nil }
      for pair in pairs {
        let equality = Expression.equality(pair.left, pair.right)
        // Conditions are signs that algebra used and could not see: then nothing is decided for all.
        let isUnconditional = (pair.left - pair.right).conditions.isEmpty
        let isSound = isUnconditional && !isCounting
        decision = decision && (equality == .holds && !isSound ? .undecided : equality)
      }
    }
    return decision
  }
}

extension AlgebraicRoute {
  /// The decision as evidence, nil where a conclusion is no identity.
  func evidence(_ decision: Decision?) -> Evidence? {
    switch decision {
    case .holds:
      Evidence(
        .symbolic,
        "algebra reduces both sides to the same form, for all values of the variables of every family",
        numbers: ["families": "\(families.count)"])
    case .fails:
      Evidence(.symbolic, "algebra finds different forms, and a ball separates them")
    case .undecided: Evidence(.symbolic, "algebra does not decide this identity")
    case nil: nil
    }
  }
}
