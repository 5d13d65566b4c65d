extension Table {
  /// The table in GitHub-flavoured Markdown.
  var markdown: String {
    func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
    var text = "**\(Self.markdownText(title))**\n\n"
    for (key, value) in metadata {
      text += "- \(Self.markdownText(key)): \(Self.markdownText(value))\n"
    }
    text += metadata.isEmpty ? "" : "\n"
    text += line(columns.map { Self.markdownText($0.heading) })
    text += line(columns.map { $0.alignment == .leading ? ":---" : "---:" })
    for row in rows { text += line(row.map { Self.markdownText($0.plainText) }) }
    if let note { text += "\n\(Self.markdownText(note))\n" }
    return text
  }

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
