import RealModule

/// Implicit steps, monotone at any size: the axes by turns, each line by backward Euler.
extension DensityFlow {
  /// The order of implicit steps in their size.
  public static let implicitOrder = 1

  /// One step: along rows and then along columns, or the other way round in every second step.
  ///
  /// - Throws: `FlowError` where Newton's method fails on a line.
  mutating func stepImplicitly(by step: Double) throws {
    let horizontalFirst = stepCount % 2 == 0
    try sweep(by: step, alongRows: horizontalFirst)
    try sweep(by: step, alongRows: !horizontalFirst)
    time += step
    stepCount += 1
  }

  private mutating func sweep(by step: Double, alongRows: Bool) throws {
    let (columns, rows) = (horizontal.count, vertical.count)
    let axis = alongRows ? horizontal : vertical
    guard axis.count > 1 else { return }
    let (lines, stride) = alongRows ? (rows, 1) : (columns, columns)
    let (equilibria, mobility) = (equilibria, mobility)
    let rates = alongRows ? rightward : upward
    let solved = density.withUnsafeMutableBufferPointer { density in
      equilibria.withUnsafeBufferPointer { equilibria in
        rates.faces.withUnsafeBufferPointer { faces in
          axis.volumes.withUnsafeBufferPointer { volumes in
            func open(_ mobility: some Mobility) -> Bool {
              LineSweep(
                density: density.baseAddress!, equilibria: equilibria.baseAddress!,
                faces: faces.baseAddress!, volumes: volumes.baseAddress!, count: axis.count,
                stride: stride
              ).advance(lines: lines, lineStart: alongRows ? columns : 1, by: step, mobility)
            }
            if let common = mobility as? NonSaturatingMobility { return open(common) }
            return open(mobility)
          }
        }
      }
    }
    guard solved else {
      throw FlowError(
        quantity: "step", value: "\(step)",
        rule: "is so long that Newton's method fails at time \(time)",
        remedy: "take more steps")
    }
  }
}

/// The parallel lines of one direction while they are stepped; threads write to lines of their own.
private struct LineSweep: @unchecked Sendable {
  let density: UnsafeMutablePointer<Double>
  let equilibria: UnsafePointer<CellEquilibrium>
  let faces: UnsafePointer<FaceRates.Face>
  let volumes: UnsafePointer<Double>
  let count: Int
  let stride: Int

  /// Steps every line; false where one of them could not be solved.
  func advance(lines: Int, lineStart: Int, by step: Double, _ mobility: some Mobility) -> Bool {
    nonisolated(unsafe) let failures = UnsafeMutablePointer<Bool>.allocate(capacity: lines)
    failures.initialize(repeating: false, count: lines)
    defer { failures.deallocate() }
    // Newton's method visits a cell several times, and each visit costs more than an explicit one.
    forEachBand(of: lines, width: 8 * count) { band in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: LineStep.workspace(count)) { room in
        let line = LineStep(count: count, workspace: room.baseAddress!)
        for index in band {
          let first = index * lineStart
          for cell in 0..<count { line.density[cell] = density[first + cell * stride] }
          let solved = line.advance(
            by: step, volumes: volumes, mobility: mobility,
            face: { faces[first + $0 * stride] }, equilibrium: { equilibria[first + $0 * stride] })
          if !solved { failures[index] = true }
          for cell in 0..<count { density[first + cell * stride] = line.density[cell] }
        }
      }
    }
    return !(0..<lines).contains { failures[$0] }
  }
}
