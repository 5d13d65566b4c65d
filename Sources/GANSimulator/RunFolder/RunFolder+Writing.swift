internal import Foundation

extension RunFolder {
  /// Makes the folder and writes the configuration.
  ///
  /// - Throws: `SimulationError.unusableFile` where the folder already holds a run, cannot be written
  ///   to, or has no parent.
  func create(_ configuration: RunConfiguration, latents: Data) throws {
    guard !FileManager.default.fileExists(atPath: configurationFile.path) else {
      throw SimulationError.unusableFile(
        path: url.path, problem: "the folder already holds a run",
        remedy: "resume that run, or give another folder")
    }
    do {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
      } else if !isFolder.boolValue {
        throw CocoaError(.fileWriteFileExists)
      }
      for folder in [checkpointFolder, sampleFolder] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try latents.write(to: sampleFolder.appending(path: "latents.npy"), options: .atomic)
      try Data().write(to: metricsFile, options: .atomic)
      // Last, so that a folder with a configuration has all the rest.
      try write(configuration, to: configurationFile)
    } catch {
      throw SimulationError.unusableFile(
        path: url.path, problem: "a run folder cannot be made there",
        remedy: "name a new folder in an existing one that you may write to")
    }
  }

  /// Cuts the metrics off after an iteration: later lines are of steps that the checkpoint does
  /// not know of and that will be taken again.
  func truncateMetrics(after iteration: Int) throws -> [MeasuredIteration] {
    let kept = try measurements().filter { $0.iteration <= iteration }
    var data = Data()
    for measured in kept { data.append(try Self.line(measured)) }
    try data.write(to: metricsFile, options: .atomic)
    return kept
  }

  /// Adds a line to the metrics.
  func append(_ measured: MeasuredIteration) throws {
    let handle = try FileHandle(forWritingTo: metricsFile)
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: try Self.line(measured))
  }

  /// Writes a value as JSON with sorted keys.
  func write<Value: Encodable>(_ value: Value, to file: URL) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    var data = try encoder.encode(value)
    data.append(UInt8(ascii: "\n"))
    try data.write(to: file, options: .atomic)
  }

  private static func line(_ measured: MeasuredIteration) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var data = try encoder.encode(measured)
    data.append(UInt8(ascii: "\n"))
    return data
  }
}
