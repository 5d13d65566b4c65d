import GANTheory
import Scalars
import Testing

@Suite struct `Derivations` {
  /// Those whose printed side is not the derived one, with derived over printed.
  private static let quotients = [
    "field-small-ratio": "1/(r + 1)",
    "field-large-ratio": "r/(r + 1)",
    "particle-update": "2",
    "divergence-appendix-H": "q/p",
    "ratio-C.4": "2",
    "ratio-gradient-C.4-1": "2",
    "ratio-gradient-C.4-2": "2",
    "data-at-zero": "σ",
    "data-curvature": "σ",
    "recurrence-C.5-dimension-1": "k",
    "recurrence-D.2-dimension-1": "k",
    "recurrence-C.5-dimension-n":
      "k·(k·exp(ℓ²/2) + κ·exp(k²·ℓ²/(2·κ²)))·κ^n/(κ·(κ^n·exp(k²·ℓ²/(2·κ²)) + k^n·exp(ℓ²/2)))",
    "recurrence-C.5-dimension-2":
      "k·κ·(k·exp(ℓ²/2) + κ·exp(k²·ℓ²/(2·κ²)))/(k²·exp(ℓ²/2) + κ²·exp(k²·ℓ²/(2·κ²)))",
    "recurrence-C.5-dimension-3":
      "k·κ²·(k·exp(ℓ²/2) + κ·exp(k²·ℓ²/(2·κ²)))/(k³·exp(ℓ²/2) + κ³·exp(k²·ℓ²/(2·κ²)))",
  ]

  /// Those that differ by more than is worth writing down here.
  private static let different: Set<String> = [
    "recurrence-D.2-dimension-2", "recurrence-D.2-dimension-3", "recurrence-D.2-dimension-n",
  ]

  private static let all = Derivation.all

  @Test(arguments: all.indices)
  func `agree with the paper or differ by the factor on record`(index: Int) {
    let derivation = Self.all[index]
    #expect(derivation.isControlRefuted == .holds)
    #expect(derivation.derived.undefinedReason == nil)
    if let quotient = Self.quotients[derivation.name] {
      #expect(derivation.decision == .fails)
      #expect(derivation.quotient.description == quotient)
    } else if Self.different.contains(derivation.name) {
      #expect(derivation.decision == .fails)
    } else {
      #expect(derivation.decision == .holds)
      #expect(derivation.difference == .zero)
    }
  }

  @Test func `state the exact relative errors of Theorem C.1's approximations`() {
    let r = Expression.symbol("r", isPositive: true)
    #expect(FieldDerivations.smallRatio.relativeError == r)
    #expect(FieldDerivations.largeRatio.relativeError == Expression(1) / r)
    #expect(FieldDerivations.smallRatio.note?.hasSuffix("exactly r") == true)
    #expect(FieldDerivations.largeRatio.note?.hasSuffix("exactly 1/r") == true)
  }

  /// With p + q = 2m the integrand is 2m·log(m/p), and what is left is a multiple of p − q.
  @Test func `name the divergence of appendix B`() {
    let (p, q) = (
      Expression.symbol("p", isPositive: true), Expression.symbol("q", isPositive: true)
    )
    let mean = (p + q) / Expression(2)
    let twice = Expression(2) * mean * .log(mean / p)
    let rest = DivergenceDerivations.namedDivergence.printed - twice
    #expect((rest / (p - q)).symbols.isEmpty)
    #expect(Expression.equality(rest, (Expression(1) - .log(Expression(2))) * (p - q)) == .holds)
  }

  @Test(arguments: all.indices) func `say what their symbols stand for, unless it is said`(
    index: Int
  ) {
    // σ, μ, r, g′ and g‴, coordinates and what the abbreviation explains are the paper's own.
    let derivation = Self.all[index]
    let known: Set = ["σ", "μ", "r", "r′", "x₁", "x₂", "y₁", "y₂", "g′", "g‴", "s", "n"]
    let unknown = Set(derivation.printed.symbols + derivation.derived.symbols).subtracting(known)
    let words = (derivation.note ?? "").split { !$0.isLetter && !"_′".contains($0) }.map(
      String.init)
    #expect(unknown.isSubset(of: words), "\(unknown)")
  }

  @Test func `have names of their own, and the record names only those`() {
    let names = Self.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Set(Self.quotients.keys).union(Self.different).isSubset(of: names))
  }

  @Test func `find the divergence of appendix B convex`() {
    #expect(DivergenceDerivations.curvature.derived.isPositive == .holds)
  }

  @Test(arguments: [1, 2, 3]) func `reach the recurrence that is used, in every dimension`(
    dimension: Int
  ) {
    let (steepness, optimal, length, stepSize) = (
      Expression.symbol("k", isPositive: true), Expression.symbol("κ", isPositive: true),
      Expression.symbol("ℓ", isPositive: true), Expression.symbol("s", isPositive: true)
    )
    let form = SingleModeRecurrence(
      dimension: dimension, optimalSteepness: optimal, stepSize: stepSize)
    let ratio = form.ratio(steepness: steepness, squaredLength: length.squared)
    let next = form.next(steepness: steepness, factor: Expression(1) / (Expression(1) + ratio))
    let derived = SteepnessDerivations.optimalIncrement(dimension: dimension).derived
    #expect(next - steepness == derived)
    #expect(Expression.equality(next, derived) == .fails)
    let general = SteepnessDerivations.optimalIncrementInAnyDimension.derived
    #expect(general.substituting(["n": Expression(dimension)]) == derived)
  }

  @Test(arguments: DivergenceGenerator.allCases)
  func `use activations that invert the slope of f`(divergence: DivergenceGenerator) {
    let moving = Jet.variable(at: Expression.symbol("r", isPositive: true), order: 1)
    let slope = divergence.value(at: moving).derivative(1)
    let output = divergence.activation(divergence.optimalOutput(at: moving.value))
    #expect(output == slope)
  }
}
