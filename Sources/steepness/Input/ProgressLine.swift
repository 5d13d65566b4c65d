import Dispatch
import Foundation

/// Progress on standard error: one line that is redrawn on a terminal, plain lines elsewhere.
///
/// Unchecked, because callers on several threads call `show` under a lock of theirs.
final class ProgressLine: @unchecked Sendable {
  private let isTerminal = isatty(STDERR_FILENO) != 0
  private let interval: Double
  private var lastPlainLine = Date()

  /// - Parameter interval: seconds between plain lines where there is no terminal.
  init(interval: Double = 10) { self.interval = interval }

  func show(done: Int, of total: Int, _ text: String) {
    let share = total > 0 ? Double(done) / Double(total) : 0
    if isTerminal {
      let filled = Int(share * 20)
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
      write("\r\u{1B}[K\(bar) \(done)/\(total) \(text)")
    } else if -lastPlainLine.timeIntervalSinceNow >= interval {
      lastPlainLine = Date()
      write("\(done)/\(total) \(text)\n")
    }
  }

  /// Work that says nothing of how far it is: the line says how long it has taken.
  func timing<Result>(
    done: Int, of total: Int, _ text: String, _ work: () throws -> Result
  ) rethrows -> Result {
    let start = Date()
    let queue = DispatchQueue(label: "progress")
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now(), repeating: 1)
    timer.setEventHandler {
      self.show(done: done, of: total, "\(text), \(Int(-start.timeIntervalSinceNow)) s")
    }
    timer.resume()
    defer {
      timer.cancel()
      // What is being shown is shown to its end.
      queue.sync {}
    }
    return try work()
  }

  /// Clears the line on a terminal.
  func finish() { if isTerminal { write("\r\u{1B}[K") } }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
