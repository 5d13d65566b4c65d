import ArgumentParser
import Claims
import ClaimKit
import Foundation

@main
struct Steepness: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "steepness",
    abstract: "Judges and computes the gradient theory of GAN training.")
  @Option var effort = "quick"
  func run() throws {
    let judge = Judge(effort: Effort(rawValue: effort)!, seed: 1, proofs: PaperClaim.kernelProofs)
    for c in PaperClaim.allCases {
      let t = Date()
      let j = try judge.judgement(of: c.claim)
      print(j.id, j.verdict, j.trust, String(format: "%.2f s", -t.timeIntervalSinceNow))
      for e in j.evidence { print("   ", e.kind, e.summary, e.numbers) }
      if let w = j.witness { print("   witness", w) }
      for a in j.amendments { print("   ->", a.kind, a.verdict, a.trust); for e in a.evidence { print("       ", e.summary, e.numbers) }; if let w = a.witness { print("       witness", w) } }
    }
  }
}
