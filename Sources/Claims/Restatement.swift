import ClaimKit

/// A theorem of the main text as the appendix prints it again, word for word in what it asserts.
///
/// Judged on its own, with its own random streams.
struct Restatement: Claim {
  let id: String
  let source: String
  let original: any Claim

  var title: String { "\(original.title) (restated)" }
  var statement: String { original.statement }
  var hypotheses: [String] { original.hypotheses }
  var predicates: [[String]] { original.predicates }
  var families: [any Statement] { original.families }
  var control: Control { original.control }
  var triviality: Triviality? { original.triviality }
  /// The corrected forms; sharper and wider ones are judged with the original.
  var amendments: [Amendment] { original.amendments.filter { $0.kind == .corrected } }
  var mutants: [Mutant] { original.mutants }
  var remarks: [String] { ["Restates \(original.id)."] + original.remarks }
  var restates: String? { original.id }
  var uses: [String] { [original.id] + original.uses }
  var defect: Defect? { original.defect }
  var checkByHand: String? { original.checkByHand }
  var recorded: Verdict { original.recorded }
}
