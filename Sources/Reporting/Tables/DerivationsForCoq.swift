package import GANTheory
import Scalars

/// The derivations as theorems of Coq: what algebra here has decided, for other code to prove again.
package struct DerivationsForCoq: Sendable {
  /// A source file of Coq.
  package let source: String
  /// The names of the derivations that it proves.
  package let exported: [String]
  /// The others, with the reason of each.
  package let omitted: [(name: String, reason: String)]

  /// - Parameter derivations: made anew, while the construction of expressions is recorded.
  package init(_ derivations: () -> [Derivation] = { Derivation.all }) {
    var text = """
      (** Written by `steepness export-coq`: both sides of every derivation as they were constructed,
          and that they are equal, or by which factor they differ. *)

      From Steepness.Missing Require Import Identities.


      """
    var exported: [String] = []
    var omitted: [(name: String, reason: String)] = []
    for derivation in Construction.$isRecorded.withValue(true, operation: derivations) {
      switch Self.theorems(derivation) {
      case .success(let theorems):
        exported.append(derivation.name)
        text += "(** \(derivation.name): \(derivation.title) (\(derivation.source)). *)\n"
        text += theorems + "\n"
      case .failure(let error):
        omitted.append((derivation.name, error.reason))
        text += "(* \(derivation.name) is left out: \(error.reason) *)\n\n"
      }
    }
    source = text
    self.exported = exported
    self.omitted = omitted
  }

  private static func theorems(
    _ derivation: Derivation
  ) -> Result<String, CoqIdentity.ExportError> {
    let relation: CoqIdentity.Relation
    switch derivation.decision {
    case .holds: relation = .equal
    case .fails: relation = .different(factor: derivation.quotient)
    case .undecided: return .failure(CoqIdentity.ExportError(reason: "algebra has not decided it"))
    }
    let name = String(derivation.name.map { $0.isLetter || $0.isNumber ? $0 : "_" })
    let identity = CoqIdentity(
      name: name, left: derivation.abbreviation?.expression ?? derivation.printed,
      right: derivation.derived, relation: relation,
      abbreviation: derivation.abbreviation.map { ($0.symbol, $0.meaning) })
    return identity.theorems()
  }
}
