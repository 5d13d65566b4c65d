package import GANTheory
import NumericKernel
package import ParticleFlow
import RealModule

/// Particles beside the density that they stand for.
package enum ParticleTable {
  /// What is compared at one time.
  package struct Moment {
    package let cloud: ParticleCloud
    package let flow: DensityFlow

    package init(cloud: ParticleCloud, flow: DensityFlow) {
      self.cloud = cloud
      self.flow = flow
    }
  }

  /// One row a moment: means of ‖x‖² and shares within 2σ of each mode, of the particles and of the density.
  package static func table(
    _ moments: [Moment], data: GaussianMixture<Double>, title: String,
    metadata: [(String, String)]
  ) -> Table {
    func isNear(_ mode: GaussianMixture<Double>.Component, _ x: Double, _ y: Double) -> Bool {
      let (u, v) = (x - mode.mean[0], y - mode.mean[1])
      let reach = 2 * mode.standardDeviation
      return u * u + v * v <= reach * reach
    }
    var columns = [
      Column("t"), Column("steps"), Column("mean of |x|²"), Column("of the density"),
    ]
    columns += data.components.indices.flatMap {
      [Column("near mode \($0 + 1)"), Column("of the density near mode \($0 + 1)")]
    }
    let rows = moments.map { moment -> [Cell] in
      let cloud = moment.cloud
      var cells: [Cell] = [
        .number(cloud.time), .integer(cloud.stepCount),
        .number(cloud.mean { $0.reduce(0) { $0 + $1 * $1 } }),
        .number(moment.flow.mean { $0 * $0 + $1 * $1 }),
      ]
      for mode in data.components {
        cells.append(
          .number(
            cloud.mean { isNear(mode, $0[$0.startIndex], $0[$0.startIndex + 1]) ? 1 : 0 }))
        cells.append(.number(moment.flow.mean { isNear(mode, $0, $1) ? 1 : 0 }))
      }
      return cells
    }
    return Table(
      title: title, columns: columns, rows: rows, note: "near: within 2σ of the mode.",
      metadata: metadata)
  }

  /// Errors of kernel estimates as N grows, with the rates at which they fall.
  ///
  /// - Throws: `FlowError` from the mesh or the particles.
  package static func numberTable(
    _ convergence: ParticleConvergence, counts: [Int], bandwidthAt: (Int) -> Double,
    stepSize: Double, seeds: Range<UInt64>, progress: (Int) -> Void = { _ in }
  ) throws -> Table {
    var found: [ParticleConvergence.Errors] = []
    for count in counts {
      progress(found.count)
      found.append(
        try convergence.errors(
          count: count, bandwidth: bandwidthAt(count), stepSize: stepSize, seeds: seeds))
    }
    func rate(_ error: KeyPath<ParticleConvergence.Errors, Double>) -> String {
      NumberText.sixDigits(
        ParticleConvergence.rate(
          sizes: counts.map(Double.init), errors: found.map { $0[keyPath: error] }))
    }
    return Table(
      title: "Errors of kernel estimates as the particles grow in number: "
        + convergence.problem.title,
      columns: [
        Column("N"), Column("bandwidth"), Column("strong"), Column("weak"), Column("sampling"),
      ],
      rows: zip(counts, found).map { count, errors in
        [
          .integer(count), .number(bandwidthAt(count)), .number(errors.strong),
          .number(errors.weak), .number(errors.sampling),
        ]
      },
      note: """
        strong: root mean square distance from exactly moved particles; weak: difference of the mean of |x|²; \
        sampling: that of exactly moved particles, their steps included, from the density.
        """,
      metadata: [
        ("time", "\(convergence.time)"), ("step", "\(stepSize)"),
        ("seeds", "\(seeds.lowerBound) to \(seeds.upperBound - 1)"),
        ("mesh", "\(convergence.cells) × \(convergence.cells)"),
        ("strong error ~ N^", rate(\.strong)), ("weak error ~ N^", rate(\.weak)),
        ("sampling error ~ N^", rate(\.sampling)),
      ])
  }

  /// Errors of the step's size for particles that the density moves exactly.
  ///
  /// - Throws: as `numberTable`.
  package static func stepTable(
    _ convergence: ParticleConvergence, stepSizes: [Double], count: Int, seed: UInt64
  ) throws -> Table {
    let refinement = 16
    let found = try stepSizes.map {
      try convergence.stepErrors(count: count, stepSize: $0, refinement: refinement, seed: seed)
    }
    func rate(_ errors: [Double]) -> String {
      NumberText.sixDigits(ParticleConvergence.rate(sizes: stepSizes, errors: errors))
    }
    return Table(
      title: "Errors of the particles' steps: \(convergence.problem.title)",
      columns: [Column("s"), Column("strong"), Column("weak")],
      rows: zip(stepSizes, found).map {
        [.number($0), .number($1.strong), .number($1.weak)]
      },
      note: "Against steps of a sixteenth; weak: difference of the mean of |x|².",
      metadata: [
        ("time", "\(convergence.time)"), ("N", "\(count)"), ("seed", "\(seed)"),
        ("strong error ~ s^", rate(found.map(\.strong))),
        ("weak error ~ s^", rate(found.map(\.weak))),
      ])
  }
}
