import ArgumentParser
import GANTheory
import ParticleFlow
import Scalars

/// Two densities in the plane on the command line, and the region of their flow.
struct PlaneProblemOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "case-1 to case-4 of Table 2, data-set (the 3-D data set on the plane), or custom.",
      valueName: "problem"))
  var name: String

  @Option(parsing: .unconditional, help: "custom: modes of p_data: '1,1;-1,-1'.")
  var data: String?
  @Option(parsing: .unconditional, help: "custom: σ of p_data.")
  var dataSigma: String?
  @Option(parsing: .unconditional, help: "custom: modes of p_g at time 0.")
  var generated: String?
  @Option(parsing: .unconditional, help: "custom: σ of p_g at time 0.")
  var generatedSigma: String?
  @Option(
    parsing: .unconditional,
    help: "Corners of the region, which no mass leaves: '-3,-3;3,3'. custom needs it.")
  var region: String?

  func problem() throws -> PlaneProblem {
    let named: PlaneProblem
    switch name {
    case "data-set": named = .projectedDataSet
    case "custom": named = try custom()
    default:
      guard name.hasPrefix("case-"), let number = Int(name.dropFirst(5)),
        let configuration = TableTwoCase(rawValue: number)
      else {
        throw InputError(
          argument: "PROBLEM", value: name, rule: "is no problem",
          remedy: "choose case-1, case-2, case-3, case-4, data-set or custom")
      }
      named = PlaneProblem(configuration)
    }
    guard let region else { return named }
    let corners = try Self.corners(region)
    return PlaneProblem(
      data: named.data, generated: named.generated, lower: corners[0], upper: corners[1],
      title: named.title)
  }

  private func custom() throws -> PlaneProblem {
    guard let data, let dataSigma, let generated, let generatedSigma, let region else {
      throw InputError(
        argument: "PROBLEM", value: "custom",
        rule: "needs --data, --data-sigma, --generated, --generated-sigma and --region",
        remedy: "give all five, or choose case-1")
    }
    let corners = try Self.corners(region)
    return PlaneProblem(
      data: try Self.mixture(data, dataSigma, "--data"),
      generated: try Self.mixture(generated, generatedSigma, "--generated"),
      lower: corners[0], upper: corners[1], title: "two mixtures")
  }

  private static func mixture(
    _ modes: String, _ sigma: String, _ argument: String
  ) throws -> GaussianMixture<Double> {
    let means = try Vectors.vectors(modes, argument: argument)
    guard means[0].count == 2 else {
      throw InputError(
        argument: argument, value: modes, rule: "must have points of the plane",
        remedy: "write them as '1,1;-1,-1'")
    }
    let deviation = try Vectors.positive(sigma, argument: "\(argument)-sigma")
    return GaussianMixture(
      modes: means.map { $0.map(\.approximation) }, standardDeviation: deviation.approximation)
  }

  private static func corners(_ text: String) throws -> [[Double]] {
    let corners = try Vectors.vectors(text, argument: "--region")
    guard corners.count == 2, corners[0].count == 2,
      zip(corners[0], corners[1]).allSatisfy({ $0 < $1 })
    else {
      throw InputError(
        argument: "--region", value: text, rule: "must be two corners, the lower one first",
        remedy: "write it as '-3,-3;3,3'")
    }
    return corners.map { $0.map(\.approximation) }
  }
}

/// Equal times from 0 to an end.
struct FlowTimes: ParsableArguments {
  @Option(parsing: .unconditional, help: "Time to flow to.")
  var until: String = "1"
  @Option(help: "Moments, with the first and the last.")
  var rows: Int = 11

  func times() throws -> [Double] {
    let end = try Vectors.positive(until, argument: "--until").approximation
    guard (2...10_000).contains(rows) else {
      throw InputError(
        argument: "--rows", value: "\(rows)", rule: "must be between 2 and 10,000",
        remedy: "11 is a good table")
    }
    return (0..<rows).map { end * Double($0) / Double(rows - 1) }
  }
}

/// Steps in time.
struct FlowSteppingOptions: ParsableArguments {
  /// How steps are taken.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    /// Second order, as long as monotone steps may be.
    case explicit
    /// First order, of any length.
    case implicit
  }

  @Option(
    help:
      "explicit (second order) or implicit (first order, for laws that explicit steps are too short for)."
  )
  var stepping: Kind = .explicit
  @Option(
    parsing: .unconditional, help: "Length of implicit steps; by default a 200th of the time.")
  var step: String?

  func stepping(until end: Double) throws -> FlowStepping {
    switch stepping {
    case .explicit:
      guard step == nil else {
        throw InputError(
          argument: "--step", value: step ?? "", rule: "belongs to --stepping implicit",
          remedy: "leave it out: explicit steps are as long as they may be")
      }
      return .explicit
    case .implicit:
      let length = try step.map { try Vectors.positive($0, argument: "--step").approximation }
      return .implicit(step: length ?? end / 200)
    }
  }

  /// The most explicit steps, each of ten passes over the mesh. NSGAN's flow of the named problems to time 1 takes fewer
  /// on 1024 cells a side; laws that grow with r take any number.
  private static let mostExplicitSteps = 20_000.0

  /// Refuses more explicit steps than anybody waits for, before the first.
  func check(_ start: DensityFlow, until end: Double) throws {
    let count = (end / start.longestExplicitStep).rounded(.up)
    guard stepping == .explicit, !(count <= Self.mostExplicitSteps) else { return }
    let number = count < 1e15 ? "\(Int(count))" : "\(count)"
    throw InputError(
      argument: "--stepping", value: stepping.rawValue,
      rule: "would take \(number) steps, more than \(Int(Self.mostExplicitSteps))",
      remedy: "take --stepping implicit, fewer cells, a smaller --region or a shorter time")
  }
}
