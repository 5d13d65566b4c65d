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
  /// Text as typed, such as a command or a proof.
  case code(String)
  /// Terms and their meanings.
  case definitionList([(String, String)])
}
