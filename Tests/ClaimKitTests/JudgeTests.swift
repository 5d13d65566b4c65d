import ClaimKit
import Scalars
import Testing

@Suite struct `The judge` {
  private func judgement(
    _ claim: PlantedClaim, effort: Effort = .quick, seed: UInt64 = 1, proofs: [KernelProof] = []
  ) throws -> Judgement {
    try Judge(effort: effort, seed: seed, proofs: proofs).judgement(of: claim)
  }

  private func proof(
    _ role: KernelProof.Role, of amendment: KernelProof.AmendmentPlace? = nil
  ) -> KernelProof {
    KernelProof(
      claim: "planted", amendment: amendment, establishes: role, theorem: "t", file: "f",
      axioms: [])
  }

  private let trueStatement = SquareStatement(bound: Rational(1, 5))
  private let falseStatement = SquareStatement(bound: Rational(2, 5))

  @Test func `supports what a search does not refute, and never says more`() throws {
    let result = try judgement(PlantedClaim(families: [trueStatement]))
    #expect(result.verdict == .supported)
    #expect(result.trust == .sampled)
    #expect(result.witness == nil)
    #expect(result.evidence.first?.numbers["seed"] == "1")
  }

  @Test func `refutes a false statement with a short witness that meets the hypotheses`() throws {
    let result = try judgement(PlantedClaim(families: [falseStatement]))
    #expect(result.verdict == .refuted)
    #expect(result.trust == .certified)
    let witness = try #require(result.witness?["x"].flatMap { Rational($0) })
    #expect(witness >= Rational(1, 2))
    #expect(witness * witness < Rational(2, 5))
    #expect(witness.denominator <= 10)
  }

  @Test func `counts as undecided what balls do not tell apart, never as satisfied`()
    throws
  {
    let result = try judgement(PlantedClaim(families: [ContactStatement()]))
    #expect(result.verdict == .supported)
    let numbers = try #require(result.evidence.first?.numbers)
    let satisfied = try #require(numbers["satisfied"].flatMap { Int($0) })
    let undecided = try #require(numbers["undecided"].flatMap { Int($0) })
    // Few roots are exact.
    #expect(undecided > 20 * satisfied)
  }

  @Test func `keeps at least half of the violation when it shortens`() throws {
    let result = try judgement(PlantedClaim(families: [AwkwardStatement()]))
    let witness = try #require(result.witness?["x"].flatMap { Rational($0) })
    let distance = witness.approximation - AwkwardStatement.centre.approximation
    let (left, right) = (distance * distance, AwkwardStatement.reach.approximation)
    // The largest relative violation is 1, at the centre, which the search meets to a few per cent.
    #expect((right - left) / (right + left) >= 0.45)
    #expect(witness.denominator < 1000)
    #expect(witness != Rational(2, 5))
  }

