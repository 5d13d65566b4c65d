import GANTheory

/// The option --digits of commands that print certified numbers.
enum CertifiedDigits {
  /// - Throws: `InputError` for a count that is not between 1 and 10,000.
  static func check(_ digits: Int?) throws {
    if let digits, !(1...10_000).contains(digits) {
      throw InputError(
        argument: "--digits", value: "\(digits)", rule: "must be between 1 and 10,000",
        remedy: "20 is more than a double holds")
    }
  }
}
