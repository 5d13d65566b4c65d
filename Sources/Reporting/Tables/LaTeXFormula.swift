/// LaTeX mathematics cut into lines that fit a width.
///
/// A line ends before a plus or minus that no braces enclose, in as few parentheses as leaves every line short enough. What
/// `\left` opened is closed there without a sign and opened again on the next line. A fraction whose top does not fit is written
/// as a factor before its top.
///
/// - Accuracy: widths are guessed from the signs, in halves of an em, the width of a digit.
/// - Source: the formulas that `Expression.latex` writes, which is the LaTeX that is understood here.
struct LaTeXFormula {
  /// A sign, a command with its name, or an opened or closed delimiter with its sign.
  private let tokens: [String]

  init(_ latex: String) {
    var tokens: [String] = []
    var rest = latex[...]
    while let character = rest.popFirst() {
      guard character == "\\" else {
        tokens.append(String(character))
        continue
      }
      var token = "\\"
      while let letter = rest.first, letter.isLetter, letter.isASCII {
        token.append(letter)
        rest.removeFirst()
      }
      // A backslash before another sign, and the delimiter that belongs to \left or \right.
      if ["\\", "\\left", "\\right"].contains(token), let sign = rest.popFirst() {
        token.append(sign)
      }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  private init(tokens: some Sequence<String>) { self.tokens = Array(tokens) }

  private static func opens(_ token: String) -> Bool { token.hasPrefix("\\left") }
  private static func closes(_ token: String) -> Bool { token.hasPrefix("\\right") }

  var text: String { tokens.joined() }

  /// The formula with `\frac{1}{b}` before a where `\frac{a}{b}` has a wider a than the limit.
  func unfolded(width limit: Double) -> LaTeXFormula {
    var (result, rest) = ([String](), tokens[...])
    while let token = rest.popFirst() {
      result.append(token)
      guard token == "\\frac" else { continue }
      let parts = (Self.group(&rest), Self.group(&rest))
      guard LaTeXFormula(tokens: parts.0).width > limit else {
        result += ["{"] + parts.0 + ["}", "{"] + parts.1 + ["}"]
        continue
      }
      let top = LaTeXFormula(tokens: parts.0).unfolded(width: limit)
      let isSum = top.breaks.contains { $0.depth == 0 }
      result += ["{", "1", "}", "{"] + parts.1 + ["}", " "]
      result += isSum ? ["\\left("] + top.tokens + ["\\right)"] : ["\\cdot", " "] + top.tokens
    }
    return LaTeXFormula(tokens: result)
  }

  /// What stands in the braces that come first.
  private static func group(_ rest: inout ArraySlice<String>) -> [String] {
    precondition(rest.first == "{", "a brace follows")
    rest.removeFirst()
    var (inside, depth) = ([String](), 1)
    while let token = rest.popFirst() {
      if token == "{" { depth += 1 }
      if token == "}" { depth -= 1 }
      if depth == 0 { break }
      inside.append(token)
    }
    return inside
  }

  /// The lines, one where the formula is short or has no place to break.
  func lines(width limit: Double) -> [String] {
    unfolded(width: limit).brokenLines(width: limit)
  }

  private func brokenLines(width limit: Double) -> [String] {
    guard width > limit else { return [text] }
    let places = breaks
    let depths = Set(places.map(\.depth)).sorted()
    guard
      let depth = depths.first(where: { depth in
        pieces(places.filter { $0.depth <= depth }.map(\.index)).allSatisfy { $0.width <= limit }
      }) ?? depths.last
    else { return [text] }
    var lines: [LaTeXFormula] = []
    for piece in pieces(places.filter { $0.depth <= depth }.map(\.index)) {
      if let last = lines.last, LaTeXFormula(tokens: last.tokens + piece.tokens).width <= limit {
        lines[lines.count - 1] = LaTeXFormula(tokens: last.tokens + piece.tokens)
      } else {
        lines.append(piece)
      }
    }
    var open = 0
    return lines.enumerated().map { index, line in
      // The empty group makes the sign that follows one between two terms.
      let before = [String](repeating: "\\left. ", count: open) + (index > 0 ? ["{} "] : [])
      open += line.tokens.count { Self.opens($0) } - line.tokens.count { Self.closes($0) }
      let after = [String](repeating: " \\right.", count: open)
      let text = line.text
      return (before + [text.hasSuffix(" ") ? String(text.dropLast()) : text] + after).joined()
    }
  }

  /// The pluses and minuses between two terms outside braces, and in how many delimiters they are.
  private var breaks: [(index: Int, depth: Int)] {
    var (found, braces, depth) = ([(index: Int, depth: Int)](), 0, 0)
    for (index, token) in tokens.enumerated() {
      if token == "{" { braces += 1 }
      if token == "}" { braces -= 1 }
      if Self.opens(token) { depth += 1 }
      if Self.closes(token) { depth -= 1 }
      // A sign of a number has no space before it.
      if braces == 0, token == "+" || token == "-", index > 0, tokens[index - 1] == " " {
        found.append((index, depth))
      }
    }
    return found
  }

  private func pieces(_ starts: [Int]) -> [LaTeXFormula] {
    zip([0] + starts, starts + [tokens.count]).map { LaTeXFormula(tokens: tokens[$0..<$1]) }
  }

  /// The guessed width in halves of an em.
  var width: Double {
    var rest = tokens[...]
    var sum = 0.0
    while !rest.isEmpty { sum += Self.width(ofFirst: &rest) }
    return sum
  }

  /// The width of the first sign, command with its arguments, or group.
  private static func width(ofFirst rest: inout ArraySlice<String>) -> Double {
    let token = rest.removeFirst()
    switch token {
    case " ": return 0
    case "{":
      var sum = 0.0
      while let next = rest.first, next != "}" { sum += width(ofFirst: &rest) }
      rest = rest.dropFirst()
      return sum
    case "^", "_": return rest.isEmpty ? 0 : 0.75 * width(ofFirst: &rest)
    case "\\frac":
      let parts = (0..<2).map { _ in rest.isEmpty ? 0 : width(ofFirst: &rest) }
      return 0.5 + max(parts[0], parts[1])
    case "\\sqrt": return 1.7 + (rest.isEmpty ? 0 : width(ofFirst: &rest))
    case "+", "-", "=": return 2.5
    case "\\quad": return 2
    case _ where opens(token) || closes(token): return token.hasSuffix(".") ? 0.25 : 1.2
    case "\\exp", "\\log", "\\sin", "\\cos", "\\arcsin", "\\arctan":
      return Double(token.count - 1) + 0.3
    default: return token.hasPrefix("\\") ? 1.3 : 1.1
    }
  }
}
