import GANTheory
import RealModule
import Scalars

/// The latent axis of a flow, made finer where the generator tears the mass of a valley of the data apart.
///
/// A layer of g is as thin as the length of the valley over g′, and lies where g(z) is in the valley: that point moves as mass flows
/// across. An axis that is fine enough for g′ up to exp(reach) would be lost in rounding while g′ is 10⁶ times smaller: differences of ℓ
/// between its nodes would be below an ulp. So the axis follows in stages: g is carried over by polynomials through eight
/// nodes, and by straight lines at fronts.
struct LatentStages {
  typealias Centre = LineFlow.Checkpoint.Centre

  /// By how much log g′ may grow before the axis has to follow.
  private static let headroom = 6.0

  private let problem: LineFlowProblem
  private let settings: LineFlowSettings
  private let valleys: [(position: Double, length: Double, logOptimum: Double)]
  /// One for every valley.
  var centres: [Centre] { didSet { axis = axis(for: centres) } }
  private(set) var axis: GradedAxis

  init(problem: LineFlowProblem, settings: LineFlowSettings) {
    self.problem = problem
    self.settings = settings
    let map = MeasurePreservingMap(to: problem.data.mixture)
    valleys = problem.data.valleys.map {
      ($0.position, $0.length, map.logSteepness(atOutput: $0.position))
    }
    axis = GradedAxis(count: settings.nodes | 1, in: -1...1, centres: [], widest: 1)
    centres = []
    centres = valleys.indices.map { index in
      let latent = (try? problem.start.latent(of: valleys[index].position)) ?? .infinity
      guard latent.magnitude < settings.latentReach else { return Centre(latent: nil, reach: 0) }
      return centre(index, at: latent, logSlope: Double.log(problem.start.slope(at: latent)))
    }
    axis = axis(for: centres)
  }

  private func axis(for centres: [Centre]) -> GradedAxis {
    GradedAxis(
      count: settings.nodes | 1, in: -settings.latentReach...settings.latentReach,
      centres: zip(valleys, centres).compactMap { valley, centre in
        centre.latent.map {
          .init(position: $0, length: min(1, valley.length * Double.exp(-centre.reach)))
        }
      }, widest: 1)
  }

  /// Whether a valley stays at z = 0, where doubles tell any two points apart.
  private func isFixed(_ index: Int) -> Bool { problem.isOdd && valleys[index].position == 0 }

  /// The finest length on the axis: away from 0 a double tells latent points apart no better than this.
  private func finest(_ index: Int, at latent: Double) -> Double {
    isFixed(index) ? Double.exp(-700) : 1e-9 * max(1, abs(latent))
  }

  /// The largest log g′ that an axis need or can resolve.
  private func limit(_ index: Int, at latent: Double, logSlope: Double) -> Double {
    let valley = valleys[index]
    return min(
      max(valley.logOptimum, logSlope) + 1,
      Double.log(valley.length) - Double.log(finest(index, at: latent)))
  }

  private func centre(_ index: Int, at latent: Double, logSlope: Double) -> Centre {
    let limit = max(limit(index, at: latent, logSlope: logSlope), 0)
    return Centre(latent: latent, reach: min(logSlope + Self.headroom, limit))
  }

  /// The latent point of every valley and log g′ there, from the gap that holds it; nil where there is none.
  private func places(_ state: [Double]) -> [(latent: Double, logSlope: Double)?] {
    valleys.indices.map { index in
      let position = valleys[index].position
      let last = state.count - 1
      guard state[0] < position, position < state[last] else { return nil }
      let node =
        isFixed(index)
        ? min(LocalPolynomial.index(below: 0, in: axis.nodes), last - 1)
        : min(LocalPolynomial.index(below: position, in: state), last - 1)
      let (gap, width) = (state[node + 1] - state[node], axis.nodes[node + 1] - axis.nodes[node])
      let latent =
        isFixed(index) ? 0 : axis.nodes[node] + width * (position - state[node]) / gap
      return (latent, Double.log(gap / width))
    }
  }

  /// Whether the axis still resolves the layers of g.
  func suffices(for state: [Double]) -> Bool {
    let places = places(state)
    return valleys.indices.allSatisfy { index in
      let centre = centres[index]
      guard let place = places[index], let latent = centre.latent else {
        return places[index] == nil && centre.latent == nil
      }
      let limit = limit(index, at: place.latent, logSlope: place.logSlope)
      // Within a layer's thickness of the centre, gaps are a small share of it.
      let layer = max(
        valleys[index].length * Double.exp(-place.logSlope), finest(index, at: latent))
      return (place.logSlope < centre.reach - 1 || centre.reach >= limit)
        && abs(place.latent - latent) <= layer
    }
  }

  /// The state on an axis that follows it.
  mutating func refine(_ state: [Double]) -> [Double] {
    let old = axis
    let nodes = old.nodes.indices.map(Double.init)
    let places = places(state)
    centres = valleys.indices.map { index in
      guard let place = places[index] else { return Centre(latent: nil, reach: 0) }
      return centre(index, at: place.latent, logSlope: place.logSlope)
    }
    let gaps = zip(state, state.dropFirst()).map { Double.log($1 - $0) }
    func refined(byLines: Bool) -> [Double] {
      axis.nodes.map { latent -> Double in
        let place = old.place(of: latent)
        let index = max(0, min(Int(max(0, place)), gaps.count - 1))
        let window = gaps[max(0, index - 4)..<min(gaps.count, index + 5)]
        // At a front, where neighbouring gaps differ much, a straight line keeps the order of the nodes.
        guard !byLines, zip(window, window.dropFirst()).allSatisfy({ abs($1 - $0) < 0.5 }) else {
          return state[index] + (place - Double(index)) * (state[index + 1] - state[index])
        }
        return LocalPolynomial(count: 8).value(
          at: place, nearIndex: index, abscissas: nodes, values: state)
      }
    }
    var result = refined(byLines: false)
    if !zip(result, result.dropFirst()).allSatisfy({ $0 < $1 }) { result = refined(byLines: true) }
    if problem.isOdd {
      for index in 0...axis.nodes.count / 2 {
        let other = result.count - 1 - index
        let half = (result[other] - result[index]) / 2
        (result[index], result[other]) = (-half, half)
      }
    }
    return result
  }
}
