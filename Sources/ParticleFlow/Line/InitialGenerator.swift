import GANTheory
public import NumericKernel
import RealModule
import Scalars

/// The generator g₀ that a flow on the line starts from: an increasing function of the whole line.
///
/// - Source: section 3.2 starts from a linear one; Theorem 3.3 asks for an odd g₀ with g₀′(0) > 0.
public struct InitialGenerator: Sendable {
  /// What g₀(z) is.
  public enum Shape: Sendable {
    /// centre + slope·z.
    case linear(slope: Double, centre: Double)
    /// a·z + b·z³.
    case cubic(slope: Double, cube: Double)
    /// a·z + b·tanh(s·z).
    case tanh(slope: Double, height: Double, sharpness: Double)
    /// The monotone interpolant of a table, continued by straight lines.
    case table(MonotoneInterpolant, isOdd: Bool)
  }

  public let shape: Shape
  /// All that g₀ depends on, as text.
  public let name: String
  /// The name; of a table only how long it is.
  public let title: String

  /// Beyond these latent points a standard normal variable has no mass in doubles.
  static let reach = 40.0

  private init(_ shape: Shape, name: String, title: String? = nil) {
    self.shape = shape
    self.name = name
    self.title = title ?? name
  }

  /// centre + slope·z.
  ///
  /// - Throws: `InputError` for a slope that is not positive.
  public init(slope: Double, centre: Double = 0) throws {
    guard slope > 0, slope.isFinite, centre.isFinite else {
      throw InputError(
        argument: "--initial", value: "\(slope)", rule: "must be a finite slope > 0",
        remedy: "a generator that falls or stands still has no density to divide by; take 1")
    }
    self.init(.linear(slope: slope, centre: centre), name: "linear:\(slope),\(centre)")
  }

  /// A generator by name: `linear:a` or `linear:a,c`, `cubic:a,b`, `tanh:a,b,s`.
  ///
  /// - Throws: `InputError` for another name, and for numbers with which g₀ does not increase everywhere.
  public init(named name: String, argument: String = "--start") throws {
    func problem(_ rule: String, _ remedy: String) -> InputError {
      InputError(argument: argument, value: name, rule: rule, remedy: remedy)
    }
    let parts = name.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let numbers = (parts.count == 2 ? parts[1] : "")
      .split(separator: ",", omittingEmptySubsequences: false)
      .map { Rational(String($0))?.approximation ?? .nan }
    let shape: Shape
    // The least slope of g₀ on the line: at 0, or far out.
    let least: Double
    switch (parts[0], numbers.count) {
    case ("linear", 1), ("linear", 2):
      shape = .linear(slope: numbers[0], centre: numbers.count == 2 ? numbers[1] : 0)
      least = numbers[0]
    case ("cubic", 2):
      shape = .cubic(slope: numbers[0], cube: numbers[1])
      least = numbers[1] < 0 ? -.infinity : numbers[0]
    case ("tanh", 3):
      shape = .tanh(slope: numbers[0], height: numbers[1], sharpness: numbers[2])
      least = min(numbers[0], numbers[0] + numbers[1] * numbers[2])
    default:
      throw problem(
        "is no generator", "write linear:a, linear:a,c, cubic:a,b, tanh:a,b,s or table:FILE")
    }
    guard numbers.allSatisfy(\.isFinite) else {
      throw problem("has something that is no finite number", "write numbers such as 0.5 or 1/3")
    }
    guard least > 0 else {
      throw problem(
        least == 0
          ? "stands still where its slope is 0: the density is infinite there"
          : "does not increase everywhere: its slope goes down to \(least)",
        "linear:a needs a > 0; cubic:a,b also b ≥ 0; tanh:a,b,s needs a > 0 and a + b·s > 0")
    }
    self.init(shape, name: name)
  }

