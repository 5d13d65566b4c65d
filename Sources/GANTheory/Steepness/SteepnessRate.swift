public import Scalars

/// d(log g′ₜ(z))/dt at any z, for any data on the line and any discriminator that is a function of the ratio.
///
/// Particles move by ∂ₜg = (F∘ℓ)′(g) with ℓ = log(p_data/p_g), so that log g′ grows at the rate
/// (F∘ℓ)″(g) = w·ℓ″ + w₂·ℓ′², w = F′(ℓ), w₂ = F″(ℓ).
///
/// F = log d for the non-saturating GAN, where w = 1/(1 + r); F = f′(r) for the divergence of f, where w = r·f″(r);
/// F = log d̂ for a suboptimal discriminator, where w = (f − r·f′)/(r + f).
public struct SteepnessRate<S: Scalar>: Sendable {
  /// (log p_data)′ and (log p_data)″ at g(z).
  public let dataSlope: S
  public let dataCurvature: S

  @inlinable public init(dataSlope: S, dataCurvature: S) {
    self.dataSlope = dataSlope
    self.dataCurvature = dataCurvature
  }

  /// ℓ′(g(z)) = (log p_data)′ + (z + g″/g′)/g′, since (log p_g)∘g = log φ − log g′.
  ///
  /// - Source: derived from the density of a push-forward.
  /// - Accuracy: a few ulp of the larger term.
  @inlinable public func ratioSlope(latent: S, first: S, second: S) -> S {
    dataSlope + (latent + second / first) / first
  }

  /// ℓ″(g(z)) = (log p_data)″ + (1 + g‴/g′ − (g″/g′)²)/g′² − (z + g″/g′)·g″/g′³.
  ///
  /// - Source: as `ratioSlope`, once more differentiated.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func ratioCurvature(latent: S, first: S, second: S, third: S) -> S {
    let bend = second / first
    let flat = (S(1) + third / first - bend.squared) / first.squared
    return dataCurvature + flat - (latent + bend) * bend / first.squared
  }

  /// w·ℓ″ + w₂·ℓ′².
  ///
  /// - Source: chain rule; Theorem 3.3 is the case z = 0, ℓ′ = 0, w = 1/(1 + r).
  /// - Accuracy: a few ulp of the larger term.
  @inlinable public func logarithmicRate(
    weight: S, weightSlope: S, latent: S, first: S, second: S, third: S
  ) -> S {
    weight * ratioCurvature(latent: latent, first: first, second: second, third: third)
      + weightSlope * ratioSlope(latent: latent, first: first, second: second).squared
  }
}

/// Theorem 3.3's equation for any even density of the data: only two numbers of it enter.
///
/// dk/dt = (a·k³ + k + g‴)/(c·k³ + k²) with a = (log p_data)″(0) and c = √(2π)·p_data(0).
///
/// - Source: Theorem 3.3 is a = (μ² − σ²)/σ⁴, c = exp(−μ²/2σ²)/σ.
public struct EvenSteepnessODE<S: Scalar>: Sendable {
  /// a = (log p_data)″(0).
  public let curvature: S
  /// c = √(2π)·p_data(0).
  public let overlap: S

  @inlinable public init(curvature: S, overlap: S) {
    self.curvature = curvature
    self.overlap = overlap
  }

  /// dk/dt under the optimal discriminator.
  ///
  /// - Source: derived as Theorem 3.3.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func rate(steepness k: S, thirdDerivative: S) -> S {
    let cube = k.squared * k
    return (curvature * cube + k + thirdDerivative) / (overlap * cube + k.squared)
  }

  /// dk/dt = w(c·k)·(a·k + (1 + g‴/k)/k) where ∇F(ℓ) moves the particles and w = F′ as a function of r = c·k.
  ///
  /// - Source: derived; w = 1/(1 + r) gives `rate`.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func rate(weight: S, steepness k: S, thirdDerivative: S) -> S {
    weight * (curvature * k + (S(1) + thirdDerivative / k) / k)
  }

  /// d²(log k)/dt² at a moment when g is linear: (1 − d)²·(ℓ⁗ − 4·d·ℓ″² − 2·ℓ″/k²).
  ///
  /// d = c·k/(1 + c·k), ℓ″ = a + 1/k², ℓ⁗ = (log p_data)⁗(0): the third derivative, 0 at that moment, grows at the
  /// rate k³·(1 − d)·(ℓ⁗ − 3·d·ℓ″²).
  ///
  /// - Source: derived by differentiating the flow once more in time.
  /// - Accuracy: a few ulp of the largest term.
  @inlinable public func secondLogarithmicRate(steepness k: S, fourthLogDerivative: S) -> S {
    let value = overlap * k / (S(1) + overlap * k)
    let bend = curvature + S(1) / k.squared
    let inner = fourthLogDerivative - S(4) * value * bend.squared - S(2) * bend / k.squared
    return (S(1) - value).squared * inner
  }
}
