import ClaimKit
import Scalars

/// A claim that a printed number is a computed value, rounded to its last printed digit.
///
/// The control is the next decimal; a refuted number is corrected to the right one.
struct PrintedNumberClaim: Claim {
  let id: String
  let title: String
  let source: String
  let statement: String
  var hypotheses: [String] = []
  let printed: String
  /// The right digits where the printed ones are wrong.
  var corrected: String?
  let value: any ClosedValue
  var remarks: [String] = []
  var uses: [String] = []
  var defect: Defect?
  var checkByHand: String?
  let recorded: Verdict

  var families: [any Statement] { [PrintedNumber(printed, value: value)] }

  var control: Control { control(of: printed) }

  var amendments: [Amendment] {
    guard let corrected else { return [] }
    return [
      Amendment(
        .corrected, "\(corrected) in place of \(printed)",
        families: [PrintedNumber(corrected, value: value)], control: control(of: corrected))
    ]
  }

  /// Ten units of the last digit away, so that it is false whichever of its neighbours is right.
  private func control(of decimal: String) -> Control {
    Control(
      "ten units of the last digit more",
      families: [PrintedNumber(decimal, largerBy: 10, value: value)])
  }
}
