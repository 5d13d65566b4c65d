/// The spelling of texts and numbers in a gnuplot script.
enum GnuplotText {
  /// A quoted gnuplot string that shows the text as it is, except that `_{…}` and `^{…}` become
  /// subscripts and superscripts.
  ///
  /// - Edge cases: a line break becomes a space; a brace that is not closed is shown.
  static func quoted(_ text: String) -> String {
    "'" + enhanced(text).replacing("'", with: "''") + "'"
  }

  /// Gnuplot's enhanced text for a label.
  private static func enhanced(_ text: String) -> String {
    var result = ""
    var open = 0
    var rest = text[...]
    while let character = rest.popFirst() {
      switch character {
      case "_" where rest.first == "{" && rest.contains("}"),
        "^" where rest.first == "{" && rest.contains("}"):
        rest.removeFirst()
        open += 1
        result += String(character) + "{"
      case "}" where open > 0:
        open -= 1
        result += "}"
        // A space that starts a run of text is lost in the picture; one that does not break stays.
        if rest.first == " " { rest = "\u{A0}" + rest.dropFirst() }
      case "_", "^", "{", "}", "@", "&", "~", "\\": result += "\\" + String(character)
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result + String(repeating: "}", count: open)
  }

  /// The text without the marks of subscripts and superscripts, for people who cannot see it.
  static func spoken(_ text: String) -> String {
    text.replacing("_{", with: "_").replacing("^{", with: "^").replacing("}", with: "")
  }

  /// The width that a label is given, in pixels: a generous guess for a sans-serif font.
  static func width(_ text: String, fontSize: Double = 12) -> Double {
    let shown = text.filter { !"{}".contains($0) }
    return Double(shown.count) * 0.58 * fontSize
  }

  /// A data block of rows; a row with a number that is not finite breaks the line there.
  static func block(_ name: String, _ rows: [[Double]]) -> String {
    var text = "$\(name) << EOD\n"
    for row in rows {
      if row.allSatisfy(\.isFinite) {
        text += row.map(\.description).joined(separator: " ")
      }
      text += "\n"
    }
    return text + "EOD\n"
  }

  /// A coordinate on the canvas, rounded so that equal layouts give equal scripts.
  static func fraction(_ number: Double) -> String {
    String((number * 1e6).rounded() / 1e6)
  }
}
