extension Table {
  /// The table as a LaTeX `table` with a `tabular` that needs no package; metadata are comments.
  var latex: String {
    var text = "% " + Self.oneLine(title) + "\n"
    for (key, value) in metadata { text += "% \(Self.oneLine(key)): \(Self.oneLine(value))\n" }
    let alignments = columns.map { $0.alignment == .leading ? "l" : "r" }.joined()
    text += "\\begin{table}\n\\centering\n\\caption{\(LaTeXText.escaped(title))}\n"
    text += "\\begin{tabular}{\(alignments)}\n\\hline\n"
    text += columns.map { LaTeXText.escaped($0.heading) }.joined(separator: " & ")
    text += " \\\\\n\\hline\n"
    for row in rows { text += row.map(\.latex).joined(separator: " & ") + " \\\\\n" }
    text += "\\hline\n\\end{tabular}\n"
    if let note { text += "\\par\\smallskip\\small \(LaTeXText.escaped(note))\n" }
    return text + "\\end{table}\n"
  }
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
