public import Foundation

/// A file of metrics, ours or a user's: one JSON object a line, or comma-separated values with a line of names.
///
/// In JSON a name such as `gradientNorm.modeLevel` leads into an object inside, and NaN and Infinity, which Python
/// writes, are texts. Lines of a CSV file that begin with `#` are remarks.
public struct MetricsFile: Sendable {
  /// The names of the three columns that the stopping rule reads; nil for those that this package writes.
  public struct Columns: Hashable, Sendable {
    public var iteration: String?
    public var gradient: String?
    public var steepness: String?

    public init(iteration: String? = nil, gradient: String? = nil, steepness: String? = nil) {
      self.iteration = iteration
      self.gradient = gradient
      self.steepness = steepness
    }

    /// Names that are tried, in order, where none is given.
    static let iterationNames = ["iteration", "step", "epoch"]
    static let gradientNames = ["gradientNorm.modeLevel", "gradient"]
    static let steepnessNames = ["meanSteepness", "steepness"]
  }

  /// One line: its number, counted from 1, and its entries.
  private struct Line {
    let number: Int
    let entries: [String: Entry]
  }

  private enum Entry {
    case number(Double)
    case other(String)
  }

  private let path: String
  private let lines: [Line]

  /// Reads the file.
  ///
  /// - Edge cases: a last line of JSON that is cut off, as a killed run leaves it, is left out.
  /// - Throws: `SimulationError.unusableFile`, naming the line.
  public init(contentsOf url: URL) throws(SimulationError) {
    path = url.path(percentEncoded: false)
    guard let text = try? String(contentsOf: url, encoding: .utf8) else {
      throw .unusableFile(
        path: path, problem: "it cannot be read as text", remedy: "give a CSV or JSONL file")
    }
    let isJSON = text.first { !$0.isWhitespace } == "{"
    lines = isJSON ? try Self.objects(in: text, path: path) : try Self.rows(in: text, path: path)
    guard !lines.isEmpty else {
      throw .unusableFile(
        path: path, problem: "it holds no measurements", remedy: "give a CSV or JSONL file")
    }
  }

  /// What the stopping rule looks at, in the order of the file.
  ///
  /// - Edge cases: lines of JSON that have no gradient or no steepness are left out.
  /// - Throws: `SimulationError.unusableFile` where a column is missing, an entry is not a finite number of
  ///   at least 0, or the iterations do not ascend.
  public func observations(_ columns: Columns) throws(SimulationError) -> [StoppingObservation] {
    let iterationName = try name(columns.iteration, among: Columns.iterationNames, "iteration")
    let (gradientName, steepnessName, lines) = try measuredLines(columns)
    var found: [StoppingObservation] = []
    for line in lines {
      let iteration = try number(iterationName, in: line)
      guard let whole = Int(exactly: iteration) else {
        throw problem(line, "\(iterationName) is \(iteration), which is not whole")
      }
      if let last = found.last, last.iteration >= whole {
        throw problem(line, "\(iterationName) \(whole) does not ascend from \(last.iteration)")
      }
      found.append(
        StoppingObservation(
          iteration: whole, gradient: try number(gradientName, in: line),
          steepness: try number(steepnessName, in: line)))
    }
    return found
  }

  /// How many lines `observations` leaves out.
  ///
  /// - Throws: as `observations`, for columns that are missing.
  public func skippedLineCount(_ columns: Columns) throws(SimulationError) -> Int {
    lines.count - (try measuredLines(columns)).lines.count
  }

  /// The lines that have a gradient and a steepness, under these names.
  private func measuredLines(
    _ columns: Columns
  ) throws(SimulationError) -> (gradient: String, steepness: String, lines: [Line]) {
    let gradient = try name(columns.gradient, among: Columns.gradientNames, "gradient")
    let steepness = try name(columns.steepness, among: Columns.steepnessNames, "steepness")
    let measured = lines.filter { $0.entries[gradient] != nil && $0.entries[steepness] != nil }
    guard !measured.isEmpty else {
      throw .unusableFile(
        path: path, problem: "no line has both \(gradient) and \(steepness)",
        remedy: "write them on one line, or name others with --gradient-column")
    }
    return (gradient, steepness, measured)
  }

  private func name(
    _ given: String?, among known: [String], _ role: String
  ) throws(SimulationError) -> String {
    let candidates = given.map { [$0] } ?? known
    let names = Set(lines.flatMap(\.entries.keys))
    if let name = candidates.first(where: names.contains) { return name }
    throw .unusableFile(
      path: path,
      problem: "it has no column \(candidates.map { "'\($0)'" }.joined(separator: " or ")) "
        + "for the \(role)",
      remedy: "name one with --\(role)-column; there are "
        + names.sorted().joined(separator: ", "))
  }

