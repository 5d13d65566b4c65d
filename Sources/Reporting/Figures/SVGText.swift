import Foundation

/// Changes to the text of SVG documents that gnuplot wrote.
enum SVGText {
  /// The document with the picture's title and caption in place of gnuplot's own remarks.
  static func standalone(_ svg: String, title: String, caption: String = "") -> String {
    var text = svg.replacingOccurrences(
      of: "<desc>.*?</desc>\\s*", with: "", options: .regularExpression)
    text = text.replacingOccurrences(
      of: "<title>gnuplot_plot_[^<]*</title>", with: "", options: .regularExpression)
    let description = caption.isEmpty ? "" : "\n<desc>\(HTMLText.escaped(caption))</desc>"
    return text.replacing(
      "<title>Gnuplot</title>", with: "<title>\(HTMLText.escaped(title))</title>\(description)")
  }

  /// The picture as an element for the middle of an HTML page.
  ///
  /// Prolog, comments, scripts, event handlers and name spaces go; every id and every reference
  /// to one gets the prefix, so that two pictures on a page do not share symbols.
  static func inlined(_ svg: String, prefix: String, label: String) -> String {
    var text = svg
    for pattern in [
      "(?s)<\\?.*?\\?>", "(?s)<!--.*?-->", "(?s)<!DOCTYPE.*?>", "(?is)<script\\b.*?</script\\s*>",
      "(?is)<script\\b[^>]*/>",
    ] {
      text = text.replacingOccurrences(of: pattern, with: "", options: .regularExpression)
    }
    text = mappingTags(of: text) { tag in
      guard tag.contains("=") else { return tag }
      var tag = tag
      for (pattern, replacement) in [
        ("(?s)\\s+xmlns(:\\w+)?\\s*=\\s*(['\"]).*?\\2", ""),
        ("(?is)\\s+on\\w+\\s*=\\s*(['\"]).*?\\1", ""),
        ("\\bxlink:href\\b", "href"),
        ("(\\s)id\\s*=\\s*(['\"])", "$1id=$2\(prefix)"),
        ("(\\s)href\\s*=\\s*(['\"])#", "$1href=$2#\(prefix)"),
        ("url\\(\\s*#", "url(#\(prefix)"),
      ] {
        tag = tag.replacingOccurrences(of: pattern, with: replacement, options: .regularExpression)
      }
      return tag
    }
    let width = Int(attribute("width", of: text) ?? "") ?? 720
    text = text.replacingOccurrences(
      of: "(?s)(<svg\\b[^>]*?)\\s+width\\s*=\\s*(['\"])\\d+\\2\\s+height\\s*=\\s*(['\"])\\d+\\3",
      with: "$1", options: .regularExpression)
    let head =
      "<svg role=\"img\" aria-label=\"\(HTMLText.escaped(label))\" "
      + "style=\"min-width:\(min(width, 480))px;max-width:\(width)px\""
    if let start = text.range(of: "<svg") { text.replaceSubrange(start, with: head) }
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The document with each tag, from `<` to before `>`, replaced by its image.
  private static func mappingTags(of text: String, _ image: (String) -> String) -> String {
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    var result = String(parts[0])
    for part in parts.dropFirst() {
      let end = part.firstIndex(of: ">") ?? part.endIndex
      result += "<" + image(String(part[..<end])) + part[end...]
    }
    return result
  }

  /// The value of an attribute of the first element.
  private static func attribute(_ name: String, of svg: String) -> String? {
    guard let start = svg.range(of: "<svg"), let end = svg[start.upperBound...].firstIndex(of: ">"),
      let found = svg[start.upperBound..<end].range(
        of: "\\s\(name)\\s*=\\s*['\"][^'\"]*", options: .regularExpression)
    else { return nil }
    return svg[found].split { "'\"".contains($0) }.last.map(String.init)
  }
}
