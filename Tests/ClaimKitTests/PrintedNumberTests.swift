import ClaimKit
import RealModule
import Scalars
import Testing

/// 2/(2·√0.0125) = 8.944271909999158785…, as `mpmath` prints 1/sqrt(mpf(125)/10000).
private struct RootRatio: ExactNumber {
  func value<S: Scalar>(in _: S.Type) -> S? { S(2) / (S(2) * S.sqrt(S(Rational(125, 10000)))) }
}

private struct Fraction: ExactNumber {
  let fraction: Rational
  func value<S: Scalar>(in _: S.Type) -> S? { S(fraction) }
}

/// (√2)² − 2 + 3/20 in disguise: half-way between two decimals, which no ball decides.
private struct Halfway: ExactNumber {
  func value<S: Scalar>(in _: S.Type) -> S? {
    S.sqrt(S(2)) * S.sqrt(S(2)) - S(2) + S(Rational(3, 20))
  }
}

private struct Nothing: ExactNumber {
  func value<S: Scalar>(in _: S.Type) -> S? { nil }
}

@Suite struct `A printed number` {
  private func judgement(
    _ statement: PrintedNumber<some ExactNumber>, effort: Effort = .quick
  ) throws -> Judgement {
    var claim = PlantedClaim(families: [statement], control: statement.control)
    claim.isExhaustive = true
    return try Judge(effort: effort, seed: 1, proofs: []).judgement(of: claim)
  }

  @Test(arguments: ["8.9", "8.94", "8.944", "8.94427191", "8.94427190999916", "9", "894.4e-2"])
  func `is certified where the value rounds to it`(text: String) throws {
    let result = try judgement(PrintedNumber(text, of: RootRatio()))
    #expect(result.verdict == .certified && result.trust == .certified)
    #expect(result.evidence.contains { $0.kind == .box })
    #expect(result.evidence.last?.numbers["value"]?.hasPrefix("8.9442719") == true)
  }

  @Test(arguments: [
    ("8.8", "8.9"), ("9.0", "8.9"), ("8.95", "8.94"), ("−8.94", "8.94"), ("8.945", "8.944"),
    ("89", "9"), ("0.894", "8.944"), ("8.94427190999915", "8.94427190999916"),
  ])
  func `is refuted where it does not, with the digits that should be there`(
    text: String, correct: String
  ) throws {
    let result = try judgement(PrintedNumber(text, of: RootRatio()))
    #expect(result.verdict == .refuted && result.trust == .certified)
    #expect(result.witness?["printed"] == text)
    #expect(result.witness?["correct digits"] == correct)
    #expect(result.family == 0)
  }

  @Test func `may be cut off, or near, if that is what is asserted`() throws {
    let cases: [(String, PrintedNumber<RootRatio>.Rounding, Verdict)] = [
      ("8.9442", .truncated, .certified), ("8.9443", .truncated, .refuted),
      ("8.9443", .nearest, .certified), ("8.9442", .nearest, .refuted),
      ("8.9442", .withinOneUnit, .certified), ("8.9441", .withinOneUnit, .refuted),
    ]
    for (text, rounding, verdict) in cases {
      #expect(
        try judgement(PrintedNumber(text, rounding: rounding, of: RootRatio())).verdict == verdict,
        "\(text), \(rounding)")
    }
    let negative = Fraction(fraction: Rational(-149, 100))
    #expect(
      try judgement(PrintedNumber("-1.4", rounding: .truncated, of: negative)).verdict == .certified
    )
    #expect(
      try judgement(PrintedNumber("-1.5", rounding: .truncated, of: negative)).verdict == .refuted)
  }

  @Test
  func `rounds either way half-way between two decimals, by algebra where balls cannot see it`()
    throws
  {
    for (text, verdict) in [
      ("0.1", Verdict.certified), ("0.2", .certified), ("0.3", .refuted), ("0.15", .certified),
    ] {
      #expect(try judgement(PrintedNumber(text, of: Halfway())).verdict == verdict, "\(text)")
    }
    let eighth = Fraction(fraction: Rational(1, 8))
    #expect(try judgement(PrintedNumber("0.12", of: eighth)).verdict == .certified)
    #expect(try judgement(PrintedNumber("0.13", of: eighth)).verdict == .certified)
    #expect(try judgement(PrintedNumber("0.14", of: eighth)).verdict == .refuted)
  }

  @Test func `is inconclusive where there is no value, as a fault of the implementation`() throws {
    let result = try judgement(PrintedNumber("1", of: Nothing()))
    #expect(result.verdict == .inconclusive)
    #expect(result.evidence.contains { $0.kind == .implementation })
  }

  @Test func `is only supported where it is not all that is claimed`() throws {
    let statement = PrintedNumber("8.9", of: RootRatio())
    let claim = PlantedClaim(families: [statement], control: statement.control)
    #expect(
      try Judge(effort: .quick, seed: 1, proofs: []).judgement(of: claim).verdict == .supported)
  }

  @Test func `is exported and checked again, right or wrong`() throws {
    for (text, kind) in [("8.9", "boxes"), ("8.8", "witness")] {
      let statement = PrintedNumber(text, of: RootRatio())
      var claim = PlantedClaim(families: [statement], control: statement.control)
      claim.isExhaustive = true
      let judgement = try Judge(effort: .quick, seed: 1, proofs: []).judgement(of: claim)
      let evidence = CheckableEvidence(witnessesOf: [judgement], claims: [claim]).merged(
        with: CheckableEvidence(
          boxesOf: [judgement], claims: [claim], certification: BoxCertification(effort: .quick)))
      let findings = try Recheck(claims: [claim]).findings(on: evidence)
      #expect(findings.map(\.kind) == [kind])
      #expect(findings.map(\.isConfirmed) == [true])
    }
  }
}
