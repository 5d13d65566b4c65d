import ClaimKit
import GANTheory
import RealModule
import Scalars

/// The closing discussion of one of Propositions C.1–C.3: where the vectors point in the first quadrant.
struct QuadrantDirection: Claim {
  let configuration: TableTwoCase

  var id: String { "proposition-C.\(configuration.rawValue)-discussion" }
  var title: String { "Direction in the first quadrant, case \(configuration.rawValue)" }
  var source: String {
    "Closing discussion of Proposition C.\(configuration.rawValue), appendix C.3"
  }

  var statement: String {
    """
    for every x in the first quadrant the velocity is approximately (\(centre) − x₁, \(centre) − x₂) up to \
    scaling; judged as: the cosine of the angle between the two is at least 9/10
    """
  }

  let hypotheses = ["p_data and p_g are those of the proposition", "x₁ > 0 and x₂ > 0"]

  var families: [any Statement] {
    [QuadrantCosineStatement(configuration: configuration, nearest: 0)]
  }

  var control: Control {
    Control(
      "the cosine with (½ − x₁, ½ − x₂) for x₁, x₂ > 1/5",
      families: [
        QuadrantCosineStatement(
          configuration: configuration, nearest: Rational(1, 5), centre: Rational(1, 2))
      ])
  }

  var amendments: [Amendment] {
    let threshold =
      switch configuration {
      case .concentrated: "log(39)/20 ≈ 0.183"
      case .covering: "log(19)/20 ≈ 0.147"
      case .singleMode, .separated: "log(191/9)/20 ≈ 0.153"
      }
    return [
      Amendment(
        .corrected,
        """
        each component is within 0.1 of \(centre) − xⱼ, up to one common factor, exactly where \
        xⱼ ≥ \(threshold)
        """,
        families: [
          ComponentErrorStatement(configuration: configuration, share: 1),
          ComponentErrorStatement(configuration: configuration, share: -1),
        ],
        control: Control(
          "from nine tenths of that distance on",
          families: [
            ComponentErrorStatement(configuration: configuration, share: Rational(9, 10))
          ])),
      Amendment(
        .sharpened,
        "component j of ∇log r is exactly \(closedForm), everywhere in the \(domain)",
        families: [ExactSlopeStatement(configuration: configuration, factor: 1)],
        control: Control(
          "one per cent more",
          families: [
            ExactSlopeStatement(configuration: configuration, factor: Rational(101, 100))
          ]), isExhaustive: true),
    ] + shareOfParticles
  }

  /// In case 1 most particles are where the approximation fails.
  private var shareOfParticles: [Amendment] {
    guard configuration == .concentrated else { return [] }
    return [
      Amendment(
        .sharpened,
        "more than half of the particles lie where a component is off by more than 0.1",
        families: [StripShareStatement(atLeast: Rational(1, 2))],
        control: Control("more than 3/5", families: [StripShareStatement(atLeast: Rational(3, 5))]))
    ]
  }

  var remarks: [String] {
    let reading =
      "∇d/d is ∇log r/(1 + r), so that its direction is that of ∇log r; a pull of two modes cancels near the axes."
    switch configuration {
    case .concentrated:
      return [
        reading, "That the vectors of ∇r point to (±2, ±2) is right, and read off the formula.",
      ]
    case .covering:
      return [reading, "That the vectors of ∇r point to the four modes is right."]
    case .singleMode, .separated:
      return [
        reading,
        "That the vectors of ∇r point to 1 or −11/9 on each axis is right.",
        "The first quadrant is not without loss of generality: p_g is not symmetric; on the other sides −11/9 stands for 1.",
      ]
    }
  }

  var uses: [String] { ["proposition-C.\(configuration.rawValue)", "equation-2.2"] }

  var defect: Defect? {
    Defect(
      .interpretation,
      configuration == .concentrated
        ? """
        Near the axes the neighbouring modes cancel each other and the direction is another one. In case 1 that \
        is where more than half of the particles are.
        """
        : "Near the axes the neighbouring modes cancel each other and the direction is another one."
    )
  }

  var checkByHand: String? {
    switch configuration {
    case .concentrated:
      "at (0, 1) the first component of ∇log r is 0 by symmetry, where 2 is printed: (0, 1) against (2, 1)"
    case .covering:
      "at (0, 1/2) the first component of ∇log r is 0 by symmetry: (0, ½) against (1, ½)"
    case .singleMode, .separated:
      "at (0, 1/2) ∇log r is (−1, 10·tanh 5 − 5.5) ≈ (−1, 4.5): towards (−2/9, 1) against (1, ½)"
    }
  }