  private func number(_ name: String, in line: Line) throws(SimulationError) -> Double {
    switch line.entries[name] {
    case .number(let number) where number.isFinite && number >= 0: return number
    case .number(let number):
      throw problem(line, "\(name) is \(number), which is not finite and at least 0")
    case .other(let text): throw problem(line, "\(name) is '\(text)', which is not a number")
    case nil: throw problem(line, "\(name) is missing")
    }
  }

  private func problem(_ line: Line, _ text: String) -> SimulationError {
    .unusableFile(
      path: path, problem: "line \(line.number): \(text)",
      remedy: "repair that line or cut the file before it")
  }
}

// MARK: - Reading

extension MetricsFile {
  private static func objects(
    in text: String, path: String
  ) throws(SimulationError) -> [Line] {
    let parts = text.split(separator: "\n", omittingEmptySubsequences: false)
    let decoder = JSONDecoder()
    var lines: [Line] = []
    for (index, part) in parts.enumerated() where part.contains(where: { !$0.isWhitespace }) {
      func object(_ text: Substring) -> [String: JSONEntry]? {
        try? decoder.decode([String: JSONEntry].self, from: Data(text.utf8))
      }
      guard let object = object(part) ?? object(quotingNonFiniteNumbers(in: part)) else {
        if index == parts.count - 1 { break }
        throw .unusableFile(
          path: path, problem: "line \(index + 1) is not a JSON object",
          remedy: "write one object a line")
      }
      var entries: [String: Entry] = [:]
      collect(object, under: "", into: &entries)
      lines.append(Line(number: index + 1, entries: entries))
    }
    return lines
  }

  /// A line of JSON with NaN, Infinity and -Infinity outside texts made texts.
  private static func quotingNonFiniteNumbers(in line: Substring) -> Substring {
    var result = ""
    var rest = line
    var (isText, isEscaped) = (false, false)
    while let character = rest.first {
      let word = isText ? nil : ["-Infinity", "Infinity", "NaN"].first { rest.hasPrefix($0) }
      if let word {
        result += "\"\(word)\""
        rest = rest.dropFirst(word.count)
        continue
      }
      if character == "\"", !isEscaped { isText.toggle() }
      isEscaped = isText && character == "\\" && !isEscaped
      result.append(character)
      rest = rest.dropFirst()
    }
    return Substring(result)
  }

  private static func collect(
    _ object: [String: JSONEntry], under prefix: String, into entries: inout [String: Entry]
  ) {
    for (key, value) in object {
      switch value {
      case .object(let inner): collect(inner, under: "\(prefix)\(key).", into: &entries)
      case .number(let number): entries[prefix + key] = .number(number)
      case .other(let text): entries[prefix + key] = .other(text)
      }
    }
  }

  private static func rows(in text: String, path: String) throws(SimulationError) -> [Line] {
    var names: [String]?
    var lines: [Line] = []
    for (index, part) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() where !part.hasPrefix("#") && part.contains(where: { !$0.isWhitespace }) {
      let fields = fields(of: part)
      guard let heads = names else {
        names = fields
        continue
      }
      guard fields.count == heads.count else {
        throw .unusableFile(
          path: path,
          problem:
            "line \(index + 1) has \(fields.count) fields where the first has \(heads.count)",
          remedy: "give every line as many fields")
      }
      let entries = zip(heads, fields).map { head, field in
        (head, Double(field).map(Entry.number) ?? .other(field))
      }
      lines.append(
        Line(
          number: index + 1, entries: Dictionary(entries, uniquingKeysWith: { first, _ in first }))
      )
    }
    return lines
  }

  /// The fields of a line without the spaces around them; a field in quotes may hold commas.
  private static func fields(of line: Substring) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields.map { $0.trimmingCharacters(in: .whitespaces) }
  }
}

/// A value of JSON.
///
/// Numbers are the nearest doubles, so that a rule decides on a file as it did on what was written to it; those of
/// `JSONSerialization` may be off by their last bit.
private enum JSONEntry: Decodable {
  case object([String: JSONEntry])
  case number(Double)
  case other(String)

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    if let number = try? value.decode(Double.self) {
      self = .number(number)
    } else if let object = try? value.decode([String: JSONEntry].self) {
      self = .object(object)
    } else {
      self = .other((try? value.decode(String.self)) ?? "no number")
    }
  }
}
