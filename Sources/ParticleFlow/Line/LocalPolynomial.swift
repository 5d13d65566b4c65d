/// Interpolation by the polynomial through the nearest few points of a sequence.
///
/// - Accuracy: order `count` in the spacing for smooth values.
struct LocalPolynomial {
  let count: Int

  /// The value at a point that lies at a place among ascending abscissas, by Lagrange's formula.
  func value(
    at point: Double, nearIndex place: Int, abscissas: [Double], values: [Double]
  ) -> Double {
    let first = max(0, min(place - count / 2 + 1, abscissas.count - count))
    let last = min(first + count, abscissas.count)
    var sum = 0.0
    for i in first..<last {
      if abscissas[i] == point { return values[i] }
      var share = 1.0
      for j in first..<last where j != i {
        share *= (point - abscissas[j]) / (abscissas[i] - abscissas[j])
      }
      sum += share * values[i]
    }
    return sum
  }

  /// The same with the index of the abscissa below the point looked up.
  func value(at point: Double, abscissas: [Double], values: [Double]) -> Double {
    value(
      at: point, nearIndex: Self.index(below: point, in: abscissas), abscissas: abscissas,
      values: values)
  }

  /// The slope at one of the abscissas, with as many neighbours on both sides as there are.
  ///
  /// - Accuracy: order `count` − 1 in the spacing for smooth values.
  func slope(atIndex index: Int, abscissas: [Double], values: [Double]) -> Double {
    let first = max(0, min(index - count / 2, abscissas.count - count))
    let last = min(first + count, abscissas.count)
    var sum = 0.0
    for i in first..<last where i != index {
      // The slope of Lagrange's polynomial of point i at `index`.
      var share = 1 / (abscissas[i] - abscissas[index])
      for j in first..<last where j != i && j != index {
        share *= (abscissas[index] - abscissas[j]) / (abscissas[i] - abscissas[j])
      }
      sum += share * (values[i] - values[index])
    }
    return sum
  }

  /// The last index whose entry is ≤ the point, 0 where there is none.
  static func index(below point: Double, in ascending: [Double]) -> Int {
    var (low, high) = (0, ascending.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if ascending[middle] <= point { low = middle } else { high = middle }
    }
    return low
  }
}
