import ClaimKit
import GANTheory
import RealModule
import Scalars

struct DensityOfImage: Claim {
  let id = "lemma-C.2-first"
  let title = "Density of the image under a piecewise injective map"
  let source = "Lemma C.2, first form, appendix C.6"
  let statement = """
    ρ_Y(y) = Σ_k ρ_X(φ_k⁻¹(y))·|det J_{φ_k⁻¹}(y)| over the pieces whose image contains y, φ_k the restriction to piece k
    """
  let hypotheses = [
    "X has the density ρ_X",
    "φ is injective on each of K pieces, with continuously differentiable inverses",
  ]

  var families: [any Statement] {
    [ImageDensity(map: .square, form: .branches), ImageDensity(map: .exponential, form: .branches)]
  }
  var control: Control {
    Control("one branch of two", families: [ImageDensity(map: .square, form: .oneBranch)])
  }

  let remarks = [
    "φ⁻¹ is printed without its k; it must be the inverse on piece k.",
    "Searched with X ~ N(m, 1) and Y = X² (K = 2) or exp X (K = 1), against the derivative of P(Y ≤ y).",
  ]
  let recorded = Verdict.supported
}

struct DensityAtImage: Claim {
  let id = "lemma-C.2-second"
  let title = "Density of the image, at the image of a point"
  let source = "Lemma C.2, second form, appendix C.6"
  let statement = """
    ρ_Y(φ(x)) = Σ_k ρ_X(x)·|det J_φ(x)|⁻¹ over the pieces whose image contains φ(x), with the same x in every term
    """
  let hypotheses = [
    "X has the density ρ_X",
    "φ is injective on each of K pieces, with continuously differentiable inverses",
  ]

  var families: [any Statement] { [ImageDensity(map: .square, form: .samePoint)] }
  var control: Control {
    Control("half of the corrected sum", families: [ImageDensity(map: .square, form: .half)])
  }
  var amendments: [Amendment] {
    [
      Amendment(
        .corrected,
        "with x_k = φ_k⁻¹(φ(x)), the point of piece k with the same image, in the place of x in term k",
        families: [
          ImageDensity(map: .square, form: .points), ImageDensity(map: .exponential, form: .points),
        ],
        control: control),
      Amendment(
        .sharpened,
        "with the one term of x itself: ρ_Y(φ(x)) ≥ ρ_X(x)/|det J_φ(x)|, which is what Theorem C.4's proof uses",
        families: [ImageDensity(map: .square, form: .bound(1))],
        control: Control("twice that", families: [ImageDensity(map: .square, form: .bound(2))])),
    ]
  }

  let remarks = [
    "The two forms are called equivalent; they are for K = 1, or where all branches have equal terms."
  ]
  let uses = ["lemma-C.2-first"]
  let defect: Defect? = Defect(
    .argument,
    """
    The second form repeats the term of x for every branch instead of taking each branch's own preimage. It is applied in the \
    proof of Theorem C.4, where only the inequality with one term is needed.
    """)
  let checkByHand: String? = """
    X ~ N(1, 1), Y = X², x = 1: the density of Y at 1 is (φ(0) + φ(2))/2 = 0.226, the printed sum 2·φ(0)/2 = 0.399
    """
  let recorded = Verdict.refuted
}

/// The density of Y = X² or exp X for X ~ N(m, 1), from P(Y ≤ y), against a sum over branches.
private struct ImageDensity: Statement {
  enum Map {
    case square
    case exponential
  }

  enum Form {
    case branches, oneBranch
    case samePoint, points, half
    case bound(Int)
  }

  let map: Map
  let form: Form

  var variables: [Variable] {
    [Variable("m", from: -3, to: 3), Variable("x", from: Rational(1, 10), to: 3)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [Hypothesis("x > 0", positive: instance["x"])]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let (mean, x) = (instance["m"], instance["x"])
    let image = value(x)
    let density = probability(below: .variable(at: image, order: 1), mean).derivative(1)
    // The preimages of y by formula, and the slopes of the inverses or of φ by jets.
    let preimages = map == .square ? [x, -x] : [x]
    let slopes = preimages.map { value(Jet.variable(at: $0, order: 1)).derivative(1) }
    let terms = zip(preimages, slopes).map {
      S.normalDensity($0 - mean) / S.sqrt($1.squared)
    }
    let sum = terms.dropFirst().reduce(terms[0], +)
    switch form {
    case .branches:
      let inverses = inverseSlopes(at: image)
      let first = zip(preimages, inverses).reduce(S.zero) {
        $0 + S.normalDensity($1.0 - mean) * S.sqrt($1.1.squared)
      }
      return .equal([(left: first, right: density)])
    case .oneBranch: return .equal([(left: terms[0], right: density)])
    case .samePoint: return .equal([(left: S(preimages.count) * terms[0], right: density)])
    case .points: return .equal([(left: sum, right: density)])
    case .half: return .equal([(left: sum / S(2), right: density)])
    case .bound(let factor): return .atLeast(density, S(factor) * terms[0])
    }
  }

  private func value<T: Scalar>(_ x: T) -> T { map == .square ? x.squared : .exp(x) }

  private func inverseSlopes<S: Scalar>(at image: S) -> [S] {
    let variable = Jet.variable(at: image, order: 1)
    let inverse = (map == .square ? Jet.sqrt(variable) : Jet.log(variable)).derivative(1)
    return map == .square ? [inverse, -inverse] : [inverse]
  }

  /// P(Y ≤ y).
  private func probability<S: Scalar>(below y: Jet<S>, _ mean: S) -> Jet<S> {
    let centre = Jet(constant: mean)
    guard map == .square else { return .normalCDF(Jet.log(y) - centre) }
    let root = Jet.sqrt(y)
    return Jet.normalCDF(root - centre) - Jet.normalCDF(-root - centre)
  }
}
