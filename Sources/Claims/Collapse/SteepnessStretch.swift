import ClaimKit
import GANTheory
import RealModule
import Scalars

/// How long I + s·H makes a vector w, H the Hessian of a radial log d at (r, 0, …): since w = J_g·v is any
/// vector, the bounds of ‖(I + sH)w‖/‖w‖ are those of S_{g′}/S_g in any dimension.
struct StretchStatement: Statement {
  enum Side {
    /// At most 1 − s/(4σ − r)², for 0 < r ≤ 2σ and s ≤ r(4σ − r)²/2σ.
    case printed
    /// At most the larger eigenvalue's size.
    case upper
    /// At least the smaller eigenvalue's size.
    case lower
    /// At most the size of the eigenvalue along the radius.
    case radialOnly
  }

  enum Model {
    /// d = 1/2 − r/8σ.
    case linear
    /// log d = a·r + b·r², whose two derivatives at r can be any numbers.
    case radial
  }

  let dimension: Int
  let side: Side
  let model: Model

  var variables: [Variable] {
    let place: [Variable] =
      model == .linear
      ? [
        Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
        side == .printed
          ? Variable("r/σ", from: Rational(1, 100), to: 2, scale: .logarithmic)
          : Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
      ]
      : [
        Variable("r", from: Rational(1, 10), to: 10, scale: .logarithmic),
        Variable("a", from: -3, to: 3), Variable("b", from: -3, to: 3),
      ]
    let step =
      side == .printed
      ? Variable("s/limit", from: Rational(1, 1000), to: 1, scale: .logarithmic)
      : Variable(
        model == .linear ? "s/σ²" : "s", from: Rational(1, 1000), to: 10, scale: .logarithmic)
    return place + [step] + (1...dimension).map { Variable("w\($0)", from: -1, to: 1) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let vector = Hypothesis(
      "w ≠ 0", positive: instance["w", dimension].reduce(S.zero) { $0 + $1.squared })
    guard model == .linear else {
      return [
        Hypothesis("r > 0", positive: instance["r"]), Hypothesis("s > 0", positive: instance["s"]),
        vector,
      ]
    }
    return [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      side == .printed
        ? Hypothesis("r ≤ 2σ", nonNegative: S(2) - instance["r/σ"])
        : Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
      side == .printed
        ? Hypothesis("s ≤ r(4σ − r)²/2σ", nonNegative: S(1) - instance["s/limit"])
        : Hypothesis("s > 0", positive: instance["s/σ²"]),
      vector,
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let r = model == .linear ? instance["r/σ"] * instance["σ"] : instance["r"]
    let step = stepSize(instance, r)
    var place = [S](repeating: .zero, count: dimension)
    place[0] = r
    // The Hessian from the definition of d, by jets.
    let hessian = hessian(at: place) { y in
      let distance = Jet<Jet<S>>.sqrt(y.reduce(.zero) { $0 + $1.squared })
      return profile(instance, distance) { Jet(constant: Jet(constant: $0)) }
    }
    let w = instance["w", dimension]
    let image = w.indices.map { row in
      w[row] + step * w.indices.reduce(S.zero) { $0 + hessian[row][$1] * w[$1] }
    }
    let (length, imageLength) = (norm(w), norm(image))
    let rates = radialEigenvalues(atDistance: r) { r in
      profile(instance, r) { Jet(constant: $0) }
    }
    let sizes = [rates.radial, rates.tangential].map { rate -> S in
      let factor = S(1) + step * rate
      return S.larger(factor, -factor)
    }
    switch side {
    case .printed:
      let factor = LinearDiscriminator<S>(mode: [], standardDeviation: instance["σ"])
        .printedContraction(atDistance: r, stepSize: step)
      return .atLeast(factor * length, imageLength)
    case .upper: return .atLeast(S.larger(sizes[0], sizes[1]) * length, imageLength)
    case .lower: return .atLeast(imageLength, S.smaller(sizes[0], sizes[1]) * length)
    case .radialOnly: return .atLeast(sizes[0] * length, imageLength)
    }
  }

  private func stepSize<S: Scalar>(_ instance: Assignment<S>, _ r: S) -> S {
    if model == .radial { return instance["s"] }
    guard side == .printed else { return instance["s/σ²"] * instance["σ"].squared }
    return instance["s/limit"]
      * LinearDiscriminator<S>(mode: [], standardDeviation: instance["σ"])
      .largestContractingStep(atDistance: r)
  }

  /// log d at distance r.
  private func profile<S: Scalar, T: Scalar>(
    _ instance: Assignment<S>, _ r: T, lifted: (S) -> T
  ) -> T {
    switch model {
    case .linear: .log(T(Rational(1, 2)) - r / (T(8) * lifted(instance["σ"])))
    case .radial: lifted(instance["a"]) * r + lifted(instance["b"]) * r.squared
    }
  }

  private func norm<S: Scalar>(_ vector: [S]) -> S {
    vector.reduce(S.zero) { S.length($0, $1) }
  }
}

/// One update on the line: |1 + s·(log d)″(r)| against |1 − s/(4σ − r)²|.
struct LineDropStatement: Statement {
  let isSquared: Bool

  var variables: [Variable] {
    [
      Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic),
      Variable("r/σ", from: Rational(1, 100), to: Rational(399, 100)),
      Variable("s/σ²", from: Rational(1, 1000), to: 10, scale: .logarithmic),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: instance["r/σ"]),
      Hypothesis("r < 4σ", positive: S(4) - instance["r/σ"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let r = instance["r/σ"] * deviation
    let step = instance["s/σ²"] * deviation.squared
    let rate = jacobian(at: [r]) {
      LinearDiscriminator(mode: [.zero], standardDeviation: Jet(constant: deviation))
        .velocity(at: $0)
    }[0][0]
    let rest = S(4) * deviation - r
    return .equal([
      (left: S(1) - step / (isSquared ? rest.squared : rest), right: S(1) + step * rate)
    ])
  }
}
