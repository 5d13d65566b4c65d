import ClaimKit
import Testing

@Suite struct `Claims that rest on claims` {
  private struct Node: Claim {
    let id: String
    let uses: [String]
    let title = "a node"
    let source = "an example"
    let statement = "0 ≥ 0"
    let hypotheses: [String] = []
    let families: [any Statement] = []
    let control = Control("none", families: [])
    let recorded = Verdict.inconclusive
  }

  private let graph = ClaimDependencies(claims: [
    Node(id: "a", uses: []), Node(id: "b", uses: ["a"]), Node(id: "c", uses: ["b", "x"]),
    Node(id: "d", uses: []), Node(id: "e", uses: ["d", "a"]),
  ])

  @Test func `are found through others, in the order of the ledger`() {
    #expect(graph.dependents(of: "a") == ["b", "c", "e"])
    #expect(graph.dependents(of: "d") == ["e"])
    #expect(graph.dependents(of: "c").isEmpty)
  }

  @Test func `name what is no claim`() {
    #expect(graph.unknown.map(\.claim) == ["c"])
    #expect(graph.unknown.map(\.used) == ["x"])
  }
}
