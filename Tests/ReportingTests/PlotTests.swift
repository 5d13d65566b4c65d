import Foundation
import Reporting
import Testing

private let parabola = (0...20).map { (Double($0), Double($0 * $0)) }

private func lines(
  _ points: [(Double, Double)], title: String = "t", logY: Bool = false
) -> LinePlot {
  LinePlot(
    title: title, xLabel: "x", yLabel: "y", series: [Series("curve", points: points)], logY: logY)
}

private let field = VectorFieldPlot(
  title: "field", xRange: -1...1, yRange: -1...1,
  background: HeatMap(
    label: "d", columns: 8, rows: 8, xRange: -1...1, yRange: -1...1, range: 0...1
  ) { x, y in (x * x + y * y) / 2 },
  arrows: [(0.5, 0.5, 1, 2), (-0.5, 0.5, 0, 0), (0, 0, .nan, 1)],
  arrowStyle: .proportional(scale: 0.1, label: "‖v‖"), markers: [(0.5, 0.5)])

@Suite struct PlotTests {
  @Test func `the same data give the same bytes`() throws {
    let plot = MultiPlot(panels: [lines(parabola), field], columns: 2)
    #expect(try plot.svg() == plot.svg())
  }

  @Test func `each kind of plot is a well-formed picture with its title and labels`() throws {
    let density = ShadedDensityPlot(
      title: "density of p_{g}", xLabel: "x", series: [Series("p", points: parabola)],
      intervals: [ShadedInterval("between", from: 3, to: 5)])
    let histogram = HistogramPlot(
      title: "samples", xLabel: "x", name: "boxes", samples: [0.1, 0.2, 0.9], range: 0...1, boxes: 4
    )
    let bars = BarPlot(
      title: "bars", xLabel: "section", yLabel: "claims", categories: ["3.1", "3.2"],
      groups: [("proved", [1, 2]), ("refuted", [3, .nan])])
    let intervals = IntervalPlot(
      title: "intervals", xLabel: "regret", categories: ["one", "two"],
      groups: [
        ("first", [.init(1, interval: 0...2), .init(.nan, interval: 0...1)]),
        ("second", [.init(2, interval: 1...3), .init(0.5, interval: 0...1)]),
      ])
    let plots: [(any Plot, [String])] = [
      (intervals, [">one<", ">second<", ">regret<"]),
      (lines(parabola, title: "a & b < c"), ["a &amp; b &lt; c", ">curve<", ">x<", ">y<"]),
      (density, [">between<", "density of p"]), (histogram, [">boxes<", ">density<"]),
      (bars, [">3.1<", ">proved<", ">refuted<", ">claims<"]),
      (field, ["‖v‖ = ", ">mode centre<", "data:image/png"]),
      (
        MultiPlot(title: "all", panels: [density, field, bars]),
        [">between<", ">refuted<", ">all<"]
      ),
    ]
    for (plot, texts) in plots {
      let svg = try plot.svg()
      #expect(XMLCheck.isWellFormed(svg), "\(plot.title)")
      for text in texts { #expect(svg.contains(text), "\(plot.title): \(text)") }
      #expect(!svg.lowercased().contains("nan"), "\(plot.title)")
    }
  }

  @Test func `a label's special characters are shown and not obeyed`() throws {
    let svg = try lines(parabola, title: "S_g ^2 {x} @ ~ \\ 'q' `r` \"s\" 100%").svg()
    // The picture's words, without its tags and their entities.
    let words = svg.replacing(/<[^>]*>/, with: "").replacing("&apos;", with: "'")
      .replacing("&#39;", with: "'").replacing("&quot;", with: "\"")
    #expect(words.contains("S_g ^2 {x} @ ~ \\ 'q' `r` \"s\" 100%"))
  }

  @Test func `a point that is not finite breaks the line and does not reach the picture`() throws {
    let script = try lines([(0, 0), (1, .nan), (2, .infinity), (3, 1)]).script()
    #expect(script.contains("0.0 0.0\n\n\n3.0 1.0\n"))
  }

  @Test func `a logarithmic axis leaves out what is not positive`() throws {
    let script = try lines([(0, -1), (1, 10), (2, 1000)], logY: true).script()
    #expect(!script.contains("0.0 -1.0") && script.contains("2.0 1000.0"))
    #expect(script.contains("set logscale y"))
  }

  @Test(arguments: [[], [(0, Double.nan)], [(.infinity, 1)]] as [[(Double, Double)]])
  func `a plot of nothing is refused by its name`(points: [(Double, Double)]) throws {
    let error = #expect(throws: ReportingError.self) { try lines(points, title: "empty one").svg() }
    guard case .nothingToDraw(let plot, _) = try #require(error) else {
      Issue.record("another error: \(String(describing: error))")
      return
    }
    #expect(plot == "empty one")
  }

