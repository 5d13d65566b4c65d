/// How long two pieces of work take, measured by turns: what is examined, and its peer or limit.
///
/// By turns, so that a change of clock frequency or a busy neighbour hits both.
struct PairedTiming {
  /// Median seconds.
  let examined: Double
  let reference: Double
  /// Median, least and greatest of the ratios, one a turn.
  let ratio: Double
  let leastRatio: Double
  let greatestRatio: Double

  /// Times both `repetitions` times after one turn that is not counted.
  init(repetitions: Int, examined: () -> Void, reference: () -> Void) {
    let clock = ContinuousClock()
    var times: [(examined: Double, reference: Double)] = []
    for repetition in 0...repetitions {
      let first = clock.measure(examined) / .seconds(1)
      let second = clock.measure(reference) / .seconds(1)
      if repetition > 0 { times.append((first, second)) }
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let ratios = times.map { $0.examined / $0.reference }
    self.examined = median(times.map(\.examined))
    self.reference = median(times.map(\.reference))
    ratio = median(ratios)
    leastRatio = ratios.min() ?? .nan
    greatestRatio = ratios.max() ?? .nan
  }
}

/// Makes a result look used, so that no work is optimised away.
@inline(never) func keep<Value>(_ value: Value) { _ = value }

/// The value itself, unknown to the optimiser.
@inline(never) @_optimize(none) func opaque<Value>(_ value: Value) -> Value { value }
