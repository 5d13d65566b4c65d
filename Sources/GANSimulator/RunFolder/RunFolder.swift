public import Foundation

/// The files of one training run.
///
/// `config.json`, `metrics.jsonl`, `checkpoints/*.safetensors`, `samples/*.npy`, `timing.json` and,
/// when the run is complete, `result.json`; `start.json` where the generator was made to start at a density. Each file but `metrics.jsonl`, which is appended to, is
/// written under another name and then renamed, so that a killed run leaves whole files.
/// Only `timing.json` holds times; all else is the same for the same experiment and seed.
public struct RunFolder: Sendable {
  /// Where the folder lies.
  public let url: URL

  /// The folder at a place, which need not exist yet.
  public init(_ url: URL) {
    self.url = url
  }

  var configurationFile: URL { url.appending(path: "config.json") }
  var metricsFile: URL { url.appending(path: "metrics.jsonl") }
  var resultFile: URL { url.appending(path: "result.json") }
  var startFile: URL { url.appending(path: "start.json") }
  var timingFile: URL { url.appending(path: "timing.json") }
  var checkpointFolder: URL { url.appending(path: "checkpoints") }
  var sampleFolder: URL { url.appending(path: "samples") }

  /// The configuration that the run was started with.
  ///
  /// - Throws: `SimulationError` where the file is missing, of another format or invalid.
  public func configuration() throws -> RunConfiguration {
    let remedy = "give a folder that a training run wrote"
    guard let data = try? Data(contentsOf: configurationFile) else {
      throw SimulationError.unusableFile(
        path: configurationFile.path, problem: "there is no such file", remedy: remedy)
    }
    let configuration: RunConfiguration
    do {
      configuration = try JSONDecoder().decode(RunConfiguration.self, from: data)
    } catch {
      throw SimulationError.unusableFile(
        path: configurationFile.path, problem: "it is not the configuration of a run",
        remedy: remedy)
    }
    guard configuration.format == RunConfiguration.currentFormat else {
      throw SimulationError.unusableFile(
        path: configurationFile.path, problem: "its format is \(configuration.format)",
        remedy: "use the version of the package that wrote it, or train anew")
    }
    try configuration.experiment.validate()
    return configuration
  }

  /// How well the generator met its start; nil for a run without one.
  ///
  /// - Throws: `SimulationError.unusableFile` where the file is not one.
  func startFit() throws -> GeneratorStartFit? {
    guard let data = try? Data(contentsOf: startFile) else { return nil }
    do {
      return try JSONDecoder().decode(GeneratorStartFit.self, from: data)
    } catch {
      throw SimulationError.unusableFile(
        path: startFile.path, problem: "it does not say how a start was met",
        remedy: "delete the folder and train anew")
    }
  }

  /// The measurements, in order of iteration; a last line that is cut off is left out.
  public func measurements() throws -> [MeasuredIteration] {
    guard let data = try? Data(contentsOf: metricsFile) else { return [] }
    let decoder = JSONDecoder()
    let lines = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // What follows the last line feed is empty or cut off.
    return try lines.dropLast().enumerated().map { index, line in
      do {
        return try decoder.decode(MeasuredIteration.self, from: Data(line))
      } catch {
        throw SimulationError.unusableFile(
          path: metricsFile.path, problem: "line \(index + 1) is not a measurement",
          remedy: "delete the folder and train anew")
      }
    }
  }

  /// The iterations that have a checkpoint, ascending.
  public func checkpointIterations() -> [Int] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpointFolder.path)) ?? []
    return names.compactMap { name in
      name.hasSuffix(".safetensors") ? Int(name.dropLast(".safetensors".count)) : nil
    }.sorted()
  }

  /// The checkpoint of an iteration, or of the last one that has any.
  ///
  /// - Throws: `SimulationError.unusableFile` where there is none.
  package func checkpoint(at iteration: Int? = nil) throws -> (file: SafeTensors, path: String) {
    let iterations = checkpointIterations()
    guard let chosen = iteration ?? iterations.last, iterations.contains(chosen) else {
      throw SimulationError.unusableFile(
        path: checkpointFolder.path,
        problem: iteration.map { "there is no checkpoint at iteration \($0)" }
          ?? "there is no checkpoint",
        remedy: iterations.isEmpty
          ? "train anew in another folder" : "there are checkpoints at \(iterations)")
    }
    let file = checkpointFile(chosen)
    let data = try Data(contentsOf: file)
    let tensors = try SafeTensors(
      decoding: data, path: file.path, remedy: "delete it to fall back on an earlier checkpoint")
    return (tensors, file.path)
  }

  func checkpointFile(_ iteration: Int) -> URL {
    checkpointFolder.appending(path: "\(Self.padded(iteration)).safetensors")
  }

  func sampleFile(_ iteration: Int) -> URL {
    sampleFolder.appending(path: "\(Self.padded(iteration)).npy")
  }

  /// The number with zeros before it, so that names sort as numbers do.
  private static func padded(_ iteration: Int) -> String {
    let digits = String(iteration)
    return String(repeating: "0", count: max(0, 9 - digits.count)) + digits
  }
}
