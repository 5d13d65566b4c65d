import GANTheory
package import ParticleFlow
import RealModule

/// The steepness at 0 for one Gaussian, beside the recurrence of Theorem C.5.
package enum RadialFlowTable {
  /// One row a time.
  ///
  /// The recurrence takes p_g to be Gaussian at every step. 'as printed' is the theorem's formula at x₀ = 0;
  /// 'Gaussian closure' has the factor k of the position and (k/k_*)ⁿ in r.
  ///
  /// - Parameters:
  ///   - moments: the flow at the times of the rows.
  ///   - recurrenceStep: s, the step of the recurrence.
  package static func table(
    _ start: RadialDensityFlow, moments: [RadialDensityFlow], recurrenceStep: Double,
    _ stepping: FlowStepping
  ) -> Table {
    let recurrence = SingleModeRecurrence(
      dimension: start.dimension, optimalSteepness: start.optimalSteepness,
      stepSize: recurrenceStep)
    var (printed, gaussian) = (start.initialSteepness, start.initialSteepness)
    var taken = 0
    let rows = moments.map { radial -> [Cell] in
      let time = radial.flow.time
      let target = Int((time / recurrenceStep).rounded())
      for _ in taken..<max(taken, target) {
        printed = recurrence.printedNext(
          steepness: printed,
          factor: 1 / (1 + recurrence.printedRatio(steepness: printed, squaredLength: 0)))
        gaussian = recurrence.next(
          steepness: gaussian,
          factor: start.flow.law.weight(
            at: Double.log(recurrence.ratio(steepness: gaussian, squaredLength: 0))
          ).value)
      }
      taken = max(taken, target)
      return [
        .number(time), .integer(radial.flow.stepCount), .number(radial.steepness),
        .number(radial.spread), .number(gaussian), .number(printed),
        .number(radial.flow.functional(of: radial.flow.law) ?? .infinity),
        .number(radial.flow.mass - 1),
      ]
    }
    return Table(
      title: "Steepness at 0 in dimension \(start.dimension), "
        + "N(0, \(start.initialSteepness)²) to N(0, \(start.optimalSteepness)²)",
      columns: [
        Column("t"), Column("steps"), Column("k"), Column("spread"), Column("Gaussian closure"),
        Column("as printed"), Column("functional"), Column("mass − 1"),
      ],
      rows: rows,
      note:
        "k is the slope of the generator at 0 under the exact flow, spread the root of E‖x‖²/n.",
      metadata: [
        ("law", start.flow.law.name), ("shells", "\(start.flow.horizontal.count)"),
        ("stepping", stepping.name), ("order in space", "2"),
        ("order in time", "\(stepping.order)"), ("recurrence step", "\(recurrenceStep)"),
        ("status", "complete"),
      ])
  }
}
