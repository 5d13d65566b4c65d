import GANTheory
import ParticleFlow
import Reporting
import Testing

@Suite struct KeptWorkTests {
  private struct Stopped: Error {}

  @Test func `work that was stopped goes on with the next piece`() throws {
    var kept: [Int] = []
    var made: [Int] = []
    let first = KeptWork<Int>(keep: { kept = $0 })
    #expect(throws: Stopped.self) {
      try first.pieces(5) {
        if $0 == 3 { throw Stopped() }
        made.append($0)
        return $0 * $0
      }
    }
    #expect(kept == [0, 1, 4])
    let second = KeptWork(found: kept, keep: { kept = $0 })
    let all = try second.pieces(5) {
      made.append($0)
      return $0 * $0
    }
    #expect(all == [0, 1, 4, 9, 16])
    #expect(kept == all)
    #expect(made == [0, 1, 2, 3, 4])
  }

  @Test func `a resumed table is that of an uninterrupted run`() throws {
    let problem = try LineFlowProblem(
      data: GaussianMixture(modes: [[-1], [1]], standardDeviation: 1), slope: 1)
    var kept: [LineParticleTable.Errors] = []
    func table(_ work: KeptWork<LineParticleTable.Errors>) throws -> Table {
      try LineParticleTable.numbers(
        problem, counts: [8, 16], until: 0.05, nodes: 64, tolerance: 1e-5, work: work)
    }
    let whole = try table(KeptWork(keep: { kept = $0 }))
    let resumed = try table(KeptWork(found: Array(kept.prefix(1))))
    #expect(resumed.rendered(as: .text) == whole.rendered(as: .text))
    // What was kept is used, not computed again.
    let moved = try table(KeptWork(found: kept.reversed()))
    #expect(moved.rendered(as: .text) != whole.rendered(as: .text))
  }
}
