package import GANTheory
import RealModule
package import Scalars

/// ∇d/d, d and log r at points, in doubles or with certified digits.
package struct FieldTable {
  /// The two densities, with exact parameters.
  package enum Densities: Sendable {
    case tableTwo(TableTwoCase)
    case mixtures(data: MixtureParameters, generated: MixtureParameters)
    /// Particles uniform on the box between two corners.
    case box(data: MixtureParameters, lower: [Rational], upper: [Rational])

    package var dimension: Int {
      switch self {
      case .tableTwo: 2
      case .mixtures(let data, _), .box(let data, _, _): data.dimension
      }
    }

    /// The densities in a number system.
    func pair<S: Scalar>(in _: S.Type) -> AnyDensityPair<S> {
      switch self {
      case .tableTwo(let configuration): AnyDensityPair(configuration)
      case .mixtures(let data, let generated):
        AnyDensityPair(data: GaussianMixture<S>(data), generated: GaussianMixture<S>(generated))
      case .box(let data, let lower, let upper):
        AnyDensityPair(
          data: GaussianMixture<S>(data),
          generated: UniformBox(lower: lower.map { S($0) }, upper: upper.map { S($0) }))
      }
    }
  }

  let densities: Densities

  package init(_ densities: Densities) { self.densities = densities }

  /// The field in doubles.
  package func table(at points: [[Double]]) -> Table {
    let pair = densities.pair(in: Double.self)
    func cell(_ value: Double?) -> Cell { value.map { .number($0) } ?? .missing }
    return table(
      points.map { point in
        let velocity = pair.velocity(at: point)
        let length = velocity.map { Double.sqrt($0.reduce(0) { $0 + $1 * $1 }) }
        return point.map { .number($0) } + [
          cell(pair.logRatio(at: point)), cell(pair.discriminator(at: point)),
        ] + point.indices.map { cell(velocity?[$0]) } + [cell(length)]
      })
  }

  /// The field with certified digits, at exactly these points.
  package func table(at points: [[Rational]], digits: Int) -> Table {
    let cells = CertifiedCells(digits: digits)
    return cells.table {
      let pair = densities.pair(in: Ball.self)
      func cell(_ value: Ball?) -> Cell { value.map { .text(cells.position($0)) } ?? .missing }
      return table(
        points.map { exact in
          let point = exact.map { Ball($0) }
          let velocity = pair.velocity(at: point)
          return exact.map { .text($0.description) } + [
            cell(pair.logRatio(at: point)), cell(pair.discriminator(at: point)),
          ] + point.indices.map { cell(velocity?[$0]) } + [cell(velocity.map(length))]
        },
        metadata: [("bits", "\(Ball.precision)")])
    }
  }

  /// ‖v‖, from 0 on where v cannot be told from 0.
  private func length(_ velocity: [Ball]) -> Ball {
    let square = velocity.reduce(Ball.zero) { $0 + $1.squared }
    return square.isPositive == .holds
      ? Ball.sqrt(square) : Ball.hull(.zero, Ball.sqrt(square.upperEnd))
  }

  private func table(_ rows: [[Cell]], metadata: [(String, String)] = []) -> Table {
    let axes = 1...densities.dimension
    return Table(
      title: "Velocity ∇d/d of particles under the optimal discriminator",
      columns: axes.map { Column("x\($0)") } + [Column("log r"), Column("d")]
        + axes.map { Column("v\($0)") } + [Column("|v|")],
      rows: rows,
      note: "log r is missing where a density vanishes; where only p_g does, d = 1 and v = 0.",
      metadata: metadata)
  }
}
