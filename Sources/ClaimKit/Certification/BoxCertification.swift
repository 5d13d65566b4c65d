import RealModule
import Scalars

/// Certifies inequalities on the compact boxes of their variables' ranges, by adaptive subdivision in ball
/// arithmetic.
///
/// A part is outside where a hypothesis fails everywhere, holds where the conclusion holds everywhere
/// whatever the hypotheses say, and is split otherwise along the axis that matters most; whole numbers are
/// taken one by one. Larger parts come first. A bound that is attained cannot be certified up to the
/// contact: the remainder says where that is.
///
/// - Accuracy: fractions are rounded down.
/// - Rigour: enclosure. The result depends on the statement and the budget only.
public struct BoxCertification: Sendable {
  /// Boxes that may be looked at, for one statement, divided among its families.
  public let budget: Int

  public init(budget: Int) {
    precondition(budget > 0, "budget > 0")
    self.budget = budget
  }

  public init(effort: Effort) { self.init(budget: effort.boxes) }

  /// What subdivision says of the families, each on its `certifiedBox` or the ranges of its variables.
  ///
  /// - Edge cases: what a family leaves of its share of the budget goes to those after it.
  public func report(
    on families: [any Statement], progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) -> BoxReport {
    precondition(!families.isEmpty, "families.count > 0")
    var used = 0
    var reports: [FamilyBoxReport] = []
    for (index, family) in families.enumerated() {
      let share = max((budget - used) / (families.count - index), 1)
      let report = FamilyCertification(family, budget: share).report {
        progress(used + $0, budget)
      }
      used += report.evaluated
      reports.append(report)
      if report.violation != nil || report.obstacle != nil { break }
    }
    return BoxReport(families: reports, budget: budget)
  }
}

extension Effort {
  /// Boxes that are looked at, for one statement, divided among its families.
  public var boxes: Int {
    switch self {
    case .quick: 512
    case .standard: 8192
    case .deep: 65_536
    }
  }
}

/// The subdivision of one family's box.
private struct FamilyCertification {
  let family: any Statement
  let variables: [Variable]
  let isStatedBox: Bool
  let budget: Int
  private var tree: SplitTree
  private var queue = PriorityQueue()
  private var evaluated = 0
  private var violation: Instance?

  init(_ family: any Statement, budget: Int) {
    self.family = family
    self.budget = budget
    variables = family.boxVariables
    isStatedBox = family.certifiedBox != nil
    tree = SplitTree(RationalBox(variables))
  }

  func report(progress: (Int) -> Void) -> FamilyBoxReport {
    var work = self
    guard let obstacle = obstacle else {
      work.subdivide(progress: progress)
      return work.summary()
    }
    return summary(obstacle: obstacle)
  }

  /// Why the family is not for boxes, judged by its conclusion in the middle of the box.
  private var obstacle: String? {
    let middle = Instance(variables, at: variables.map { _ in 0.5 })
    if case .equal = family.conclusion(at: middle.assignment(in: Double.self)) {
      return "an equality is not decided by boxes"
    }
    return nil
  }

  private mutating func subdivide(progress: (Int) -> Void) {
    queue.insert(0, priority: 1)
    while evaluated < budget, violation == nil, let index = queue.popFirst() {
      examine(index)
      if evaluated % 64 == 0 { progress(evaluated) }
    }
    progress(evaluated)
  }

  private mutating func examine(_ index: Int) {
    let box = tree.parts[index].box
    evaluated += 1
    if let axis = variables.indices.first(where: {
      variables[$0].scale == .integer && box.lower[$0] < box.upper[$0]
    }) {
      split(index, along: [axis])
      return
    }
    switch family.finding(on: box) {
    case .outside: tree.settle(index, as: .outside)
    case .holds: tree.settle(index, as: .holds)
    case .fails:
      tree.settle(index, as: .undecided)
      violation = Instance(names: variables.map(\.name), values: box.lower)
    case .undecided(let weights):
      if fails(inside: box) {
        tree.settle(index, as: .undecided)
        return
      }
      split(index, along: order(of: weights, in: box))
    }
  }

  /// Axes, those that matter most first; where nothing is known, those that are widest in their scale.
  private func order(of weights: [Double], in box: RationalBox) -> [Int] {
    let shares = variables.indices.map { box.approximateShare(of: $0, in: variables[$0]) }
    return box.wideAxes.sorted {
      (weights[$0], shares[$0], -$0) > (weights[$1], shares[$1], -$1)
    }
  }

  /// Splits a part along the first of the axes that has a fraction in the middle.
  private mutating func split(_ index: Int, along axes: [Int]) {
    for axis in axes {
      guard let cut = tree.parts[index].box.middle(of: axis, variables[axis]),
        let parts = tree.split(index, along: axis, at: cut, of: variables[axis])
      else { continue }
      for part in [parts.below, parts.above] {
        queue.insert(part, priority: tree.parts[part].box.approximateVolume(in: variables))
      }
      return
    }
    tree.settle(index, as: .undecided)
  }

  /// Remembers the middle of a part where the conclusion fails there for certain.
  private mutating func fails(inside box: RationalBox) -> Bool {
    let middle = variables.indices.map { box.middle(of: $0, variables[$0]) ?? box.lower[$0] }
    let instance = Instance(names: variables.map(\.name), values: middle)
    guard family.screenedMargin(at: instance.assignment(in: Double.self)) < 0,
      case .judged(.fails, _) = family.finding(at: instance)
    else { return false }
    violation = instance
    return true
  }

  private func summary(obstacle: String? = nil) -> FamilyBoxReport {
    let (holding, outside) = (tree.parts(in: .holds), tree.parts(in: .outside))
    let undecided = tree.parts(in: .undecided) + tree.parts(in: .open)
    let largest = undecided.enumerated()
      .map { (index: $0, volume: $1.approximateVolume(in: variables), box: $1) }
      .sorted { ($0.volume, $1.index) > ($1.volume, $0.index) }
    return FamilyBoxReport(
      box: RationalBox(variables).table(variables), isStatedBox: isStatedBox,
      evaluated: evaluated, holding: holding.count, outside: outside.count,
      undecided: undecided.count, holdingFraction: fraction(holding),
      outsideFraction: fraction(outside),
      largestUndecided: largest.prefix(FamilyBoxReport.listed).map { $0.box.table(variables) },
      violation: violation.map {
        Dictionary(uniqueKeysWithValues: zip($0.names, $0.values.map(\.description)))
      },
      obstacle: obstacle, tree: tree.lines)
  }

  /// The share of the box in these parts, rounded down.
  private func fraction(_ parts: [RationalBox]) -> Double {
    // Exactly 1, where the parts are all there are: the sum of enclosures is a little below.
    if parts.count == tree.leafCount { return 1 }
    let sum = parts.reduce(Ball.zero) { $0 + $1.volume(in: variables) }
    return min(max(sum.lowerBound, 0), 1)
  }
}
