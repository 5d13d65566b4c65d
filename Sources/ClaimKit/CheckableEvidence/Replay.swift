import Scalars

/// Counterexamples of earlier runs, which are checked before anything is searched.
public struct Replay: Sendable {
  private let witnesses: [CheckableWitness]

  /// Nothing to replay.
  public static let none = Replay(CheckableEvidence())

  public init(_ evidence: CheckableEvidence) { witnesses = evidence.witnesses }

  /// The report of a search that met an earlier counterexample at once; nil where none of this statement
  /// is confirmed in balls, so that the search has to be done.
  func report(
    claim: String, amendment: Int?, on families: [any Statement]
  ) -> SearchReport? {
    var report = SearchReport()
    report.isReplayed = true
    for (index, family) in families.enumerated() {
      let reference = StatementReference(claim: claim, amendment: amendment, family: index)
      for witness in witnesses where witness.statement == reference {
        guard let instance = Instance(witness.values, of: family) else { continue }
        report.evaluated += 1
        guard case .judged(.fails, let margin) = family.finding(at: instance) else { continue }
        report.admissible += 1
        report.violations += 1
        report.leastMargin = min(report.leastMargin, margin)
        // As in a search: the first family, and the largest violation in it.
        if let worst = report.worst, worst.family < index || worst.relativeMargin <= margin {
          continue
        }
        report.worst = Violation(family: index, instance: instance, relativeMargin: margin)
      }
    }
    return report.worst == nil ? nil : report
  }
}

extension Instance {
  /// The instance with these values; nil where they are not those of the statement's variables, in their
  /// ranges.
  init?(_ values: [String: String], of statement: any Statement) {
    let variables = statement.variables
    let fractions = variables.compactMap { variable in
      values[variable.name].flatMap { Rational($0) }.flatMap { variable.contains($0) ? $0 : nil }
    }
    guard fractions.count == variables.count, values.count == variables.count else { return nil }
    self.init(names: variables.map(\.name), values: fractions)
  }
}
