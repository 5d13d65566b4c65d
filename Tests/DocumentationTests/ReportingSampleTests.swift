import Foundation
import GANTheory
import Reporting
import Testing

// Sample
/// The optimal discriminator between N(0, 1) and N(0, s²), as a table and as a picture.
struct DiscriminatorOfWidths {
  let deviation: Double

  private func discriminator(at x: Double) -> Double? {
    DensityPair(
      data: GaussianMixture(modes: [[0.0]], standardDeviation: 1),
      generated: GaussianMixture(modes: [[0.0]], standardDeviation: deviation)
    ).discriminator(at: [x])
  }

  func table(at points: [Double]) -> Table {
    Table(
      title: "Optimal discriminator between N(0, 1) and N(0, \(deviation)²)",
      columns: [Column("x"), Column("d(x)")],
      rows: points.map { [.number($0), discriminator(at: $0).map { .number($0) } ?? .missing] },
      metadata: [("standard deviation of p_g", "\(deviation)")])
  }

  var plot: LinePlot {
    let points = (-60...60).map { Double($0) / 10 }
    return LinePlot(
      title: "Optimal discriminator, p_g = N(0, \(deviation)²)", xLabel: "x", yLabel: "d(x)",
      series: [
        Series("d", points: points.compactMap { x in discriminator(at: x).map { (x, $0) } })
      ],
      yRange: 0...1)
  }
}
// End of sample

@Suite struct ReportingSampleTests {
  @Test func `the article's table and picture can be printed in every format`() throws {
    let part = DiscriminatorOfWidths(deviation: 2)
    let table = part.table(at: [0, 40])
    // At 0 the ratio of the densities is 2, far out it is 2·exp(−600), which d still tells from 0.
    #expect(table.rows[0] == [.number(0), .number(2.0 / 3)])
    guard case .number(let far) = table.rows[1][1] else {
      Issue.record("no number at 40")
      return
    }
    // The exponent of 600 has an absolute error of some ulps of itself, 10⁻¹³ each.
    #expect((far / (2 * exp(-600)) - 1).magnitude <= 1e-11)
    for format in OutputFormat.allCases {
      #expect(table.rendered(as: format).contains("d(x)"))
    }
    #expect(try part.plot.svg().contains("</svg>"))
  }
}
