import ClaimKit
import RealModule
import Scalars

/// A line of the proof of Theorem C.1.
///
/// The densities enter as numbers p, q > 0 with slopes p′, q′: what algebra decides for them holds for every
/// pair of differentiable densities and in every direction.
struct FieldOfRatioLine: Claim {
  enum Line: Int, Sendable {
    case quotientRule = 1
    case ratioFormed = 2
    case ratioOnly = 3
    case smallRatio = 4
    case largeRatio = 5
  }

  let line: Line

  var id: String { "theorem-C.1-proof-line-\(line.rawValue)" }
  var title: String { "Line \(line.rawValue) of the proof of Theorem C.1" }
  let source = "Proof of Theorem C.1, appendix C.2"

  var statement: String {
    switch line {
    case .quotientRule: "∇d/d = (−p_data·∇p_g + p_g·∇p_data)/((p_data + p_g)·p_data)"
    case .ratioFormed:
      """
      (−p_data·∇p_g + p_g·∇p_data)/((p_data + p_g)·p_data) = ∇(p_data/p_g)·p_g²/(p_data·(p_data + p_g))
      """
    case .ratioOnly: "∇(p_data/p_g)·p_g²/(p_data·(p_data + p_g)) = ∇r/(r·(1 + r))"
    case .smallRatio:
      "1/(r(1 + r)) ≈ 1/r where r ≈ 0; judged as: the relative error is r/(1 + r), which tends to 0"
    case .largeRatio:
      "1/(r(1 + r)) ≈ 1/r² where r ≫ 1; judged as: the relative error is 1/(1 + r), which tends to 0"
    }
  }

  let hypotheses = ["d = p_data/(p_data + p_g)", "r = p_data/p_g"]

  var families: [any Statement] { [RatioFieldStatement(line: line, factor: 1)] }

  let isExhaustive = true

  var control: Control {
    Control(
      "the same with one side one per cent larger",
      families: [RatioFieldStatement(line: line, factor: Rational(101, 100))])
  }

  let remarks = ["Not printed but needed: both densities are positive and differentiable at x."]

  var uses: [String] {
    switch line {
    case .quotientRule: ["equation-2.2-optimal"]
    case .ratioFormed, .ratioOnly: ["theorem-C.1-proof-line-\(line.rawValue - 1)"]
    case .smallRatio, .largeRatio: ["theorem-C.1-proof-line-3"]
    }
  }

  let recorded = Verdict.proved
}

private struct RatioFieldStatement: Statement {
  let line: FieldOfRatioLine.Line
  let factor: Rational

  var variables: [Variable] {
    [
      Variable("p", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("q", from: Rational(1, 100), to: 100, scale: .logarithmic),
      Variable("p′", from: -10, to: 10), Variable("q′", from: -10, to: 10),
    ]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("p_data > 0", positive: instance["p"]),
      Hypothesis("p_g > 0", positive: instance["q"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (p, q) = (instance["p"], instance["q"])
    let data = Jet(coefficients: [p, instance["p′"]])
    let generated = Jet(coefficients: [q, instance["q′"]])
    let ratio = data / generated
    let (r, ratioSlope) = (ratio.value, ratio.derivative(1))
    let first = (q * data.derivative(1) - p * generated.derivative(1)) / ((p + q) * p)
    let second = ratioSlope * q.squared / (p * (p + q))
    let exact = S(1) / (r * (S(1) + r))
    let pair: (left: S, right: S) =
      switch line {
      case .quotientRule: (first, Jet.log(data / (data + generated)).derivative(1))
      case .ratioFormed: (second, first)
      case .ratioOnly: (ratioSlope / (r * (S(1) + r)), second)
      case .smallRatio: (S(1) / r - exact, r / (S(1) + r) * (S(1) / r))
      case .largeRatio:
        (S(1) / r.squared - exact, S(1) / (S(1) + r) * (S(1) / r.squared))
      }
    return .equal([(left: S(factor) * pair.left, right: pair.right)])
  }
}
