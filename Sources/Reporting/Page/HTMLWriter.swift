/// Writes the blocks of one page, and counts its pictures and tables to number them.
struct HTMLWriter {
  private var figures = 0
  private var tables = 0
  /// The names of the page's entries.
  private let anchors: Set<String>

  /// A writer for a page that holds these blocks.
  init(blocks: [HTMLBlock]) { anchors = Set(blocks.flatMap(\.entryNames)) }

  /// The block's elements.
  mutating func html(_ block: HTMLBlock) -> String {
    let escaped = HTMLText.escaped
    switch block {
    case .paragraph(let text): return "<p>\(escaped(text))</p>\n"
    case .list(let items):
      return "<ul>\n" + items.map { "<li>\(escaped($0))</li>\n" }.joined() + "</ul>\n"
    case .table(let table): return html(table, badges: nil)
    case .badgeTable(let table, let column): return html(table, badges: column)
    case .figure(let svg, let caption, let alternative):
      figures += 1
      let picture = SVGText.inlined(svg, prefix: "figure-\(figures)-", label: alternative)
      return "<figure>\n\(Self.scrolling("Figure \(figures)", picture))\n"
        + "<figcaption><b>Figure \(figures).</b> \(escaped(caption))</figcaption>\n</figure>\n"
    case .details(let summary, let blocks):
      var text = "<details>\n<summary>\(escaped(summary))</summary>\n"
      for block in blocks { text += html(block) }
      return text + "</details>\n"
    case .entry(let id, let title, let isFolded, let blocks):
      let heading = isFolded ? "summary" : "h3"
      let element = isFolded ? "details" : "article"
      var text = "<\(element) id=\"\(escaped(id))\">\n<\(heading)>\(escaped(title))</\(heading)>\n"
      for block in blocks { text += html(block) }
      return text + "</\(element)>\n"
    case .filteredEntries(let list): return html(list)
    case .formulas(let entries):
      return "<dl>\n"
        + entries.map {
          let meaning = "\($0.mathML)\($0.text.isEmpty ? "" : " ")\(linked($0.text))"
          let length = Self.characters(of: $0.mathML)
          return "<dt>\(escaped($0.term))</dt>\n<dd>"
            + "\(Self.scrolling($0.term, meaning, style: " style=\"--length:\(length)\""))</dd>\n"
        }.joined() + "</dl>\n"
    case .code(let text):
      return "<pre tabindex=\"0\"><code>\(escaped(text))</code></pre>\n"
    case .definitionList(let entries):
      return "<dl>\n"
        + entries.map { "<dt>\(escaped($0))</dt>\n<dd>\(linked($1))</dd>\n" }.joined() + "</dl>\n"
    }
  }

  /// The buttons of a list, then its entries.
  private mutating func html(_ list: FilteredEntries) -> String {
    let escaped = HTMLText.escaped
    var text = "<form class=\"filters\">\n"
    for group in list.groups {
      let name = list.mark(group, "all")
      text +=
        "<fieldset>\n<legend>\(escaped(group.name))</legend>\n<label><input type=\"radio\" "
        + "name=\"\(name)\" id=\"\(name)\" checked=\"\" /> all (\(list.entries.count))</label>\n"
      for (value, count) in list.values(of: group) {
        text +=
          "<label><input type=\"radio\" name=\"\(name)\" id=\"\(list.mark(group, value))\" /> "
          + "\(escaped(value)) (\(count))</label>\n"
      }
      text += "</fieldset>\n"
    }
    text += "</form>\n<div class=\"\(list.name)\">\n"
    for entry in list.entries {
      let marks = list.groups.compactMap { group in
        entry.values[group.name].map { list.mark(group, $0) }
      }
      text +=
        "<details id=\"\(escaped(entry.id))\" class=\"\(marks.joined(separator: " "))\">\n"
        + "<summary>\(VerdictBadge.html(entry.badge)) \(escaped(entry.title))</summary>\n"
      for block in entry.body { text += html(block) }
      text += "</details>\n"
    }
    return text + "</div>\n"
  }

  /// The text, escaped, in which names of the page's entries are links.
  private func linked(_ text: String) -> String {
    var html = ""
    var rest = text[...]
    while let first = rest.first {
      let isName = Self.isOfName(first)
      let word = rest.prefix { Self.isOfName($0) == isName }
      rest = rest.dropFirst(word.count)
      // A full stop that ends a sentence is no part of a name.
      var name = word
      while isName, name.last == "." { name.removeLast() }
      let stop = word.dropFirst(name.count)
      html +=
        anchors.contains(String(name))
        ? "<a href=\"#\(name)\">\(name)</a>\(stop)" : HTMLText.escaped(String(word))
    }
    return html
  }

  private static func isOfName(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "-.".contains(character))
  }

  /// A table; the cells of the column named `badges` are badges.
  private mutating func html(_ table: Table, badges: String?) -> String {
    if let badges {
      precondition(
        table.columns.contains { $0.name == badges }, "'\(table.title)' has no column '\(badges)'")
    }
    tables += 1
    var text = "\n<table>\n<caption><b>Table \(tables).</b> "
    text += "\(HTMLText.escaped(table.title))</caption>\n<thead>\n<tr>"
    for column in table.columns {
      text += "<th scope=\"col\"\(Self.style(column))>\(HTMLText.escaped(column.heading))</th>"
    }
    text += "</tr>\n</thead>\n<tbody>\n"
    for row in table.rows {
      text += "<tr>"
      for (index, (column, cell)) in zip(table.columns, row).enumerated() {
        let content =
          column.name == badges ? VerdictBadge.html(cell.plainText) : Self.html(cell)
        let isHead = index == 0 && column.name != badges
        let element = isHead ? "th scope=\"row\"" : "td"
        text += "<\(element)\(Self.style(column))>\(content)</\(isHead ? "th" : "td")>"
      }
      text += "</tr>\n"
    }
    text = Self.scrolling("Table \(tables)", text + "</tbody>\n</table>\n") + "\n"
    let remarks = table.metadata.map { "\($0): \($1)" } + (table.note.map { [$0] } ?? [])
    if !remarks.isEmpty {
      text += "<p class=\"note\">\(HTMLText.escaped(remarks.joined(separator: " · ")))</p>\n"
    }
    return text
  }

  /// What scrolls sideways where the page is narrow, by keyboard too; the name tells what has the focus.
  private static func scrolling(_ name: String, _ html: String, style: String = "") -> String {
    "<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"\(HTMLText.escaped(name))\"\(style)>"
      + html + "</div>"
  }

  /// The characters between the tags: how long a formula is, so that the style sheet can make it fit on paper.
  private static func characters(of html: String) -> Int {
    html.split(separator: "<").reduce(0) { count, part in
      count + (part.split(separator: ">", maxSplits: 1).dropFirst().first?.count ?? 0)
    }
  }

  private static func style(_ column: Column) -> String {
    column.alignment == .trailing ? " class=\"number\"" : ""
  }

  /// A cell's content; numbers have a true minus sign and a raised exponent.
  private static func html(_ cell: Cell) -> String {
    switch cell {
    case .text(let text):
      // A name such as theorem-3.4 is not broken at its hyphen.
      let isName = text.count <= 40 && text.contains("-") && !text.contains(where: \.isWhitespace)
      let escaped = HTMLText.escaped(text)
      return isName ? "<span class=\"name\">\(escaped)</span>" : escaped
    case .integer(let integer): return String(integer).replacing("-", with: "−")
    case .missing: return "–"
    case .number(let number):
      if number.isInfinite { return number < 0 ? "−∞" : "∞" }
      let (mantissa, exponent) = NumberText.parts(number)
      let power = exponent.map { " × 10<sup>\($0)</sup>".replacing("-", with: "−") } ?? ""
      return mantissa.replacing("-", with: "−") + power
    }
  }
}

/// The badge of a verdict; its words say everything, the colour only repeats it.
enum VerdictBadge {
  /// Verdicts that have a colour of their own; anything else is grey.
  private static let known: Set<String> = [
    "proved", "certified", "supported", "refuted", "vacuous", "inconclusive",
  ]

  /// The badge with a text, coloured by the text's first word.
  static func html(_ text: String) -> String {
    let word = text.lowercased().prefix { $0.isLetter }
    let kind = known.contains(String(word)) ? String(word) : "other"
    return "<span class=\"badge \(kind)\">\(HTMLText.escaped(text))</span>"
  }
}
