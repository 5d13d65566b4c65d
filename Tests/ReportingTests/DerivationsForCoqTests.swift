import Foundation
import GANTheory
import Reporting
import Scalars
import Testing

@Suite struct `Derivations for Coq` {
  private static let export = DerivationsForCoq()

  @Test func `are all of them`() {
    #expect(Self.export.exported == Derivation.all.map(\.name))
    #expect(Self.export.omitted.isEmpty, "\(Self.export.omitted)")
  }

  /// 1/(r(1 + r)) is printed with the product in it, and derived by a series of log(r/(1 + r)).
  @Test func `have both sides as they were constructed`() throws {
    let source = Self.export.source
    let start = try #require(source.range(of: "Theorem field_of_ratio_equal"))
    let theorem = source[start.lowerBound...].prefix { $0 != "." }
    let sides = theorem.split(separator: " = ")
    #expect(sides.count == 2 && sides[0].suffix(40) != sides[1].prefix(40))
    #expect(theorem.contains("((p) / ((p) + (q)))"))
    let derivation = FieldDerivations.fieldOfRatio
    #expect(derivation.printed == derivation.derived, "the canonical forms are one")
  }

  @Test func `say of unequal sides that they differ, and by which factor`() {
    let unequal = Derivation.all.filter { $0.decision == .fails }
    #expect(!unequal.isEmpty)
    for derivation in unequal {
      let name = derivation.name.map { $0.isLetter || $0.isNumber ? "\($0)" : "_" }.joined()
      for kind in ["multiple", "different"] {
        #expect(Self.export.source.contains("Theorem \(name)_\(kind) :"), "\(name)")
      }
    }
  }

  @Test func `leave no record of constructions behind`() {
    let later = DerivationsForCoq { [] }
    #expect(later.exported.isEmpty && !Construction.isRecorded)
  }
}
