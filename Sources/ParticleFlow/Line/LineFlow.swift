public import GANTheory
import NumericKernel
import RealModule
public import Scalars

/// What flows: data, law of motion, and the generator at time 0.
public struct LineFlowProblem: Sendable {
  public let data: LineData
  public let law: VelocityLaw
  public let start: InitialGenerator

  /// - Throws: `InputError` for a law that runs diffusion backwards.
  public init(
    data: GaussianMixture<Double>, law: VelocityLaw = .optimal, start: InitialGenerator
  ) throws {
    if let ratio = law.backwardRatio {
      throw InputError(
        argument: "--law", value: law.name,
        rule: "has w < 0 at log r = \(ratio), where particles run up their own density",
        remedy: "choose f with f > r·f′ for all r, such as r^(1/2) or 1+r")
    }
    self.data = LineData(data)
    self.law = law
    self.start = start
  }

  /// From g₀(z) = centre + slope·z.
  ///
  /// - Throws: also `InputError` for a slope that is not positive.
  public init(
    data: GaussianMixture<Double>, law: VelocityLaw = .optimal, slope: Double, centre: Double = 0
  ) throws {
    try self.init(data: data, law: law, start: InitialGenerator(slope: slope, centre: centre))
  }

  /// Whether the flow keeps g odd.
  public var isOdd: Bool { start.isOdd && data.isEven }
}

/// How the flow is discretised.
public enum LineDiscretisation: String, CaseIterable, Sendable {
  /// Nodes that move with particles; see `LagrangianScheme`.
  case lagrangian
  /// Masses of fixed cells; see `EulerianScheme`.
  case eulerian

  /// The order in the spacing.
  public var claimedOrder: Int {
    switch self {
    case .lagrangian: LagrangianScheme.claimedOrder
    case .eulerian: EulerianScheme.claimedOrder
    }
  }
}

/// Numbers that say how finely the flow is computed.
public struct LineFlowSettings: Sendable {
  public var discretisation = LineDiscretisation.lagrangian
  /// Nodes, or cells.
  public var nodes = 400
  /// Tolerance of a time step, in log g′ or log p_g.
  public var tolerance = 1e-7
  /// Latent points beyond ±this are left out (lagrangian).
  public var latentReach = 5.5
  /// The axis goes so many σ beyond the outermost modes, and as far as g₀ takes all these latent points (eulerian).
  public var dataReach = 6.0
  /// p_g starts nowhere below this times p_data (eulerian). Cells ahead of a front fill from here, and a step in time can count
  /// the orders of magnitude that one of them grows by.
  public var floor = 1e-14

  public init() {}
}

/// The flow at one time.
public struct LineFlowRecord: Sendable, Equatable, Codable {
  public let time: Double
  /// Latent points with g and log g′ there: cell middles (lagrangian), or those of cell middles (eulerian).
  public let latents: [Double]
  public let outputs: [Double]
  public let logSteepnesses: [Double]
  /// log r at the same places.
  public let logRatios: [Double]
  /// d(log g′)/dt at the same places, following z; nil for cells that are fixed.
  public let growthRates: [Double]?
  /// The functional that the law descends, and ∫ p_g·v², the rate at which it falls.
  public let functional: Double
  public let dissipation: Double
  /// Mass in all cells less the mass at the start.
  public let massError: Double
  /// How far the flow has been from odd at the end of a stretch, before it was made odd again: the largest |g(z) + g(−z)| or
  /// difference of masses of opposite cells; nil where the flow is not odd.
  public let asymmetry: Double?

  /// log g′ at a latent point, by a polynomial through the six nearest.
  ///
  /// - Accuracy: order six in the spacing.
  public func logSteepness(at latent: Double) -> Double {
    LocalPolynomial(count: 6).value(at: latent, abscissas: latents, values: logSteepnesses)
  }

  /// d(log g′)/dt at a latent point, nil where it is not known.
  public func growthRate(at latent: Double) -> Double? {
    growthRates.map { LocalPolynomial(count: 6).value(at: latent, abscissas: latents, values: $0) }
  }

  /// log g′ where g has this value.
  public func logSteepness(atOutput output: Double) -> Double {
    LocalPolynomial(count: 6).value(at: output, abscissas: outputs, values: logSteepnesses)
  }

  /// g at a latent point.
  public func output(at latent: Double) -> Double {
    LocalPolynomial(count: 6).value(at: latent, abscissas: latents, values: outputs)
  }
}

