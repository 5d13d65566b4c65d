import GANTheory
import NumericKernel
import RealModule
import Scalars
import Testing

/// The batched sums against the generic formula in balls.
@Suite struct `Sums of Theorem 3.4 for many sets` {
  private func check(_ modes: [[Double]], _ deviations: [Double], _ slopes: [Double]) {
    let count = modes[0].count
    let sums = ModeMixtureSums(modeCount: count)
    for clearance in [3.0, 6] {
      let values = sums.values(
        modes: modes.flatMap { $0 }, standardDeviations: deviations, slopes: slopes,
        clearance: clearance)
      for (index, row) in modes.enumerated() {
        let deviation = Ball(exactly: deviations[index])
        let bound = ModeMixtureBound(
          target: GaussianMixture(
            modes: row.map { [Ball(exactly: $0)] }, standardDeviation: deviation),
          standardDeviation: deviation, maximalSteepness: Ball(exactly: slopes[index]))
        // What `values` states, summed over the gaps.
        let allowed = bound.anchors.reduce(0.0) { sum, anchor in
          let place = anchor.approximation
          return sum + 16 + 8 * place.magnitude + 4 / Double.normalDensity(place)
        }
        let exact = bound.probability(clearance: Ball(exactly: clearance)).approximation
        let error = (values[index] - exact).magnitude
        #expect(error <= allowed * Double.ulpOfOne / 2, "modes \(row), slope \(slopes[index])")
      }
    }
  }

  @Test(arguments: [2, 3, 10]) func `agree where every gap is at least 6σ`(count: Int) {
    let stream = RandomStream(seed: 21, name: "wide gaps \(count)")
    let modes = (0..<20).map { _ in
      (0..<count).reduce(into: [Double]()) { row, _ in
        row.append((row.last ?? -5) + 6 + 6 * stream.uniform())
      }
    }
    check(modes, modes.map { _ in 1 }, modes.indices.map { Double($0) * 4 + 0.5 })
  }

  @Test(arguments: [2, 5, 12]) func `agree where modes overlap`(count: Int) {
    let stream = RandomStream(seed: 22, name: "narrow gaps \(count)")
    let modes = (0..<20).map { _ in
      (0..<count).reduce(into: [Double]()) { row, _ in
        row.append((row.last ?? 2) + 0.1 + 3 * stream.uniform())
      }
    }
    check(modes, modes.map { _ in 0.5 + stream.uniform() }, modes.indices.map { 1 + Double($0) })
  }

  @Test func `have the same bits on one core and on all`() {
    let modes = (0..<3000).map(Double.init).flatMap { (set: Double) -> [Double] in
      [0, 6 + set / 100, 40 + set / 7]
    }
    let ones = [Double](repeating: 1, count: 3000)
    let sums = ModeMixtureSums(modeCount: 3)
    func values(_ isParallel: Bool) -> [Double] {
      sums.values(
        modes: modes, standardDeviations: ones, slopes: ones, clearance: 6, isParallel: isParallel)
    }
    #expect(values(true) == values(false))
  }
}
