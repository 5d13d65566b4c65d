import ClaimKit
import RealModule
import Scalars

/// k_d/(2·√(variance/count)) of appendix F.2.
private struct Threshold: ExactNumber {
  let modeDistance: Rational
  let variance: Rational
  var count = 1

  func value<S: Scalar>(in system: S.Type) -> S? {
    S(modeDistance) / (S(2) * S.sqrt(S(variance) / S(count)))
  }
}

/// The distance between (1, 1) and (1, −1).
private struct NearestModes: ExactNumber {
  func value<S: Scalar>(in system: S.Type) -> S? {
    S.sqrt((S(1) - S(1)).squared + (S(1) - S(-1)).squared)
  }
}

/// The distance between (1, 1) and (−1, −1).
private struct FarthestModes: ExactNumber {
  func value<S: Scalar>(in system: S.Type) -> S? {
    S.sqrt((S(1) - S(-1)).squared + (S(1) - S(-1)).squared)
  }
}

/// 4·√0.0125.
private struct FourDeviations: ExactNumber {
  func value<S: Scalar>(in system: S.Type) -> S? { S(4) * S.sqrt(S(Rational(125, 10000))) }
}

/// The difference of two whole numbers.
private struct Difference: ExactNumber {
  let first: Int
  let second: Int

  func value<S: Scalar>(in system: S.Type) -> S? { S(first) - S(second) }
}

/// The numbers of sections 4 and 6 and appendices F and G that can be computed again.
enum StoppingThresholds {
  static var mixture: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "arithmetic-F.2-mixture", title: "Threshold for the Gaussian mixture",
      source: "Appendix F.2, first display", statement: "k_d/2σ = 2/(2·√0.0125) ≈ 8.9",
      printed: "8.9", value: Threshold(modeDistance: 2, variance: Rational(125, 10000)),
      uses: ["arithmetic-F.2-mixture-distance"], recorded: .proved)
  }

  static var mixtureDistance: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "arithmetic-F.2-mixture-distance", title: "Distance of the nearest modes of the mixture",
      source: "Appendix F.2, first paragraph", statement: "the two nearest modes are 2 apart",
      hypotheses: ["modes at (±1, ±1) in the xy-plane, as in Table 2 and appendix G.1"],
      printed: "2", value: NearestModes(),
      remarks: [
        "2 is also at least 8σ = 0.89, as Assumption 4.1 asks.",
        "For the image data sets k_d is the distance of the two farthest modes; section 4.3 speaks of adjacent ones.",
      ],
      recorded: .proved)
  }

  static var oneMeaning: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "appendix-F.2-farthest", title: "k_d is one and the same quantity",
      source: "Appendix F.2, all paragraphs, and section 4.3, ingredient (i)",
      statement: """
        k_d is set in one way: the distance of the two farthest modes, as F.2 has it for the image data, is the 2 that \
        it has for the mixture
        """,
      hypotheses: ["modes at (±1, ±1) in the xy-plane, as in Table 2 and appendix G.1"],
      printed: "2", corrected: "2.83", value: FarthestModes(),
      remarks: [
        "For the mixture F.2 takes the nearest modes, for MNIST, Fashion MNIST and CIFAR-10 the farthest; section 4.3 speaks of adjacent ones.",
        "With the farthest modes the mixture's threshold is 12.6 in place of 8.9; at the corners of a cube they are 2·√3 apart.",
        "The farthest distance grows with the number of modes while that of adjacent ones need not.",
      ],
      uses: ["arithmetic-F.2-mixture-distance"],
      defect: Defect(
        .presentation,
        "Thresholds are made of the nearest modes for the mixture and of the farthest for images: k_d has no one meaning."
      ),
      checkByHand: "(1, 1) and (−1, −1) are √8 = 2.83 apart", recorded: .refuted)
  }

  static var digits: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "arithmetic-F.2-mnist", title: "Threshold for MNIST",
      source: "Appendix F.2, second display",
      statement: "k_d/2σ = 33.7/(2·√(0.33/64²)) ≈ 1877", printed: "1877",
      value: Threshold(
        modeDistance: Rational(337, 10), variance: Rational(33, 100), count: 4096),
      remarks: [
        "0.33 must be the variance summed over all pixels for the division by 64² to give that of a pixel.",
        "A mean over pixels, which 0.33 ≤ 1 also allows for values in [−1, 1], would give 33.7/(2·√0.33) ≈ 29.3.",
        "The data decide which; the paper does not print them. See algorithm-2-scale for the units.",
      ],
      uses: ["algorithm-2-scale"], recorded: .proved)
  }

  static var fashion: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "arithmetic-F.2-fashion", title: "Threshold for Fashion MNIST",
      source: "Appendix F.2, third display", statement: "k_d/2σ = 48.1/(2·√(0.33/64²)) ≈ 2679",
      printed: "2679",
      value: Threshold(
        modeDistance: Rational(481, 10), variance: Rational(33, 100), count: 4096),
      remarks: ["The variance 0.33 is the same as for MNIST, a different data set."],
      recorded: .proved)
  }

  static var cifar: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "arithmetic-F.2-cifar", title: "Threshold for CIFAR-10",
      source: "Appendix F.2, fourth display",
      statement: "k_d/2σ = 38.0/(2·√(0.23/(64²·3))) ≈ 4391", printed: "4391", corrected: "4392",
      value: Threshold(modeDistance: 38, variance: Rational(23, 100), count: 12288),
      remarks: [
        "The value is 4391.68…: cut off instead of rounded.",
        "From unrounded k_d and variance 4391 may be right; the display as printed is not.",
      ],
      defect: Defect(.presentation, "38.0/(2·√(0.23/12288)) is 4391.7, which rounds to 4392."),
      checkByHand: "4391.5² · 4 · 0.23/12288 = 1443.88 < 38.0² = 1444",
      recorded: .refuted)
  }

  static var fourDeviations: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "appendix-G.1-4sigma", title: "4σ of the toy example",
      source: "Appendix G.1, toy example",
      statement: "4σ = 4·√0.0125 ≈ 0.45", printed: "0.45", value: FourDeviations(),
      remarks: ["The 0.4 that is read off Figure 11 beside it is 11 per cent less."],
      recorded: .proved)
  }

  static var digitsEpoch: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "figure-5-mnist-epoch", title: "MNIST: stopped just before the collapse",
      source: "Figures 5 and 19, sections 6.2 and G.6",
      statement: "the last epoch before the stop (45) is one before the collapse (46)",
      printed: "1", value: Difference(first: 46, second: 45),
      remarks: ["From the printed epochs: 45 in Figure 5, 46 in Figure 19."],
      recorded: .proved)
  }

  static var cifarEpoch: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "figure-5-cifar-epoch", title: "CIFAR-10: stopped just before the collapse",
      source: "Figures 5 and 19, sections 6.2 and G.6",
      statement: "the last epoch before the stop (121) is one before the collapse (122)",
      printed: "1", value: Difference(first: 122, second: 121),
      remarks: [
        "From the printed epochs: 121 in Figure 5, 122 in Figure 19.",
        "For Fashion MNIST 98 and 128 are 30 epochs apart, which the text admits.",
      ],
      recorded: .proved)
  }

  static var tail: PrintedNumberClaim {
    PrintedNumberClaim(
      id: "figure-7-tail", title: "Share of the histogram beyond the 90th percentile",
      source: "Section 6.2, last paragraph", statement: "10 per cent of the area lie beyond it",
      printed: "10", value: Difference(first: 100, second: 90),
      remarks: ["By definition, on any axis; it does not tell how large the outliers are."],
      recorded: .proved)
  }
}
