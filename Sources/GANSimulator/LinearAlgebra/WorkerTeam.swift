internal import CTrainingKernels
internal import Foundation

/// Work that several threads share.
package protocol SharedWork: AnyObject {
  /// Does what falls to one member of the team.
  func takeShare(_ member: Int, of members: Int)
}

/// Threads that stand ready for pieces of work that take some microseconds.
///
/// How many members a team has changes no result: every number is formed by one of them, in the
/// same way.
package final class WorkerTeam {
  package let members: Int
  private let threads: OpaquePointer?
  private unowned(unsafe) var work: (any SharedWork)?

  /// A team; of one member, the calling thread, where others cannot be had.
  package init(members: Int) {
    threads = members > 1 ? steepness_team_start(Int32(members)) : nil
    self.members = threads == nil ? 1 : members
  }

  deinit {
    if let threads { steepness_team_end(threads) }
  }

  /// Has every member take its share, and returns when all are done. Allocates nothing.
  package func run(_ work: any SharedWork) {
    guard let threads else {
      work.takeShare(0, of: 1)
      return
    }
    self.work = work
    steepness_team_run(
      threads,
      { context, member in
        let team = Unmanaged<WorkerTeam>.fromOpaque(context!).takeUnretainedValue()
        team.work.unsafelyUnwrapped.takeShare(Int(member), of: team.members)
      }, Unmanaged.passUnretained(self).toOpaque())
    self.work = nil
  }

  /// How many threads suit an iteration of so many multiplications: for few, waiting for each other
  /// costs more than it saves.
  package static func members(forMultiplications count: Int) -> Int {
    count < 2_000_000 ? 1 : Swift.min(ProcessInfo.processInfo.activeProcessorCount, 8)
  }
}

extension Range where Bound == Int {
  /// The part of the range that falls to one of several members.
  func share(_ member: Int, of members: Int) -> Range<Int> {
    lowerBound + count * member / members..<lowerBound + count * (member + 1) / members
  }
}
