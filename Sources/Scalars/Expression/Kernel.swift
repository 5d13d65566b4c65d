/// A function of an expression that is taken as a new indeterminate, or a symbol.
///
/// Two kernels are the same when their keys are; the key spells the canonical form of the argument.
final class Kernel: Sendable {
  enum Kind: Sendable {
    case symbol(name: String, range: SymbolRange)
    case pi
    /// exp of a monomial with coefficient 1, or of such a monomial over a primitive polynomial.
    case exponential(Fraction)
    /// log of a prime, of something irreducible that is ≥ 0, of a square, or of what has no known sign.
    case logarithm(Fraction)
    /// The base of fractional powers, as under `logarithm`.
    case root(Fraction)
    case sine(Fraction)
    case cosine(Fraction)
    case arcsine(Fraction)
    case arctangent(Fraction)
    case normalCDF(Fraction)
    /// The x with log Φ(x) and log(1 − Φ(x)) given.
    case normalQuantile(logLower: Fraction, logUpper: Fraction)
  }

  let kind: Kind
  let key: String
  /// 0 for a symbol and π, else one more than the deepest kernel in the arguments.
  let depth: Int
  /// The symbols that occur anywhere inside, with their ranges.
  let symbols: [String: SymbolRange]
  /// Kinds are ordered: symbols first, exponentials last.
  let rank: Int

  init(_ kind: Kind) {
    self.kind = kind
    let (rank, head) = Kernel.rankAndHead(of: kind)
    let arguments = Kernel.arguments(of: kind)
    self.rank = rank
    switch kind {
    // A space precedes whatever may continue a name: the order is that of the names.
    case .symbol(let name, let range): key = range == .allNumbers ? name : "\(name) \(range)"
    case .pi: key = head
    default: key = head + "(" + arguments.map(\.key).joined(separator: ",") + ")"
    }
    let inner = arguments.flatMap(\.generators).map(\.kernel)
    depth = arguments.isEmpty ? 0 : 1 + (inner.map(\.depth).max() ?? 0)
    if case .symbol(let name, let range) = kind {
      symbols = [name: range]
    } else if inner.count == 1 {
      symbols = inner[0].symbols
    } else {
      symbols = inner.reduce(into: [:]) { $0.merge($1.symbols) { first, _ in first } }
    }
  }

  /// Whether a symbol occurs anywhere inside.
  var hasSymbols: Bool { !symbols.isEmpty }

  var arguments: [Fraction] { Kernel.arguments(of: kind) }

  private static func arguments(of kind: Kind) -> [Fraction] {
    switch kind {
    case .symbol, .pi: []
    case .exponential(let x), .logarithm(let x), .root(let x), .sine(let x), .cosine(let x),
      .arcsine(let x), .arctangent(let x), .normalCDF(let x):
      [x]
    case .normalQuantile(let lower, let upper): [lower, upper]
    }
  }

  private static func rankAndHead(of kind: Kind) -> (Int, String) {
    switch kind {
    case .symbol: (0, "")
    case .pi: (1, "#pi")
    case .root: (2, "#root")
    case .logarithm: (3, "#log")
    case .sine: (4, "#sin")
    case .cosine: (5, "#cos")
    case .arcsine: (6, "#asin")
    case .arctangent: (7, "#atan")
    case .normalCDF: (8, "#Phi")
    case .normalQuantile: (9, "#quantile")
    case .exponential: (10, "#exp")
    }
  }

  /// Whether the argument may be scaled: exponentials by integers, roots by their degree.
  var isScalable: Bool {
    switch kind {
    case .exponential, .root: true
    default: false
    }
  }
}

extension Kernel: Comparable {
  static func == (left: Kernel, right: Kernel) -> Bool { left === right || left.key == right.key }

  static func < (left: Kernel, right: Kernel) -> Bool {
    left.rank == right.rank ? left.key < right.key : left.rank < right.rank
  }
}

/// A kernel with the unit in which its exponent is counted.
///
/// As a variable of a rational function it stands for exp(unit·m) where the kernel is exp of m, for
/// B^unit where the kernel is the base B of roots, and for the kernel itself otherwise (unit 1).
struct Generator: Sendable, Equatable {
  let kernel: Kernel
  let unit: Rational

  init(_ kernel: Kernel, unit: Rational = 1) {
    self.kernel = kernel
    self.unit = unit
  }

  /// The q and B of a relation (generator)^q = B, nil for an indeterminate.
  var relation: (degree: Int, base: Fraction)? {
    switch kernel.kind {
    case .root(let base): return (unit.denominator, base)
    case .cosine(let argument):
      let sine = Fraction(Generator(Kernel(.sine(argument))))
      guard let square = try? sine * sine, let base = try? Fraction(1) - square else { return nil }
      return (2, base)
    default: return nil
    }
  }
}

/// Why an expression has no value.
struct Undefined: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
