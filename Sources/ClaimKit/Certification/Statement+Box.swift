import Scalars

/// What ball arithmetic says of a statement on a whole box.
enum BoxFinding: Sendable {
  /// The hypothesis of this index fails at every point.
  case outside(hypothesis: Int)
  /// The conclusion holds at every point, whatever the hypotheses say.
  case holds
  /// Every hypothesis holds and the conclusion fails, at every point.
  case fails
  /// Neither; how much every axis contributes to the doubt, 0 for axes that do not.
  case undecided(weights: [Double])
}

extension Statement {
  /// Decides the statement on a box: by plain evaluation on wide balls, by monotonicity, and by the
  /// mean-value form F(c) + Σ ∂ᵢF(X)·(Xᵢ − cᵢ), whichever decides first.
  ///
  /// The derivatives are jets over the wide balls. They enclose those at every point of the box, also at
  /// kinks of a maximum, where they enclose both branches.
  ///
  /// Without variables the box is one point: balls decide it at rising precision, or algebra finds that both
  /// sides are the same number.
  func finding(on box: RationalBox) -> BoxFinding {
    if variables.isEmpty { return constantFinding }
    return Ball.$precision.withValue(128) {
      BoxEvaluation(statement: self, names: variables.map(\.name)).finding(on: box)
    }
  }
}

extension Statement {
  private var constantFinding: BoxFinding {
    let point = Instance(names: [], values: [])
    switch finding(at: point, limit: 4096) {
    case .outside: return .outside(hypothesis: 0)
    case .judged(.holds, _): return .holds
    case .judged(.fails, _): return .fails
    case .judged(.undecided, _) where isAttainedExactly(at: point): return .holds
    case .judged(.undecided, _), .unclear, .undefined: return .undecided(weights: [])
    }
  }
}

private struct BoxEvaluation<S: Statement> {
  let statement: S
  let names: [String]

  func finding(on box: RationalBox) -> BoxFinding {
    let wide = Assignment(names: names, values: box.balls)
    let hypotheses = statement.hypotheses(at: wide)
    var open: [Int] = []
    for (index, hypothesis) in hypotheses.enumerated() where hypothesis.decision != .holds {
      if hypothesis.decision == .fails { return .outside(hypothesis: index) }
      open.append(index)
    }
    let conclusion = statement.conclusion(at: wide)
    if let margin = conclusion?.margin {
      switch margin.isNonNegative {
      case .holds: return .holds
      case .fails where open.isEmpty && conclusion?.isRefutable == true: return .fails
      case .fails, .undecided: break
      }
    }
    let slopes = slopes(on: box, hypotheses: open)
    var doubt: (box: RationalBox, slopes: [Ball?]) = (box, slopes.margin)
    if conclusion?.margin != nil {
      guard let rest = rest(of: box, slopes: slopes.margin) else { return .holds }
      doubt = rest
    }
    for (index, slopes) in zip(open, slopes.slacks)
    where isNegative(index, on: box, slopes: slopes) {
      return .outside(hypothesis: index)
    }
    let weights = slopes.slacks.reduce(weights(of: doubt.slopes, on: doubt.box)) {
      zip($0, self.weights(of: $1, on: box)).map { max($0, $1) }
    }
    return .undecided(weights: weights)
  }

  /// What remains in doubt where it is not known that the margin is ≥ 0 on the box; nil where it is.
  ///
  /// Along an axis on which the margin is monotone only the end counts where it is least; what is left of
  /// the box is looked at again, and at last in mean-value form. Where the margin is below 0 on all that
  /// is left, the whole box is in doubt.
  private func rest(
    of whole: RationalBox, slopes all: [Ball?]
  ) -> (box: RationalBox, slopes: [Ball?])? {
    var (box, slopes) = (whole, all)
    while true {
      var reduced = box
      for axis in box.wideAxes {
        guard let slope = slopes[axis] else { continue }
        if slope.isNonNegative == .holds {
          reduced.upper[axis] = box.lower[axis]
        } else if (Ball.zero - slope).isNonNegative == .holds {
          reduced.lower[axis] = box.upper[axis]
        }
      }
      guard reduced != box else { break }
      box = reduced
      let part = Assignment(names: names, values: box.balls)
      guard let margin = statement.conclusion(at: part)?.margin else { return (whole, all) }
      if margin.isNonNegative == .holds { return nil }
      if margin.isNonNegative == .fails || box.wideAxes.isEmpty { return (whole, all) }
      slopes = self.slopes(on: box, hypotheses: []).margin
    }
    let form = linearised(on: box, slopes: slopes) { statement.conclusion(at: $0)?.margin }
    return form?.isNonNegative == .holds ? nil : (box, slopes)
  }