  @Test func `shrinks what counts to the least number that keeps half of the violation`() throws {
    let result = try judgement(PlantedClaim(families: [CountingStatement()]))
    // 2ⁿ ≤ 1000 fails from n = 10 on; the worst is near 1, and (1000 − 2ⁿ)/(1000 + 2ⁿ) ≤ −1/2 from n = 12.
    #expect(result.verdict == .refuted)
    #expect(result.witness?["n"] == "12")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func `finds a counterexample that fills three hundred-thousandths of the cube`(seed: UInt64)
    throws
  {
    let claim = PlantedClaim(families: [NeedleStatement()])
    #expect(try judgement(claim, effort: .standard, seed: seed).verdict == .refuted)
  }

  @Test func `counts an unmet hypothesis as nothing tested`() throws {
    let impossible = SquareStatement(bound: 0, range: (-1, Rational(1, 4)))
    let result = try judgement(PlantedClaim(families: [impossible]))
    #expect(result.verdict == .inconclusive)
    #expect(result.trust == .none)
  }

  @Test func `does not count a search that misses its control`() throws {
    let claim = PlantedClaim(
      families: [trueStatement], control: Control("true", families: [trueStatement]))
    #expect(try judgement(claim).verdict == .inconclusive)
  }

  @Test func `finds the counterexample when a needed hypothesis is dropped`() throws {
    let dropped = SquareStatement(bound: Rational(1, 5), isDroppingHypothesis: true)
    #expect(try judgement(PlantedClaim(families: [dropped])).verdict == .refuted)
  }

  @Test func `sees a true identity as an overlap of small balls and a false one as refuted`() throws
  {
    let control = Control("factor 3", families: [BinomialStatement(factor: 3)])
    let identity = try judgement(
      PlantedClaim(families: [BinomialStatement()], control: control))
    #expect(identity.verdict == .supported)
    #expect(identity.evidence[0].numbers["undecided"] == identity.evidence[0].numbers["admissible"])
    let nearly = BinomialStatement(factor: Rational(2_000_001, 1_000_000))
    #expect(try judgement(PlantedClaim(families: [nearly], control: control)).verdict == .refuted)
  }

  @Test func `proves an identity by algebra where the families quantify over everything`() throws {
    var claim = PlantedClaim(
      families: [BinomialStatement()],
      control: Control("factor 3", families: [BinomialStatement(factor: 3)]))
    #expect(try judgement(claim).verdict == .supported)
    #expect(try judgement(claim).evidence.contains { $0.kind == .symbolic })
    claim.isExhaustive = true
    #expect(try judgement(claim).verdict == .proved)
    #expect(try judgement(claim).trust == .exact)
    claim.families = [BinomialStatement(), BinomialStatement(factor: Rational(201, 100))]
    #expect(try judgement(claim).verdict == .refuted)
    // Algebra says nothing of an inequality, which boxes may certify.
    var inequality = PlantedClaim(families: [trueStatement])
    inequality.isExhaustive = true
    #expect(try judgement(inequality).verdict == .certified)
    #expect(try !judgement(inequality).evidence.contains { $0.kind == .symbolic })
  }

  @Test func `proves by the kernel only what the search does not refute`() throws {
    let proved = try judgement(
      PlantedClaim(families: [trueStatement]), proofs: [proof(.statement)])
    #expect(proved.verdict == .proved)
    #expect(proved.trust == .kernel)
    let contradiction = try judgement(
      PlantedClaim(families: [falseStatement]), proofs: [proof(.statement)])
    #expect(contradiction.verdict == .inconclusive)
  }

  @Test func `concludes nothing where the kernel refutes what no search does`() throws {
    let contradiction = try judgement(
      PlantedClaim(families: [trueStatement]), proofs: [proof(.refutation)])
    #expect(contradiction.verdict == .inconclusive)
    let agreement = try judgement(
      PlantedClaim(families: [falseStatement]), proofs: [proof(.refutation)])
    #expect(agreement.verdict == .refuted)
  }

  @Test func `attaches a kernel proof to its amendment and to nothing else`() throws {
    var claim = PlantedClaim(families: [falseStatement])
    func amendment(_ kind: Amendment.Kind) -> Amendment {
      Amendment(kind, "x² ≥ 1/5", families: [trueStatement], control: claim.control)
    }
    claim.amendments = [amendment(.sharpened), amendment(.corrected), amendment(.sharpened)]
    let proved = try judgement(
      claim, proofs: [proof(.statement, of: .init(.sharpened, 2)), proof(.step)])
    #expect(proved.verdict == .refuted)
    #expect(proved.amendments.map(\.verdict) == [.supported, .supported, .proved])
    #expect(proved.amendments.map(\.trust) == [.sampled, .sampled, .kernel])
    func citations(_ evidence: [Evidence]) -> Int { evidence.count { $0.kind == .coq } }
    #expect(citations(proved.evidence) == 1)
    #expect(proved.amendments.map { citations($0.evidence) } == [0, 0, 1])
  }

  @Test func `takes a step as evidence that proves nothing`() throws {
    var claim = PlantedClaim(families: [trueStatement])
    claim.amendments = [
      Amendment(.corrected, "x² ≥ 1/5", families: [trueStatement], control: claim.control)
    ]
    let result = try judgement(
      claim, proofs: [proof(.step), proof(.step, of: .init(.corrected))])
    #expect(result.verdict == .supported)
    #expect(result.amendments.map(\.verdict) == [.supported])
    #expect(result.amendments[0].evidence.contains { $0.summary.contains("(corrected-step)") })
  }

  @Test func `calls vacuous only what a kernel proof shows and a stronger search survives`() throws
  {
    let stronger = SquareStatement(bound: -1)
    var claim = PlantedClaim(families: [trueStatement])
    claim.triviality = Triviality(argument: "x² ≥ anything below", strengthened: [stronger])
    #expect(try judgement(claim).verdict == .supported)
    #expect(try judgement(claim, proofs: [proof(.triviality)]).verdict == .vacuous)
    claim.triviality = Triviality(argument: "wrong", strengthened: [falseStatement])
    #expect(try judgement(claim, proofs: [proof(.triviality)]).verdict == .supported)
  }

  @Test func `judges amendments by the same rules`() throws {
    var claim = PlantedClaim(families: [falseStatement])
    claim.amendments = [
      Amendment(.corrected, "x² ≥ 1/5", families: [trueStatement], control: claim.control),
      Amendment(.sharpened, "x² ≥ 2/5", families: [falseStatement], control: claim.control),
    ]
    let result = try judgement(claim)
    #expect(result.amendments.map(\.verdict) == [.supported, .refuted])
  }

  @Test func `says the same for the same seed`() throws {
    let claim = PlantedClaim(families: [falseStatement])
    #expect(try judgement(claim, seed: 7) == judgement(claim, seed: 7))
  }
}
