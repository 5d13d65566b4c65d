import RealModule

/// How samples are spread over boxes of equal width in the logarithm.
struct LogarithmicHistogram {
  let range: ClosedRange<Double>
  /// The share of all samples in each box over the box's width in log₁₀.
  let heights: [Double]

  /// - Edge cases: samples outside the range, zeros among them, count in the total but in no box.
  init(_ samples: [Double], range: ClosedRange<Double>, boxes: Int) {
    RangeRule.check(range, logarithmic: true)
    precondition(boxes > 0, "\(boxes) > 0 is violated")
    self.range = range
    let start = Double.log10(range.lowerBound)
    let width = (Double.log10(range.upperBound) - start) / Double(boxes)
    var counts = [Int](repeating: 0, count: boxes)
    for sample in samples where range.contains(sample) {
      let place = Int((Double.log10(sample) - start) / width)
      counts[min(boxes - 1, max(0, place))] += 1
    }
    let total = Double(max(samples.count, 1))
    heights = counts.map { Double($0) / (total * width) }
  }

  var highest: Double { heights.max() ?? 0 }

  /// The boxes as one line of steps, from the axis to the axis.
  var outline: [(Double, Double)] {
    let start = Double.log10(range.lowerBound)
    let width = (Double.log10(range.upperBound) - start) / Double(heights.count)
    func edge(_ index: Int) -> Double { Double.pow(10, start + Double(index) * width) }
    return [(edge(0), 0)]
      + heights.enumerated().flatMap { [(edge($0), $1), (edge($0 + 1), $1)] }
      + [(edge(heights.count), 0)]
  }
}
