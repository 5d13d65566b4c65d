import Foundation
import GANTheory
import Reporting

/// A JSON file of what a run has found so far, from which it goes on after it was stopped.
///
/// It is written whole after every piece of work, so that a run that is killed loses at most the piece that it was working on.
struct StateFile<Found: Codable> {
  private struct Contents: Codable {
    let options: [String]
    let found: Found
  }

  /// Nil where nothing is kept.
  let path: String?
  /// All options that what is found depends on.
  let options: [String]

  /// What an earlier run with the same options has left; nil where there is none.
  ///
  /// - Throws: `InputError` for a file that is none of this kind, or belongs to other options.
  func found() throws -> Found? {
    guard let path, FileManager.default.fileExists(atPath: path) else { return nil }
    guard let data = try? Data(contentsOf: URL(filePath: path)),
      let saved = try? JSONDecoder().decode(Contents.self, from: data)
    else {
      throw InputError(
        argument: "--state", value: path, rule: "is not the state of such a run",
        remedy: "name a file that is not there yet")
    }
    guard saved.options == options else {
      throw InputError(
        argument: "--state", value: path, rule: "belongs to a run with other options",
        remedy: "repeat the options of that run, or name another file")
    }
    return saved.found
  }

  func keep(_ found: Found) throws {
    guard let path else { return }
    try AtomicFile.write(
      try JSONEncoder().encode(Contents(options: options, found: found)), to: URL(filePath: path))
  }
}

extension StateFile {
  /// Work that goes on where an earlier run with the same options stopped.
  ///
  /// - Throws: as `found`.
  func work<Piece>(progress: @escaping (Int) -> Void) throws -> KeptWork<Piece>
  where Found == [Piece] {
    KeptWork(found: try found() ?? [], keep: keep, progress: progress)
  }
}
