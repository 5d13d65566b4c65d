/// A report as one self-contained HTML file: style and pictures inside, no script, nothing to
/// fetch.
///
/// All text is escaped. The same contents give the same bytes.
public struct HTMLPage: Sendable {
  /// A part of the page with an entry in the table of contents.
  public struct Section: Sendable {
    /// The target of links to it: letters, digits, `-`, `_` and `.`, a letter first.
    public let id: String
    /// Its heading.
    public let title: String
    /// What it holds.
    public let body: [HTMLBlock]

    /// A section.
    public init(id: String, title: String, body: [HTMLBlock]) {
      precondition(
        id.first?.isLetter == true
          && id.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) },
        "'\(id)' is not an id: a letter, then letters, digits, '-', '_' and '.'")
      self.id = id
      self.title = title
      self.body = body
    }
  }

  /// The page's heading and the browser's title.
  public var title: String
  /// The line below it.
  public var subtitle: String
  /// The parts of the page, in order.
  public var sections: [Section]
  /// How the page can be made again: version, command, seed; printed at the foot.
  public var provenance: [String]

  /// A page; sections have distinct ids, none of which is `content`.
  public init(title: String, subtitle: String, sections: [Section], provenance: [String] = []) {
    precondition(
      Set(sections.map(\.id) + ["content"]).count == sections.count + 1,
      "the sections' ids are not distinct, or one is 'content'")
    self.title = title
    self.subtitle = subtitle
    self.sections = sections
    self.provenance = provenance
  }

  /// The whole file.
  public var html: String {
    var writer = HTMLWriter(blocks: sections.flatMap(\.body))
    let escaped = HTMLText.escaped
    let rules = sections.flatMap(\.body).map(\.styleRules).joined()
    var text = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    text += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    text +=
      "<title>\(escaped(title))</title>\n<style>\n\(StyleSheet.text)\(rules)</style>\n</head>\n<body>\n"
    text += "<a class=\"skip\" href=\"#content\">Skip to the content</a>\n"
    text += "<header>\n<h1>\(escaped(title))</h1>\n"
    text += subtitle.isEmpty ? "" : "<p class=\"subtitle\">\(escaped(subtitle))</p>\n"
    text += "</header>\n"
    if !sections.isEmpty {
      text += "<nav aria-label=\"Contents\">\n<h2>Contents</h2>\n<ol>\n"
      for section in sections {
        text += "<li><a href=\"#\(section.id)\">\(escaped(section.title))</a></li>\n"
      }
      text += "</ol>\n</nav>\n"
    }
    text += "<main id=\"content\" tabindex=\"-1\">\n"
    for section in sections {
      text += "<section id=\"\(section.id)\">\n<h2>\(escaped(section.title))</h2>\n"
      for block in section.body { text += writer.html(block) }
      text += "</section>\n"
    }
    text += "</main>\n"
    if !provenance.isEmpty {
      text += "<footer>\n<h2>Provenance</h2>\n<ul>\n"
      for line in provenance { text += "<li>\(escaped(line))</li>\n" }
      text += "</ul>\n</footer>\n"
    }
    return text + "</body>\n</html>\n"
  }
}
