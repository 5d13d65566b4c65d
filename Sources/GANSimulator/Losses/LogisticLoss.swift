/// Binary cross-entropy of logits: with d = 1/(1 + e^(−ℓ)) the probability that a sample is real,
/// the loss is −log d for a sample labelled real and −log(1 − d) for one labelled generated.
///
/// In logits these are softplus(−ℓ) and softplus(ℓ), which never form d and so never take the
/// logarithm of 0. The generator's non-saturating loss −log d is that of a generated sample
/// labelled real.
package enum LogisticLoss {
  package enum Label {
    case real
    case generated
  }

  /// log(1 + eˣ) = max(x, 0) + log(1 + e^(−|x|)).
  ///
  /// - Edge cases: finite for every finite x; x itself from where e^(−x) is below half an ulp;
  ///   for x → −∞ it tends to eˣ and underflows to 0 with it.
  /// - Accuracy: 3 ulp: one each for eˣ and log1p of the C library and one for the sum.
  package static func softplus<Element: NetworkFloat>(_ x: Element) -> Element {
    (x > 0 ? x : 0) + Element.logarithmOfOnePlus(Element.exponential(-x.magnitude))
  }

  /// 1/(1 + e^(−x)), from the exponential that cannot overflow.
  ///
  /// - Edge cases: 1 for large x; eˣ, down to underflow, for very negative x.
  /// - Accuracy: 3 ulp: one for the exponential of the C library, half for each of + and ÷.
  package static func logistic<Element: NetworkFloat>(_ x: Element) -> Element {
    let small = Element.exponential(-x.magnitude)
    return (x >= 0 ? 1 : small) / (1 + small)
  }

  /// The mean loss of a batch of logits.
  ///
  /// - Edge cases: 0 for an empty batch.
  /// - Accuracy: `Element` for each loss, then a sum in double precision.
  package static func mean<Element: NetworkFloat>(
    _ logits: UnsafePointer<Element>, count: Int, label: Label
  ) -> Double {
    var sum = 0.0
    for index in 0..<count {
      sum += Double(softplus(label == .real ? -logits[index] : logits[index]))
    }
    return sum / Double(max(count, 1))
  }

  /// Overwrites `gradient` with the derivative of the mean loss in each logit:
  /// −(1 − d)/count for real, d/count for generated.
  package static func writeGradient<Element: NetworkFloat>(
    _ logits: UnsafePointer<Element>, count: Int, label: Label,
    into gradient: UnsafeMutablePointer<Element>
  ) {
    let share = 1 / Element(count)
    switch label {
    case .real:
      for index in 0..<count { gradient[index] = -logistic(-logits[index]) * share }
    case .generated:
      for index in 0..<count { gradient[index] = logistic(logits[index]) * share }
    }
  }
}
