/// A symbol's name: a stem, an index, and primes. The index is what follows `_`, and every digit.
struct SymbolName: Sendable {
  private let stem: String
  private let index: String
  private let primes: Int

  init(_ name: String) {
    var (stem, index, primes) = ("", "", 0)
    var isIndex = false
    for character in name {
      switch character {
      case "'", "′": primes += 1
      case "″": primes += 2
      case "‴": primes += 3
      case "_": isIndex = true
      default:
        if let digit = character.wholeNumberValue {
          index += "\(digit)"
        } else if isIndex {
          index.append(character)
        } else {
          stem.append(character)
        }
      }
    }
    self.stem = stem
    self.index = index
    self.primes = primes
  }

  /// Whether the index is a number.
  private var isNumbered: Bool { index.allSatisfy(\.isNumber) }

  /// `x₁`, `g‴`, `x_i`.
  var plain: String {
    let digits = Array("₀₁₂₃₄₅₆₇₈₉")
    let subscripts =
      isNumbered
      ? String(index.compactMap { $0.wholeNumberValue.map { digits[$0] } }) : "_" + index
    let marks = ["", "′", "″", "‴"]
    return stem + (primes < marks.count ? marks[primes] : String(repeating: "′", count: primes))
      + subscripts
  }

  /// `x_{1}`, `g'''`, `\mu`, `\mathit{slope}`.
  var latex: String {
    let letter =
      SymbolName.greek[stem].map { "\\" + $0 } ?? (stem.count == 1 ? stem : "\\mathit{\(stem)}")
    return letter + String(repeating: "'", count: primes) + (index.isEmpty ? "" : "_{\(index)}")
  }

  /// `<msub>` with the index below and the primes behind the stem.
  var mathML: String {
    let marks = String(repeating: "′", count: primes)
    let letter = "<mi>\(stem)</mi>"
    let base = marks.isEmpty ? letter : "<msup>\(letter)<mo>\(marks)</mo></msup>"
    let digits = isNumbered ? "<mn>\(index)</mn>" : "<mi>\(index)</mi>"
    return index.isEmpty ? base : "<msub>\(base)\(digits)</msub>"
  }

  /// An identifier of Coq: `x1`, `g_3`, `mu`, `x_i`.
  ///
  /// Different symbols have different ones: what Coq or this package uses already, and a spelled Greek
  /// letter, gets an underscore: `exp_`, `sigma_`.
  var coq: String {
    let letters = SymbolName.greek[stem] ?? stem
    let name = letters + (isNumbered ? "" : "_") + index + (primes == 0 ? "" : "_\(primes)")
    let isTaken = SymbolName.coqWords.contains(name) || SymbolName.letterNames.contains(stem)
    return isTaken ? name + "_" : name
  }

  private static let greek = [
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
    "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi",
    "ψ": "psi", "ω": "omega", "ℓ": "ell", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda",
    "Ξ": "Xi", "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega",
  ]

  private static let letterNames = Set(greek.values)

  /// Keywords, and what printed terms apply.
  private static let coqWords: Set<String> = [
    "as", "asin", "at", "atan", "cofix", "cos", "else", "end", "exists", "exists2", "exp", "fix",
    "for", "forall", "fun", "if", "in", "let", "ln", "match", "mod", "Phi", "Phi_inv", "PI", "Prop",
    "R", "return", "Rpower", "Set", "sin", "SProp", "sqrt", "tan", "then", "Type", "using", "where",
    "with",
  ]
}
