internal import Foundation

extension RunFolder {
  /// Makes the folder, with what is missing above it, and writes the configuration.
  ///
  /// - Throws: `SimulationError.unusableFile` where the folder already holds a run or cannot be written to.
  func create(
    _ configuration: RunConfiguration, latents: Data, startFit: GeneratorStartFit?
  ) throws {
    guard !FileManager.default.fileExists(atPath: configurationFile.path) else {
      throw SimulationError.unusableFile(
        path: url.path, problem: "the folder already holds a run",
        remedy: "resume that run, or give another folder")
    }
    do {
      var isFolder: ObjCBool = false
      if !FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      } else if !isFolder.boolValue {
        throw CocoaError(.fileWriteFileExists)
      }
      for folder in [checkpointFolder, sampleFolder] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      }
      try replace(sampleFolder.appending(path: "latents.npy"), with: latents)
      try replace(metricsFile, with: Data())
      if let startFit { try write(startFit, to: startFile) }
      // Last, so that a folder with a configuration has all the rest.
      try write(configuration, to: configurationFile)
    } catch {
      throw SimulationError.unusableFile(
        path: url.path, problem: "a run folder cannot be made there",
        remedy: "name a new folder in one that you may write to")
    }
  }

  /// Cuts the metrics off after an iteration: later lines are of steps that the checkpoint does
  /// not know of and that will be taken again.
  func truncateMetrics(after iteration: Int) throws -> [MeasuredIteration] {
    let kept = try measurements().filter { $0.iteration <= iteration }
    var data = Data()
    for measured in kept { data.append(try Self.line(measured)) }
    try replace(metricsFile, with: data)
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
    try replace(file, with: data)
  }

  /// What the name of a file ends with while it is written.
  private static let partialEnding = ".partial"

  /// Puts data in a file's place at one stroke: writes them beside it, then renames.
  func replace(_ file: URL, with data: Data) throws {
    let partial = URL(filePath: file.path + Self.partialEnding)
    try data.write(to: partial)
    guard rename(partial.path, file.path) == 0 else {
      throw SimulationError.unusableFile(
        path: file.path, problem: String(cString: strerror(errno)),
        remedy: "make room or give yourself the right to write there, then resume the run")
    }
  }

  /// Removes what a killed run had not written to its end.
  func removePartialFiles() throws {
    for folder in [url, checkpointFolder, sampleFolder] {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      where name.hasSuffix(Self.partialEnding) {
        try FileManager.default.removeItem(at: folder.appending(path: name))
      }
    }
  }

  private static func line(_ measured: MeasuredIteration) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var data = try encoder.encode(measured)
    data.append(UInt8(ascii: "\n"))
    return data
  }
}