/// A flow on the line in the course of its computation.
///
/// Every call of `advance` begins a new integration in time from the state that the last one left, so that a flow that is
/// resumed from `checkpoint` goes on to the same bits as one that was never interrupted.
public final class LineFlow {
  /// All that is needed to go on.
  public struct Checkpoint: Sendable, Codable, Equatable {
    /// Where the latent axis is dense for one valley of the data.
    public struct Centre: Sendable, Codable, Equatable {
      /// z; nil while no node is on one side of the valley.
      public let latent: Double?
      /// The largest log g′ that the axis resolves there.
      public let reach: Double
    }

    public let time: Double
    public let state: [Double]
    /// One for every valley.
    public let centres: [Centre]
    public let steps: Int
    public let rejectedSteps: Int
    public let evaluations: Int
    public let initialMass: Double
    /// How far the flow has been from odd at the end of a stretch.
    public let asymmetry: Double
  }

  public let problem: LineFlowProblem
  public let settings: LineFlowSettings
  public private(set) var time = 0.0
  public private(set) var steps = 0
  public private(set) var rejectedSteps = 0
  public private(set) var evaluations = 0

  private var state: [Double]
  private var stages: LatentStages
  private var lagrangian: LagrangianScheme?
  private var eulerian: EulerianScheme?
  private var initialMass = 1.0
  private var asymmetry = 0.0
  /// The rates of the state by the integrator's polynomial, which is smoother than the equation at the state; nil before the first stretch.
  private var rates: [Double]?
  /// The functional at the start, which says what a rise of it is worth.
  private var initialFunctional = 0.0
  private var functional = 0.0

  public init(_ problem: LineFlowProblem, settings: LineFlowSettings = LineFlowSettings()) throws {
    try Self.check(settings)
    self.problem = problem
    self.settings = settings
    stages = LatentStages(problem: problem, settings: settings)
    switch settings.discretisation {
    case .lagrangian:
      let scheme = LagrangianScheme(
        latents: stages.axis.nodes, data: problem.data, law: problem.law)
      state = scheme.latents.map(problem.start.value)
      lagrangian = scheme
    case .eulerian:
      let scheme = Self.eulerianScheme(problem, settings)
      state = try scheme.masses(of: problem.start, floor: settings.floor)
      initialMass = state.reduce(0, +)
      eulerian = scheme
    }
    initialFunctional = record().functional
    functional = initialFunctional
  }

  /// A flow that goes on from where another stopped.
  ///
  /// - Throws: `InputError` where the checkpoint belongs to other settings.
  public convenience init(
    _ problem: LineFlowProblem, settings: LineFlowSettings, resuming checkpoint: Checkpoint
  ) throws {
    try self.init(problem, settings: settings)
    guard checkpoint.state.count == state.count,
      checkpoint.centres.count == stages.centres.count, checkpoint.state.allSatisfy(\.isFinite)
    else {
      throw InputError(
        argument: "--resume", value: "\(checkpoint.state.count) numbers",
        rule: "is the checkpoint of another flow", remedy: "repeat the options of the first run")
    }
    time = checkpoint.time
    state = checkpoint.state
    steps = checkpoint.steps
    rejectedSteps = checkpoint.rejectedSteps
    evaluations = checkpoint.evaluations
    initialMass = checkpoint.initialMass
    asymmetry = checkpoint.asymmetry
    if settings.discretisation == .lagrangian {
      stages.centres = checkpoint.centres
      lagrangian = LagrangianScheme(
        latents: stages.axis.nodes, data: problem.data, law: problem.law)
    }
    functional = record().functional
  }

  public var checkpoint: Checkpoint {
    Checkpoint(
      time: time, state: state, centres: stages.centres, steps: steps, rejectedSteps: rejectedSteps,
      evaluations: evaluations, initialMass: initialMass, asymmetry: asymmetry)
  }

  private static func check(_ settings: LineFlowSettings) throws {
    guard (32...100_000).contains(settings.nodes) else {
      throw InputError(
        argument: "--nodes", value: "\(settings.nodes)", rule: "must be between 32 and 100,000",
        remedy: "400 give six digits of log g′(0)")
    }
    guard settings.tolerance >= 1e-12, settings.tolerance <= 1e-2 else {
      throw InputError(
        argument: "--tolerance", value: "\(settings.tolerance)",
        rule: "must be between 1e-12 and 1e-2", remedy: "1e-7 is the usual one")
    }
    guard settings.floor >= 1e-100, settings.floor <= 1e-3 else {
      throw InputError(
        argument: "--floor", value: "\(settings.floor)", rule: "must be between 1e-100 and 1e-3",
        remedy: "1e-14 is lost in rounding")
    }
  }