  @Test func `one point, and a constant curve, are drawn`() throws {
    #expect(try lines([(2, 3)]).svg().contains("</svg>"))
    #expect(try lines([(0, 0), (1, 0)]).svg().contains("</svg>"))
    #expect(try lines([(1, 5), (2, 5)], logY: true).svg().contains("</svg>"))
  }

  @Test func `the stated arrow is a round number and not longer than the longest`() throws {
    #expect(try field.svg().contains("‖v‖ = 2<"))  // the longest is √5
  }

  @Test func `histogram boxes have the area of the samples in range`() throws {
    let plot = HistogramPlot(
      title: "h", xLabel: "x", name: "n", samples: [0, 0.25, 0.5, 1, 7, .nan, -1, 0.75],
      range: 0...1, boxes: 4)
    // Five of eight samples lie in the range; all numbers are exact in binary.
    #expect(plot.heights == [0.5, 0.5, 0.5, 1])
    #expect(plot.heights.reduce(0) { $0 + $1 * 0.25 } == 0.625)
  }
}

@Suite struct GnuplotTests {
  @Test func `a missing program is a typed error with a remedy`() throws {
    let nowhere = Gnuplot(executable: URL(fileURLWithPath: "/nonexistent/gnuplot"))
    let error = #expect(throws: ReportingError.gnuplotMissing(searched: ["/nonexistent/gnuplot"])) {
      try lines(parabola).svg(with: nowhere)
    }
    #expect(try #require(error).description.contains("apt install gnuplot-nox"))
    #expect(throws: ReportingError.gnuplotMissing(searched: ["/nonexistent"])) {
      try Gnuplot.inPath("/nonexistent")
    }
    #expect(throws: ReportingError.self) { try Gnuplot.inPath("") }
  }

  @Test func `a wrong script fails with what gnuplot said, on one line`() throws {
    let error = #expect(throws: ReportingError.self) {
      try Gnuplot.inPath().svg(script: "set terminal svg\nplot nothing_of_this_name\n")
    }
    let line = try #require(error).description
    #expect(line.contains("nothing_of_this_name") && !line.contains("\n"))
  }

  @Test func `a program that stops reading early is an error and no signal`() throws {
    // gnuplot leaves at the first line, while megabytes wait to be sent.
    let script = "set nonsense\n" + String(repeating: "# filler\n", count: 400_000)
    #expect(throws: ReportingError.self) { try Gnuplot.inPath().svg(script: script) }
  }

  @Test func `megabytes of data go through while the picture comes back`() throws {
    let points = (0..<60_000).map { (Double($0), Double(($0 * 7919) % 1000)) }
    let svg = try lines(points).svg()
    #expect(svg.utf8.count > 600_000 && svg.hasSuffix("</svg>\n\n"))
  }

  @Test func `a program that draws nothing is an error`() {
    #expect(throws: ReportingError.self) { try Gnuplot.inPath().svg(script: "x = 1") }
  }

  @Test func `the version names the program`() throws {
    #expect(try Gnuplot.inPath().version().hasPrefix("gnuplot "))
  }
}
