import RealModule

/// How the density flow steps in time.
public enum FlowStepping: Sendable, Equatable {
  /// Second order, at most as long as monotone steps may be.
  case explicit
  /// First order, this long.
  case implicit(step: Double)

  /// What is typed to choose it.
  public var name: String {
    switch self {
    case .explicit: "explicit"
    case .implicit: "implicit"
    }
  }

  /// The order in the step's size.
  public var order: Int {
    switch self {
    case .explicit: DensityFlow.explicitOrder
    case .implicit: DensityFlow.implicitOrder
    }
  }
}

extension DensityFlow {
  /// The most steps that one call takes.
  static let mostSteps = 5_000_000

  /// Flows until a time, with equal steps that end there.
  ///
  /// - Parameter eachStep: called after every step; false stops there.
  /// - Throws: `FlowError` for a time that has passed, a step that is not positive, more than five million steps,
  ///   or a line that cannot be solved.
  public mutating func advance(
    to end: Double, _ stepping: FlowStepping = .explicit,
    eachStep: (DensityFlow) throws -> Bool = { _ in true }
  ) throws {
    guard end >= time, end.isFinite else {
      throw FlowError(
        quantity: "time", value: "\(end)", rule: "must be finite and not before \(time)",
        remedy: "times of output must ascend")
    }
    let duration = end - time
    guard duration > 0 else { return }
    let longest: Double
    switch stepping {
    case .explicit: longest = longestExplicitStep
    case .implicit(let step): longest = step
    }
    guard longest > 0, longest.isFinite, duration / longest <= Double(Self.mostSteps) else {
      throw FlowError(
        quantity: "step", value: "\(longest)",
        rule: "must be positive and reach the time \(end) in at most \(Self.mostSteps) steps",
        remedy: "take implicit steps, a coarser mesh, or a smaller region")
    }
    // A quotient that rounding made a little too large is not worth another step.
    let count = Int((duration / longest * (1 - 1e-12)).rounded(.up))
    let step = duration / Double(count)
    let start = time
    var offered = offeredWorkspace
    for index in 1...count {
      switch stepping {
      case .explicit:
        stepExplicitly(eulerStep: step / Double(Self.stages - 1), offered: &offered)
      case .implicit: try stepImplicitly(by: step)
      }
      // Monotone steps cannot leave p ≥ 0; nothing else may leave this function.
      guard density.allSatisfy({ $0 >= 0 && $0.isFinite }) else {
        throw FlowError(
          quantity: "step", value: "\(step)", rule: "left p ≥ 0 at time \(time)",
          remedy: "take implicit steps or a smaller region")
      }
      time = index == count ? end : start + Double(index) * step
      guard try eachStep(self) else { return }
    }
  }

  /// The longest explicit step whose stages are monotone.
  public var longestExplicitStep: Double {
    Double(Self.stages - 1) * greatestMonotoneStep
  }
}
