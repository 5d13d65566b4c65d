import ClaimKit
import Scalars

/// A claim that a printed number is a computed value, rounded to its last printed digit.
///
/// A refuted number is corrected to the right digits.
struct PrintedNumberClaim: Claim {
  let id: String
  let title: String
  let source: String
  let statement: String
  var hypotheses: [String] = []
  let printed: String
  /// The right digits where the printed ones are wrong.
  var corrected: String?
  let value: any ExactNumber
  var remarks: [String] = []
  var uses: [String] = []
  var defect: Defect?
  var checkByHand: String?
  let recorded: Verdict

  let isExhaustive = true

  var families: [any Statement] { [number(printed, value).statement] }

  var control: Control { number(printed, value).control }

  var amendments: [Amendment] {
    guard let corrected else { return [] }
    let (statement, control) = number(corrected, value)
    return [
      Amendment(
        .corrected, "\(corrected) in place of \(printed)", families: [statement],
        control: control, isExhaustive: true)
    ]
  }

  private func number(
    _ printed: String, _ value: some ExactNumber
  ) -> (statement: any Statement, control: Control) {
    let statement = PrintedNumber(printed, of: value)
    return (statement, statement.control)
  }
}
