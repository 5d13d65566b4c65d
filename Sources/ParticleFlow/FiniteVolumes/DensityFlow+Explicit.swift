import Dispatch
import Foundation

/// Explicit steps: convex combinations of monotone Euler steps.
extension DensityFlow {
  /// Euler steps in one explicit step; all but one of them advance time.
  static let stages = 10

  /// The order of explicit steps in their size.
  public static let explicitOrder = 2

  /// One step of size (stages − 1)·`eulerStep`, by the optimal strong-stability-preserving method of second
  /// order: each stage is an Euler step of size `eulerStep`.
  ///
  /// - Source: Ketcheson, Highly efficient strong stability-preserving Runge–Kutta methods with low-storage
  ///   implementations, 2008.
  mutating func stepExplicitly(eulerStep: Double, offered: inout [Double]) {
    let start = density
    for _ in 0..<Self.stages { stepByEuler(eulerStep, offered: &offered) }
    let stages = Double(Self.stages)
    for cell in density.indices {
      density[cell] = (start[cell] + (stages - 1) * density[cell]) / stages
    }
    time += (stages - 1) * eulerStep
    stepCount += 1
  }

  /// Room for what the cells offer, with a row of zeros before and after.
  var offeredWorkspace: [Double] {
    Array(repeating: 0, count: density.count + 2 * horizontal.count)
  }

  /// p ← p + step·(what comes in − what goes out), exactly conservative up to rounding.
  mutating func stepByEuler(_ step: Double, offered: inout [Double]) {
    let (columns, count) = (horizontal.count, density.count)
    let (equilibria, mobility) = (equilibria, mobility)
    let (rightward, upward) = (rightward, upward)
    let (widths, heights) = (
      horizontal.volumes.map { step / $0 }, vertical.volumes.map { step / $0 }
    )
    offered.withUnsafeMutableBufferPointer { offered in
      density.withUnsafeMutableBufferPointer { density in
        equilibria.withUnsafeBufferPointer { equilibria in
          rightward.faces.withUnsafeBufferPointer { across in
            upward.faces.withUnsafeBufferPointer { along in
              let cells = MeshCells(
                offered: offered.baseAddress! + columns, density: density.baseAddress!,
                equilibria: equilibria.baseAddress!, across: across.baseAddress!,
                along: along.baseAddress!)
              func offer(_ mobility: some Mobility) {
                forEachBand(of: count) { cells.offer(mobility, $0) }
              }
              // The loop over cells is compiled for the common law, and called through a table for the others.
              if let common = mobility as? NonSaturatingMobility {
                offer(common)
              } else {
                offer(mobility)
              }
              forEachBand(of: heights.count, width: columns) { rows in
                for row in rows { cells.exchange(row: row, widths, heights[row]) }
              }
            }
          }
        }
      }
    }
  }
}

/// The arrays of a mesh while one step runs; threads write to cells of their own.
private struct MeshCells: @unchecked Sendable {
  let offered: UnsafeMutablePointer<Double>
  let density: UnsafeMutablePointer<Double>
  let equilibria: UnsafePointer<CellEquilibrium>
  let across: UnsafePointer<FaceRates.Face>
  let along: UnsafePointer<FaceRates.Face>

  func offer(_ mobility: some Mobility, _ cells: Range<Int>) {
    for cell in cells { offered[cell] = mobility.offered(density[cell], equilibria[cell]) }
  }

  /// What flows into a cell through its left or lower face; the same expression, to the bit, is what flows out
  /// of the cell before.
  @inline(__always)
  private func flux(_ face: FaceRates.Face, _ before: Double, _ after: Double) -> Double {
    face.leaving * before - face.returning * after
  }

  func exchange(row: Int, _ widths: [Double], _ height: Double) {
    let columns = widths.count
    for column in 0..<columns {
      let cell = row * columns + column
      let (left, here, right) = (offered[cell - 1], offered[cell], offered[cell + 1])
      let (below, above) = (offered[cell - columns], offered[cell + columns])
      let horizontal = flux(across[cell], left, here) - flux(across[cell + 1], here, right)
      let vertical = flux(along[cell], below, here) - flux(along[cell + columns], here, above)
      density[cell] += horizontal * widths[column] + vertical * height
    }
  }
}

/// Calls `body` with consecutive ranges that cover 0..<count, one a core, in order where they are short.
///
/// - Parameter width: the work of one index, in cells.
func forEachBand(of count: Int, width: Int = 1, _ body: @Sendable (Range<Int>) -> Void) {
  let leastWork = 4096
  let bands = min(
    ProcessInfo.processInfo.activeProcessorCount, max(1, count * width / leastWork))
  @Sendable func bound(_ band: Int) -> Int { count * band / bands }
  if bands == 1 { return body(0..<count) }
  DispatchQueue.concurrentPerform(iterations: bands) { body(bound($0)..<bound($0 + 1)) }
}
