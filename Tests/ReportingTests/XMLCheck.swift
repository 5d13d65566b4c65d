/// A check that a document's tags are balanced; enough to catch unescaped text.
enum XMLCheck {
  /// Elements that HTML does not close.
  private static let empty: Set<Substring> = ["meta", "br"]

  static func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for part in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: ">") else { return false }
      let tag = part[..<end]
      if tag.hasPrefix("?") || tag.hasPrefix("!") || tag.hasSuffix("/") { continue }
      let name = tag.prefix { !$0.isWhitespace }
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !empty.contains(name) {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
