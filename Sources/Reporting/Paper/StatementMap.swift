import ClaimKit
import GANTheory
import Scalars

/// A statement of the ledger over two of its variables, the others held fixed, in double arithmetic.
struct StatementMap {
  /// What a statement does at a point.
  enum Outcome: Int, CaseIterable {
    case holds
    case fails
    case holdsOutside
    case failsOutside

    var name: String {
      switch self {
      case .holds: "hypotheses and conclusion hold"
      case .fails: "hypotheses hold, the conclusion fails"
      case .holdsOutside: "a hypothesis fails, the conclusion holds"
      case .failsOutside: "both fail"
      }
    }

    var colour: PlotColour {
      switch self {
      case .holds: .blue
      case .fails: .vermillion
      case .holdsOutside: .sky
      case .failsOutside: .orange
      }
    }
  }

  /// Where a conclusion is violated by no more than this share of its sides, rounding may be to blame: the
  /// sides are at most a few hundred operations on numbers within some orders of magnitude of 1.
  private static let roundingShare = 1e-9

  let statement: any Statement
  /// The values of the variables that are held; those on the axes have any.
  let held: [String: Double]
  let x: String
  let y: String

  /// - Throws: `InputError` where a name is not a variable of the statement, or one has no value.
  init(_ statement: any Statement, held: [String: Double], x: String, y: String) throws {
    let names = statement.variables.map(\.name)
    for name in [x, y] + held.keys where !names.contains(name) {
      throw InputError(
        argument: "variable", value: name, rule: "is none of the statement's",
        remedy: "choose among \(names.joined(separator: ", "))")
    }
    for name in names where name != x && name != y && held[name] == nil {
      throw InputError(
        argument: "variable", value: name, rule: "has no value",
        remedy: "hold it or put it on an axis")
    }
    self.statement = statement
    self.held = held
    self.x = x
    self.y = y
  }

  private func assignment(_ x: Double, _ y: Double) -> Assignment<Double> {
    let names = statement.variables.map(\.name)
    return Assignment(
      names: names, values: names.map { $0 == self.x ? x : $0 == self.y ? y : held[$0] ?? 0 })
  }

  /// (left − right)/(|left| + |right|) of the conclusion; NaN where a hypothesis fails or a side is not finite.
  func margin(_ x: Double, _ y: Double) -> Double {
    let assignment = assignment(x, y)
    guard isAdmissible(assignment) else { return .nan }
    return statement.screenedConclusion(at: assignment)?.relativeMargin ?? .nan
  }

  /// What the statement does at a point; nil where the conclusion has no finite sides.
  func outcome(_ x: Double, _ y: Double) -> Outcome? {
    let assignment = assignment(x, y)
    guard let margin = statement.screenedConclusion(at: assignment)?.relativeMargin else {
      return nil
    }
    let holds = margin >= -Self.roundingShare
    return isAdmissible(assignment)
      ? (holds ? .holds : .fails) : (holds ? .holdsOutside : .failsOutside)
  }

  private func isAdmissible(_ assignment: Assignment<Double>) -> Bool {
    statement.screenedHypotheses(at: assignment).allSatisfy { $0.decision == .holds }
  }

  /// What the colours of all pictures of outcomes mean.
  static var legend: [(name: String, colour: PlotColour)] {
    Outcome.allCases.map { ($0.name, $0.colour) }
  }

  /// The outcomes as a picture, whose legend stands elsewhere.
  func plot(title: String, x: MapPlot.Scale, y: MapPlot.Scale, curves: [Series] = []) -> MapPlot {
    var plot = MapPlot(
      title: title, x: x, y: y,
      colours: .kinds(Self.legend), curves: curves
    ) { outcome($0, $1).map { Double($0.rawValue) } ?? .nan }
    plot.hasKindLegend = false
    return plot
  }
}
