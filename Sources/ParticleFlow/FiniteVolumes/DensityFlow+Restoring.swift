/// Going on from where a flow was stopped.
extension DensityFlow {
  /// The same flow with the density that it had at a later moment, to the bit.
  ///
  /// - Throws: `FlowError` where the numbers are no density of this mesh: another count, a negative entry or
  ///   another mass than 1.
  package func resumed(density: [Double], time: Double, stepCount: Int) throws -> DensityFlow {
    var flow = self
    guard density.count == self.density.count, density.allSatisfy({ $0 >= 0 && $0.isFinite }),
      time >= 0, stepCount >= 0
    else {
      throw FlowError(
        quantity: "stored density", value: "\(density.count) numbers",
        rule: "is no density of this mesh", remedy: "start again in an empty folder")
    }
    flow.density = density
    flow.time = time
    flow.stepCount = stepCount
    guard (flow.mass - 1).magnitude < 1e-6 else {
      throw FlowError(
        quantity: "stored density", value: "\(flow.mass)", rule: "has a mass other than 1",
        remedy: "start again in an empty folder")
    }
    return flow
  }
}