  private static func eulerianScheme(
    _ problem: LineFlowProblem, _ settings: LineFlowSettings
  ) -> EulerianScheme {
    // All of p_g has to be on the axis at the start, too.
    let (data, start) = (problem.data.reach(settings.dataReach), problem.start)
    var range =
      min(
        data.lowerBound, start.value(at: -settings.latentReach))...max(
        data.upperBound, start.value(at: settings.latentReach))
    if problem.isOdd {
      range = -max(-range.lowerBound, range.upperBound)...max(-range.lowerBound, range.upperBound)
    }
    let axis = GradedAxis(
      count: 2 * settings.nodes + 1, in: range,
      centres: problem.data.valleys.map { .init(position: $0.position, length: $0.length) },
      widest: problem.data.leastDeviation)
    return EulerianScheme(axis: axis, data: problem.data, law: problem.law)
  }

  /// Goes on to a time; `progress` is told the time now and then, and stops the flow at the last step by returning false.
  ///
  /// - Throws: `NumericError` where the time steps become too short; `FlowError` where the functional has risen.
  public func advance(to end: Double, progress: ((Double) -> Bool)? = nil) throws {
    try advance(to: end, progress: progress, eachStep: nil)
  }

  /// The same; `eachStep` is given every step that the integration takes on the way, but not where it arrives.
  func advance(
    to end: Double, progress: ((Double) -> Bool)?,
    eachStep: ((_ time: Double, _ state: [Double]) -> Void)?
  ) throws {
    precondition(end >= time, "end ≥ time")
    while time < end {
      if lagrangian != nil, !stages.suffices(for: state) {
        state = stages.refine(state)
        lagrangian = LagrangianScheme(
          latents: stages.axis.nodes, data: problem.data, law: problem.law)
      }
      let integrator = try BandedIntegrator(
        equation(), from: time, state: state, tolerance: settings.tolerance)
      var (isFine, isStopped) = (true, false)
      var count = 0
      while integrator.time < end, isFine, !isStopped {
        try integrator.step(towards: end)
        count += 1
        if let eachStep, integrator.time < end { eachStep(integrator.time, integrator.state) }
        guard count % 16 == 0 else { continue }
        if lagrangian != nil { isFine = stages.suffices(for: integrator.state) }
        if progress?(integrator.time) == false { isStopped = true }
      }
      let cost = integrator.cost
      steps += cost.acceptedSteps
      rejectedSteps += cost.rejectedSteps
      evaluations += cost.evaluations
      let hasArrived = integrator.time >= end
      state = hasArrived ? try integrator.interpolated(at: end) : integrator.state
      rates = hasArrived ? try integrator.interpolated(at: end, derivative: 1) : nil
      time = hasArrived ? end : integrator.time
      if problem.isOdd { restoreSymmetry() }
      if isStopped { break }
    }
    try checkDescent()
  }

  /// The functional falls along the flow; where it rises, what is computed is no longer the flow.
  private func checkDescent() throws {
    let before = functional
    functional = record().functional
    // Sums over cells are wrong by less than this where they resolve the densities.
    guard functional - before > 1e-4 * initialFunctional else { return }
    throw FlowError(
      quantity: "the functional", value: "\(functional)",
      rule: "has risen from \(before) by t = \(time), which the law forbids",
      remedy: "take more nodes: these do not resolve the generator")
  }

  /// Makes an odd flow odd again after rounding and Newton's method, whose traces at 0 would grow like g′.
  private func restoreSymmetry() {
    asymmetry = max(asymmetry, asymmetry(of: state))
    state = symmetrised(state)
    rates = rates.map(symmetrised)
  }

  /// Values made odd over the nodes, or even over the cells.
  private func symmetrised(_ values: [Double]) -> [Double] {
    let sign: Double = lagrangian == nil ? 1 : -1
    return zip(values, values.reversed()).map { ($0 + sign * $1) / 2 }
  }

  /// The largest |g(z) + g(−z)|, or difference of masses of opposite cells.
  private func asymmetry(of state: [Double]) -> Double {
    let sign: Double = lagrangian == nil ? -1 : 1
    return zip(state, state.reversed()).reduce(0) { max($0, abs($1.0 + sign * $1.1)) }
  }

