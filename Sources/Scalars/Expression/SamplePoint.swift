/// The open interval in which a symbol lies; nil is infinity.
struct SymbolRange: Sendable, Hashable, CustomStringConvertible {
  let lower: Rational?
  let upper: Rational?

  static let allNumbers = SymbolRange(lower: nil, upper: nil)

  var description: String { "(\(lower?.description ?? "−∞"), \(upper?.description ?? "∞"))" }

  var isPositive: Bool { lower.map { $0 >= 0 } ?? false }
  var isNegative: Bool { upper.map { $0 <= 0 } ?? false }
}

/// A value for every symbol, pseudo-random but fixed by the symbol's name and the point's number.
struct SamplePoint: Sendable {
  private let number: Int?

  /// Point 0 has all free coordinates in [1/2, 2]; the others reach from 1/64 to 4, every other one of
  /// them of either sign. A range shifts them.
  init(_ number: Int) { self.number = number }

  private init() { number = nil }

  /// The point of no symbols.
  static let constantsOnly = SamplePoint()

  func coordinate(_ name: String, in range: SymbolRange) -> Rational? {
    guard let number else { return nil }
    let state = hash(of: name, number)
    // At most ten bits after the point, so that enclosures of polynomials stay short.
    let share = Rational(1 + Int(state % 1023), 1024)
    let magnitude =
      number == 0
      ? Rational(512 + Int(state % 1536), 1024) : Rational(16 + Int((state >> 8) % 4080), 1024)
    switch (range.lower, range.upper) {
    case (let lower?, let upper?): return lower + (upper + Rational(-1) * lower) * share
    case (let lower?, nil): return lower + magnitude
    case (nil, let upper?): return upper + Rational(-1) * magnitude
    case (nil, nil):
      let isNegative = number > 0 && number % 2 == 0 && (state >> 32) & 1 == 1
      return isNegative ? Rational(-1) * magnitude : magnitude
    }
  }

  /// FNV-1a of the name, then one round of SplitMix64.
  private func hash(of name: String, _ number: Int) -> UInt64 {
    var state: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { state = (state ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state &+= UInt64(number) &* 0x9e37_79b9_7f4a_7c15
    state = (state ^ (state >> 30)) &* 0xbf58_476d_1ce4_e5b9
    state = (state ^ (state >> 27)) &* 0x94d0_49bb_1331_11eb
    return state ^ (state >> 31)
  }
}
