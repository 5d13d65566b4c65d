public import Scalars

/// A pair of densities whose kinds are only known at run time: what the command line and the claims use.
public struct AnyDensityPair<S: Scalar>: Sendable {
  public let data: any Density<S>
  public let generated: any Density<S>

  public init(data: any Density<S>, generated: any Density<S>) {
    precondition(data.dimension == generated.dimension, "data.dimension = generated.dimension")
    self.data = data
    self.generated = generated
  }

  /// The pair of a configuration of Table 2, from its definition.
  public init(_ configuration: TableTwoCase) {
    self.init(data: configuration.data(), generated: configuration.generated())
  }

  /// log r(x); nil where a density vanishes.
  public func logRatio(at point: [S]) -> S? {
    withPair(data, generated) { $0.logRatio(at: point) }
  }

  /// The optimal discriminator.
  public func discriminator(at point: [S]) -> S? {
    withPair(data, generated) { $0.discriminator(at: point) }
  }

  /// ∇d/d.
  public func velocity(at point: [S]) -> [S]? {
    withPair(data, generated) { $0.velocity(at: point) }
  }
}

/// Opens the two existentials into one `DensityPair`.
private func withPair<S: Scalar, Result>(
  _ data: any Density<S>, _ generated: any Density<S>, _ body: (any PairEvaluation<S>) -> Result
) -> Result {
  func openBoth<D: Density<S>, G: Density<S>>(_ data: D, _ generated: G) -> Result {
    body(DensityPair(data: data, generated: generated))
  }
  func openData<D: Density<S>>(_ data: D) -> Result {
    func openGenerated<G: Density<S>>(_ generated: G) -> Result { openBoth(data, generated) }
    return openGenerated(generated)
  }
  return openData(data)
}

private protocol PairEvaluation<S> {
  associatedtype S: Scalar
  func logRatio(at point: [S]) -> S?
  func discriminator(at point: [S]) -> S?
  func velocity(at point: [S]) -> [S]?
}

extension DensityPair: PairEvaluation {}
