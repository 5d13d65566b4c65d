/// A table in LaTeX with the rules of the package booktabs; metadata are comments, and so are the packages
/// that it needs.
///
/// A short one is a `table`, scaled to the width of the text where it would stick out. One of more rows than a page
/// holds, or whose rows are not known yet, is a `longtable`. Columns of long texts break their lines.
struct LaTeXLayout: TableLayout {
  /// Rows that a page holds.
  private static let rowsOfPage = 40
  /// Characters across the text of `article` at ten points, and what a column's margins take of them.
  private static let (lineLength, margin) = (72.0, 2.5)
  /// Characters from which a text may be broken into lines.
  private static let longText = 24

  private let head: Table
  private let isLong: Bool
  private let isWide: Bool
  private let alignments: String

  /// The layout of a whole table, or of one whose rows are still to come.
  init(head: Table, isStreamed: Bool) {
    self.head = head
    isLong = isStreamed || head.rows.count > Self.rowsOfPage
    let lengths = Self.lengths(of: head)
    let total = lengths.reduce(0) { $0 + Double($1) + Self.margin }
    isWide = total > Self.lineLength
    alignments = Self.alignments(head.columns, lengths, isWide: isWide)
  }

  var opening: String {
    var text = "% " + Table.oneLine(head.title) + "\n"
    for (key, value) in head.metadata {
      text += "% \(Table.oneLine(key)): \(Table.oneLine(value))\n"
    }
    text += "% \\usepackage{\(packages.joined(separator: ","))}\n"
    let caption = "\\caption{\(LaTeXText.escaped(head.title))}"
    let heads =
      "\\toprule\n" + line(head.columns.map { LaTeXText.escaped($0.heading) }) + "\\midrule\n"
    if isLong {
      if isWide { text += "{\\footnotesize\\setlength{\\tabcolsep}{3pt}\n" }
      return text + "\\begin{longtable}{\(alignments)}\n\(caption)\\\\\n\(heads)\\endfirsthead\n"
        + "\(heads)\\endhead\n\\bottomrule\n\\endfoot\n"
    }
    text += "\\begin{table}\n\\centering\n\(caption)\n"
    if isWide {
      text += "\\resizebox{\\ifdim\\width>\\linewidth\\linewidth\\else\\width\\fi}{!}{%\n"
    }
    return text + "\\begin{tabular}{\(alignments)}\n\(heads)"
  }

  func line(_ row: [Cell], index: Int) -> String { line(row.map(\.latex)) }

  func closing(count: Int) -> String {
    let note = head.note.map { "\\par\\smallskip\\small \(LaTeXText.escaped($0))\n" } ?? ""
    if isLong {
      let rest = note.isEmpty ? "" : "{\(note)\\par}\n"
      return "\\end{longtable}\n" + (isWide ? "}\n" : "") + rest
    }
    return "\\bottomrule\n\\end{tabular}" + (isWide ? "}" : "") + "\n\(note)\\end{table}\n"
  }

  private var packages: [String] {
    (alignments.contains("p{") ? ["array"] : []) + ["booktabs"]
      + (isLong ? ["longtable"] : isWide ? ["graphicx"] : [])
  }

  private func line(_ cells: [String]) -> String { cells.joined(separator: " & ") + " \\\\\n" }

  /// The characters of each column's longest entry.
  private static func lengths(of table: Table) -> [Int] {
    table.columns.indices.map { column in
      table.rows.reduce(table.columns[column].heading.count) {
        max($0, $1[column].plainText.count)
      }
    }
  }

  /// Letters for columns; where all of them are too wide, those of long texts share what the others leave.
  private static func alignments(_ columns: [Column], _ lengths: [Int], isWide: Bool) -> String {
    let isBroken = zip(columns, lengths).map { column, length in
      isWide && column.alignment == .leading && length > longText
    }
    // Long texts get room by the root of their length: the longest does not take it all.
    let shares = zip(isBroken, lengths).map { $0 ? Double($1).squareRoot() : 0 }
    let taken = zip(isBroken, lengths).reduce(0) { $0 + margin + ($1.0 ? 0 : Double($1.1)) }
    let room = max(1 - taken / lineLength, 0.4)
    return columns.indices.map { index in
      guard isBroken[index] else { return columns[index].alignment == .leading ? "l" : "r" }
      let percent = Int((100 * room * shares[index] / shares.reduce(0, +)).rounded(.down))
      return ">{\\raggedright\\arraybackslash}p{0.\(percent < 10 ? "0" : "")\(percent)\\linewidth}"
    }.joined()
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
