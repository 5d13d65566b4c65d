/// Work in pieces that are kept as they are done, so that a run that was stopped goes on with the next.
package struct KeptWork<Piece> {
  /// What an earlier run has left.
  package let found: [Piece]
  /// Keeps all that is done so far.
  package let keep: ([Piece]) throws -> Void
  /// Is told how many pieces are done, before each.
  package let progress: (Int) -> Void

  package init(
    found: [Piece] = [], keep: @escaping ([Piece]) throws -> Void = { _ in },
    progress: @escaping (Int) -> Void = { _ in }
  ) {
    self.found = found
    self.keep = keep
    self.progress = progress
  }

  /// All pieces: those that were found, then new ones.
  package func pieces(_ count: Int, _ piece: (Int) throws -> Piece) throws -> [Piece] {
    var pieces = found
    for index in pieces.count..<max(count, pieces.count) {
      progress(index)
      pieces.append(try piece(index))
      try keep(pieces)
    }
    return pieces
  }
}
