/// Both discretisations of one flow on the line beside each other, and what its laws ask of them.
///
/// - Source: section 3.2, ∂ₜg(z) = (log d)′(g(z)); the functional falls at the rate ∫ p_g·v².
/// - Accuracy: that of `LineFlow`; the integral of the rate by trapezia over the integrator's own steps.
public struct LineSchemeComparison: Sendable {
  /// The flow at one time and latent point.
  public struct Moment: Sendable {
    public let time: Double
    public let latent: Double
    /// log g′ by nodes that move with the particles, and by fixed cells.
    public let lagrangian: Double
    public let eulerian: Double
    /// The functional of the nodes, what it has lost since time 0, and the integral of the rate at which it should.
    public let functional: Double
    public let lost: Double
    public let dissipated: Double
    /// Mass in all cells less that at the start.
    public let massError: Double
    /// The larger of the two departures from an odd generator before symmetry is restored; nil where the flow is not odd.
    public let asymmetry: Double?

    /// |log g′ − log g′| over the larger of 1 and log g′.
    public var difference: Double {
      (lagrangian - eulerian).magnitude / max(1, lagrangian.magnitude)
    }
    /// The difference of loss and integral over the loss, nil where nothing is lost.
    public var dissipationError: Double? { lost == 0 ? nil : (dissipated / lost - 1).magnitude }
  }

  public let problem: LineFlowProblem
  /// For every time in order, every latent point.
  public let moments: [Moment]
  /// The time steps of nodes and of cells.
  public let steps: (lagrangian: Int, eulerian: Int)

  /// - Parameters:
  ///   - settings: `nodes` is for the nodes; there are twice as many cells, which come to their order later.
  ///   - progress: is told the time now and then, for nodes first.
  /// - Throws: `NumericError` where a step fails.
  public init(
    _ problem: LineFlowProblem, at latents: [Double] = [0], times: [Double],
    settings: LineFlowSettings = LineFlowSettings(),
    progress: @escaping (_ scheme: LineDiscretisation, _ time: Double) -> Void = { _, _ in }
  ) throws {
    var settings = settings
    settings.discretisation = .lagrangian
    let nodes = try LineFlow(problem, settings: settings)
    settings.discretisation = .eulerian
    settings.nodes *= 2
    let cells = try LineFlow(problem, settings: settings)
    var dissipated = 0.0
    var last: (time: Double, rate: Double)?
    func note(_ time: Double, _ rate: Double) {
      if let last { dissipated += (time - last.time) * (last.rate + rate) / 2 }
      last = (time, rate)
    }
    var moments: [Moment] = []
    let first = nodes.record()
    note(0, first.dissipation)
    for time in times {
      try nodes.advance(
        to: time,
        progress: {
          progress(.lagrangian, $0)
          return true
        }, eachStep: { note($0, nodes.dissipation(of: $1)) })
      try cells.advance(to: time) {
        progress(.eulerian, $0)
        return true
      }
      let (one, other) = (nodes.record(), cells.record())
      note(time, one.dissipation)
      moments += latents.map { latent in
        Moment(
          time: time, latent: latent, lagrangian: one.logSteepness(at: latent),
          eulerian: other.logSteepness(at: latent), functional: one.functional,
          lost: first.functional - one.functional, dissipated: dissipated,
          massError: other.massError,
          asymmetry: one.asymmetry.flatMap { a in other.asymmetry.map { max(a, $0) } })
      }
    }
    self.problem = problem
    self.moments = moments
    steps = (nodes.steps, cells.steps)
  }
}
