import ClaimKit
import RealModule
import Scalars
import Testing

@Suite struct `A printed number` {
  /// √2 = 1.41421356…, the case in point.
  struct Root: ClosedValue {
    func value<S: Scalar>(in system: S.Type) -> S { .sqrt(S(2)) }
  }

  struct RootClaim: Claim {
    let printed: String
    let id = "example-root"
    let title = "√2 in decimals"
    let source = "an example"
    var statement: String { "√2 ≈ \(printed)" }
    let hypotheses: [String] = []
    var families: [any Statement] { [PrintedNumber(printed, value: Root())] }
    var control: Control {
      Control(
        "one unit more", families: [PrintedNumber(printed, largerBy: 1, value: Root())])
    }
    let recorded = Verdict.inconclusive
  }

  private func verdict(on printed: String) throws -> (Verdict, Trust) {
    let judgement = try Judge(effort: .quick, seed: 1, proofs: []).judgement(
      of: RootClaim(printed: printed))
    return (judgement.verdict, judgement.trust)
  }

  @Test(arguments: ["1", "1.4", "1.41", "1.414", "1.4142", "1.414214"])
  func `is certified where it is rounded correctly`(printed: String) throws {
    #expect(try verdict(on: printed) == (.certified, .certified))
  }

  @Test(arguments: ["1.42", "1.413", "1.4143", "1.414213", "-1.414", "2"])
  func `is refuted where a digit is wrong, or cut off instead of rounded`(printed: String) throws {
    #expect(try verdict(on: printed) == (.refuted, .certified))
  }
}
