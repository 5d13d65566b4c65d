public import Foundation

/// Files that are either written whole or not at all.
public enum AtomicFile {
  /// Writes text, as UTF-8, to a file: see the version for data.
  public static func write(_ text: String, to destination: URL) throws(ReportingError) {
    try write(Data(text.utf8), to: destination)
  }

  /// Writes data to a file, so that a reader sees the old file or the new one, never a part.
  ///
  /// The data goes to a hidden file in the same folder, is flushed to the disk, and is then
  /// renamed. A symbolic link is followed.
  /// - Edge cases: something that is neither a file nor a folder, such as `/dev/stdout` or a
  ///   pipe, is written to directly.
  /// - Throws: `fileNotWritten` with the path, the system's reason and a remedy; then nothing is
  ///   left behind, and a file that was there is untouched.
  public static func write(_ data: Data, to destination: URL) throws(ReportingError) {
    do {
      try write(to: destination) { append in try append(data) }
    } catch let error as ReportingError {
      throw error
    } catch {
      preconditionFailure("only writing can fail")
    }
  }

  /// Writes piece by piece, as `write(_:to:)` does: `body` is given a function that appends.
  ///
  /// - Throws: what `body` throws; then nothing is left behind either.
  package static func write(
    to destination: URL, _ body: (_ append: (Data) throws -> Void) throws -> Void
  ) throws {
    var status = stat()
    if stat(destination.path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR:
        throw ReportingError.fileNotWritten(
          path: destination.path, reason: "it is a folder", remedy: "name a file inside it")
      case S_IFREG: break
      default: return try writeThrough(to: destination.path, body)
      }
    }
    try replace(destination.resolvingSymlinksInPath(), body)
  }

  /// Writes to a device or pipe that cannot be replaced.
  private static func writeThrough(
    to path: String, _ body: ((Data) throws -> Void) throws -> Void
  ) throws {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    try body { try append($0, to: descriptor, path) }
  }

  private static func append(
    _ data: Data, to descriptor: Int32, _ path: String
  ) throws(ReportingError) {
    let code = firstError(writing: data, to: descriptor)
    if code != 0 { throw failure(path, code) }
  }

  /// Writes a hidden file beside the destination and renames it.
  private static func replace(
    _ destination: URL, _ body: ((Data) throws -> Void) throws -> Void
  ) throws {
    let folder = destination.deletingLastPathComponent().path
    var descriptor: Int32 = -1
    var partial = ""
    for attempt in 0..<1000 {
      let name = ".\(destination.lastPathComponent.prefix(60)).\(getpid()).\(attempt).partial"
      partial = folder + "/" + name
      descriptor = open(partial, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 || errno != EEXIST { break }
    }
    guard descriptor >= 0 else { throw failure(destination.path, errno) }
    do {
      try body { try append($0, to: descriptor, destination.path) }
    } catch {
      close(descriptor)
      unlink(partial)
      throw error
    }
    var code = fsync(descriptor) == 0 ? 0 : errno
    if close(descriptor) != 0, code == 0 { code = errno }
    if code == 0, rename(partial, destination.path) != 0 { code = errno }
    if code != 0 {
      unlink(partial)
      throw failure(destination.path, code)
    }
  }

  /// Zero where all bytes were written, otherwise the system's error number.
  private static func firstError(writing data: Data, to descriptor: Int32) -> Int32 {
    data.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let written = Foundation.write(
          descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written < 0 {
          if errno == EINTR { continue }
          return errno
        }
        rest = rest.dropFirst(written)
      }
      return 0
    }
  }

  /// The error for a system error number, with what the user can do about it.
  private static func failure(_ path: String, _ code: Int32) -> ReportingError {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let remedy =
      switch code {
      case ENOENT, ENOTDIR: "create the folder first: mkdir -p '\(folder)'"
      case EACCES, EPERM, EROFS: "choose a folder that you may write to instead of '\(folder)'"
      case ENOSPC, EDQUOT: "free some space or choose another disk"
      case ENAMETOOLONG: "choose a shorter name"
      default: "choose another place"
      }
    return .fileNotWritten(path: path, reason: String(cString: strerror(code)), remedy: remedy)
  }
}
