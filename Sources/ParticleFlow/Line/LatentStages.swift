import GANTheory
import RealModule
import Scalars

/// The latent axis of a flow, made finer around the valleys of the data as the generator steepens there.
///
/// A layer of g is as thin as the length of the valley over g′. An axis that is fine enough for g′ up to exp(reach) would
/// be lost in rounding while g′ is 10⁶ times smaller: differences of ℓ between its nodes would be below an ulp.
/// So the reach grows in stages, and g is carried over by polynomials through
/// eight nodes, and by straight lines at fronts.
struct LatentStages {
  /// By how much log g′ may grow before the axis has to follow.
  private static let headroom = 6.0

  private let problem: LineFlowProblem
  private let settings: LineFlowSettings
  private let valleys: [(latent: Double, length: Double, logLimit: Double)]
  /// The largest log g′ at every valley that the axis resolves.
  var reach: [Double] { didSet { axis = axis(for: reach) } }
  private(set) var axis: GradedAxis

  init(problem: LineFlowProblem, settings: LineFlowSettings) {
    self.problem = problem
    self.settings = settings
    let map = MeasurePreservingMap(to: problem.data.mixture)
    valleys = problem.data.valleys.map { valley in
      let isCentre = problem.isOdd && valley.position == 0
      let latent = isCentre ? 0 : map.latent(at: valley.position)
      // Away from 0 a double tells latent points apart no better than this.
      let finest = isCentre ? -700 : Double.log(1e-9 * max(1, abs(latent)))
      return (
        latent, valley.length,
        min(map.logSteepness(atOutput: valley.position) + 1, Double.log(valley.length) - finest)
      )
    }
    axis = GradedAxis(count: settings.nodes | 1, in: -1...1, centres: [], widest: 1)
    reach = valleys.map {
      min(Double.log(problem.start.slope(at: $0.latent)) + Self.headroom, max($0.logLimit, 0))
    }
    axis = axis(for: reach)
  }

  private func axis(for reach: [Double]) -> GradedAxis {
    GradedAxis(
      count: settings.nodes | 1, in: -settings.latentReach...settings.latentReach,
      centres: zip(valleys, reach).map { valley, reach in
        .init(position: valley.latent, length: min(1, valley.length * Double.exp(-reach)))
      }, widest: 1)
  }

  /// log g′ at every valley's latent point, from the gap that holds it.
  private func logSteepnesses(_ state: [Double]) -> [Double] {
    valleys.map { valley in
      let index = min(
        LocalPolynomial.index(below: valley.latent, in: axis.nodes), axis.nodes.count - 2)
      return Double.log(
        (state[index + 1] - state[index]) / (axis.nodes[index + 1] - axis.nodes[index]))
    }
  }

  /// Whether the axis still resolves the layers of g.
  func suffices(for state: [Double]) -> Bool {
    zip(zip(logSteepnesses(state), reach), valleys).allSatisfy { pair, valley in
      pair.0 < pair.1 - 1 || pair.1 >= valley.logLimit
    }
  }

  /// The state on a finer axis.
  mutating func refine(_ state: [Double]) -> [Double] {
    let old = axis
    let places = old.nodes.indices.map(Double.init)
    reach = zip(logSteepnesses(state), valleys).map { min($0 + Self.headroom, $1.logLimit) }
    let middle = axis.nodes.count / 2
    let gaps = zip(state, state.dropFirst()).map { Double.log($1 - $0) }
    var refined = axis.nodes.map { latent -> Double in
      let place = old.place(of: latent)
      let index = max(0, min(Int(max(0, place)), gaps.count - 1))
      let window = gaps[max(0, index - 4)..<min(gaps.count, index + 5)]
      // At a front, where gaps differ much, a straight line keeps the order of the nodes.
      guard let least = window.min(), let greatest = window.max(), greatest - least < 1 else {
        return state[index] + (place - Double(index)) * (state[index + 1] - state[index])
      }
      return LocalPolynomial(count: 8).value(
        at: place, nearIndex: index, abscissas: places, values: state)
    }
    if problem.isOdd {
      for index in 0...middle {
        let other = refined.count - 1 - index
        let half = (refined[other] - refined[index]) / 2
        (refined[index], refined[other]) = (-half, half)
      }
    }
    return refined
  }
}
