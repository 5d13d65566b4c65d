/// One entry of a table.
public enum Cell: Sendable, Equatable {
  /// Plain text; every format escapes it.
  case text(String)
  /// A number: all its digits in csv and json, six significant digits elsewhere.
  case number(Double)
  /// A whole number, printed in full everywhere.
  case integer(Int)
  /// No value: empty in csv, `null` in json, a dash elsewhere.
  case missing
}

/// The side to which the entries of a column are aligned.
public enum Alignment: Sendable, Equatable {
  /// To the left: words.
  case leading
  /// To the right: numbers.
  case trailing
}

/// The head of a table's column.
public struct Column: Sendable, Equatable {
  /// What the column holds; the key of its entries in json.
  public let name: String
  /// The unit of its entries, if they have one.
  public let unit: String?
  /// The side to which its entries are aligned.
  public let alignment: Alignment

  /// A column's head.
  public init(_ name: String, unit: String? = nil, alignment: Alignment = .trailing) {
    self.name = name
    self.unit = unit
    self.alignment = alignment
  }

  /// The name with the unit in brackets.
  package var heading: String { unit.map { "\(name) [\($0)]" } ?? name }
}

/// Results in rows and columns, ready to be printed in any format.
///
/// - Edge cases: a table without rows is printed with its heads. NaN is `nan` and infinity `inf`
///   or `-inf` in text, csv and markdown; JSON, which has neither, gets `null` and the strings
///   `"inf"`, `"-inf"`.
/// - Accuracy: csv and json carry the shortest decimal that reads back as the same double; the
///   other formats round to six significant digits.
public struct Table: Sendable {
  /// What the table shows.
  public let title: String
  /// The heads, from left to right.
  public let columns: [Column]
  /// The entries: as many in each row as there are columns.
  public let rows: [[Cell]]
  /// A remark printed below the table.
  public let note: String?
  /// Where the numbers come from: seed, version, arguments; in this order.
  public let metadata: [(String, String)]

  /// A table.
  ///
  /// - Shapes: every row has `columns.count` entries; names of columns and keys of metadata are
  ///   distinct (they become keys in json).
  public init(
    title: String, columns: [Column], rows: [[Cell]], note: String? = nil,
    metadata: [(String, String)] = []
  ) {
    for (index, row) in rows.enumerated() {
      precondition(
        row.count == columns.count,
        "row \(index) of '\(title)': \(row.count) cells == \(columns.count) columns is violated")
    }
    precondition(
      Set(columns.map(\.name)).count == columns.count, "'\(title)': column names are not distinct")
    precondition(
      Set(metadata.map(\.0)).count == metadata.count, "'\(title)': metadata keys are not distinct")
    self.title = title
    self.columns = columns
    self.rows = rows
    self.note = note
    self.metadata = metadata
  }

  /// The same table with some of its columns alone, by their places.
  package func part(columns places: [Int]) -> Table {
    Table(
      title: title, columns: places.map { columns[$0] },
      rows: rows.map { row in places.map { row[$0] } }, note: note, metadata: metadata)
  }
}
