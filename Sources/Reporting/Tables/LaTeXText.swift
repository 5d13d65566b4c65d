/// LaTeX that shows a text as it is, in any engine and without packages.
enum LaTeXText {
  /// The text with LaTeX's special characters escaped, and Greek letters and the common
  /// mathematical signs as mathematics.
  ///
  /// - Edge cases: a character that is in neither table is left alone; a line break is a space.
  static func escaped(_ text: String) -> String {
    var latex = ""
    for scalar in text.unicodeScalars {
      if let special = specials[scalar] {
        latex += special
      } else if let command = mathematics[scalar] {
        latex += "$\(command)$"
      } else {
        latex.unicodeScalars.append(scalar)
      }
    }
    return latex
  }

  private static let specials: [Unicode.Scalar: String] = [
    "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{", "}": "\\}",
    "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "\\": "\\textbackslash{}",
    "<": "$<$", ">": "$>$", "|": "$|$", "[": "{[}", "*": "{*}", "\"": "''", "\n": " ", "\r": " ",
    "–": "--", "—": "---", "’": "'", "‘": "`", "“": "``", "”": "''", "…": "\\dots{}",
  ]

  private static let mathematics: [Unicode.Scalar: String] = {
    var commands: [Unicode.Scalar: String] = [
      "≤": "\\le", "≥": "\\ge", "≠": "\\ne", "≈": "\\approx", "×": "\\times", "·": "\\cdot",
      "±": "\\pm", "∞": "\\infty", "∇": "\\nabla", "∂": "\\partial", "√": "\\surd",
      "∫": "\\int", "∑": "\\sum", "∏": "\\prod", "∈": "\\in", "∉": "\\notin", "→": "\\to",
      "⇒": "\\Rightarrow", "∀": "\\forall", "∃": "\\exists", "‖": "\\Vert", "∘": "\\circ",
      "−": "-", "ℝ": "\\mathbf{R}", "ℚ": "\\mathbf{Q}", "ℕ": "\\mathbf{N}", "∧": "\\wedge",
      "∨": "\\vee", "¬": "\\neg", "⁻": "^{-}", "½": "\\frac12", "ϵ": "\\epsilon", "ℓ": "\\ell",
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
