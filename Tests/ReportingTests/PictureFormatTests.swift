import Foundation
import Testing

@testable import Reporting

@Suite struct `Picture formats` {
  private let plot = LinePlot(
    title: "t", xLabel: "x", yLabel: "y", series: [Series("curve", points: [(0, 1), (1, 2)])])

  @Test func `are known by the file's ending alone`() {
    #expect(PictureFormat(fileName: "a.b/figure.SVG") == .svg)
    #expect(PictureFormat(fileName: "/tmp/figure.png") == .png)
    #expect(PictureFormat(fileName: "figure.pdf") == .pdf)
    for name in ["figure", "figure.jpeg", "svg", "figure.svg.txt"] {
      #expect(PictureFormat(fileName: name) == nil, "\(name)")
    }
  }

  @Test(arguments: PictureFormat.allCases)
  func `are what their first bytes say, and whole`(format: PictureFormat) throws {
    let drawing = try plot.picture(as: format, title: "t", caption: "c")
    #expect(format.isWhole(drawing))
    #expect(!format.isWhole(drawing.prefix(drawing.count / 2)))
    for other in PictureFormat.allCases where other != format { #expect(!other.isWhole(drawing)) }
  }

  @Test func `a column is 85 mm wide in PDF and has 300 dots an inch in PNG`() throws {
    let column = MultiPlot(panels: [plot], size: PlotSize(width: 420, height: 210))
    let png = try column.picture(as: .png, title: "", caption: "")
    // Width and height stand in the first chunk, most significant byte first.
    let numbers = [16, 20].map { start in
      png[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    #expect(numbers == [1004, 502])
    let pdf = try column.picture(as: .pdf, title: "", caption: "")
    let text = String(decoding: pdf, as: Unicode.ASCII.self)
    let box = try #require(text.firstMatch(of: #/MediaBox \[ 0 0 ([0-9.]+)/#))
    let width = try #require(Double(box.1))
    // gnuplot writes whole points; a point is 0.353 mm.
    #expect(abs(width - 85 / 25.4 * 72) <= 1)
  }

  @Test func `svg says its title and its caption`() throws {
    let svg = String(
      decoding: try plot.picture(as: .svg, title: "a & b", caption: "seed < 7"), as: UTF8.self)
    #expect(XMLCheck.isWellFormed(svg))
    #expect(svg.contains("<title>a &amp; b</title>") && svg.contains("<desc>seed &lt; 7</desc>"))
  }
}

@Suite struct `Plotted numbers` {
  @Test func `are those of every panel, by its name`() throws {
    let line = LinePlot(
      title: "left", xLabel: "x", yLabel: "y",
      series: [Series("curve", points: [(0, 1), (1, .nan)])],
      horizontalLines: [ReferenceLine(at: 3, label: "bound")])
    let map = MapPlot(
      title: "right", x: MapPlot.Scale("x", 1...100, isLogarithmic: true),
      y: MapPlot.Scale("y", 0...2), columns: 2, rows: 2, colours: .signed(label: "margin"),
      markers: [(10, 1)]
    ) { $0 > 10 ? $1 : -$1 }
    let stack = StackedPlot(
      title: "both", grids: [MultiPlot(panels: [line]), MultiPlot(panels: [map])])
    let groups = stack.numbers
    #expect(groups.map(\.panel) == ["left", "left", "right", "right"])
    #expect(groups.map(\.part) == ["curve", "bound", "margin", "witness"])
    #expect(groups[1].rows == [PlottedNumbers.Row(x: nil, y: 3)])
    #expect(groups[2].rows.map(\.value) == [-0.5, 0.5, -1.5, 1.5])
    // The middles of two cells of a decade each, 10^½ and 10^{3/2}; pow rounds once.
    let places = groups[2].rows.prefix(2).compactMap(\.x)
    let root = Double(10).squareRoot()
    for (place, exact) in zip(places, [root, 10 * root]) {
      #expect(abs(place - exact) <= 4 * exact.ulp)
    }
    let table = stack.table(title: "both", metadata: [])
    #expect(table.rows.count == 8)
    #expect(table.rows[1][3] == .missing)
    let svg = try stack.svg()
    #expect(XMLCheck.isWellFormed(svg) && svg.contains("margin"))
  }

  @Test func `a histogram in the logarithm has the area of the samples in range`() {
    let histogram = LogarithmicHistogram(
      [1, 2, 5, 10, 99, 100, 0, 1000], range: 1...100, boxes: 4)
    // Boxes of half a decade; six of eight samples lie in the range.
    #expect(histogram.heights == [2, 1, 1, 2].map { (count: Double) in count / (8 * 0.5) })
    #expect(histogram.outline.first?.1 == 0 && histogram.outline.last?.1 == 0)
    #expect(histogram.outline.count == 10)
  }

  @Test func `the corners of a cube are seen apart, and nothing is seen longer than it is`() {
    let signs = [-1.0, 1]
    let corners = signs.flatMap { x in signs.flatMap { y in signs.map { [x, y, $0] } } }
    let view = SpaceView()
    for (index, first) in corners.enumerated() {
      for second in corners[(index + 1)...] {
        let (p, q) = (view.place(first), view.place(second))
        let seen = ((p.0 - q.0) * (p.0 - q.0) + (p.1 - q.1) * (p.1 - q.1)).squareRoot()
        let length = zip(first, second).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
          .squareRoot()
        // A mode of the preset has σ = 0.112: its samples are seen apart from another's at 4σ.
        #expect(seen > 0.45)
        #expect(seen <= length * (1 + 8 * Double.ulpOfOne))
      }
    }
  }
}
