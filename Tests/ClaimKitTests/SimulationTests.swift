import ClaimKit
import NumericKernel
import Scalars
import Testing

@Suite struct `Claims about runs` {
  private func coin(_ probability: Double) -> @Sendable (RandomStream) -> Bool {
    { $0.uniform() < probability }
  }

  private func judgement(
    of probability: Double, control: Double = 0.5, effort: Effort = .standard, seed: UInt64 = 1
  ) throws -> Judgement {
    let simulation = Simulation(
      "heads", inAtLeast: Rational(4, 5), confidence: Rational(99, 100),
      happens: coin(probability), control: coin(control))
    return try Judge(effort: effort, seed: seed, proofs: []).judgement(
      of: PlantedClaim(families: [], simulation: simulation))
  }

  @Test
  func `are supported where the interval lies above the share, and say how many runs it took`()
    throws
  {
    let result = try judgement(of: 0.9)
    #expect(result.verdict == .supported)
    #expect(result.trust == .sampled)
    let numbers = try #require(result.evidence.first?.numbers)
    #expect(numbers["runs"].flatMap { Int($0) } ?? 0 < Effort.standard.runs)
    #expect(numbers["lower"].flatMap { Double($0) } ?? 0 >= 0.8)
  }

  @Test func `are never refuted, but contradicted in words`() throws {
    let result = try judgement(of: 0.6)
    #expect(result.verdict == .inconclusive)
    #expect(result.evidence.last?.summary.contains("contradict the claim") == true)
  }

  @Test func `stay undecided where the share is just met`() throws {
    let result = try judgement(of: 0.8)
    #expect(result.verdict == .inconclusive)
    #expect(result.evidence.last?.summary.contains("undecided") == true)
  }

  @Test func `do not count where the control is not contradicted`() throws {
    #expect(try judgement(of: 0.95, control: 0.9).verdict == .inconclusive)
  }

  @Test func `repeat themselves from the same seed`() throws {
    #expect(try judgement(of: 0.85, seed: 4) == judgement(of: 0.85, seed: 4))
  }

  @Test func `have no statement whose mutants could be refuted`() throws {
    let simulation = Simulation(
      "heads", inAtLeast: Rational(1, 2), confidence: Rational(9, 10), happens: coin(0.9),
      control: coin(0.1))
    let power = PowerExamination(effort: .quick, seed: 1)
    #expect(try power.report(on: PlantedClaim(families: [], simulation: simulation)) == nil)
  }

  @Test func `report a failure of the implementation`() throws {
    struct Broken: Error {}
    let simulation = Simulation(
      "heads", inAtLeast: Rational(1, 2), confidence: Rational(9, 10),
      happens: { stream in
        if stream.uniform() < 0.1 { throw Broken() }
        return true
      }, control: coin(0.1))
    let result = try Judge(effort: .quick, seed: 1, proofs: []).judgement(
      of: PlantedClaim(families: [], simulation: simulation))
    #expect(result.verdict == .inconclusive)
    #expect(result.evidence.last?.summary.contains("implementation failed: run") == true)
  }

  @Test func `are wrongly decided in at most the stated share of sequences`() {
    // At the share itself 'fails' is wrong: at most 10 % of sequences may say so, also after many looks.
    let test = SequentialTest(proportion: 0.8, confidence: 0.9, budget: 512)
    let sequences = 300
    let wrong = (0..<sequences).filter {
      let stream = RandomStream(seed: UInt64($0), name: "coverage")
      return test.report(stream) { $0.uniform() < 0.8 }.decision == .fails
    }.count
    // Under an error of 10 % the count is at most 30 + 4·√27 with probability 0.9999.
    #expect(wrong <= 50)
    #expect(
      test.report(RandomStream(seed: 1, name: "fair")) { $0.uniform() < 0.5 }.decision == .fails)
  }
}
