import Reporting
import Testing

@Suite struct AnimatedPlotTests {
  private let plot = AnimatedPlot(
    title: "p_{g} over time",
    frames: (1...3).map { frame in
      VectorFieldPlot(
        title: "frame \(frame)", xRange: -1...1, yRange: -1...1,
        background: HeatMap(
          label: "p", columns: 4, rows: 4, xRange: -1...1, yRange: -1...1, range: 0...1
        ) { x, _ in x * x / Double(frame) }, arrows: [(0, 0, 1, 0)], arrowStyle: .unitLength())
    }, secondsPerFrame: 0.5)

  @Test func `all frames are in one well-formed picture, each with its time`() throws {
    let svg = try plot.svg()
    #expect(XMLCheck.isWellFormed(svg))
    for (index, delay) in ["0s", "0.5s", "1s"].enumerated() {
      #expect(svg.contains("frame \(index + 1)"))
      #expect(svg.contains("animation-delay:\(delay)"))
    }
    #expect(svg.contains("show 1.5s step-end infinite;"))
    #expect(svg.contains("<title>p_g over time</title>"))
  }

  @Test func `frames share no names`() throws {
    let svg = try plot.svg()
    let names = svg.matches(of: /\sid=["']([^"']*)["']/).map { String($0.1) }
    #expect(!names.isEmpty && Set(names).count == names.count)
  }

  @Test func `the same frames give the same bytes`() throws {
    #expect(try plot.svg() == plot.svg())
  }
}
