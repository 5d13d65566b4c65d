/// A part of a page's section.
public indirect enum HTMLBlock: Sendable {
  /// A paragraph of plain text.
  case paragraph(String)
  /// A bulleted list of plain texts.
  case list([String])
  /// A table; on a narrow screen it scrolls sideways.
  case table(Table)
  /// A table in which the column with a name holds verdicts, shown as coloured badges.
  case badgeTable(Table, column: String)
  /// A picture with its caption and a description for people who cannot see it.
  case figure(svg: String, caption: String, alternative: String)
  /// Blocks that are folded away under a summary until the reader opens it.
  case details(String, [HTMLBlock])
  /// A named part, which links on the page lead to; folded away, or under a heading of its own.
  case entry(id: String, title: String, isFolded: Bool = false, [HTMLBlock])
  /// Named parts of which the reader chooses which are shown.
  case filteredEntries(FilteredEntries)
  /// Terms, each with a formula as MathML and a text behind it.
  case formulas([(term: String, mathML: String, text: String)])
  /// Text as typed, such as a command or a proof.
  case code(String)
  /// Terms and their meanings; where a meaning names an entry of the page, it is a link.
  case definitionList([(String, String)])
}

extension HTMLBlock {
  /// The names of this block's entries.
  var entryNames: [String] {
    switch self {
    case .entry(let id, _, _, let blocks): [id] + blocks.flatMap(\.entryNames)
    case .details(_, let blocks): blocks.flatMap(\.entryNames)
    case .filteredEntries(let list):
      list.entries.flatMap { [$0.id] + $0.body.flatMap(\.entryNames) }
    default: []
    }
  }
}
