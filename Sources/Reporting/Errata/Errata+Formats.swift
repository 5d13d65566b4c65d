import ClaimKit

extension Errata {
  /// GitHub-flavoured Markdown.
  package var markdown: String {
    let escaped = Table.markdownText
    var text = "# \(escaped(Self.title))\n\n"
    for paragraph in introduction { text += "\(escaped(paragraph))\n\n" }
    var number = 0
    for group in groups {
      text += "## \(escaped(group.reach.heading))\n\n"
      for entry in group.entries {
        number += 1
        text += "### \(number). \(escaped(entry.title)) (`\(entry.id)`)\n\n"
        for part in entry.parts { text += "- **\(part.term).** \(escaped(part.text))\n" }
        text += "\n"
      }
    }
    text += "---\n\n"
    for line in provenance { text += "- \(escaped(line))\n" }
    return text
  }

  /// A LaTeX document for pdfLaTeX with packages that every distribution has.
  package var latex: String {
    let escaped = LaTeXText.escaped
    var text = """
      \\documentclass[11pt]{article}
      \\usepackage[T1]{fontenc}
      \\usepackage[utf8]{inputenc}
      \\usepackage[margin=2.5cm]{geometry}
      \\setlength{\\emergencystretch}{4em}
      \\begin{document}
      \\title{\(escaped(Self.title))}
      \\author{}
      \\date{}
      \\maketitle

      """
    for paragraph in introduction { text += "\(escaped(paragraph))\n\n" }
    var number = 0
    for group in groups {
      text += "\\section*{\(escaped(group.reach.heading))}\n"
      for entry in group.entries {
        number += 1
        text += "\\subsection*{\(number). \(escaped(entry.title)) (\(escaped(entry.id)))}\n"
        text += "\\begin{description}\n\\setlength{\\itemsep}{0pt}\n"
        for part in entry.parts { text += "\\item[\(part.term).] \(escaped(part.text))\n" }
        text += "\\end{description}\n"
      }
    }
    text += "\\section*{How this was made}\n\\begin{itemize}\n"
    for line in provenance { text += "\\item \(escaped(line))\n" }
    return text + "\\end{itemize}\n\\end{document}\n"
  }

  /// The same as a page.
  package var page: HTMLPage {
    var number = 0
    let sections = groups.map { group in
      HTMLPage.Section(
        id: group.reach.rawValue, title: group.reach.heading,
        body: group.entries.map { entry in
          number += 1
          return .entry(
            id: entry.id, title: "\(number). \(entry.title) (\(entry.id))",
            [.definitionList(entry.parts.map { ($0.term, $0.text) })])
        })
    }
    return HTMLPage(
      title: Self.title, subtitle: introduction[0],
      sections: [
        HTMLPage.Section(id: "words", title: "Words", body: [.paragraph(introduction[1])])
      ] + sections,
      provenance: provenance)
  }
}
