internal import NumericKernel

/// Bounds of a network's Jacobian over boxes of its input.
///
/// Layer by layer the value at the box's centre and the derivatives over the box are carried as centre and radius. A unit's sum
/// stays within Σⱼ |∂ⱼ|·hⱼ of its value at the centre, hⱼ half the box's sides; that bounds the slopes of its activation;
/// slopes times derivatives are what the next layer's weights meet. A rectifier whose sum keeps its sign has one slope, so that
/// its derivatives stay exact; only an undecided one widens them.
///
/// - Accuracy: the bounds close in on the derivatives like the box's sides.
/// - Rigour: enclosure; weights, biases and slopes are taken as the exact numbers that they are. Rounding is added to the
///   radii, see `RoundingMargin`.
final class JacobianEnclosure {
  /// Boxes at a time.
  let capacity: Int
  let network: Network<Double>
  let directions: Int
  /// The number of units that have an activation.
  let unitCount: Int

  private let team: WorkerTeam
  /// The network with the magnitudes of its weights, for radii.
  private let magnitudes: Network<Double>
  /// Centres and radii, before and after a layer: a box has `directions` rows of derivatives and one of values.
  private let centres: [AlignedBuffer<Double>]
  private let radii: [AlignedBuffer<Double>]
  private let points: AlignedBuffer<Double>
  private let halfWidths: AlignedBuffer<Double>
  private let lowerSlopes: AlignedBuffer<Double>
  private let upperSlopes: AlignedBuffer<Double>
  private let bounds: AlignedBuffer<Double>
  private var count = 0
  /// Whether slopes are given instead of found.
  private var slopesAreGiven = false

  /// - Parameter threads: how many share the boxes; changes no bit.
  init(of network: Network<Double>, capacity: Int, threads: Int) {
    self.network = network
    self.capacity = capacity
    directions = network.inputWidth
    unitCount = network.layers.dropLast().reduce(0) { $0 + $1.outputWidth }
    team = WorkerTeam(members: threads)
    magnitudes = Network(layers: network.layers)
    for index in 0..<network.parameters.count {
      magnitudes.parameters.base[index] = network.parameters.base[index].magnitude
    }
    magnitudes.pack()
    let size = capacity * (network.inputWidth + 1) * network.maximalWidth
    centres = [AlignedBuffer(count: size), AlignedBuffer(count: size)]
    radii = [AlignedBuffer(count: size), AlignedBuffer(count: size)]
    points = AlignedBuffer(count: capacity * directions)
    halfWidths = AlignedBuffer(count: capacity * directions)
    lowerSlopes = AlignedBuffer(count: capacity * unitCount)
    upperSlopes = AlignedBuffer(count: capacity * unitCount)
    bounds = AlignedBuffer(count: capacity)
  }

  /// For each box a number that no ‖J(z)‖₂ in it is above.
  func norms(over boxes: [LatentBox]) -> [Double] {
    precondition(boxes.count <= capacity, "\(boxes.count) boxes break count ≤ \(capacity)")
    for (index, box) in boxes.enumerated() {
      for (axis, numbers) in zip(box.centre, box.halfWidths).enumerated() {
        points.base[index * directions + axis] = numbers.0
        halfWidths.base[index * directions + axis] = numbers.1
      }
    }
    slopesAreGiven = false
    return run(boxes.count)
  }

  /// The slopes that the units were found to have in a box of the last `norms(over:)`, and the units with more than one.
  func slopes(_ box: Int) -> (lower: [Double], upper: [Double], undecided: [Int]) {
    let range = box * unitCount..<(box + 1) * unitCount
    let (lower, upper) = (range.map { lowerSlopes.base[$0] }, range.map { upperSlopes.base[$0] })
    return (lower, upper, lower.indices.filter { lower[$0] < upper[$0] })
  }

  /// A number that no ‖J‖₂ is above whose units have slopes between these bounds.
  ///
  /// J is affine in each slope and the norm convex, so that the greatest norm is at a corner: 2^(undecided units) of them.
  func normAtCorners(lower: [Double], upper: [Double], undecided: [Int]) -> Double {
    let corners = 1 << undecided.count
    precondition(corners <= capacity, "\(corners) corners break count ≤ \(capacity)")
    for corner in 0..<corners {
      for unit in 0..<unitCount {
        lowerSlopes.base[corner * unitCount + unit] = lower[unit]
      }
      for (bit, unit) in undecided.enumerated() where corner >> bit & 1 == 1 {
        lowerSlopes.base[corner * unitCount + unit] = upper[unit]
      }
    }
    upperSlopes.base.update(from: lowerSlopes.base, count: corners * unitCount)
    slopesAreGiven = true
    return run(corners).max() ?? 0
  }

  private func run(_ count: Int) -> [Double] {
    self.count = count
    team.run(self)
    return Array(bounds.elements.prefix(count))
  }

  /// A number that ‖J‖₂ at a point is not below.
  ///
  /// - Edge cases: where a rectifier's sum cannot be told from 0, a bound for every choice of its slope, mostly 0.
  func leastNorm(at point: [Double]) -> Double {
    _ = norms(over: [LatentBox(point: point)])
    let (rows, columns) = (directions, network.outputWidth)
    let place = network.layers.count % 2
    let centre = (0..<rows * columns).map { centres[place].base[$0] }
    return max(
      0,
      SpectralNormBound.lower(centre, rows: rows, columns: columns)
        - SpectralNormBound.upper(radii[place].base, rows: rows, columns: columns).nextUp)
  }
}

