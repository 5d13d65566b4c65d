import ArgumentParser
import Foundation
import GANSimulator
import GANTheory
import Reporting
import Scalars

struct CertifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certify",
    abstract: "Certified bounds of a network's greatest steepness over a box of latents.",
    discussion: """
      Reads what 'inspect' reads. The bound from above holds for every point of the box: intervals are carried through the \
      layers with all rounding, and boxes cut where the bound is greatest. From below it is the steepest point \
      found. With --modes and --sigma: the steepness that any generator of these data needs somewhere.

      EXAMPLE: steepness certify generator.safetensors --activation relu --box=-1:1
      EXAMPLE: steepness certify runs/line/checkpoints/000010000.safetensors --box=-3:3 --modes='-2;2' --sigma 0.5
      """)

  @OptionGroup var input: NetworkFileOptions

  @Option(
    parsing: .unconditional,
    help: "The box: '-1:1' for every coordinate, or one a coordinate: '-1:1,0:2'.")
  var box: String

  @Option(parsing: .unconditional, help: "Boxes that are bounded at most.")
  var boxes: Int = 500_000
  @Option(
    parsing: .unconditional, help: "The gap at which to stop, over the steepness that was seen.")
  var gap: String = "0.01"
  @Option(parsing: .unconditional, help: "Threads that share the boxes; changes no bit.")
  var threads: Int = 1
  @Option(parsing: .unconditional, help: "Modes of the data: '-2;2' or '1,1;-1,-1'.")
  var modes: String?
  @Option(parsing: .unconditional, help: "Standard deviation of every mode, or one a mode.")
  var sigma: String?
  @Option(parsing: .unconditional, help: "Weights of the modes; equal by default.")
  var weights: String?

  @OptionGroup var seed: SeedOption
  @OptionGroup var output: OutputOptions

  func run() throws {
    for (name, value, range) in [
      ("--boxes", boxes, 1...100_000_000), ("--threads", threads, 1...64),
    ] where !range.contains(value) {
      throw InputError(
        argument: name, value: "\(value)",
        rule: "must be between \(range.lowerBound) and \(range.upperBound)",
        remedy: "leave it out for a usable value")
    }
    let settings = CertificationSettings(
      boxes: boxes,
      relativeGap: try Vectors.positive(gap, argument: "--gap").approximation, seed: seed.seed,
      threads: threads)
    let data = try mixture()
    let sides = try sides()
    let network = try input.loaded()
    if let data, data.dimension != network.widths[network.widths.count - 1] {
      throw InputError(
        argument: "--modes", value: modes ?? "",
        rule:
          "has \(data.dimension) coordinates where the network gives \(network.widths.last ?? 0)",
        remedy: "give the modes of the network's data")
    }
    let progress = ProgressLine()
    let clock = ContinuousClock()
    let start = clock.now
    let certificate = try network.steepnessCertificate(
      over: try latentBox(sides, network.widths[0]), settings: settings
    ) { examined, upper, sampled in
      progress.show(
        done: examined, of: boxes, String(format: "boxes, between %.4g and %.4g", sampled, upper))
    }
    progress.finish()
    try output.emit(
      CertificateTable.table(
        certificate, of: network, required: try data.map(RequiredSteepness.init),
        seconds: (clock.now - start) / .seconds(1), settings: settings))
  }

  private func sides() throws -> [[Double]] {
    try box.split(separator: ",", omittingEmptySubsequences: false).map { side in
      let ends = try side.split(separator: ":", omittingEmptySubsequences: false).map {
        try Vectors.number(String($0), argument: "--box").approximation
      }
      guard ends.count == 2, ends[0] < ends[1] else {
        throw InputError(
          argument: "--box", value: box, rule: "must have sides from:to that ascend",
          remedy: "write it as -1:1")
      }
      return ends
    }
  }

  private func latentBox(_ sides: [[Double]], _ dimension: Int) throws -> LatentBox {
    guard sides.count == 1 || sides.count == dimension else {
      throw InputError(
        argument: "--box", value: box,
        rule: "has \(sides.count) sides where the noise has \(dimension) coordinates",
        remedy: "give one side for all, or \(dimension)")
    }
    let all = sides.count == 1 ? [[Double]](repeating: sides[0], count: dimension) : sides
    return try LatentBox(lower: all.map { $0[0] }, upper: all.map { $0[1] })
  }

  private func mixture() throws -> MixtureParameters? {
    guard modes != nil || sigma != nil || weights != nil else { return nil }
    guard let modes, let sigma else {
      throw InputError(
        argument: modes == nil ? "--modes" : "--sigma", value: "", rule: "is missing",
        remedy: "a mixture needs --modes and --sigma")
    }
    var options = MixtureOptions()
    (options.modes, options.sigma, options.weights) = (modes, sigma, weights)
    let parameters = try options.parameters()
    guard Set(parameters.means).count >= 2 else {
      throw InputError(
        argument: "--modes", value: modes, rule: "has no two modes that differ",
        remedy: "give at least two, such as '-2;2'")
    }
    return parameters
  }
}
