/// The functions of logits that losses are made of: with d = 1/(1 + e^(−ℓ)) the probability that a
/// sample is real, −log d = softplus(−ℓ) and −log(1 − d) = softplus(ℓ), which never form d and so
/// never take the logarithm of 0.
package enum LogisticLoss {
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
}
