import Foundation
import GANSimulator
import NumericKernel
import RealModule
import Scalars
import Testing

@Suite struct `Certified steepness` {
  private func box(_ low: Double, _ high: Double, _ dimension: Int = 1) throws -> LatentBox {
    try LatentBox(
      lower: [Double](repeating: low, count: dimension),
      upper: [Double](repeating: high, count: dimension))
  }

  /// A search that takes a blink.
  private func settings(_ boxes: Int, gap: Double = 0.01, seed: UInt64 = 1, threads: Int = 1)
    -> CertificationSettings
  {
    CertificationSettings(
      boxes: boxes, relativeGap: gap, seed: seed, samples: 64, climbs: 1, threads: threads)
  }

  private func random(_ widths: [Int], _ activation: Activation, seed: UInt64) throws
    -> LoadedNetwork
  {
    let stream = RandomStream(seed: seed, name: "network")
    return try NetworkFile.network(
      zip(widths, widths.dropFirst()).map { inputs, outputs in
        (
          (0..<outputs).map { _ in
            (0..<inputs).map { _ in 2 * stream.normal() / Double(inputs).squareRoot() }
          },
          (0..<outputs).map { _ in stream.normal() / 2 }
        )
      }, activation)
  }

  @Test(arguments: [Activation.identity, .leakyReLU(slope: 1)])
  func `a linear network has the norm of its matrix, in one box`(_ activation: Activation) throws {
    // The product is 15 times a rotation of the plane.
    let network = try NetworkFile.network(
      [([[3, -4], [4, 3]], [1, 2]), ([[0, 3], [-3, 0]], [-1, 7])], activation)
    let certificate = try network.steepnessCertificate(over: try box(-1, 1, 2))
    #expect(certificate.boxes == 1 && certificate.ending == .gapReached)
    #expect(certificate.certifiedLower <= 15 && certificate.certifiedUpper >= 15)
    // Products are exact; what is left is room for rounding, some hundred ulps, and the norm's margin 2⁻⁴⁴.
    #expect(certificate.certifiedUpper <= 15 * (1 + 0x1p-42))
    #expect(certificate.certifiedLower >= 15 * (1 - 0x1p-42))
  }

  @Test func `a tanh unit is as steep as calculus says, inside and at the edge`() throws {
    // 3·tanh(2z − 1): the slope is 6/cosh²(2z − 1), 6 at z = ½.
    let network = try NetworkFile.network([([[2]], [-1]), ([[3]], [0])], .tanh)
    let settings = settings(20_000, gap: 1e-3)
    let inside = try network.steepnessCertificate(over: try box(-1, 1), settings: settings)
    #expect(inside.certifiedLower <= 6 && inside.certifiedUpper >= 6)
    // The gap is measured from what was seen, which is no more than 6.
    #expect(inside.certifiedUpper <= 6 * (1 + 1e-3))
    let outside = try network.steepnessCertificate(over: try box(1, 2), settings: settings)
    let edge = 6 / (cosh(1.0) * cosh(1.0))
    #expect(outside.certifiedUpper >= edge * (1 - 0x1p-50))
    #expect(outside.certifiedUpper <= edge * (1 + 1e-3))
  }

  @Test func `rectifiers reach their Lipschitz constant, kinks and all`() throws {
    // 1 for z > 0 and −3 for z < 0: at the kink the slopes between are never above 3.
    let network = try NetworkFile.network([([[1], [-1]], [0, 0]), ([[1, 3]], [0])], .relu)
    let certificate = try network.steepnessCertificate(
      over: try box(-1, 1), settings: settings(64, gap: 1e-9))
    #expect(certificate.certifiedLower <= 3 && certificate.certifiedUpper >= 3)
    #expect(certificate.certifiedUpper <= 3 * (1 + 1e-9))
    #expect(certificate.ending == .gapReached)
    let right = try network.steepnessCertificate(over: try box(0.25, 1))
    #expect(right.boxes == 1 && right.certifiedUpper <= 1 + 0x1p-42)
  }

