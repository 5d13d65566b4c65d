import ArgumentParser
import ClaimKit
import Claims
import Foundation
import GANTheory
import Reporting

/// Files of evidence that `verify` writes and checks again.
enum EvidenceFiles {
  /// The evidence in a file.
  ///
  /// - Throws: `InputError` where it cannot be read or is none.
  static func evidence(at path: String, argument: String) throws -> CheckableEvidence {
    let data: Data
    do {
      data = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw InputError(
        argument: argument, value: path, rule: "cannot be read", remedy: "name a file that exists")
    }
    do {
      return try JSONDecoder().decode(CheckableEvidence.self, from: data)
    } catch {
      throw InputError(
        argument: argument, value: path, rule: "is not evidence: \(reason(error))",
        remedy: "write it with 'steepness verify --export FILE'")
    }
  }

  /// Evidence as JSON, written under a temporary name and renamed.
  static func write(_ evidence: CheckableEvidence, to path: String) throws {
    try AtomicFile.write(try ClaimSelection.json(evidence) + "\n", to: URL(filePath: path))
  }

  /// A finding for every piece of evidence in a file.
  ///
  /// - Throws: `InputError` where it is not about the ledger.
  static func findings(
    on evidence: CheckableEvidence, at path: String, argument: String
  ) throws -> [RecheckFinding] {
    do {
      return try Recheck(claims: PaperClaim.allCases.map(\.claim)).findings(on: evidence)
    } catch {
      throw InputError(argument: argument, value: path, rule: error.problem, remedy: error.remedy)
    }
  }

  /// Checks a file again, prints a line for every piece of evidence, and ends with status 1 where one is
  /// not confirmed.
  static func recheck(_ path: String, output: OutputOptions) throws {
    let evidence = try evidence(at: path, argument: "--recheck")
    let findings = try findings(on: evidence, at: path, argument: "--recheck")
    switch output.format {
    case .json: try output.emit(try ClaimSelection.json(findings))
    default:
      try output.emit(
        findings.map {
          "\($0.isConfirmed ? "confirmed" : "NOT CONFIRMED")  \($0.kind) of \($0.statement): \($0.detail)"
        }.joined(separator: "\n"))
    }
    if findings.contains(where: { !$0.isConfirmed }) { throw ExitCode(1) }
  }

  /// Witnesses of earlier runs; none where the file does not exist yet.
  static func witnesses(at path: String) throws -> CheckableEvidence {
    guard FileManager.default.fileExists(atPath: path) else { return CheckableEvidence() }
    let evidence = try evidence(at: path, argument: "--witnesses")
    _ = try findings(
      on: CheckableEvidence(witnesses: evidence.witnesses), at: path, argument: "--witnesses")
    return evidence
  }

  /// Everything of a ledger that can be checked again, boxes included.
  static func export(_ ledger: Ledger, to path: String, progress: ProgressLine) throws {
    let claims = PaperClaim.allCases.map(\.claim)
    let certification = BoxCertification(effort: ledger.effort)
    var evidence = CheckableEvidence(witnessesOf: ledger.claims, claims: claims)
    for judgement in ledger.claims {
      evidence = evidence.merged(
        with: CheckableEvidence(
          boxesOf: [judgement], claims: claims, certification: certification
        ) { progress.show(done: $0, of: $1, "boxes of \(judgement.id)") })
    }
    progress.finish()
    try write(evidence, to: path)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "'\(key.stringValue)' is missing"
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      context.codingPath.isEmpty
        ? "malformed JSON"
        : "'\(context.codingPath.map(\.stringValue).joined(separator: "."))' is malformed"
    default: "malformed JSON"
    }
  }
}