  /// Whether the slack of a hypothesis is below 0 on the box.
  private func isNegative(_ index: Int, on box: RationalBox, slopes: [Ball?]) -> Bool {
    linearised(on: box, slopes: slopes) { statement.hypotheses(at: $0)[index].slack }?
      .isNonNegative == .fails
  }

  /// F(c) + Σ ∂ᵢF(X)·(Xᵢ − cᵢ), nil where a derivative is not known.
  private func linearised(
    on box: RationalBox, slopes: [Ball?], _ value: (Assignment<Ball>) -> Ball?
  ) -> Ball? {
    let axes = box.wideAxes
    guard axes.allSatisfy({ slopes[$0] != nil }) else { return nil }
    let wide = box.balls
    var centre = wide
    for axis in axes { centre[axis] = wide[axis].midpoint }
    guard var sum = value(Assignment(names: names, values: centre)) else { return nil }
    for axis in axes {
      guard let slope = slopes[axis] else { return nil }
      sum = sum + slope * (wide[axis] - centre[axis])
    }
    return sum
  }

  /// The derivatives along every axis, nil where they are not known: of the margin and of the slacks of
  /// some hypotheses.
  private func slopes(
    on box: RationalBox, hypotheses indices: [Int]
  ) -> (margin: [Ball?], slacks: [[Ball?]]) {
    let wide = box.balls
    var margin = [Ball?](repeating: nil, count: names.count)
    var slacks = [[Ball?]](repeating: margin, count: indices.count)
    for axis in box.wideAxes {
      let jets = Assignment(
        names: names,
        values: wide.indices.map {
          $0 == axis ? Jet.variable(at: wide[$0], order: 1) : Jet(constant: wide[$0])
        })
      margin[axis] = statement.conclusion(at: jets)?.margin?.finiteSlope
      guard !indices.isEmpty else { continue }
      let hypotheses = statement.hypotheses(at: jets)
      for (place, index) in indices.enumerated() {
        slacks[place][axis] = hypotheses[index].slack?.finiteSlope
      }
    }
    return (margin, slacks)
  }

  /// The share that every axis has in the change of a function; where a derivative is not known, 1 for all
  /// axes that may be the reason.
  private func weights(of slopes: [Ball?], on box: RationalBox) -> [Double] {
    var weights = [Double](repeating: 0, count: names.count)
    let axes = box.wideAxes
    let changes = axes.map { axis -> Double in
      guard let slope = slopes[axis] else { return .infinity }
      let width = box.upper[axis].approximation - box.lower[axis].approximation
      return max(slope.upperBound, -slope.lowerBound) * width
    }
    let sum = changes.reduce(0, +)
    for (axis, change) in zip(axes, changes) {
      weights[axis] = change == 0 ? 0 : sum.isFinite ? change / sum : 1
    }
    return weights
  }
}

extension Conclusion {
  /// left − right, which the conclusion says is ≥ 0; nil for equalities, which boxes do not decide.
  var margin: S? {
    switch self {
    case .atLeast(let left, let right), .attained(let left, let right): left - right
    case .equal: nil
    }
  }

  /// Whether a negative margin refutes.
  var isRefutable: Bool {
    if case .atLeast = self { return true }
    return false
  }
}

extension Jet<Ball> {
  /// The first derivative where it is bounded.
  var finiteSlope: Ball? {
    guard value.isFinite else { return nil }
    let slope = derivative(1)
    return slope.isFinite ? slope : nil
  }
}
