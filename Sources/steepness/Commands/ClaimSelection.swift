public import ArgumentParser
public import ClaimKit
import Claims
import Foundation
import GANTheory

extension Effort: ExpressibleByArgument {}

/// Finds claims by id.
enum ClaimSelection {
  /// The claims with these ids, all of them for an empty list.
  ///
  /// - Throws: `InputError` for an unknown id, with those that come nearest.
  static func claims(_ ids: [String]) throws -> [any Claim] {
    guard !ids.isEmpty else { return PaperClaim.allCases.map(\.claim) }
    return try ids.map { id in
      guard let entry = PaperClaim(rawValue: id) else {
        let stem = id.split(separator: "-").first.map(String.init) ?? id
        let near = PaperClaim.allCases.map(\.rawValue).filter { $0.hasPrefix(stem) }
        throw InputError(
          argument: "ID", value: id, rule: "is not a claim of the ledger",
          remedy: near.isEmpty
            ? "list them with 'steepness claims'"
            : "choose among \(near.joined(separator: ", "))")
      }
      return entry.claim
    }
  }

  /// Judges claims, reporting each as it ends.
  static func ledger(
    _ claims: [any Claim], effort: Effort, seed: UInt64, threads: Int? = nil,
    replay: Replay = .none, progress: ProgressLine
  ) throws -> Ledger {
    let judge = Judge(
      effort: effort, seed: seed, proofs: PaperClaim.kernelProofs, replay: replay)
    defer { progress.finish() }
    return try judge.ledger(of: claims, threads: threads) {
      progress.show(done: $0, of: claims.count, "judged \($1)")
    }
  }

  /// The JSON document of a ledger, keys sorted.
  static func json(_ ledger: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(ledger), as: UTF8.self)
  }
}