  let recorded = Verdict.refuted

  private var centre: String { configuration == .concentrated ? "2" : "1" }

  private var closedForm: String {
    switch configuration {
    case .concentrated: "5·(2·tanh(10xⱼ) − xⱼ)"
    case .covering: "10·(tanh(10xⱼ) − xⱼ)"
    case .singleMode, .separated: "10·tanh(10xⱼ) − 9xⱼ − 1"
    }
  }

  private var domain: String { configuration == .covering ? "box" : "plane" }
}

/// ⟨∇log r, c − x⟩ ≥ 0.9·‖∇log r‖·‖c − x‖ in the first quadrant, beyond a distance from the axes.
private struct QuadrantCosineStatement: Statement {
  let configuration: TableTwoCase
  let nearest: Rational
  /// The printed centre where nil.
  var centre: Rational?

  var variables: [Variable] {
    ["x1", "x2"].map {
      Variable($0, from: max(nearest, Rational(1, 100)), to: Rational(3, 2))
    }
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    [
      Hypothesis("x₁ > 0", positive: instance["x1"]),
      Hypothesis("x₂ > 0", positive: instance["x2"]),
    ]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(configuration)
    let centre = S(centre ?? (configuration == .concentrated ? 2 : 1))
    let (x, y) = (instance["x1"], instance["x2"])
    let (first, second) = (field.slope(at: x), field.slope(at: y))
    let (toFirst, toSecond) = (centre - x, centre - y)
    let lengths = (first.squared + second.squared) * (toFirst.squared + toSecond.squared)
    return .atLeast(
      first * toFirst + second * toSecond, S(Rational(9, 10)) * S.sqrt(lengths))
  }
}

/// 0 ≤ (c − x) − h′(x)/strength ≤ 0.1, from the distance on at which the right side is attained.
private struct ComponentErrorStatement: Statement {
  let configuration: TableTwoCase
  /// Multiplies that distance; negative for the left inequality, from the axis on.
  let share: Rational

  var variables: [Variable] { [Variable("x", from: Rational(1, 100), to: 2)] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] {
    guard share > 0 else { return [Hypothesis("x > 0", positive: instance["x"])] }
    let odds: Rational =
      switch configuration {
      case .concentrated: 39
      case .covering: 19
      case .singleMode, .separated: Rational(191, 9)
      }
    let threshold = S(share) * S.log(S(odds)) / S(20)
    return [Hypothesis("x is beyond the distance", nonNegative: instance["x"] - threshold)]
  }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let field = TableTwoField<S>(configuration)
    let centre = S(configuration == .concentrated ? 2 : 1)
    let x = instance["x"]
    let error = centre - x - field.slope(at: x) / field.strength
    return share > 0 ? .atLeast(S(Rational(1, 10)), error) : .atLeast(error, .zero)
  }
}

/// The closed form of ∇log r against the gradient of log p_data − log p_g by jets.
private struct ExactSlopeStatement: Statement {
  let configuration: TableTwoCase
  let factor: Rational

  var variables: [Variable] {
    [Variable("x1", from: -2, to: 2), Variable("x2", from: -2, to: 2)]
  }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let point = [instance["x1"], instance["x2"]]
    let field = TableTwoField<S>(configuration)
    // Inside the box of case 2 p_g is constant.
    let slopes = gradient(at: point) { point -> Jet<S> in
      let data: GaussianMixture<Jet<S>> = configuration.data()
      let logData = data.logDensity(at: point) ?? .zero
      guard configuration != .covering else { return logData }
      let generated: any Density<Jet<S>> = configuration.generated()
      return logData - (generated.logDensity(at: point) ?? .zero)
    }
    return .equal(
      zip(point, slopes).map { (left: S(factor) * field.slope(at: $0), right: $1) })
  }
}

/// The share of p_g = N(0, 0.2·I) with |x₁| or |x₂| below log(39)/20.
private struct StripShareStatement: Statement {
  let least: Rational

  init(atLeast share: Rational) { least = share }

  var variables: [Variable] { [] }

  func hypotheses<S: Scalar>(at instance: Assignment<S>) -> [Hypothesis<S>] { [] }

  func conclusion<S: Scalar>(at instance: Assignment<S>) -> Conclusion<S>? {
    let width = S.log(S(39)) / (S(20) * S.sqrt(S(Rational(1, 5))))
    let beyond = S(2) * S.normalUpperTail(width)
    return .atLeast(S(1) - beyond.squared, S(least))
  }
}
