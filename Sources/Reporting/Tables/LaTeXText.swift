/// LaTeX that shows a text as it is, in any engine and without packages.
enum LaTeXText {
  /// The text with LaTeX's special characters escaped, and Greek letters and the common
  /// mathematical signs as mathematics; a mark above a letter is an accent of mathematics.
  ///
  /// - Edge cases: a character that is in neither table is left alone, see `unknownCharacters(in:)`; a line
  ///   break is a space.
  static func escaped(_ text: String) -> String {
    var latex = ""
    // Letters with marks apart, so that Ẑ and a hat over d are the same to us.
    var scalars = decomposed(text)[...]
    while let scalar = scalars.popFirst() {
      if let accent = scalars.first.flatMap({ accents[$0] }) {
        scalars.removeFirst()
        let letter = mathematics[scalar] ?? String(Character(scalar))
        latex += "$\(accent){\(letter)}$"
      } else if let special = specials[scalar] {
        latex += special
      } else if let command = mathematics[scalar] {
        latex += "$\(command)$"
      } else {
        latex.unicodeScalars.append(scalar)
      }
    }
    return latex
  }

  /// The characters of a text that LaTeX would not know.
  static func unknownCharacters(in text: String) -> [Character] {
    decomposed(text).filter {
      !$0.isASCII && specials[$0] == nil && mathematics[$0] == nil && accents[$0] == nil
    }.map { Character($0) }
  }

  private static func decomposed(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.flatMap { scalar in
      composed[scalar].map { Array($0.unicodeScalars) } ?? [scalar]
    }
  }

  private static let composed: [Unicode.Scalar: String] = [
    "Ẑ": "Z\u{302}", "ẑ": "z\u{302}", "ŝ": "s\u{302}", "ŷ": "y\u{302}", "ĝ": "g\u{302}",
    "ẋ": "x\u{307}", "ġ": "g\u{307}", "ñ": "n\u{303}", "ȳ": "y\u{304}", "Ĝ": "G\u{302}",
  ]

  private static let accents: [Unicode.Scalar: String] = [
    "\u{302}": "\\hat", "\u{303}": "\\tilde", "\u{304}": "\\bar", "\u{307}": "\\dot",
  ]

  private static let specials: [Unicode.Scalar: String] = [
    "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}",
    "<": "$<$", ">": "$>$", "|": "$|$", "[": "{[}", "*": "{*}", "\"": "''", "\n": " ", "\r": " ",
    "–": "--", "—": "---", "á": "\\'a", "é": "\\'e", "ö": "\\\"o", "’": "'", "‘": "`", "“": "``",
    "”": "''", "…": "\\dots{}",
  ]

  private static let mathematics: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [
      "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "×": "\\times", "·": "\\cdot",
      "±": "\\pm", "∞": "\\infty", "∇": "\\nabla", "∂": "\\partial", "√": "\\surd",
      "∫": "\\int", "∑": "\\sum", "∏": "\\prod", "∈": "\\in", "∉": "\\notin", "→": "\\to",
      "⇒": "\\Rightarrow", "∀": "\\forall", "∃": "\\exists", "‖": "\\Vert", "∘": "\\circ",
      "−": "-", "ℝ": "\\mathbf{R}", "ℚ": "\\mathbf{Q}", "ℕ": "\\mathbf{N}", "∧": "\\wedge",
      "∨": "\\vee", "¬": "\\neg", "⁻": "^{-}", "½": "\\frac12", "ϵ": "\\epsilon", "ℓ": "\\ell",
      "′": "{}'", "″": "{}\'\'", "‴": "{}\'\'\'", "≪": "\\ll", "≫": "\\gg", "∪": "\\cup",
      "∩": "\\cap",
      "⊂": "\\subset", "⊆": "\\subseteq", "↦": "\\mapsto", "⟨": "\\langle", "⟩": "\\rangle",
      "∝": "\\propto", "⇔": "\\Leftrightarrow", "⊥": "\\perp", "∼": "\\sim", "⁺": "^{+}",
      "₋": "_{-}",
      "₊": "_{+}", "ⁿ": "^{n}", "ᵏ": "^{k}", "ᵐ": "^{m}", "ᵖ": "^{p}", "ᵃ": "^{a}", "ᵇ": "^{b}",
      "ᵗ": "^{t}", "ˣ": "^{x}", "ᵀ": "^{\\top}", "ᵢ": "_{i}", "ⱼ": "_{j}", "ₖ": "_{k}", "ₙ": "_{n}",
      "ₘ": "_{m}", "ₜ": "_{t}", "ₚ": "_{p}", "ₓ": "_{x}", "ₐ": "_{a}", "ₛ": "_{s}", "¼": "\\frac14",
      "¾": "\\frac34", "⅓": "\\frac13", "∅": "\\emptyset", "⊗": "\\otimes", "⪯": "\\preceq",
      "⪰": "\\succeq", "≡": "\\equiv", "←": "\\leftarrow", "⌊": "\\lfloor", "⌋": "\\rfloor",
      "𝒰": "\\mathcal{U}", "𝒩": "\\mathcal{N}", "∖": "\\setminus", "º": "^{\\circ}",
      "°": "^{\\circ}",
      "∶": ":", "ᵤ": "_{u}", "ᵥ": "_{v}", "ₗ": "_{l}", "ᵣ": "_{r}", "⅛": "\\frac18",
      "⅔": "\\frac23",
      "⅙": "\\frac16", "⅕": "\\frac15", "⟺": "\\Longleftrightarrow", "⟹": "\\Longrightarrow",
      "⋯": "\\cdots", "∓": "\\mp", "∋": "\\ni", "≺": "\\prec", "∣": "\\mid", "⌈": "\\lceil",
      "⌉": "\\rceil",
      "†": "\\dagger", "⊔": "\\sqcup", "⁄": "/",
    ]
    let greek = [
      "αalpha", "βbeta", "γgamma", "δdelta", "εvarepsilon", "ζzeta", "ηeta", "θtheta", "κkappa",
      "λlambda", "μmu", "νnu", "ξxi", "πpi", "ρrho", "σsigma", "τtau", "φphi", "χchi", "ψpsi",
      "ωomega", "ΓGamma", "ΔDelta", "ΘTheta", "ΛLambda", "ΞXi", "ΠPi", "ΣSigma", "ΦPhi", "ΨPsi",
      "ΩOmega",
    ]
    for entry in greek {
      commands[entry.unicodeScalars.first!] = "\\" + entry.dropFirst()
    }
    for (digit, scalars) in zip("0123456789", zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "₀₁₂₃₄₅₆₇₈₉")) {
      commands[scalars.0.unicodeScalars.first!] = "^{\(digit)}"
      commands[scalars.1.unicodeScalars.first!] = "_{\(digit)}"
    }
    return commands
  }()
}
