public import Scalars

/// One instance of a statement: an exact fraction for every variable.
public struct Instance: Sendable, Hashable {
  public let names: [String]
  public let values: [Rational]

  public init(names: [String], values: [Rational]) {
    precondition(names.count == values.count, "names.count = values.count")
    self.names = names
    self.values = values
  }

  /// The instance at a point of the unit cube.
  init(_ variables: [Variable], at coordinates: [Double], relativeError: Double = 1e-7) {
    self.init(
      names: variables.map(\.name),
      values: zip(variables, coordinates).map { $0.value(at: $1, relativeError: relativeError) })
  }

  /// The instance in a number system.
  public func assignment<S: Scalar>(in _: S.Type) -> Assignment<S> {
    Assignment(names: names, values: values.map { S($0) })
  }

  func replacing(_ index: Int, by value: Rational) -> Instance {
    var values = values
    values[index] = value
    return Instance(names: names, values: values)
  }
}

/// What ball arithmetic says of a statement at an instance.
enum Finding: Sendable, Equatable {
  /// A hypothesis fails.
  case outside
  /// A hypothesis is undecided.
  case unclear
  /// A side of the conclusion does not exist or is not finite.
  case undefined
  /// All hypotheses hold; the conclusion was decided, or not.
  case judged(Decision, relativeMargin: Double)
}

extension Statement {
  /// Decides hypotheses and conclusion in balls, doubling the precision up to `limit` bits while a
  /// hypothesis or an inequality stays undecided, or a side has no finite enclosure.
  ///
  /// An equality between equal numbers can never be decided by balls: it is evaluated once.
  func finding(at instance: Instance, precision: Int = 128, limit: Int = 512) -> Finding {
    finding(at: instance, precision: precision, limit: limit) { !isInequality(at: instance) }
  }

  /// The same, equalities too at rising precision: for sides that are known to differ.
  func separatedFinding(at instance: Instance, limit: Int) -> Finding {
    finding(at: instance, precision: 128, limit: limit) { false }
  }

  private func finding(
    at instance: Instance, precision: Int, limit: Int, isFinal: () -> Bool
  ) -> Finding {
    var last = Finding.undefined
    let outcome = Ball.valueAtRisingPrecision(from: precision, to: limit) { () -> Finding? in
      last = singleFinding(at: instance)
      switch last {
      case .outside, .judged(.holds, _), .judged(.fails, _): return last
      case .judged(.undecided, _): return isFinal() ? last : nil
      case .unclear, .undefined: return nil
      }
    }
    return outcome.value ?? last
  }

  /// Whether an existence is certainly not attained at the point that the statement names.
  func fallsShort(at instance: Instance) -> Bool {
    Ball.$precision.withValue(512) {
      guard case .attained(let left, let right) = conclusion(at: instance.assignment(in: Ball.self))
      else { return false }
      return (left - right).isNonNegative == .fails
    }
  }

  private func isInequality(at instance: Instance) -> Bool {
    switch conclusion(at: instance.assignment(in: Double.self)) {
    case .atLeast, .attained: true
    case .equal, nil: false
    }
  }

  private func singleFinding(at instance: Instance) -> Finding {
    let assignment = instance.assignment(in: Ball.self)
    var isUnclear = false
    for hypothesis in hypotheses(at: assignment) {
      switch hypothesis.decision {
      case .fails: return .outside
      case .undecided: isUnclear = true
      case .holds: continue
      }
    }
    if isUnclear { return .unclear }
    guard let conclusion = conclusion(at: assignment), let margin = conclusion.relativeMargin else {
      return .undefined
    }
    return .judged(conclusion.decision, relativeMargin: margin)
  }
}