  private func equation() -> BandedEquation {
    if let scheme = lagrangian {
      return BandedEquation(
        dimension: scheme.nodeCount, bandwidth: LagrangianScheme.bandwidth,
        rightHandSide: { _, state, derivative in scheme.velocities(state, derivative) },
        jacobian: { _, state, matrix in scheme.addJacobian(state, to: matrix) },
        errorSizes: scheme.errorSizes)
    }
    guard let scheme = eulerian else { preconditionFailure("a flow has a scheme") }
    return BandedEquation(
      dimension: scheme.cellCount, bandwidth: 3,
      rightHandSide: { _, state, derivative in scheme.changes(state, derivative) }, jacobian: nil,
      errorSizes: { state, sizes in
        for j in 0..<scheme.cellCount { sizes[j] = abs(state[j]) }
        return true
      })
  }

  /// The same; notes in `milestones` what is reached on the way.
  public func advance(
    to end: Double, noting milestones: inout LineMilestones, progress: ((Double) -> Bool)? = nil
  ) throws {
    var noted = milestones
    func note(_ time: Double, _ state: [Double]) {
      noted.note(
        time: time, logSteepnesses: noted.latents.map { logSteepness(of: state, at: $0) })
    }
    note(time, state)
    try advance(to: end, progress: progress, eachStep: note)
    note(time, state)
    milestones = noted
  }

  /// log g′ of a state at a latent point.
  ///
  /// - Accuracy: a polynomial through the six nearest nodes or cells.
  func logSteepness(of state: [Double], at latent: Double) -> Double {
    let isRegular = state.withUnsafeBufferPointer {
      guard let start = $0.baseAddress else { return false }
      return lagrangian?.prepare(start) ?? eulerian?.prepare(start) ?? false
    }
    precondition(isRegular, "nodes ascend, masses are positive")
    let polynomial = LocalPolynomial(count: 6)
    if let scheme = lagrangian {
      return polynomial.value(
        at: latent, abscissas: scheme.latentMiddles, values: scheme.logSteepnesses)
    }
    guard let scheme = eulerian else { preconditionFailure("a flow has a scheme") }
    let quantiles = MassQuantiles(masses: state, isOdd: problem.isOdd)
    let first = max(0, min(quantiles.count(below: latent) - 3, state.count - 6))
    let near = first..<(first + 6)
    let latents = near.map(quantiles.middle)
    return polynomial.value(
      at: latent, abscissas: latents,
      values: zip(latents, near).map { Double.logNormalDensity($0) - scheme.logDensity($1) })
  }

  /// ∫ p_g·v² of a state.
  ///
  /// - Hypotheses: the lagrangian scheme.
  func dissipation(of state: [Double]) -> Double {
    guard let scheme = lagrangian else { preconditionFailure("nodes move with the particles") }
    return scheme.dissipation(Self.derivative(of: state, scheme.velocities))
  }

  /// What a scheme says of a state.
  private static func derivative(
    of state: [Double],
    _ scheme: (UnsafePointer<Double>, UnsafeMutablePointer<Double>) -> Bool
  ) -> [Double] {
    var derivative = state
    let isRegular = state.withUnsafeBufferPointer { state in
      derivative.withUnsafeMutableBufferPointer { derivative in
        guard let from = state.baseAddress, let to = derivative.baseAddress else { return false }
        return scheme(from, to)
      }
    }
    precondition(isRegular, "nodes ascend, masses are positive")
    return derivative
  }

  /// The flow as it is now.
  public func record() -> LineFlowRecord {
    if let scheme = lagrangian {
      let velocities = Self.derivative(of: state, scheme.velocities)
      return LineFlowRecord(
        time: time, latents: scheme.latentMiddles, outputs: scheme.middles,
        logSteepnesses: scheme.logSteepnesses, logRatios: scheme.logRatios,
        growthRates: scheme.growthRates(state, rates ?? velocities),
        functional: scheme.functional(state),
        dissipation: scheme.dissipation(velocities), massError: 0,
        asymmetry: problem.isOdd ? asymmetry : nil)
    }
    guard let scheme = eulerian else { preconditionFailure("a flow has a scheme") }
    _ = Self.derivative(of: state, scheme.changes)
    let latents = MassQuantiles(masses: state, isOdd: problem.isOdd).middles
    return LineFlowRecord(
      time: time, latents: latents, outputs: scheme.middles,
      logSteepnesses: zip(latents, scheme.logDensities).map { Double.logNormalDensity($0) - $1 },
      logRatios: scheme.logRatios, growthRates: nil, functional: scheme.functional(state),
      dissipation: scheme.dissipation(state), massError: state.reduce(0, +) - initialMass,
      asymmetry: problem.isOdd ? asymmetry : nil)
  }
}
