/// A table in GitHub-flavoured Markdown.
struct MarkdownLayout: TableLayout {
  let head: Table

  var opening: String {
    let escaped = Table.markdownText
    var text = "**\(escaped(head.title))**\n\n"
    for (key, value) in head.metadata { text += "- \(escaped(key)): \(escaped(value))\n" }
    text += head.metadata.isEmpty ? "" : "\n"
    text += line(head.columns.map { escaped($0.heading) })
    return text + line(head.columns.map { $0.alignment == .leading ? ":---" : "---:" })
  }

  func line(_ row: [Cell], index: Int) -> String {
    line(row.map { Table.markdownText($0.plainText) })
  }

  func closing(count: Int) -> String { head.note.map { "\n\(Table.markdownText($0))\n" } ?? "" }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}

extension Table {
  /// Markdown that shows the text as it is: no emphasis, links, tags, cells or mathematics.
  static func markdownText(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "#":
        escaped += "\\" + String(character)
      case _ where character.isNewline: escaped += "<br>"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
