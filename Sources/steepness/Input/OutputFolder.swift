import Foundation
import GANTheory

/// Folders that commands write into.
enum OutputFolder {
  /// Makes a folder, or sees that it can be written to.
  ///
  /// - Throws: `InputError` where it cannot be made or written to.
  static func make(_ folder: URL, argument: String, value: String) throws {
    do {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: folder.path(), isDirectory: &isFolder) {
        guard isFolder.boolValue, FileManager.default.isWritableFile(atPath: folder.path()) else {
          throw CocoaError(.fileWriteNoPermission)
        }
      } else {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
      }
    } catch {
      throw InputError(
        argument: argument, value: value, rule: "cannot be made or written to",
        remedy: "name a new folder in an existing one that you may write to")
    }
  }
}
