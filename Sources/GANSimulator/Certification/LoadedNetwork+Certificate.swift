internal import NumericKernel

extension LoadedNetwork {
  /// Bounds of the greatest steepness in a box: from above by cutting it into boxes, those with the greatest bounds first;
  /// from below at the steepest point that was seen.
  ///
  /// A box of a network of rectifiers with few undecided units is bounded by the norms at all corners of their slopes. Those are
  /// the slopes of pieces of the network as soon as the box is small, so that the bound reaches the supremum itself,
  /// but where kinks of several units coincide: then corners count that no piece has.
  ///
  /// - Rigour: enclosure, in doubles with every rounding accounted for.
  /// - Cost: memory and time grow with the boxes, each some three times as dear as an exact Jacobian.
  /// - Throws: `SimulationError.invalidArgument` where the box has another dimension than the network's input;
  ///   `NumericError` where a singular value of the search does not converge.
  public func steepnessCertificate(
    over box: LatentBox, settings: CertificationSettings = CertificationSettings(),
    progress: (_ boxes: Int, _ upper: Double, _ sampled: Double) -> Void = { _, _, _ in }
  ) throws -> SteepnessCertificate {
    try require(
      box.dimension == widths[0], "box", "\(box.dimension) coordinates",
      "the network's noise has \(widths[0])", "give as many sides, or one for all")
    for (name, value) in [
      ("boxes", settings.boxes), ("samples", settings.samples), ("threads", settings.threads),
    ] {
      try require(value >= 1, name, "\(value)", "it counts from 1", "give a positive integer")
    }
    try require(
      settings.relativeGap >= 0, "relativeGap", "\(settings.relativeGap)", "a gap is not negative",
      "0.01 is one percent")
    let enclosure = JacobianEnclosure(
      of: network, capacity: Self.boxesAtATime, threads: settings.threads)
    var sampled = try SampledSteepness(in: box, settings: settings) { try self.steepness(at: $0) }
    var queue = BoundedBoxes()
    var (examined, settled) = (0, 0.0)
    // Below 2⁻⁹⁰⁰ there is nothing but room for rounding.
    func enough() -> Double { max(sampled.steepness * (1 + settings.relativeGap), 0x1p-900) }
    func examine(_ boxes: [LatentBox], below bounds: [Double]) throws {
      let level = enough()
      for (box, bound) in zip(
        boxes, self.bounds(of: boxes, below: bounds, enough: level, enclosure))
      {
        // What is low enough needs no cutting.
        if bound > level {
          queue.insert(.init(box: box, bound: bound))
        } else {
          settled = max(settled, bound)
        }
      }
      examined += boxes.count
    }
    let undivided = enclosure.norms(over: [box])[0]
    try examine([box], below: [undivided])
    var ending = SteepnessCertificate.Ending.gapReached
    while let greatest = queue.greatestBound, greatest > enough() {
      guard examined < settings.boxes else {
        ending = .boxesExhausted
        break
      }
      var (halves, bounds): ([LatentBox], [Double]) = ([], [])
      while halves.count + 2 <= Self.boxesAtATime, let entry = queue.removeGreatest() {
        guard let (below, above) = entry.box.halves else {
          settled = max(settled, entry.bound)
          ending = .indivisible
          continue
        }
        halves += [below, above]
        bounds += [entry.bound, entry.bound]
      }
      guard !halves.isEmpty else { break }
      try sampled.consider(halves.map(\.centre))
      try examine(halves, below: bounds)
      progress(
        examined, max(settled, queue.greatestBound ?? 0), sampled.steepness)
    }
    let upper = max(settled, queue.greatestBound ?? 0)
    return SteepnessCertificate(
      box: box, sampledMaximum: sampled.steepness, point: sampled.point,
      certifiedLower: enclosure.leastNorm(at: sampled.point), certifiedUpper: upper,
      undividedUpper: undivided, boxes: examined,
      ending: upper <= enough() ? .gapReached : ending)
  }

  /// Boxes that are bounded together.
  private static let boxesAtATime = 64
  /// Undecided units of which all corners are tried.
  private static let cornerLimit = 5

  /// The bounds of boxes: those found, or those of the boxes that they were cut from.
  private func bounds(
    of boxes: [LatentBox], below given: [Double], enough: Double, _ enclosure: JacobianEnclosure
  ) -> [Double] {
    var bounds = zip(enclosure.norms(over: boxes), given).map { min($0, $1) }
    guard activation.isPiecewiseLinear else { return bounds }
    let undecided = boxes.indices.filter { bounds[$0] > enough }
      .map { ($0, enclosure.slopes($0)) }
      .filter { !$0.1.undecided.isEmpty && $0.1.undecided.count <= Self.cornerLimit }
    for (index, slopes) in undecided {
      bounds[index] = min(
        bounds[index],
        enclosure.normAtCorners(
          lower: slopes.lower, upper: slopes.upper, undecided: slopes.undecided))
    }
    return bounds
  }
}
