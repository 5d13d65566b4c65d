import ClaimKit
import GANTheory
import RealModule
import Scalars

struct LogDiscriminatorHessian: Claim {
  let id = "theorem-C.9-eigenvalues"
  let title = "Hessian of log d under the linear model, and its eigenvalues"
  let source = "Proof of Theorem C.9, first displays, appendix C.9"
  let statement = """
    ∇²log d = −I/(r(4σ − r)) + yyᵀ/(r³(4σ − r)) − yyᵀ/(r²(4σ − r)²), y = x − xᵢ, with eigenvalues \
    −1/(r(4σ − r)), n − 1 times, and −1/(r(4σ − r)) + (4σ − 2r)/(r(4σ − r)²)
    """
  let hypotheses = ["d(x) = 1/2 − ‖x − xᵢ‖/8σ", "0 < r = ‖x − xᵢ‖ < 4σ"]

  var families: [any Statement] {
    (1...3).map { HessianStatement(dimension: $0, isWithWrongSign: false) }
  }

  var control: Control {
    Control(
      "the last term of the Hessian with the opposite sign",
      families: [HessianStatement(dimension: 2, isWithWrongSign: true)])
  }

  let remarks = [
    "The single eigenvalue is −1/(4σ − r)².", "At r = 0 log d has a kink and no Hessian.",
  ]

  let uses = ["theorem-C.9-proof-gradient"]

  let recorded = Verdict.proved
}

/// The printed matrix entry by entry against jets through log d, and the printed eigenvalues through
/// trace and the image of y.
private struct HessianStatement: Statement {
  let dimension: Int
  let isWithWrongSign: Bool

  var variables: [Variable] {
    [Variable("σ", from: Rational(1, 10), to: 10, scale: .logarithmic)]
      + (1...dimension).map { Variable("y\($0)/σ", from: -2, to: 2) }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    let squares = offsets(instance).reduce(S.zero) { $0 + $1.squared }
    return [
      Hypothesis("σ > 0", positive: instance["σ"]), Hypothesis("r > 0", positive: squares),
      Hypothesis("r < 4σ", positive: S(16) * instance["σ"].squared - squares),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let deviation = instance["σ"]
    let y = offsets(instance)
    let r = S.sqrt(y.reduce(S.zero) { $0 + $1.squared })
    let rest = S(4) * deviation - r
    let derived = hessian(at: y) {
      .log(
        LinearDiscriminator(
          mode: $0.map { _ in .zero }, standardDeviation: Jet(constant: Jet(constant: deviation))
        ).value(at: $0))
    }
    let last = (isWithWrongSign ? S(-1) : S(1)) / (r.squared * rest.squared)
    let across = S(-1) / (r * rest)
    let along = across + (S(4) * deviation - S(2) * r) / (r * rest.squared)
    var pairs: [(left: S, right: S)] = []
    for row in y.indices {
      for column in y.indices {
        let outer = y[row] * y[column]
        let printed =
          (row == column ? across : .zero) + outer / (r.squared * r * rest) - last * outer
        pairs.append((left: printed, right: derived[row][column]))
      }
      let image = y.indices.reduce(S.zero) { $0 + derived[row][$1] * y[$1] }
      pairs.append((left: along * y[row], right: image))
    }
    let trace = y.indices.reduce(S.zero) { $0 + derived[$1][$1] }
    pairs.append((left: S(dimension - 1) * across + along, right: trace))
    return .equal(pairs)
  }

  private func offsets<S: Scalar>(_ instance: Assignment<S>) -> [S] {
    (1...dimension).map { instance["y\($0)/σ"] * instance["σ"] }
  }
}