extension JacobianEnclosure: SharedWork {
  /// A member's share of the boxes.
  func takeShare(_ member: Int, of members: Int) {
    let boxes = (0..<count).share(member, of: members)
    guard !boxes.isEmpty else { return }
    start(boxes)
    var unit = 0
    for (index, layer) in network.layers.enumerated() {
      multiply(index, boxes)
      guard index < network.layers.count - 1 else { break }
      activate(layer, to: (index + 1) % 2, firstUnit: unit, boxes)
      unit += layer.outputWidth
    }
    let (rows, columns) = (directions, network.outputWidth)
    let place = network.layers.count % 2
    for box in boxes {
      let first = offset(of: box, in: boxes, width: columns)
      bounds.base[box] =
        (SpectralNormBound.upper(centres[place].base + first, rows: rows, columns: columns)
        + SpectralNormBound.upper(radii[place].base + first, rows: rows, columns: columns)).nextUp
    }
  }

  /// Where a box's rows begin: a member's boxes follow each other without gaps, in a part of the buffers that no other
  /// member's reach, whatever the layers' widths.
  private func offset(of box: Int, in share: Range<Int>, width: Int) -> Int {
    (directions + 1)
      * (share.lowerBound * network.maximalWidth + (box - share.lowerBound) * width)
  }

  /// Derivatives of the input by itself, and its value at the centre.
  private func start(_ boxes: Range<Int>) {
    for box in boxes {
      let first = offset(of: box, in: boxes, width: directions)
      for row in 0...directions {
        for column in 0..<directions {
          let number =
            row < directions
            ? (row == column ? 1 : 0)
            : slopesAreGiven ? 0 : points.base[box * directions + column]
          centres[0].base[first + row * directions + column] = number
          radii[0].base[first + row * directions + column] = 0
        }
      }
    }
  }

  /// One layer's weights.
  private func multiply(_ index: Int, _ boxes: Range<Int>) {
    let layer = network.layers[index]
    let (inputs, outputs) = (layer.inputWidth, layer.outputWidth)
    let (from, to) = (index % 2, (index + 1) % 2)
    let rows = boxes.count * (directions + 1)
    let rounding = RoundingMargin.relative(inputs)
    let first = offset(of: boxes.lowerBound, in: boxes, width: inputs)
    let (centre, radius) = (centres[from].base + first, radii[from].base + first)
    for entry in 0..<rows * inputs { radius[entry] += rounding * centre[entry].magnitude }
    for (network, buffers) in [(network, centres), (magnitudes, radii)] {
      let product = MatrixProduct(
        left: buffers[from].base + first, leftRow: inputs, leftDepth: 1,
        right: layer.hasFewOutputs
          ? network.parameters.base + layer.weightOffset : network.forwardPanels[index].base,
        result: buffers[to].base + first, resultRow: outputs, rows: rows, columns: outputs,
        depth: inputs)
      if layer.hasFewOutputs {
        Double.multiplyNarrow(product)
      } else {
        Double.multiply(product)
      }
    }
    let result = radii[to].base + first
    for entry in 0..<rows * outputs {
      result[entry] = RoundingMargin.raised(result[entry], operations: inputs + 4)
    }
  }

  /// One layer's biases and activations.
  private func activate(_ layer: DenseLayer, to place: Int, firstUnit: Int, _ boxes: Range<Int>) {
    for box in boxes {
      let first = offset(of: box, in: boxes, width: layer.outputWidth)
      let (centre, radius) = (centres[place].base + first, radii[place].base + first)
      let slopes = box * unitCount + firstUnit
      if !slopesAreGiven { findSlopes(layer, box, centre, radius, from: slopes) }
      for unit in 0..<layer.outputWidth {
        let (lower, upper) = (lowerSlopes.base[slopes + unit], upperSlopes.base[slopes + unit])
        if lower == 1, upper == 1 { continue }
        let middle = (lower + upper) / 2
        let spread = lower == upper ? 0 : max(upper - middle, middle - lower).nextUp
        for row in 0..<directions {
          let entry = row * layer.outputWidth + unit
          let derivative = middle * centre[entry]
          radius[entry] = RoundingMargin.raised(
            middle * radius[entry] + spread * (centre[entry].magnitude + radius[entry])
              + derivative.magnitude * 0x1p-53, operations: 6)
          centre[entry] = derivative
        }
      }
    }
  }

  /// The slopes of a layer's units in a box, and their values at its centre.
  private func findSlopes(
    _ layer: DenseLayer, _ box: Int, _ centre: UnsafeMutablePointer<Double>,
    _ radius: UnsafeMutablePointer<Double>, from slopes: Int
  ) {
    let width = layer.outputWidth
    let values = directions * width
    let biases = network.parameters.base + layer.biasOffset
    let half = halfWidths.base + box * directions
    for unit in 0..<width {
      let sum = centre[values + unit] + biases[unit]
      let error = RoundingMargin.raised(
        radius[values + unit] + sum.magnitude * 0x1p-53, operations: 2)
      var deviation = 0.0
      for row in 0..<directions {
        let entry = row * width + unit
        deviation += (centre[entry].magnitude + radius[entry]) * half[row]
      }
      let reach = RoundingMargin.raised(error + deviation, operations: 3 * directions + 1)
      let found = layer.activation.slopes(
        from: (sum - reach).nextDown, to: (sum + reach).nextUp)
      (lowerSlopes.base[slopes + unit], upperSlopes.base[slopes + unit]) = found
      let value = layer.activation.enclosedValue(at: sum)
      centre[values + unit] = value.value
      radius[values + unit] = RoundingMargin.raised(error + value.error, operations: 1)
    }
  }
}
