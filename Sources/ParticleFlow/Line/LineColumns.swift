internal import CFieldKernels

/// What the flow knows between neighbouring nodes on the line, in plain memory for the inner loops.
///
/// With λ = log(xⱼ₊₁ − xⱼ), σ = (λⱼ₊₁ − λⱼ₋₁)/2: log x′ = λ − (δ²λ + σ²)/24 and
/// x = (xⱼ + xⱼ₊₁)/2 − (xⱼ₊₁ − xⱼ)·σ/8√(1 + σ²) between the nodes, both with an error of fourth order; in the first and the last cell
/// σ = δ²λ = 0.
///
/// - Accuracy: logarithms and exponentials to 2 ulp.
final class LineColumns {
  let cells: steepness_line_cells
  private let count: Int
  private let mixture: steepness_mixture

  init(cells count: Int, _ data: LineData) {
    self.count = count
    cells = steepness_line_cells(
      log_cell: Self.column(count), bend: Self.column(count), turn: Self.column(count),
      log_slope: Self.column(count), middle: Self.column(count), score: Self.column(count),
      log_ratio: Self.column(count))
    func copy(_ values: [Double]) -> UnsafePointer<Double> {
      let memory = UnsafeMutablePointer<Double>.allocate(capacity: values.count)
      memory.initialize(from: values, count: values.count)
      return UnsafePointer(memory)
    }
    mixture = steepness_mixture(
      dimension: 1, count: data.means.count, means: copy(data.means),
      precisions: copy(data.precisions), offsets: copy(data.offsets))
  }

  /// Memory for one number a cell.
  static func column(_ count: Int) -> UnsafeMutablePointer<Double> {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
    memory.initialize(repeating: 0, count: count)
    return memory
  }

  deinit {
    for memory in [
      cells.log_cell, cells.bend, cells.turn, cells.log_slope, cells.middle, cells.score,
      cells.log_ratio,
    ] { memory?.deallocate() }
    for memory in [mixture.means, mixture.precisions, mixture.offsets] { memory?.deallocate() }
  }

  /// One column as it is now.
  func values(_ column: (steepness_line_cells) -> UnsafeMutablePointer<Double>?) -> [Double] {
    Array(UnsafeBufferPointer(start: column(cells), count: count))
  }

  /// Slopes and positions from count + 1 nodes; false where these do not ascend.
  func fillSlopes(_ nodes: UnsafePointer<Double>) -> Bool {
    withUnsafePointer(to: cells) { steepness_line_slopes(nodes, count, $0) != 0 }
  }

  /// Scores and log ratios, and the potential of the optimal discriminator where it is asked for.
  func fillRatios(
    _ logPrior: [Double], _ latentLogSlopes: [Double], potential: UnsafeMutablePointer<Double>?
  ) {
    withUnsafePointer(to: cells) { cells in
      withUnsafePointer(to: mixture) {
        steepness_line_ratios($0, logPrior, latentLogSlopes, count, cells, potential)
      }
    }
  }
}
