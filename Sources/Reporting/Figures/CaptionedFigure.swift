/// The size of a panel of a grid in pixels; 420 are the width of a column.
package struct PanelSize: Sendable {
  package let width: Int
  package let height: Int

  package init(width: Int = 420, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A picture with all that a reader needs beside it.
package struct CaptionedFigure: Sendable {
  /// What it is, for people and programs that cannot see it.
  package let title: String
  /// From top to bottom.
  package let grids: [MultiPlot]
  /// What is seen, and where it says something else than the paper.
  package let text: String
  /// What it was computed from: numbers, settings and, where something is random, the seed.
  package let parameters: [(String, String)]
  /// What the picture looks like.
  package let alternative: String

  package init(
    title: String, grids: [MultiPlot], text: String, parameters: [(String, String)],
    alternative: String
  ) {
    self.title = title
    self.grids = grids
    self.text = text
    self.parameters = parameters
    self.alternative = alternative
  }

  /// One grid of equal panels.
  ///
  /// - Parameter panel: the size of one.
  package init(
    title: String, panels: [any Plot], columns: Int = 1,
    panel: PanelSize = PanelSize(height: 340),
    legend: [(name: String, colour: PlotColour)] = [], text: String,
    parameters: [(String, String)], alternative: String
  ) {
    self.init(
      title: title,
      grids: [Self.grid(panels, columns: columns, panel: panel, legend: legend)],
      text: text, parameters: parameters, alternative: alternative)
  }

  /// A grid of panels of one size.
  package static func grid(
    title: String = "", _ panels: [any Plot], columns: Int, panel: PanelSize,
    legend: [(name: String, colour: PlotColour)] = []
  ) -> MultiPlot {
    let width = panel.width * columns
    let rows = (panels.count + columns - 1) / columns
    var grid = MultiPlot(title: title, panels: panels, columns: columns, legend: legend)
    grid.size = PlotSize(
      width: width,
      height: rows * panel.height + Int(grid.headHeight(width: Double(width)).rounded(.up)))
    return grid
  }

  /// The whole picture.
  package var plot: any Plot { StackedPlot(title: title, grids: grids) }

  /// The panels, from the top left on.
  package var panels: [any Plot] { grids.flatMap(\.panels) }

  /// One panel by itself, as wide as a column; counted from 1, nil where there are fewer.
  package func alone(_ number: Int) -> CaptionedFigure? {
    guard panels.indices.contains(number - 1), let grid = grid(of: number - 1) else { return nil }
    let rows = (grid.panels.count + grid.columns - 1) / grid.columns
    let head = grid.headHeight(width: Double(grid.size.width))
    let size = (
      width: grid.size.width / min(grid.columns, grid.panels.count),
      height: (Double(grid.size.height) - head) / Double(rows)
    )
    let height = Int(size.height * PictureFormat.columnPixels / Double(size.width))
    return CaptionedFigure(
      title: "\(title), panel \(number)",
      grids: [
        Self.grid(
          [panels[number - 1]], columns: 1,
          panel: PanelSize(height: height),
          legend: grid.legend.entries.compactMap { entry in
            PlotColour(rawValue: entry.colour).map { (entry.name, $0) }
          })
      ], text: text, parameters: parameters, alternative: alternative)
  }

  private func grid(of panel: Int) -> MultiPlot? {
    var rest = panel
    for grid in grids {
      if rest < grid.panels.count { return grid }
      rest -= grid.panels.count
    }
    return nil
  }

  /// The text with the parameters, on one line.
  package var caption: String {
    let settings = parameters.map { "\($0.0) = \($0.1)" }.joined(separator: ", ")
    return GnuplotText.spoken(settings.isEmpty ? text : "\(text) [\(settings)]")
  }

  /// The numbers that are drawn.
  package var table: Table {
    plot.table(title: title, metadata: [("caption", text)] + parameters)
  }

  /// The figure on a page.
  ///
  /// - Throws: `ReportingError` where gnuplot is missing or fails.
  package func block() throws(ReportingError) -> HTMLBlock {
    .figure(svg: try plot.svg(), caption: caption, alternative: alternative)
  }
}
