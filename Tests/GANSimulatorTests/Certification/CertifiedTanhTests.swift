import NumericKernel
import RealModule
import Scalars
import Testing

@testable import GANSimulator

@Suite struct `Certified tanh` {
  private static let points: [Double] = {
    let stream = RandomStream(seed: 4, name: "tanh")
    return (0..<2000).map { _ in stream.normal() * Double.pow(2, 6 * stream.uniform() - 3) }
      + [0, 1 / 64, -1 / 64, (1 / 64.0).nextDown, 19.999, 20, 300, -300, 1e-300]
  }()

  @Test func `values are within the stated error of those in balls`() {
    for x in Self.points {
      let distance = Ball(exactly: CertifiedTanh.value(at: x)) - Ball.tanh(Ball(exactly: x))
      #expect(distance.magnitude.upperBound <= CertifiedTanh.error, "\(x)")
    }
  }

  @Test func `slopes enclose the derivative in between, and little more`() {
    for (x, y) in zip(Self.points, Self.points.dropFirst()) {
      let (low, high) = (min(x, y), max(x, y))
      let slopes = CertifiedTanh.slopes(from: low, to: high)
      let inside = [low, high, low + (high - low) / 3] + (low <= 0 && high >= 0 ? [0] : [])
      let derivatives = inside.map { Ball(1) - Ball.tanh(Ball(exactly: $0)).squared }
      for derivative in derivatives {
        // It lies between 0 and 1, which balls do not know.
        #expect(slopes.lower <= max(derivative.lowerBound, 0), "\(low) \(high)")
        #expect(slopes.upper >= min(derivative.upperBound, 1), "\(low) \(high)")
      }
      // The extremes are at an end or at 0: the stated 2⁻⁴⁷ on each side, once for the value and once for the bound.
      let least = derivatives.map(\.lowerBound).min() ?? 0
      let greatest = derivatives.map(\.upperBound).max() ?? 1
      #expect(slopes.lower >= least - 0x1p-46 && slopes.upper <= greatest + 0x1p-46)
    }
  }
}
