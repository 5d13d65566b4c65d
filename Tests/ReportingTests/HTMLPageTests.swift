import Foundation
import Reporting
import Testing

private let hostile = "<script>alert('x')</script> & \"q\""

private func picture(_ title: String) throws -> String {
  try LinePlot(
    title: title, xLabel: "x", yLabel: "y",
    series: [Series("marks", points: [(0, 1), (1, 2)], style: .points)]
  ).svg()
}

/// Every match of a pattern's first group.
private func all(_ pattern: String, in text: String) throws -> [String] {
  let expression = try NSRegularExpression(pattern: pattern)
  let whole = NSRange(text.startIndex..., in: text)
  return expression.matches(in: text, range: whole).compactMap {
    Range($0.range(at: 1), in: text).map { String(text[$0]) }
  }
}

private func page(_ body: [HTMLBlock]) -> String {
  HTMLPage(title: "T", subtitle: "", sections: [.init(id: "one", title: "One", body: body)]).html
}

@Suite struct HTMLPageTests {
  @Test func `ids are unique and references resolve with several pictures on a page`() throws {
    let html = page([
      .figure(svg: try picture("a"), caption: "a", alternative: "a"),
      .details("more", [.figure(svg: try picture("b"), caption: "b", alternative: "b")]),
    ])
    let ids = try all("<[^>]*\\sid=['\"]([^'\"]*)", in: html)
    #expect(ids.count > 40 && Set(ids).count == ids.count)
    let targets = try all("href=['\"]#([^'\"]*)", in: html) + all("url\\(#([^)]*)\\)", in: html)
    #expect(targets.count > 10 && Set(targets).isSubset(of: ids))
    // Both pictures draw their marks with symbols of their own.
    #expect(targets.contains { $0.hasPrefix("figure-1-") })
    #expect(targets.contains { $0.hasPrefix("figure-2-") })
  }

  @Test func `the page fetches nothing and runs nothing`() throws {
    let html = page([
      .figure(
        svg: try picture("a").replacing(
          "</svg>", with: "<script type='x'>go()</script><g onload=\"go()\"/></svg>"),
        caption: hostile, alternative: hostile), .paragraph(hostile),
    ])
    for forbidden in ["http", "<script", "onload", "go()", "<link", "@import", "<?xml", "xlink"] {
      #expect(!html.contains(forbidden), "\(forbidden)")
    }
    #expect(try all("\\ssrc=['\"]([^'\"]*)", in: html).isEmpty)
  }

  @Test func `text is escaped in every kind of block`() {
    let table = Table(
      title: hostile, columns: [Column(hostile, unit: hostile)], rows: [[.text(hostile)]],
      note: hostile, metadata: [(hostile, hostile)])
    let blocks: [HTMLBlock] = [
      .paragraph(hostile), .list([hostile]), .table(table), .badgeTable(table, column: hostile),
      .details(hostile, [.code(hostile)]), .definitionList([(hostile, hostile)]),
      .figure(svg: "<svg></svg>", caption: hostile, alternative: hostile),
    ]
    let html = HTMLPage(
      title: hostile, subtitle: hostile,
      sections: [.init(id: "s", title: hostile, body: blocks)], provenance: [hostile]
    ).html
    #expect(!html.contains("<script") && !html.contains("alert('x')"))
    #expect(XMLCheck.isWellFormed(html))
    // 6 around the blocks, 7 in each of 2 tables, 8 in the other blocks.
    let count = html.split(separator: "&lt;script&gt;", omittingEmptySubsequences: false).count - 1
    #expect(count == 28)
  }

