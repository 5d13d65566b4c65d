/// A table as a LaTeX `table` with the rules of the package booktabs; metadata are comments.
struct LaTeXLayout: TableLayout {
  let head: Table

  var opening: String {
    var text = "% " + Table.oneLine(head.title) + "\n"
    for (key, value) in head.metadata {
      text += "% \(Table.oneLine(key)): \(Table.oneLine(value))\n"
    }
    let alignments = head.columns.map { $0.alignment == .leading ? "l" : "r" }.joined()
    text += "% \\usepackage{booktabs}\n"
    text += "\\begin{table}\n\\centering\n\\caption{\(LaTeXText.escaped(head.title))}\n"
    text += "\\begin{tabular}{\(alignments)}\n\\toprule\n"
    return text + line(head.columns.map { LaTeXText.escaped($0.heading) }) + "\\midrule\n"
  }

  func line(_ row: [Cell], index: Int) -> String { line(row.map(\.latex)) }

  func closing(count: Int) -> String {
    var text = "\\bottomrule\n\\end{tabular}\n"
    if let note = head.note { text += "\\par\\smallskip\\small \(LaTeXText.escaped(note))\n" }
    return text + "\\end{table}\n"
  }

  private func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }
}

extension Cell {
  /// The entry in LaTeX; numbers in mathematics mode, for their minus sign and exponent.
  fileprivate var latex: String {
    switch self {
    case .text(let text): return LaTeXText.escaped(text)
    case .integer(let integer): return integer < 0 ? "$\(integer)$" : String(integer)
    case .missing: return "--"
    case .number(let number):
      if number.isNaN { return "nan" }
      if number.isInfinite { return number < 0 ? "$-\\infty$" : "$\\infty$" }
      let (mantissa, exponent) = NumberText.parts(number)
      return "$" + mantissa + (exponent.map { "\\times10^{\($0)}" } ?? "") + "$"
    }
  }
}
