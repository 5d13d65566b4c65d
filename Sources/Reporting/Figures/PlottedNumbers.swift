/// The numbers of one part of a picture, for a file beside it.
public struct PlottedNumbers: Sendable {
  /// One thing that is drawn.
  public struct Row: Sendable, Equatable {
    /// Its place; nil for the coordinate that a line across the plot does not have.
    public let x: Double?
    public let y: Double?
    /// What its colour shows.
    public var value: Double?
    /// Where its arrow goes, in the units of the field.
    public var u: Double?
    public var v: Double?

    public init(
      x: Double?, y: Double?, value: Double? = nil, u: Double? = nil, v: Double? = nil
    ) {
      self.x = x
      self.y = y
      self.value = value
      self.u = u
      self.v = v
    }
  }

  /// The panel of a grid; empty in a plot that stands alone.
  public var panel: String
  /// The name in the legend, or what is drawn.
  public let part: String
  public let rows: [Row]

  public init(panel: String = "", part: String, rows: [Row]) {
    self.panel = panel
    self.part = part
    self.rows = rows
  }

  /// The points of a curve.
  init(_ series: Series) {
    self.init(part: series.name, rows: series.points.map { Row(x: $0.0, y: $0.1) })
  }

  /// Lines across a plot at values of x and of y.
  static func lines(
    vertical: [ReferenceLine] = [], horizontal: [ReferenceLine] = []
  ) -> [PlottedNumbers] {
    vertical.map { PlottedNumbers(part: $0.label, rows: [Row(x: $0.value, y: nil)]) }
      + horizontal.map { PlottedNumbers(part: $0.label, rows: [Row(x: nil, y: $0.value)]) }
  }
}

extension Plot {
  /// All numbers that are drawn, in one table; places and lengths have the units of the axes.
  package func table(title: String, metadata: [(String, String)]) -> Table {
    Table(
      title: title,
      columns: [
        Column("panel", alignment: .leading), Column("part", alignment: .leading), Column("x"),
        Column("y"), Column("value"), Column("u"), Column("v"),
      ],
      rows: numbers.flatMap { group in
        group.rows.map { row in
          [Cell.text(group.panel), .text(group.part)]
            + [row.x, row.y, row.value, row.u, row.v].map { number in
              number.flatMap { $0.isFinite ? .number($0) : nil } ?? .missing
            }
        }
      },
      metadata: metadata)
  }
}
