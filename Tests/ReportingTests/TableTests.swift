import Foundation
import Reporting
import Testing

/// A table with something to escape in every place.
private let awkward = Table(
  title: "A & B_1",
  columns: [Column("id", alignment: .leading), Column("S", unit: "1/σ"), Column("n")],
  rows: [
    [.text("a|b_c"), .number(1490), .integer(-3)],
    [.text("50% <x>, \"y\""), .number(1.49e33), .missing],
    [.text("[z]"), .number(.nan), .integer(7)],
  ],
  note: "a note", metadata: [("seed", "1"), ("args", "x|y")])

@Suite struct TableTests {
  @Test func `text is aligned to the sides that the columns ask for`() {
    #expect(
      awkward.rendered(as: .text) == """
        A & B_1
        seed: 1
        args: x|y

        id             S [1/σ]   n
        ------------  --------  --
        a|b_c             1490  -3
        50% <x>, "y"  1.49e+33   -
        [z]                nan   7

        a note

        """)
  }

  @Test func `csv quotes as RFC 4180 and puts metadata into comments`() {
    #expect(
      awkward.rendered(as: .csv) == """
        # A & B_1
        # seed: 1
        # args: x|y
        # unit of S: 1/σ
        # a note
        id,S,n
        a|b_c,1490.0,-3
        "50% <x>, ""y""\",1.49e+33,
        [z],nan,7

        """)
  }

  @Test func `csv tells empty text from a missing entry and guards hashes and line breaks`() {
    let table = Table(
      title: "t", columns: [Column("a"), Column("b"), Column("c"), Column("d")],
      rows: [[.text(""), .missing, .text("#1"), .text("x\ny")]])
    #expect(table.rendered(as: .csv) == "# t\na,b,c,d\n\"\",,\"#1\",\"x\ny\"\n")
  }

  @Test func `markdown shows special characters as they are`() {
    #expect(
      awkward.rendered(as: .markdown) == #"""
        **A &amp; B\_1**

        - seed: 1
        - args: x\|y

        | id | S \[1/σ\] | n |
        | :--- | ---: | ---: |
        | a\|b\_c | 1490 | -3 |
        | 50% \<x\>, "y" | 1.49e+33 | - |
        | \[z\] | nan | 7 |

        a note

        """#)
  }

  @Test func `latex escapes specials and sets numbers as mathematics`() {
    #expect(
      awkward.rendered(as: .latex) == #"""
        % A & B_1
        % seed: 1
        % args: x|y
        % \usepackage{booktabs}
        \begin{table}
        \centering
        \caption{A \& B\_1}
        \begin{tabular}{lrr}
        \toprule
        id & S {[}1/$\sigma$] & n \\
        \midrule
        a$|$b\_c & $1490$ & $-3$ \\
        50\% $<$x$>$, ''y'' & $1.49\times10^{33}$ & -- \\
        {[}z] & nan & 7 \\
        \bottomrule
        \end{tabular}
        \par\smallskip\small a note
        \end{table}

        """#)
  }

  @Test func `latex scales a table that is too wide, and breaks its long texts`() {
    let table = Table(
      title: "t", columns: [Column("a", alignment: .leading), Column("b")],
      rows: [[.text(String(repeating: "word ", count: 20)), .text("1")]])
    let text = table.rendered(as: .latex)
    #expect(
      text.contains(#"% \usepackage{array,booktabs,graphicx}"#))
    #expect(text.contains(#"\resizebox{\ifdim\width>\linewidth\linewidth\else\width\fi}{!}{%"#))
    // 72 characters, less two margins of 2.5 and the one of the other column.
    #expect(text.contains(#"\begin{tabular}{>{\raggedright\arraybackslash}p{0.91\linewidth}r}"#))
    #expect(text.contains("\\end{tabular}}\n"))
  }

  @Test func `latex breaks a table of many rows, or of rows to come, over pages`() throws {
    let columns = [Column("a"), Column("b")]
    let rows = (0...40).map { [Cell.integer($0), .integer(-$0)] }
    let whole = Table(title: "t", columns: columns, rows: rows).rendered(as: .latex)
    var streamed = ""
    var stream = try TableStream(
      head: Table(title: "t", columns: columns, rows: []), format: .latex
    ) { streamed += $0 }
    for row in rows { try stream.append(row) }
    try stream.finish()
    #expect(streamed == whole)
    #expect(whole.contains("\\begin{longtable}{rr}\n\\caption{t}\\\\\n\\toprule\na & b"))
    #expect(whole.hasSuffix("40 & $-40$ \\\\\n\\end{longtable}\n"))
    let short = Table(title: "t", columns: columns, rows: Array(rows.dropLast()))
    #expect(short.rendered(as: .latex).contains("\\begin{table}"))
  }

  @Test func `json is printed with its keys in order`() {
    let table = Table(
      title: "t", columns: [Column("a", unit: "m"), Column("b")],
      rows: [[.number(0.1), .text("q\"\\\n\u{1}")]], metadata: [("k", "v")])
    #expect(
      table.rendered(as: .json) == #"""
        {
          "title": "t",
          "metadata": {"k": "v"},
          "columns": [
            {"name": "a", "unit": "m"},
            {"name": "b", "unit": null}
          ],
          "rows": [
            {"a": 0.1, "b": "q\"\\\n\u0001"}
          ]
        }

        """#)
  }

  @Test(arguments: [
    0.1, 1.0 / 3, .leastNonzeroMagnitude, 1.7976931348623157e308, -2.5e-17, 1490, 0,
  ])
  func `json and csv read back as the same double`(number: Double) throws {
    let table = Table(title: "t", columns: [Column("x")], rows: [[.number(number)]])
    let field = table.rendered(as: .csv).split(separator: "\n").last.map(String.init)
    #expect(field.flatMap(Double.init) == number)
    let json = table.rendered(as: .json)
    let root = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let rows = try #require(root?["rows"] as? [[String: Any]])
    #expect((rows[0]["x"] as? NSNumber)?.doubleValue == number)
  }

  @Test func `json has null for NaN and for nothing, and strings for infinities`() throws {
    let table = Table(
      title: "t", columns: [Column("a"), Column("b"), Column("c"), Column("d")],
      rows: [[.number(.nan), .number(.infinity), .number(-.infinity), .missing]])
    let json = Data(table.rendered(as: .json).utf8)
    let root = try JSONSerialization.jsonObject(with: json) as? [String: Any]
    let row = try #require((root?["rows"] as? [[String: Any]])?.first)
    #expect(row["a"] is NSNull && row["d"] is NSNull)
    #expect(row["b"] as? String == "inf" && row["c"] as? String == "-inf")
  }

  @Test func `infinities are spelled in text and set in latex`() {
    let table = Table(
      title: "t", columns: [Column("a"), Column("b")],
      rows: [[.number(-.infinity), .number(-0.0)]])
    #expect(table.rendered(as: .text).hasSuffix("-inf  0\n"))
    #expect(table.rendered(as: .latex).contains(#"$-\infty$ & $0$ \\"#))
  }

  @Test(arguments: OutputFormat.allCases)
  func `a table without rows still has its heads`(format: OutputFormat) {
    let table = Table(title: "t", columns: [Column("alpha"), Column("beta")], rows: [])
    #expect(table.rendered(as: format).contains("alpha"))
  }

  @Test(arguments: [OutputFormat.json, .csv, .markdown])
  func `a stream of rows reads like the whole table`(format: OutputFormat) throws {
    for rows in [awkward.rows, []] {
      let whole = Table(
        title: awkward.title, columns: awkward.columns, rows: rows, note: awkward.note,
        metadata: awkward.metadata)
      let head = Table(
        title: awkward.title, columns: awkward.columns, rows: [], note: awkward.note,
        metadata: awkward.metadata)
      var text = ""
      var stream = try TableStream(head: head, format: format) { text += $0 }
      for row in rows { try stream.append(row) }
      try stream.finish()
      #expect(text == whole.rendered(as: format))
    }
  }
}
