/// What the discriminator and the generator of a divergence GAN minimise.
///
/// With the discriminator's output v, an increasing function g_f of it and the Fenchel conjugate f*
/// of the divergence's generator f, the discriminator minimises the mean of −g_f(v) over real samples
/// plus that of f*(g_f(v)) over generated ones. The generator minimises the mean of −g_f(v) over
/// generated samples, or, in the original form, of −f*(g_f(v)).
///
/// - Source: appendix H; Nowozin, Cseke and Tomioka 2016, table 2, with g_f increasing. For `gan`,
///   v is the logit of d, g_f(v) = log d and f*(g_f(v)) = −log(1 − d): the losses of Goodfellow et
///   al. 2014, the non-saturating one in the modified form.
public struct AdversarialLoss: Hashable, Codable, Sendable {
  /// The divergence that the discriminator estimates.
  public enum Divergence: String, Hashable, Codable, Sendable, CaseIterable {
    /// 2·Jensen–Shannon − log 4: g_f(v) = −log(1 + e^(−v)).
    case gan
    /// g_f(v) = log 2 − log(1 + e^(−v)).
    case jensenShannon = "jensen-shannon"
    /// KL(data ‖ generated): g_f(v) = v.
    case kullbackLeibler = "kl"
    /// KL(generated ‖ data): g_f(v) = −e^(−v).
    case reverseKullbackLeibler = "reverse-kl"
    /// g_f(v) = v.
    case pearson
    /// g_f(v) = 1 − e^(−v).
    case neyman
    /// g_f(v) = 1 − e^(−v).
    case squaredHellinger = "squared-hellinger"
    /// g_f(v) = ½ tanh v.
    case totalVariation = "total-variation"
  }

  /// What the generator minimises.
  public enum GeneratorForm: String, Hashable, Codable, Sendable, CaseIterable {
    /// The mean of −g_f(v) over generated samples: appendix H; −log d for `gan`.
    case modified
    /// The mean of −f*(g_f(v)): log(1 − d) for `gan`.
    case original
  }

  /// Whose loss.
  package enum Role: CaseIterable, Sendable {
    /// The discriminator's for a real sample.
    case real
    /// The discriminator's for a generated sample.
    case generated
    /// The generator's for a generated sample.
    case generator
  }

  /// The divergence.
  public var divergence: Divergence
  /// The generator's form.
  public var generator: GeneratorForm

  /// A loss.
  public init(_ divergence: Divergence, generator: GeneratorForm) {
    self.divergence = divergence
    self.generator = generator
  }

  /// That of the NSGAN: −log d for the generator.
  public static let nonSaturating = AdversarialLoss(.gan, generator: .modified)
  /// That of the vanilla GAN: log(1 − d) for the generator.
  public static let saturating = AdversarialLoss(.gan, generator: .original)
}

extension AdversarialLoss {
  /// The loss of one output.
  ///
  /// - Edge cases: infinite where an exponential overflows, with `kl`, `reverse-kl`, `neyman` and
  ///   `squared-hellinger`.
  @inline(__always)
  package func value<Element: NetworkFloat>(_ v: Element, _ role: Role) -> Element {
    switch role {
    case .real: -gain(v)
    case .generated: conjugate(v)
    case .generator: generator == .modified ? -gain(v) : -conjugate(v)
    }
  }

  /// The derivative of the loss in the output.
  @inline(__always)
  package func slope<Element: NetworkFloat>(_ v: Element, _ role: Role) -> Element {
    switch role {
    case .real: -gainSlope(v)
    case .generated: conjugateSlope(v)
    case .generator: generator == .modified ? -gainSlope(v) : -conjugateSlope(v)
    }
  }

  /// g_f(v).
  @inline(__always)
  private func gain<Element: NetworkFloat>(_ v: Element) -> Element {
    switch divergence {
    case .gan: -LogisticLoss.softplus(-v)
    case .jensenShannon: Element(0.6931471805599453) - LogisticLoss.softplus(-v)
    case .kullbackLeibler, .pearson: v
    case .reverseKullbackLeibler: -Element.exponential(-v)
    case .neyman, .squaredHellinger: 1 - Element.exponential(-v)
    case .totalVariation: LogisticLoss.logistic(2 * v) - Element(0.5)
    }
  }

  /// f*(g_f(v)).
  @inline(__always)
  private func conjugate<Element: NetworkFloat>(_ v: Element) -> Element {
    switch divergence {
    case .gan: LogisticLoss.softplus(v)
    case .jensenShannon: LogisticLoss.softplus(v) - Element(0.6931471805599453)
    case .kullbackLeibler: Element.exponential(v - 1)
    case .reverseKullbackLeibler: v - 1
    case .pearson: v * v / 4 + v
    case .neyman: 2 - 2 * Element.exponential(-v / 2)
    case .squaredHellinger: Element.exponential(v) - 1
    case .totalVariation: LogisticLoss.logistic(2 * v) - Element(0.5)
    }
  }

  @inline(__always)
  private func gainSlope<Element: NetworkFloat>(_ v: Element) -> Element {
    switch divergence {
    case .gan, .jensenShannon: LogisticLoss.logistic(-v)
    case .kullbackLeibler, .pearson: 1
    case .reverseKullbackLeibler, .neyman, .squaredHellinger: Element.exponential(-v)
    case .totalVariation: 2 * LogisticLoss.logistic(2 * v) * LogisticLoss.logistic(-2 * v)
    }
  }

  @inline(__always)
  private func conjugateSlope<Element: NetworkFloat>(_ v: Element) -> Element {
    switch divergence {
    case .gan, .jensenShannon: LogisticLoss.logistic(v)
    case .kullbackLeibler: Element.exponential(v - 1)
    case .reverseKullbackLeibler: 1
    case .pearson: v / 2 + 1
    case .neyman: Element.exponential(-v / 2)
    case .squaredHellinger: Element.exponential(v)
    case .totalVariation: 2 * LogisticLoss.logistic(2 * v) * LogisticLoss.logistic(-2 * v)
    }
  }

  /// The mean loss of a batch of outputs.
  ///
  /// - Edge cases: 0 for an empty batch.
  /// - Accuracy: `Element` for each loss, then a sum in double precision.
  package func mean<Element: NetworkFloat>(
    _ outputs: UnsafePointer<Element>, count: Int, _ role: Role
  ) -> Double {
    var sum = 0.0
    for index in 0..<count { sum += Double(value(outputs[index], role)) }
    return sum / Double(max(count, 1))
  }

  /// Overwrites `gradient` with the derivative in each output of the mean loss over `batch` of them.
  ///
  /// - Returns: whether all derivatives are finite.
  @discardableResult
  package func writeGradient<Element: NetworkFloat>(
    _ outputs: UnsafePointer<Element>, count: Int, batch: Int, _ role: Role,
    into gradient: UnsafeMutablePointer<Element>
  ) -> Bool {
    let share = 1 / Element(batch)
    var sum: Element = 0
    for index in 0..<count {
      let slope = slope(outputs[index], role) * share
      gradient[index] = slope
      sum += slope
    }
    return sum.isFinite
  }
}
