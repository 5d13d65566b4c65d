import Foundation

/// A table of reference values under `Tests/ReferenceTables`: function, argument, value.
struct ReferenceTable {
  struct Row {
    let argument: Double
    let value: Double
  }

  private let rows: [String: [Row]]

  init(_ fileName: String, from sourceFile: String = #filePath) throws {
    var tests = URL(fileURLWithPath: sourceFile)
    while tests.lastPathComponent != "Tests" { tests.deleteLastPathComponent() }
    let file = tests.appendingPathComponent("ReferenceTables").appendingPathComponent(fileName)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    var rows: [String: [Row]] = [:]
    for line in lines {
      let fields = line.split(separator: ",")
      guard fields.count == 3, let argument = Double(fields[1]), let value = Double(fields[2])
      else { throw CocoaError(.fileReadCorruptFile) }
      rows[String(fields[0]), default: []].append(Row(argument: argument, value: value))
    }
    self.rows = rows
  }

  /// The rows of a function; empty where the table has none.
  func rows(of function: String) -> [Row] {
    rows[function] ?? []
  }
}

/// The distance of a computed value from the true one, in units of the true one's last place.
func ulps(_ computed: Double, from value: Double) -> Double {
  computed == value ? 0 : abs(computed - value) / value.ulp
}
