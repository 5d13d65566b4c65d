package import GANTheory
import Scalars

/// Derivations by algebra: what is printed, what follows, and by what they differ.
package enum DerivationTable {
  /// The first words of the derivations' names, ascending.
  package static let families = Set(Derivation.all.map { String($0.name.prefix { $0 != "-" }) })
    .sorted().map { "'\($0)-'" }

  /// The derivations in a format.
  package static func rendered(_ derivations: [Derivation], as format: OutputFormat) -> String {
    switch format {
    case .text: derivations.map { lines($0).joined(separator: "\n") }.joined(separator: "\n\n")
    case .latex: (["% \\usepackage{amsmath}"] + derivations.map(latex)).joined(separator: "\n")
    case .json, .csv, .markdown: table(derivations).rendered(as: format)
    }
  }

  /// Both sides of a derivation, by what they differ, and what is to be said about them, for reading.
  package static func lines(_ derivation: Derivation) -> [String] {
    let lines = ["\(derivation.title) (\(derivation.source))", "  printed  \(printed(derivation))"]
    let note = derivation.note.map { ["  note     \($0)"] } ?? []
    switch derivation.decision {
    case .holds: return lines + ["  derived  the same"] + note
    case .fails:
      return lines + [
        "  derived  \(derivation.derived)", "  derived / printed = \(derivation.quotient)",
      ] + note
    case .undecided: return lines + ["  derived  \(derivation.derived)", "  not decided"] + note
    }
  }

  private static func printed(_ derivation: Derivation) -> String {
    guard let short = derivation.abbreviation else { return derivation.printed.description }
    return "\(short.expression) with \(short.symbol) = \(short.meaning)"
  }

  private static func table(_ derivations: [Derivation]) -> Table {
    Table(
      title: "Derivations by algebra",
      columns: [
        "name", "title", "source", "printed", "derived", "equal", "derived / printed", "note",
        "printed in Coq", "derived in Coq",
      ].map { Column($0, alignment: .leading) },
      rows: derivations.map { derivation in
        [
          derivation.name, derivation.title, derivation.source, printed(derivation),
          derivation.derived.description, derivation.decision.rawValue,
          derivation.quotient.description,
        ].map { .text($0) }
          + [derivation.note, derivation.printed.coq, derivation.derived.coq].map {
            $0.map { .text($0) } ?? .missing
          }
      })
  }

  /// What fits beside the longest label in a text of 345 pt, in halves of an em of 10 pt.
  private static let lineWidth = 50.0

  /// A labelled formula of a display, broken where it is too wide.
  private static func displayed(_ label: String, _ formulas: [String]) -> String {
    let whole = formulas.joined(separator: ", \\quad ")
    let lines =
      LaTeXFormula(whole).width <= lineWidth
      ? [whole] : formulas.flatMap { LaTeXFormula($0).lines(width: lineWidth) }
    return "\\text{\(label):}\\quad & " + lines.joined(separator: " \\\\\n& ")
  }

  private static func latex(_ derivation: Derivation) -> String {
    var printed = [derivation.printed.latex]
    if let short = derivation.abbreviation {
      printed = [short.expression.latex, "\(short.symbol) = \(short.meaning.latex)"]
    }
    var display = [displayed("printed", printed)]
    switch derivation.decision {
    case .holds: display.append("\\text{derived:}\\quad & \\text{the same}")
    case .fails, .undecided:
      display += [
        displayed("derived", [derivation.derived.latex]),
        displayed("derived/printed", [derivation.quotient.latex]),
      ]
    }
    return """
      \\paragraph{\(LaTeXText.escaped("\(derivation.title) (\(derivation.source))."))}
      \\begin{align*}
      \(display.joined(separator: " \\\\\n"))
      \\end{align*}
      """
  }
}
