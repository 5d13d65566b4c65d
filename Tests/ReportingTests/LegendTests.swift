import Foundation
import Reporting
import Testing

@Suite struct `Legends` {
  /// gnuplot leaves out what it finds no room for; a name that is shown stands in the picture twice, as
  /// the curve's title and as text.
  private func isShown(_ name: String, in svg: String) -> Bool {
    svg.components(separatedBy: ">\(name)<").count == 3
  }

  @Test(arguments: 1...8, [4, 12, 29, 60])
  func `have room for every curve`(count: Int, length: Int) throws {
    let names = (0..<count).map { index in
      String(String(repeating: "curve \(index) ", count: 10).prefix(length - 1)) + "\(index)"
    }
    let plot = LinePlot(
      title: "t", xLabel: "x", yLabel: "y",
      series: names.enumerated().map { index, name in
        Series(name, points: [(0, Double(index)), (1, 1)])
      }, horizontalLines: [ReferenceLine(at: 0.5, label: "a reference")])
    let svg = try plot.svg()
    for name in names { #expect(isShown(name, in: svg), "\(name)") }
  }

  @Test func `have room in the panels of a grid`() throws {
    let names = ["20,000 generated samples", "density of the data"]
    let panel = HistogramPlot(
      title: "t", xLabel: "x", name: names[0], edges: [0, 1, 2], heights: [1, 2],
      series: [Series(names[1], points: [(0, 1), (2, 1)])])
    let svg = try MultiPlot(panels: [panel, panel], columns: 2).svg()
    for name in names { #expect(svg.components(separatedBy: ">\(name)<").count == 5, "\(name)") }
  }
}
