public import GANTheory
public import NumericKernel
import RealModule
public import Scalars

/// log g′(z) over time as a closure has it: a curve that may end early.
public protocol SlopeCurve: Sendable {
  /// How the closure is named in tables.
  var name: String { get }
  /// The last time at which the curve is known.
  var end: Double { get }
  /// Times, ascending from 0, between which the curve is smooth.
  var times: [Double] { get }
  /// log g′ at a time up to `end`.
  ///
  /// - Throws: `NumericError` or `FlowError` beyond it.
  func logSteepness(at time: Double) throws -> Double
}

extension SlopeCurve {
  /// The first time at which log g′ crosses a level, nil where it does not.
  ///
  /// - Accuracy: bisection to rounding of the curve itself.
  public func time(reaching level: Double) throws -> Double? {
    try firstSignChange { try logSteepness(at: $0) - level }
  }

  /// The first time at which g′ is a factor 1 + `width` away from another curve's, nil where it never is while both are known.
  public func time(leavingBand width: Double, around other: some SlopeCurve) throws -> Double? {
    let limit = Double.log(onePlus: width)
    return try firstSignChange(until: other.end) {
      abs(try logSteepness(at: $0) - other.logSteepness(at: $0)) - limit
    }
  }

  /// The first change of sign of a function of time, looked for at four places between neighbouring times.
  private func firstSignChange(
    until limit: Double = .infinity, _ function: (Double) throws -> Double
  ) throws -> Double? {
    guard times.count > 1 else { return nil }
    var before = (time: 0.0, value: try function(0))
    for (start, next) in zip(times, times.dropFirst()) where start < limit {
      for part in 1...4 {
        let time = min(start + (next - start) * Double(part) / 4, limit)
        let value = try function(time)
        if before.value != 0, (value > 0) != (before.value > 0) {
          var (low, high) = (before.time, time)
          while (low + high) / 2 > low, (low + high) / 2 < high {
            let middle = (low + high) / 2
            if (try function(middle) > 0) == (before.value > 0) {
              low = middle
            } else {
              high = middle
            }
          }
          return high
        }
        before = (time, value)
      }
    }
    return nil
  }
}

extension SlopeHistory: SlopeCurve {
  public var name: String { "flow" }
}

extension SteepnessTrajectory: SlopeCurve {
  public var name: String { "integrated" }
  public var end: Double { trajectory.last.time }
  public var times: [Double] { trajectory.steps.map(\.time) }
}

/// A Taylor closure followed as far as it goes.
public struct ClosureRun: SlopeCurve {
  public let closure: TaylorClosure
  /// Consecutive pieces of the solution.
  public let pieces: [Trajectory]
  public let times: [Double]
  /// Why it ended before its time, nil where it did not.
  public let breakdown: String?

  public var name: String { closure.order == 1 ? "integrated" : "taylor \(closure.order)" }
  public var end: Double { times[times.count - 1] }
  /// Accepted steps.
  public var steps: Int { pieces.reduce(0) { $0 + $1.cost.acceptedSteps } }
  /// Refused steps.
  public var rejectedSteps: Int { pieces.reduce(0) { $0 + $1.cost.rejectedSteps } }

  /// Integrates over times that double, and close to where the closure breaks down over halves of them,
  /// until a hundredth of the time does not pass.
  ///
  /// - Shapes: `initial` has order + 1 Taylor coefficients.
  /// - Parameters:
  ///   - first: the first time, at which little has happened yet.
  ///   - ceiling: log g′ beyond which there is no point in going on.
  public init(
    _ closure: TaylorClosure, from initial: [Double], first: Double, until end: Double,
    ceiling: Double = .infinity, method: IntegrationMethod = .rkf45,
    relativeTolerance: Double = 1e-9
  ) throws {
    precondition(first > 0 && end > 0, "first > 0, end > 0")
    self.closure = closure
    var (pieces, times, state) = ([Trajectory](), [0.0], initial)
    var (length, failure): (Double, String?) = (min(first, end), nil)
    while let time = times.last, time < end, !(Double.log(state[1]) > ceiling) {
      do {
        let piece = try closure.trajectory(
          from: state, at: time, until: min(time + length, end),
          relativeTolerance: relativeTolerance, method: method)
        pieces.append(piece)
        times += piece.steps.dropFirst().map(\.time)
        state = piece.last.state
        length = failure == nil ? time + length : length / 2
      } catch let error as NumericError {
        failure = error.reason
        length /= 2
        if length < 0.01 * (time + first) { break }
      }
    }
    self.pieces = pieces
    self.times = times
    let largest = state.reduce(0) { max($0, abs($1)) }
    breakdown = failure.map { "\($0); the largest Taylor coefficient is \(largest)" }
  }

  public func logSteepness(at time: Double) throws -> Double {
    guard let piece = pieces.first(where: { time <= $0.last.time }) else {
      throw FlowError(
        quantity: "time", value: "\(time)",
        rule: "is not reached by the closure, which ends at \(end)",
        remedy: "ask for an earlier time, or take another order")
    }
    return Double.log(try piece.state(at: time)[1])
  }
}

/// The closure g‴ₜ(0) = 0 of Theorem 3.3 in closed form: its time as a function of its slope.
public struct ImplicitClosure: SlopeCurve {
  public let ode: SteepnessODE<Double>
  public let initialSteepness: Double
  public let times: [Double]
  private let logSteepnesses: [Double]

  public var name: String { "implicit" }
  public var end: Double { times[times.count - 1] }

  /// - Hypotheses: μ > σ.
  /// - Parameter ceiling: log k up to which the curve is followed.
  public init(
    ode: SteepnessODE<Double>, initialSteepness: Double, until end: Double, ceiling: Double
  ) {
    precondition(ode.growthRate > 0, "μ > σ")
    self.ode = ode
    self.initialSteepness = initialSteepness
    let start = Double.log(initialSteepness)
    var (times, values) = ([0.0], [start])
    while let value = values.last, times[times.count - 1] < end, value < ceiling {
      let next = value + 0.05
      let time = ode.time(from: initialSteepness, to: Double.exp(next))
      guard time.isFinite else { break }
      times.append(time)
      values.append(next)
    }
    self.times = times
    logSteepnesses = values
  }

  /// - Accuracy: that of the root of the closed form, to rounding.
  /// - Throws: `NumericError` beyond the end.
  public func logSteepness(at time: Double) throws -> Double {
    let index = min(LocalPolynomial.index(below: time, in: times), times.count - 2)
    guard index >= 0 else { return logSteepnesses[0] }
    return try Bracketing.root(
      of: { ode.time(from: initialSteepness, to: Double.exp($0)) - time },
      in: logSteepnesses[index]...logSteepnesses[index + 1]
    ).abscissa
  }
}
