import Foundation

/// A program that reads everything from its standard input and answers on its standard output.
struct FilterProcess {
  /// How the program ended and what it wrote.
  struct Result {
    var status: Int32
    var output = Data()
    var errors = Data()
  }

  let executable: URL
  let arguments: [String]

  /// Runs the program to its end.
  ///
  /// Input is a socket and not a pipe, because writing to a pipe whose reader has gone kills this
  /// process with SIGPIPE, where a socket can answer with an error that is simply ignored. All
  /// three streams are served by one poll loop: neither side can wait for the other for ever.
  /// - Throws: the system's error where the program cannot be started.
  func result(input: Data) throws -> Result {
    var ends: [Int32] = [-1, -1]
    guard Self.socketPair(&ends) == 0 else {
      throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
    }
    let (ours, theirs) = (ends[0], ends[1])
    let (output, errors) = (Pipe(), Pipe())
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(["LC_ALL": "C"]) { $1 }
    process.standardInput = FileHandle(fileDescriptor: theirs, closeOnDealloc: false)
    process.standardOutput = output
    process.standardError = errors
    do {
      try process.run()
    } catch {
      close(ours)
      close(theirs)
      throw error
    }
    close(theirs)
    var result = Result(status: 0)
    Self.exchange(
      input, through: ours, output: output.fileHandleForReading.fileDescriptor,
      errors: errors.fileHandleForReading.fileDescriptor, into: &result)
    process.waitUntilExit()
    result.status =
      process.terminationReason == .exit
      ? process.terminationStatus : 128 + process.terminationStatus
    return result
  }

  /// Two joined sockets that no other child inherits and that raise no signal.
  private static func socketPair(_ ends: inout [Int32]) -> Int32 {
    #if canImport(Darwin)
      guard socketpair(AF_UNIX, SOCK_STREAM, 0, &ends) == 0 else { return -1 }
      var on: Int32 = 1
      for end in ends {
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
        setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(MemoryLayout<Int32>.size))
      }
      return 0
    #else
      let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
      return socketpair(AF_UNIX, kind, 0, &ends)
    #endif
  }

  /// Sends the input and collects both outputs until the program has closed them.
  private static func exchange(
    _ input: Data, through socket: Int32, output: Int32, errors: Int32, into result: inout Result
  ) {
    #if canImport(Darwin)
      let flags = Int32(MSG_DONTWAIT)
    #else
      let flags = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
    #endif
    var streams = [
      pollfd(fd: socket, events: Int16(POLLOUT), revents: 0),
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    var sent = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    func closeInput() {
      if streams[0].fd >= 0 { close(socket) }
      streams[0].fd = -1
    }
    while streams[1].fd >= 0 || streams[2].fd >= 0 {
      if sent == input.count { closeInput() }
      if poll(&streams, nfds_t(streams.count), -1) < 0 {
        if errno == EINTR { continue }
        break
      }
      if streams[0].fd >= 0, streams[0].revents != 0 {
        let count = input.withUnsafeBytes { bytes in
          send(socket, bytes.baseAddress! + sent, bytes.count - sent, flags)
        }
        if count >= 0 {
          sent += count
        } else if errno != EINTR && errno != EAGAIN {
          closeInput()
        }
      }
      for index in 1...2 where streams[index].fd >= 0 && streams[index].revents != 0 {
        let count = read(streams[index].fd, &buffer, buffer.count)
        if count > 0 {
          if index == 1 {
            result.output.append(contentsOf: buffer[..<count])
          } else {
            result.errors.append(contentsOf: buffer[..<count])
          }
        } else if count == 0 || errno != EINTR {
          streams[index].fd = -1
        }
      }
    }
    closeInput()
  }
}
