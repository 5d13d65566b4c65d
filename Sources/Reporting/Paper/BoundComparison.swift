import GANTheory
import RealModule
package import Scalars

/// A theorem at one point of its parameters: what is printed, what holds, and what is exact.
struct BoundComparison {
  /// As printed.
  let printed: Ball?
  /// The nearest true statement; nil where the printed one is true, or where nothing holds.
  var corrected: Ball? = nil
  /// The sharpest statement of the ledger.
  var sharpened: Ball? = nil
  /// The exact value; nil where it is undecided or there is none.
  let exact: Ball?
}

/// The theorems whose bounds can be tabulated over parameters.
package enum SweptTheorem: String, CaseIterable, Sendable {
  case line = "3.1"
  case space = "3.2"
  case modeMixture = "3.4"
  case drop = "4.2"
  case singleMode = "C.5"

  /// What its bounds depend on, beside the modes, in the order in which tables print them.
  package var parameters: [SweptParameter] {
    switch self {
    case .line: [.count, .gap, .scale, .sigma]
    case .space: [.scale, .sigma, .radius]
    case .modeMixture: [.count, .gap, .scale, .sigma, .slope]
    case .drop: [.sigma, .distance, .step]
    case .singleMode: [.dimension, .sigma, .steepness, .distance, .step]
    }
  }

  /// Whether it is about a mixture with several modes.
  package var needsModes: Bool { parameters.contains(.scale) }

  /// Whether its values are printed as decimal logarithms: they overflow for ordinary mixtures.
  var isLogarithmic: Bool { self == .line || self == .space }

  var title: String {
    switch self {
    case .line: "Theorem 3.1: steepness that the monotone map must reach"
    case .space: "Theorem 3.2: the constant M"
    case .modeMixture: "Theorem 3.4: least mass between modes for a generator of slope at most k"
    case .drop: "Theorem 4.2: factor of steepness in one update near a mode"
    case .singleMode: "Theorem C.5: growth of steepness in one update, single mode"
    }
  }

  /// What the columns hold.
  var note: String {
    switch self {
    case .line:
      "Exact is the greatest slope of the map; a bound is true where its share of it is at most 1."
    case .space:
      "Every map that the theorem admits has unbounded steepness: see 'steepness show theorem-3.2'."
    case .modeMixture:
      """
      Exact is the least mass that any generator of the theorem leaves; none exists below a least k. \
      A bound is true where its share of it is at most 1.
      """
    case .drop:
      """
      Exact is ‖I + sH‖₂ in n ≥ 2 dimensions, which a generator attains. A bound is true where its share of it \
      is at least 1; the corrected one asks for s ≤ r(4σ − r)²/2σ and r ≤ 2σ.
      """
    case .singleMode: "Exact is the first update; after it p_g is not Gaussian."
    }
  }
}

/// A number that bounds depend on.
package enum SweptParameter: String, CaseIterable, Sendable {
  /// N modes on the line, a gap apart.
  case count
  /// Distance between neighbouring modes of `count` modes.
  case gap
  /// What the modes are multiplied by.
  case scale
  /// σ; k_* of Theorem C.5.
  case sigma
  /// r of Theorem 3.2.
  case radius
  /// The greatest slope k of Theorem 3.4.
  case slope
  /// r of Theorem 4.2; ‖x₀‖ of Theorem C.5.
  case distance
  /// s, the step of an update.
  case step
  /// k of Theorem C.5.
  case steepness
  /// n of Theorem C.5.
  case dimension

  /// What it is where nothing is said; nil where it must be given.
  package var preset: Rational? {
    switch self {
    case .count, .gap, .sigma: nil
    case .scale, .slope, .distance, .step, .dimension: 1
    case .radius: 3
    case .steepness: Rational(1, 2)
    }
  }

  /// Whether only whole numbers make sense.
  package var isWhole: Bool { self == .count || self == .dimension }
}

