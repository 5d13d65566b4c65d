import GANTheory
import RealModule
package import Scalars

/// A theorem's bounds over one or two of its parameters.
package struct BoundSweep {
  /// Values of one parameter, each made when it is needed.
  package struct Axis {
    package let parameter: SweptParameter
    package let count: Int
    package let value: (Int) throws -> Rational

    package init(
      _ parameter: SweptParameter, count: Int, value: @escaping (Int) throws -> Rational
    ) {
      self.parameter = parameter
      self.count = count
      self.value = value
    }
  }

  /// What a matrix over two parameters shows.
  package enum Quantity: String, CaseIterable, Sendable {
    case printed
    case corrected
    case sharpened
    case exact
    case tightness
  }

  package let theorem: SweptTheorem
  /// The modes, where they are given one by one.
  package let modes: [[Rational]]?
  /// Values of the parameters that are not swept.
  package let fixed: [SweptParameter: Rational]
  let cells: CertifiedCells

  package init(
    _ theorem: SweptTheorem, modes: [[Rational]]?, fixed: [SweptParameter: Rational],
    digits: Int? = nil
  ) {
    self.theorem = theorem
    self.modes = modes
    self.fixed = fixed
    cells = CertifiedCells(digits: digits)
  }

  /// One row a value of the axis, or a pair of values of two.
  ///
  /// - Parameter emit: is given the table without rows, then each row as it is ready.
  package func rows(
    over axes: [Axis], head: (Table) throws -> Void, emit: ([Cell]) throws -> Void
  ) throws {
    try checkCorners(of: axes)
    try head(
      table(
        columns: axes.map { Column($0.parameter.rawValue) }
          + names.map { Column($0) }, axes: axes))
    for index in 0..<axes.reduce(1, { $0 * $1.count }) {
      var rest = index
      var point = fixed
      for axis in axes.reversed() {
        point[axis.parameter] = try axis.value(rest % axis.count)
        rest /= axis.count
      }
      let values = try cells(at: point)
      try emit(axes.map { .number(point[$0.parameter]!.approximation) } + values)
    }
  }

  /// One quantity over two parameters: rows over the first, columns over the second.
  package func matrix(
    _ quantity: Quantity, rows: Axis, columns: Axis, head: (Table) throws -> Void,
    emit: ([Cell]) throws -> Void
  ) throws {
    try checkCorners(of: [rows, columns])
    let across = try (0..<columns.count).map { try columns.value($0) }
    let heading = theorem.isLogarithmic && quantity != .tightness ? "log10 " : ""
    try head(
      table(
        columns: [Column("\(rows.parameter.rawValue) \\ \(columns.parameter.rawValue)")]
          + across.map { Column(NumberText.sixDigits($0.approximation)) }, axes: [rows, columns],
        metadata: [("cells", "\(heading)\(quantity.rawValue)")]))
    let place = Quantity.allCases.firstIndex(of: quantity)!
    for index in 0..<rows.count {
      var point = fixed
      point[rows.parameter] = try rows.value(index)
      var row = [Cell.number(point[rows.parameter]!.approximation)]
      for value in across {
        point[columns.parameter] = value
        row.append(try cells(at: point)[place])
      }
      try emit(row)
    }
  }

  private var names: [String] {
    let prefix = theorem.isLogarithmic ? "log10 " : ""
    return Quantity.allCases.dropLast().map { prefix + $0.rawValue }
      + ["printed / exact", "best / exact"]
  }

  private func table(columns: [Column], axes: [Axis], metadata: [(String, String)] = []) -> Table {
    let constants = theorem.parameters.compactMap { parameter in
      axes.contains { $0.parameter == parameter }
        ? nil : fixed[parameter].map { (parameter.rawValue, $0.description) }
    }
    let places = modes.map {
      [
        (
          "modes",
          $0.map { $0.map(\.description).joined(separator: ",") }.joined(separator: ";")
        )
      ]
    }
    return Table(
      title: theorem.title, columns: columns, rows: [], note: theorem.note,
      metadata: (places ?? []) + constants + metadata)
  }

  /// The five quantities and the best true bound's share of the exact value.
  private func cells(at point: [SweptParameter: Rational]) throws -> [Cell] {
    let mixture = try self.mixture(at: point)
    try check(point, mixture)
    return cells.row {
      let found = theorem.comparison(at: point, mixture: mixture)
      let best = found.sharpened ?? found.corrected
      return [found.printed, found.corrected, found.sharpened, found.exact].map { value in
        value.map { cells.cell(theorem.isLogarithmic ? $0 / Ball.log(Ball(10)) : $0) } ?? .missing
      } + [found.printed, best].map { share(of: $0, in: found.exact) }
    }
  }

  private func share(of value: Ball?, in exact: Ball?) -> Cell {
    guard let value, let exact, theorem.isLogarithmic || !exact.containsZero else {
      return .missing
    }
    return cells.cell(theorem.isLogarithmic ? Ball.exp(value - exact) : value / exact)
  }

  /// The mixture at a point: the given modes times the scale, or `count` modes a gap apart around 0.
  private func mixture(at point: [SweptParameter: Rational]) throws -> MixtureParameters? {
    guard theorem.needsModes else { return nil }
    if let sigma = point[.sigma], sigma <= 0 {
      throw refusal(.sigma, sigma, "must be > 0", "leave such values out")
    }
    let means: [[Rational]]
    if let modes {
      means = try modes.map { try $0.map { try product($0, point[.scale] ?? 1) } }
    } else {
      let count = (point[.count] ?? 2).numerator
      means = try (0..<count).map {
        [try product(point[.gap] ?? 1, Rational(2 * $0 - (count - 1), 2))]
      }
    }
    return try MixtureParameters(modes: means, standardDeviation: point[.sigma]!)
  }

  private func product(_ first: Rational, _ second: Rational) throws -> Rational {
    guard let product = first.times(second) else {
      throw InputError(
        argument: "--sweep", value: "\(first)·\(second)",
        rule: "is no fraction of machine integers",
        remedy: "give values with fewer digits")
    }
    return product
  }
}