  /// The sums 10¹⁶·a + a − 10¹⁶·a are a, and 0 in doubles.
  @Test(arguments: [Activation.identity, .relu])
  func `what cancels in doubles is in the bound all the same`(_ activation: Activation) throws {
    let network = try NetworkFile.network(
      [
        ([[1], [1], [1]], [0, 0, 0]), ([[1e16, 1, -1e16]], [0]), ([[1]], [0]),
      ], activation)
    let certificate = try network.steepnessCertificate(
      over: try box(1, 2), settings: settings(1))
    #expect(certificate.sampledMaximum == 0)
    #expect(certificate.certifiedUpper >= 1)
  }

  @Test(
    arguments: [
      (Activation.relu, [2, 12, 12, 2]), (.leakyReLU(slope: 0.2), [2, 12, 12, 3]),
      (.tanh, [2, 10, 2]), (.relu, [3, 10, 5]), (.tanh, [1, 8, 8, 1]),
    ], [1, 2] as [UInt64])
  func `random networks: samples below the bound, and cutting lowers it`(
    _ shape: (activation: Activation, widths: [Int]), seed: UInt64
  ) throws {
    let network = try random(shape.widths, shape.activation, seed: seed)
    let box = try box(-1, 1, shape.widths[0])
    var last = Double.infinity
    for boxes in [1, 65, 1025] {
      let certificate = try network.steepnessCertificate(
        over: box, settings: settings(boxes, gap: 1e-6, seed: seed))
      #expect(certificate.certifiedLower <= certificate.certifiedUpper, "seed \(seed)")
      // Both are evaluations of one Jacobian: a few hundred roundings apart at most.
      #expect(certificate.sampledMaximum <= certificate.certifiedUpper * (1 + 0x1p-44))
      #expect(certificate.certifiedLower <= certificate.sampledMaximum * (1 + 0x1p-44))
      #expect(certificate.certifiedUpper <= last, "seed \(seed)")
      #expect(certificate.undividedUpper >= certificate.certifiedUpper)
      last = certificate.certifiedUpper
    }
    let first = try network.steepnessCertificate(
      over: box, settings: settings(1))
    #expect(last < first.certifiedUpper, "a thousand boxes are better than one")
  }

  @Test func `the bound of a box holds at points of it`() throws {
    let stream = RandomStream(seed: 12, name: "boxes")
    for (index, activation) in [Activation.relu, .leakyReLU(slope: 0.1), .tanh].enumerated() {
      let network = try random([3, 16, 16, 3], activation, seed: UInt64(index))
      for _ in 0..<40 {
        let centre = (0..<3).map { _ in stream.normal() }
        let half = Double.pow(2, -8 * stream.uniform())
        let box = try LatentBox(lower: centre.map { $0 - half }, upper: centre.map { $0 + half })
        let certificate = try network.steepnessCertificate(
          over: box, settings: settings(1, gap: 0))
        let points = (0..<64).flatMap { _ in
          (0..<3).map { box.lower[$0] + (box.upper[$0] - box.lower[$0]) * stream.uniform() }
        }
        let seen = try network.steepness(at: points).max() ?? 0
        #expect(seen <= certificate.undividedUpper * (1 + 0x1p-44), "seed 12, \(activation)")
        // Smaller boxes have tighter bounds: below 2⁻⁶ most units are decided.
        if half < 0x1p-6 { #expect(certificate.undividedUpper <= 6 * seen, "seed 12") }
      }
    }
  }

  @Test func `threads change no bit`() throws {
    let network = try random([3, 24, 9, 2], .relu, seed: 3)
    let certificates = try [1, 2, 3].map {
      try network.steepnessCertificate(
        over: try box(-1, 1, 3), settings: settings(500, threads: $0))
    }
    #expect(certificates[0] == certificates[1] && certificates[0] == certificates[2])
  }

  @Test func `a network without slope is certified to have none`() throws {
    let network = try NetworkFile.network([([[1]], [-5]), ([[1]], [0])], .relu)
    let certificate = try network.steepnessCertificate(over: try box(-1, 1))
    #expect(certificate.ending == .gapReached && certificate.certifiedUpper < 0x1p-900)
  }

  @Test func `boxes that do not fit are refused`() throws {
    let network = try NetworkFile.network([([[1]], [0]), ([[1]], [0])], .relu)
    #expect(throws: SimulationError.self) {
      try network.steepnessCertificate(over: try box(-1, 1, 2))
    }
    for (low, high) in [(1.0, -1.0), (-.infinity, 0), (0, .nan), (-1e308, 1.7e308)] {
      #expect(throws: SimulationError.self) { try box(low, high) }
    }
  }
}
