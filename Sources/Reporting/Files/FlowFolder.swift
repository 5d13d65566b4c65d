package import Foundation
import GANSimulator
import GANTheory
package import ParticleFlow

/// A folder with the moments of a flow in the plane, from which a stopped run goes on.
///
/// `flow.json` says what is computed and which moments there are; `density-0003.npy` is the density of moment 3 in
/// double precision. Each file is written whole, the densities first, so that a run that is killed loses at most
/// the moment that it was working on.
package struct FlowFolder {
  /// What is computed; a folder serves one configuration.
  package struct Configuration: Codable, Equatable {
    package let problem: String
    package let columns: Int
    package let rows: Int
    package let law: String
    package let stepping: String
    package let step: Double?
    package let times: [Double]

    package init(
      problem: String, columns: Int, rows: Int, law: String, stepping: FlowStepping,
      times: [Double]
    ) {
      self.problem = problem
      self.columns = columns
      self.rows = rows
      self.law = law
      self.stepping = stepping.name
      if case .implicit(let step) = stepping { self.step = step } else { step = nil }
      self.times = times
    }
  }

  private struct Contents: Codable {
    var configuration: Configuration
    var moments: [Moment]
  }

  private struct Moment: Codable {
    let time: Double
    let steps: Int
  }

  private let url: URL
  private let configuration: Configuration
  private var contents: Contents

  /// A folder, which is made where there is none.
  ///
  /// - Throws: `InputError` where the folder holds another flow or cannot be read or made.
  package init(_ url: URL, _ configuration: Configuration) throws {
    self.url = url
    self.configuration = configuration
    let file = url.appending(path: "flow.json")
    guard FileManager.default.fileExists(atPath: file.path) else {
      do {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      } catch {
        throw Self.problem(url, "cannot be made", "name a folder that you may write to")
      }
      contents = Contents(configuration: configuration, moments: [])
      return
    }
    guard let data = try? Data(contentsOf: file),
      let contents = try? JSONDecoder().decode(Contents.self, from: data)
    else { throw Self.problem(url, "has a flow.json that cannot be read", "name another folder") }
    guard contents.configuration == configuration else {
      throw Self.problem(
        url, "holds another flow", "give the options that it was begun with, or another folder")
    }
    self.contents = contents
  }

  /// The moments that are there, from the flow at time 0.
  ///
  /// - Throws: `InputError` where a density is missing or damaged.
  package func moments(of start: DensityFlow) throws -> [DensityFlow] {
    try contents.moments.enumerated().map { index, moment in
      guard let data = try? Data(contentsOf: file(index)),
        let density = NumPyArray.decodedDoubles(
          data, rows: configuration.rows, columns: configuration.columns)
      else {
        throw Self.problem(
          url, "lacks a readable \(file(index).lastPathComponent)", "start in an empty folder")
      }
      return try start.resumed(density: density, time: moment.time, stepCount: moment.steps)
    }
  }

  /// Adds a moment.
  ///
  /// - Throws: `ReportingError.fileNotWritten`.
  package mutating func append(_ flow: DensityFlow) throws {
    let data = NumPyArray.encoded(
      flow.density, rows: configuration.rows, columns: configuration.columns)
    try AtomicFile.write(data, to: file(contents.moments.count))
    contents.moments.append(Moment(time: flow.time, steps: flow.stepCount))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    try AtomicFile.write(try encoder.encode(contents), to: url.appending(path: "flow.json"))
  }

  private func file(_ index: Int) -> URL {
    let digits = String(index)
    let number = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return url.appending(path: "density-\(number).npy")
  }

  private static func problem(_ url: URL, _ rule: String, _ remedy: String) -> InputError {
    InputError(argument: "--state", value: url.path, rule: rule, remedy: remedy)
  }
}