extension SweptTheorem {
  /// The theorem at a point, in balls at the working precision; logarithms where `isLogarithmic`.
  ///
  /// - Parameters:
  ///   - point: a value for each of `parameters` that a single mode or update needs.
  ///   - mixture: the modes at this point; nil where none are needed.
  func comparison(
    at point: [SweptParameter: Rational], mixture: MixtureParameters?
  ) -> BoundComparison {
    func ball(_ parameter: SweptParameter) -> Ball { Ball(point[parameter] ?? 0) }
    switch self {
    case .line: return Self.line(mixture!)
    case .space:
      let bound = SpaceBound<Ball>(
        modes: mixture!.means.map { $0.map { Ball($0) } },
        standardDeviation: Ball(mixture!.standardDeviations[0]), radius: ball(.radius))
      return BoundComparison(printed: bound.logPrinted, exact: nil)
    case .modeMixture: return Self.modeMixture(mixture!, slope: ball(.slope))
    case .drop:
      let model = LinearDiscriminator<Ball>(mode: [], standardDeviation: ball(.sigma))
      let (r, step) = (ball(.distance), ball(.step))
      let printed = model.printedContraction(atDistance: r, stepSize: step)
      let room = model.largestContractingStep(atDistance: r) - step
      let isNear = (Ball(2) * model.standardDeviation - r).isNonNegative == .holds
      let exact = model.contraction(atDistance: r, stepSize: step)
      return BoundComparison(
        printed: printed, corrected: isNear && room.isNonNegative == .holds ? printed : nil,
        sharpened: exact, exact: exact)
    case .singleMode:
      let recurrence = SingleModeRecurrence<Ball>(
        dimension: point[.dimension]!.numerator, optimalSteepness: ball(.sigma),
        stepSize: ball(.step))
      let (k, length) = (ball(.steepness), ball(.distance))
      let squared = length * length
      let printed = recurrence.printedNext(
        steepness: k,
        factor: Ball(1)
          / (Ball(1) + recurrence.printedRatio(steepness: k, squaredLength: squared)))
      let exact = recurrence.next(
        steepness: k,
        factor: Ball(1) / (Ball(1) + recurrence.ratio(steepness: k, squaredLength: squared)))
      return BoundComparison(printed: printed - k, corrected: exact - k, exact: exact - k)
    }
  }

  private static func line(_ parameters: MixtureParameters) -> BoundComparison {
    let map = MeasurePreservingMap(to: GaussianMixture<Ball>(parameters))
    let greatest = map.greatestSteepness(among: map.steepnessPeaks())
    let deviation = Ball(parameters.standardDeviations[0])
    let bound = LineBound<Ball>(
      modes: parameters.means.map { Ball($0[0]) }, standardDeviation: deviation)
    let isSeparated = bound.gaps.allSatisfy { ($0 - Ball(6) * deviation).isNonNegative == .holds }
    // N/2 better where all gaps have 6σ, less a part in 10¹⁴.
    let gain =
      Ball.log(Ball(Rational(parameters.count, 2))) + Ball.log(Ball(1) - Ball.pow(Ball(10), -14))
    let isGain = isSeparated && parameters.count > 2
    return BoundComparison(
      printed: bound.logPrinted, sharpened: bound.logSharpened + (isGain ? gain : .zero),
      exact: greatest.reservation == nil ? greatest.logSteepness : nil)
  }

  private static func modeMixture(_ parameters: MixtureParameters, slope: Ball) -> BoundComparison {
    let bound = ModeMixtureBound(
      target: GaussianMixture<Ball>(parameters),
      standardDeviation: Ball(parameters.standardDeviations[0]), maximalSteepness: slope)
    let derived = bound.probability(.derived)
    let isMet = bound.leastSteepness.map { (slope - $0).isNonNegative == .holds } ?? true
    return BoundComparison(
      printed: bound.probability(.printed), corrected: derived, exact: isMet ? derived : nil)
  }
}
