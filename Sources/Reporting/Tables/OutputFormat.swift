/// The formats in which data is printed.
public enum OutputFormat: String, CaseIterable, Sendable {
  /// Aligned columns for a terminal.
  case text
  /// One JSON object; numbers round-trip.
  case json
  /// RFC 4180 fields after `# ` comment lines; numbers round-trip.
  case csv
  /// A GitHub-flavoured table.
  case markdown
  /// A `table` or `longtable` after a comment with the packages that it needs.
  case latex
}