  @Test func `a small page is exactly this`() throws {
    let table = Table(
      title: "Ledger",
      columns: [Column("id", alignment: .leading), Column("S"), Column("verdict")],
      rows: [[.text("theorem-3.4"), .number(-1.5e-9), .text("refuted")]])
    let html = HTMLPage(
      title: "Report", subtitle: "of one claim",
      sections: [
        .init(id: "ledger", title: "Ledger", body: [.badgeTable(table, column: "verdict")])
      ],
      provenance: ["seed 1"]
    ).html
    let start = try #require(html.range(of: "<body>")).lowerBound
    #expect(
      html[start...] == """
        <body>
        <a class="skip" href="#content">Skip to the content</a>
        <header>
        <h1>Report</h1>
        <p class="subtitle">of one claim</p>
        </header>
        <nav aria-label="Contents">
        <h2>Contents</h2>
        <ol>
        <li><a href="#ledger">Ledger</a></li>
        </ol>
        </nav>
        <main id="content" tabindex="-1">
        <section id="ledger">
        <h2>Ledger</h2>
        <div class="wide" tabindex="0" role="group" aria-label="Table 1">
        <table>
        <caption><b>Table 1.</b> Ledger</caption>
        <thead>
        <tr><th scope="col">id</th><th scope="col" class="number">S</th>\
        <th scope="col" class="number">verdict</th></tr>
        </thead>
        <tbody>
        <tr><th scope="row"><span class="name">theorem-3.4</span></th>\
        <td class="number">−1.5 × 10<sup>−9</sup></td>\
        <td class="number"><span class="badge refuted">refuted</span></td></tr>
        </tbody>
        </table>
        </div>
        </section>
        </main>
        <footer>
        <h2>Provenance</h2>
        <ul>
        <li>seed 1</li>
        </ul>
        </footer>
        </body>
        </html>

        """)
  }

  @Test func `a formula has a name, and its length for paper`() {
    let html = page([
      .formulas([
        (term: "Printed", mathML: "<math><mi>x</mi><mo>+</mo><mn>10</mn></math>", text: "where")
      ])
    ])
    #expect(html.contains("role=\"group\" aria-label=\"Printed\" style=\"--length:4\"><math>"))
    #expect(html.contains("</math> where</div></dd>"))
  }

  @Test func `a picture has a role, a description and a caption`() throws {
    let html = page([
      .figure(svg: try picture("a"), caption: "the caption", alternative: "two marks")
    ])
    #expect(html.contains("<svg role=\"img\" aria-label=\"two marks\""))
    #expect(html.contains("<figcaption><b>Figure 1.</b> the caption</figcaption>"))
    #expect(html.contains("max-width:720px"))
  }

  @Test func `an unknown verdict gets a neutral badge with its words`() {
    let table = Table(
      title: "t", columns: [Column("v")], rows: [[.text("perhaps")], [.text("supported (n = 9)")]])
    let html = page([.badgeTable(table, column: "v")])
    #expect(html.contains("<span class=\"badge other\">perhaps</span>"))
    #expect(html.contains("<span class=\"badge supported\">supported (n = 9)</span>"))
  }

  @Test func `buttons hide every entry with another value, by style alone`() throws {
    let entries = FilteredEntries(
      name: "list",
      groups: [
        .init("verdict", ["proved", "refuted", "vacuous"]), .init("place", ["Section 3"]),
      ],
      entries: [("a", "refuted", "Section 3"), ("b", "proved", "Section 3")].map {
        id, verdict, place in
        .init(
          id: id, badge: verdict, title: hostile, values: ["verdict": verdict, "place": place],
          body: [.definitionList([("uses", "a and b")])])
      })
    let html = page([.filteredEntries(entries)])
    #expect(XMLCheck.isWellFormed(html))
    #expect(!html.contains("<script"))
    // A button for each value and one for all, in each group; each has its rule, which names a class in use.
    let buttons = try all("<input type=\"radio\"[^>]*\\sid=\"([^\"]*)\"", in: html)
    #expect(
      buttons == [
        "list-verdict-all", "list-verdict-proved", "list-verdict-refuted", "list-place-all",
        "list-place-section-3",
      ])
    for mark in buttons where !mark.hasSuffix("-all") {
      #expect(
        html.contains(
          "body:has(#\(mark):checked) .list > details:not(.\(mark)) { display: none; }"))
    }
    #expect(
      try all("<details id=\"a\" class=\"([^\"]*)\"", in: html)
        == ["list-verdict-refuted list-place-section-3"])
    // Entries are targets of links.
    #expect(html.contains("<a href=\"#a\">a</a> and <a href=\"#b\">b</a>"))
  }
}
