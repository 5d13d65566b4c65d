/// How a format spells a table, piece by piece, so that rows need not be held in memory.
protocol TableLayout {
  /// What stands before the first row.
  var opening: String { get }
  /// A row; `index` counts from 0.
  func line(_ row: [Cell], index: Int) -> String
  /// What stands after the last of `count` rows.
  func closing(count: Int) -> String
}

extension Table {
  /// The format's layout with this table's title, heads, metadata and note.
  ///
  /// - Parameter widths: of the columns in plain text, where rows are still to come; nil to fit this table's rows.
  func layout(_ format: OutputFormat, widths: [Int]? = nil) -> any TableLayout {
    switch format {
    case .text: TextLayout(head: self, widths: widths ?? TextLayout.widths(of: self))
    case .json: JSONLayout(head: self)
    case .csv: CSVLayout(head: self)
    case .markdown: MarkdownLayout(head: self)
    case .latex: LaTeXLayout(head: self, isStreamed: widths != nil)
    }
  }

  /// The table as text in a format, ending in a newline.
  public func rendered(as format: OutputFormat) -> String {
    let layout = layout(format)
    var text = layout.opening
    for (index, row) in rows.enumerated() { text += layout.line(row, index: index) }
    return text + layout.closing(count: rows.count)
  }
}

/// A table that is written as its rows come, in memory that does not grow with their number.
package struct TableStream {
  private let layout: any TableLayout
  private let columnCount: Int
  private var count = 0
  private let write: (String) throws -> Void

  /// Writes what stands before the rows.
  ///
  /// In plain text a column is as wide as its head and at least 14 characters.
  /// - Parameter head: the table without rows.
  package init(head: Table, format: OutputFormat, write: @escaping (String) throws -> Void) throws {
    precondition(head.rows.isEmpty, "head.rows is empty")
    layout = head.layout(format, widths: head.columns.map { max($0.heading.count, 14) })
    columnCount = head.columns.count
    self.write = write
    try write(layout.opening)
  }

  /// Writes a row.
  package mutating func append(_ row: [Cell]) throws {
    precondition(
      row.count == columnCount, "\(row.count) cells == \(columnCount) columns is violated")
    try write(layout.line(row, index: count))
    count += 1
  }

  /// Writes what stands after the rows.
  package func finish() throws { try write(layout.closing(count: count)) }
}
