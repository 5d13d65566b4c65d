/// Which claims rest on which, by the ids that they say they use.
public struct ClaimDependencies: Sendable {
  private let order: [String]
  private let uses: [String: [String]]

  public init(claims: [any Claim]) {
    order = claims.map(\.id)
    uses = Dictionary(claims.map { ($0.id, $0.uses) }) { first, _ in first }
  }

  /// The claims that a claim relies on, directly.
  public func used(by id: String) -> [String] { uses[id] ?? [] }

  /// The claims that rely on a claim, directly or through others, in the order of the ledger.
  public func dependents(of id: String) -> [String] {
    var found: Set<String> = [id]
    var isGrowing = true
    while isGrowing {
      let next = order.filter { !found.contains($0) && !found.isDisjoint(with: used(by: $0)) }
      found.formUnion(next)
      isGrowing = !next.isEmpty
    }
    return order.filter { $0 != id && found.contains($0) }
  }

  /// Ids that are used and name no claim, with the claim that uses them.
  public var unknown: [(claim: String, used: String)] {
    order.flatMap { claim in
      used(by: claim).filter { uses[$0] == nil }.map { (claim, $0) }
    }
  }
}
