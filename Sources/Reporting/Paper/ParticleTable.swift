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
  /// - Parameters:
  ///   - runs: the runs of every count.
  ///   - isForGradient: whether the width is the one that suits the gradient; nil where it is fixed.
  package static func numberTable(
    _ convergence: ParticleConvergence, counts: [Int], runs: [[ParticleConvergence.Run]],
    bandwidthAt: (Int) -> Double, isForGradient: Bool?, metadata: [(String, String)]
  ) -> Table {
    let errors = runs.map { ParticleConvergence.Errors($0) }
    func rate(_ error: KeyPath<ParticleConvergence.Errors, MeasuredError>) -> String {
      text(
        ConvergenceRate(sizes: counts.map(Double.init), errors: errors.map { $0[keyPath: error] }))
    }
    func cells(_ error: MeasuredError) -> [Cell] {
      [.number(error.value), .number(error.value * error.relativeDeviation)]
    }
    let expected =
      switch isForGradient {
      case nil: "0 and -1/2"
      case false?: "-1/3 and -1/6"
      case true?: "-1/4 and -1/4"
      }
    return Table(
      title: "Errors of kernel estimates as the particles grow in number: "
        + convergence.problem.title,
      columns: [Column("N"), Column("bandwidth")]
        + ["strong", "weak", "sampling"].flatMap { [Column($0), Column("± of \($0)")] },
      rows: zip(counts, errors).map { count, errors in
        [.integer(count), .number(bandwidthAt(count))]
          + [errors.strong, errors.weak, errors.sampling].flatMap(cells)
      },
      note: """
        Root mean squares over runs, with their standard errors. strong: distance from exactly moved particles; weak: difference of \
        the mean of |x|²; sampling: that of exactly moved particles from the density. Steps are extrapolated to 0 from s and s/2. \
        The rates of bias and scatter are those of theory in the plane; scatter cancels in means, which differ by chance like N^(-1/2).
        """,
      metadata: [
        ("time", "\(convergence.time)"), ("mesh", "\(convergence.cells) × \(convergence.cells)"),
        ("strong error ~ N^", rate(\.strong)), ("weak error ~ N^", rate(\.weak)),
        ("bias and scatter of a velocity ~ N^", expected),
        ("sampling error ~ N^", rate(\.sampling)),
      ] + metadata)
  }

  private static func text(_ rate: ConvergenceRate) -> String {
    NumberText.sixDigits(rate.exponent) + " ± " + NumberText.sixDigits(2 * rate.deviation)
      + " (two standard errors)"
  }

  /// Errors of the step's size for particles that the density moves exactly.
  ///
  /// - Throws: as `numberTable`.
  package static func stepTable(
    _ convergence: ParticleConvergence, stepSizes: [Double], count: Int, seed: UInt64,
    work: KeptWork<ParticleConvergence.StepErrors> = KeptWork()
  ) throws -> Table {
    let refinement = 16
    let found = try work.pieces(stepSizes.count) {
      try convergence.stepErrors(
        count: count, stepSize: stepSizes[$0], refinement: refinement, seed: seed)
    }
    func rate(_ errors: [Double]) -> String {
      NumberText.sixDigits(
        ConvergenceRate(sizes: stepSizes, errors: errors.map { MeasuredError(exactly: $0) })
          .exponent)
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
        ("weak error ~ s^", rate(found.map(\.weak))), ("status", "complete"),
      ])
  }
}