extension BoundSweep {
  /// Looks at the first, second and last values of the axes, so that most bad input is seen before anything is
  /// printed.
  private func checkCorners(of axes: [Axis]) throws {
    let places = axes.map { Set([0, min(1, $0.count - 1), $0.count - 1]).sorted() }
    let corners = places.reduce([[]]) { corners, places in
      corners.flatMap { corner in places.map { corner + [$0] } }
    }
    for corner in corners {
      var point = fixed
      for (axis, place) in zip(axes, corner) { point[axis.parameter] = try axis.value(place) }
      try check(point, try mixture(at: point))
    }
  }

  /// - Throws: `InputError` where the theorem says nothing of the point.
  private func check(_ point: [SweptParameter: Rational], _ mixture: MixtureParameters?) throws {
    for parameter in theorem.parameters where parameter != .distance {
      guard let value = point[parameter] else { continue }
      if value <= 0 { throw refusal(parameter, value, "must be > 0", "leave such values out") }
      if parameter.isWhole, value.denominator != 1 || value.numerator > 10_000 {
        throw refusal(
          parameter, value, "must be a whole number up to 10,000", "give steps of 1 such as 2:10:9")
      }
    }
    switch theorem {
    case .line, .modeMixture:
      guard let mixture, mixture.dimension == 1, mixture.count >= 2 else {
        throw refusal(
          .count, point[.count] ?? 1, "must be at least 2", "give two modes on the line")
      }
      try mixture.requireAscending()
      let margin = Expression(theorem == .line ? 0 : 6) * Expression(mixture.standardDeviations[0])
      let means = mixture.means.map { Expression($0[0]) }
      if zip(means, means.dropFirst()).contains(where: {
        ($1 - $0 - margin).isNonNegative == .fails
      }) {
        throw refusal(
          .sigma, point[.sigma] ?? 1, "makes gaps less than 6σ", "the theorem needs gaps of 6σ")
      }
    case .space:
      if mixture?.means.contains(where: { $0.allSatisfy { $0 == 0 } }) == true {
        throw refusal(.scale, point[.scale] ?? 1, "has a mode at the origin", "shift the modes")
      }
    case .drop:
      guard let r = point[.distance], let sigma = point[.sigma], r > 0,
        (Expression(4) * Expression(sigma) - Expression(r)).isPositive == .holds
      else {
        throw refusal(
          .distance, point[.distance] ?? 0, "must lie between 0 and 4σ",
          "the discriminator of Assumption 4.1 ends at 4σ")
      }
    case .singleMode: break
    }
  }

  private func refusal(
    _ parameter: SweptParameter, _ value: Rational, _ rule: String, _ remedy: String
  ) -> InputError {
    InputError(argument: parameter.rawValue, value: value.description, rule: rule, remedy: remedy)
  }
}
