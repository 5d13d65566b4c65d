/// The polynomial through values at given times, in Newton's form, for several components.
///
/// The first time may appear twice where the slope there is known.
struct NewtonPolynomial: Sendable {
  private let times: [Double]
  /// The divided differences, one array of components for each degree.
  private let coefficients: [[Double]]

  /// The degree.
  var degree: Int { times.count - 1 }

  /// The polynomial through values at times, all different, except that `slope` is the derivative
  /// at the last time where that is given twice in a row.
  init(times: [Double], values: [[Double]], slope: [Double]? = nil) {
    var differences = values
    var coefficients = [values[0]]
    let count = times.count
    for degree in 1..<max(count, 1) {
      var next: [[Double]] = []
      for index in 0..<(count - degree) {
        let span = times[index + degree] - times[index]
        if span == 0, let slope {
          next.append(slope)
        } else {
          let later = differences[index + 1]
          next.append(zip(later, differences[index]).map { ($0 - $1) / span })
        }
      }
      differences = next
      coefficients.append(differences[0])
    }
    self.times = times
    self.coefficients = coefficients
  }

  /// The polynomial of a lower degree that leaves out the last times.
  func truncated(toDegree degree: Int) -> NewtonPolynomial {
    NewtonPolynomial(
      Array(times[...degree]), coefficients: Array(coefficients[...degree]))
  }

  private init(_ times: [Double], coefficients: [[Double]]) {
    self.times = times
    self.coefficients = coefficients
  }

  /// The term of a given degree at a time: what that degree adds to the polynomial.
  func term(ofDegree degree: Int, at time: Double) -> [Double] {
    let product = times[..<degree].reduce(1) { $0 * (time - $1) }
    return coefficients[degree].map { $0 * product }
  }

  /// The values at a time.
  func value(at time: Double) -> [Double] {
    var value = coefficients[degree]
    for index in stride(from: degree - 1, through: 0, by: -1) {
      for component in value.indices {
        value[component] = value[component] * (time - times[index]) + coefficients[index][component]
      }
    }
    return value
  }

  /// The derivatives at a time.
  func derivative(at time: Double) -> [Double] {
    var value = coefficients[degree]
    var slope = [Double](repeating: 0, count: value.count)
    for index in stride(from: degree - 1, through: 0, by: -1) {
      for component in value.indices {
        slope[component] = slope[component] * (time - times[index]) + value[component]
        value[component] = value[component] * (time - times[index]) + coefficients[index][component]
      }
    }
    return slope
  }
}