  /// The monotone interpolant of points (z, g).
  ///
  /// - Throws: `InputError` where z or g does not increase from point to point, or for fewer than three points.
  public init(latents: [Double], outputs: [Double], argument: String = "--start") throws {
    precondition(latents.count == outputs.count, "latents.count = outputs.count")
    func problem(_ value: String, _ rule: String, _ remedy: String) -> InputError {
      InputError(argument: argument, value: value, rule: rule, remedy: remedy)
    }
    guard latents.count >= 3, (latents + outputs).allSatisfy(\.isFinite) else {
      throw problem(
        "\(latents.count) points", "must be three finite points or more",
        "add points, at best from z = −5 to z = 5")
    }
    for index in 1..<latents.count {
      let pair = "(\(latents[index]), \(outputs[index]))"
      guard latents[index] > latents[index - 1] else {
        throw problem(pair, "has a z that does not increase", "sort the points by z")
      }
      guard outputs[index] > outputs[index - 1] else {
        throw problem(
          pair, "has a g that does not increase", "the flow needs a generator that increases")
      }
    }
    let table = try MonotoneInterpolant(x: latents, y: outputs)
    let isOdd = latents.indices.allSatisfy {
      latents[$0] == -latents[latents.count - 1 - $0]
        && outputs[$0] == -outputs[latents.count - 1 - $0]
    }
    self.init(
      .table(table, isOdd: isOdd),
      name: "table:" + zip(latents, outputs).map { "\($0),\($1)" }.joined(separator: ";"),
      title: "table of \(latents.count) points")
  }

  /// Whether g₀(−z) = −g₀(z).
  public var isOdd: Bool {
    switch shape {
    case .linear(_, let centre): centre == 0
    case .cubic, .tanh: true
    case .table(_, let isOdd): isOdd
    }
  }

  /// g₀(z).
  public func value(at latent: Double) -> Double {
    closedForm(latent) { $0 } ?? continued(latent).value
  }

  /// g₀′(z).
  public func slope(at latent: Double) -> Double {
    let jet = closedForm(Jet.variable(at: latent, order: 1)) { Jet(constant: $0) }
    return jet?.derivative(1) ?? continued(latent).slope
  }

  /// The Taylor coefficients g₀, g₀′, g₀″/2, … at z; nil for a table beyond the first order, where it is not smooth.
  public func coefficients(at latent: Double, order: Int) -> [Double]? {
    precondition(order >= 1, "order ≥ 1")
    if let jet = closedForm(Jet.variable(at: latent, order: order), { Jet(constant: $0) }) {
      return jet.coefficients
    }
    let (value, slope) = continued(latent)
    return order == 1 ? [value, slope] : nil
  }

  /// The latent point with this value; infinite where it lies beyond all mass.
  ///
  /// - Accuracy: a few ulp of z, by Brent's method where g₀ is not linear.
  public func latent(of output: Double) throws -> Double {
    if case .linear(let slope, let centre) = shape { return (output - centre) / slope }
    let reach = Self.reach
    if output <= value(at: -reach) { return -.infinity }
    if output >= value(at: reach) { return .infinity }
    if output == value(at: 0) { return 0 }
    return try Bracketing.root(of: { value(at: $0) - output }, in: -reach...reach).abscissa
  }

  /// g₀ in any number system, nil for a table.
  private func closedForm<S: Scalar>(_ latent: S, _ number: (Double) -> S) -> S? {
    switch shape {
    case .linear(let slope, let centre): number(centre) + number(slope) * latent
    case .cubic(let slope, let cube):
      number(slope) * latent + number(cube) * latent * latent * latent
    case .tanh(let slope, let height, let sharpness):
      number(slope) * latent + number(height) * S.tanh(number(sharpness) * latent)
    case .table: nil
    }
  }

  /// A table's value and slope, with straight lines beyond its ends.
  private func continued(_ latent: Double) -> (value: Double, slope: Double) {
    guard case .table(let table, _) = shape else { preconditionFailure("only a table has no form") }
    let inside = min(max(latent, table.domain.lowerBound), table.domain.upperBound)
    guard let value = try? table.value(at: inside), let slope = try? table.derivative(at: inside)
    else { preconditionFailure("a point of the domain has a value") }
    return (value + slope * (latent - inside), slope)
  }
}
