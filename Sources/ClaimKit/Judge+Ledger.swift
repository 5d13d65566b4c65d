import Dispatch
import Synchronization

extension Judge {
  /// Judges claims on several threads. Every claim has random streams of its own, so that nothing depends
  /// on the number of threads or on the order in which they end.
  ///
  /// - Parameters:
  ///   - threads: how many; by default as many as there are processors.
  ///   - progress: called under a lock after every claim, with the number that are done.
  /// - Throws: `NumericError` where a numerical method fails, of the first such claim.
  public func ledger(
    of claims: [any Claim], threads: Int? = nil,
    progress: @Sendable (_ done: Int, _ claim: String) -> Void = { _, _ in }
  ) throws -> Ledger {
    precondition((threads ?? 1) > 0, "threads > 0")
    let judgements = try claims.mappedInParallel(threads: threads) { claim in
      try judgement(of: claim)
    } progress: {
      progress($0, claims[$1].id)
    }
    return Ledger(seed: seed, effort: effort, claims: judgements)
  }
}

extension Array where Element: Sendable {
  /// The results in the order of the elements, whichever thread has found them.
  package func mappedInParallel<Value: Sendable>(
    threads: Int?, _ transform: @Sendable (Element) throws -> Value,
    progress: @Sendable (_ done: Int, _ index: Int) -> Void
  ) throws -> [Value] {
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
    let next = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: threads ?? count) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        let result = Result { try transform(self[index]) }
        results.withLock {
          $0[index] = result
          progress($0.count, index)
        }
      }
    }
    return try results.withLock { results in
      try indices.compactMap { try results[$0]?.get() }
    }
  }
}
