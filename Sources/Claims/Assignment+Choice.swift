import ClaimKit
import Scalars

extension Assignment {
  /// The place, from 0, that an integer variable with range 1 … count chooses.
  func choice(_ name: String, among count: Int) -> Int {
    let number = self[name].approximation
    return number.isFinite ? min(max(Int(number), 1), count) - 1 : 0
  }
}
