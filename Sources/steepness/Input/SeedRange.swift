import GANTheory

/// Seeds written as `1:100`, or one alone.
enum SeedRange {
  /// - Throws: `InputError` where the text is no range of at most 100,000 seeds.
  static func range(_ text: String, argument: String) throws -> ClosedRange<UInt64> {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).map { UInt64($0) }
    guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
      first <= last, last - first < 100_000
    else {
      throw InputError(
        argument: argument, value: text, rule: "is no range of at most 100,000 seeds",
        remedy: "write first:last, such as 1:100")
    }
    return first...last
  }
}
