import Scalars

/// A box that is split again and again, and what is known of its parts.
struct SplitTree: Sendable {
  enum State: Sendable, Hashable {
    case open
    case split(axis: Int, cut: Rational, below: Int, above: Int)
    /// The conclusion holds on the part.
    case holds
    /// No point of the part meets the hypotheses.
    case outside
    case undecided
  }

  struct Part: Sendable {
    var box: RationalBox
    var state: State
  }

  private(set) var parts: [Part]

  init(_ root: RationalBox) { parts = [Part(box: root, state: .open)] }

  mutating func settle(_ index: Int, as state: State) { parts[index].state = state }

  /// Splits a part; nil where the cut does not leave two.
  mutating func split(
    _ index: Int, along axis: Int, at cut: Rational, of variable: Variable
  ) -> (below: Int, above: Int)? {
    guard let (below, above) = parts[index].box.parts(along: axis, at: cut, of: variable) else {
      return nil
    }
    parts[index].state = .split(axis: axis, cut: cut, below: parts.count, above: parts.count + 1)
    parts.append(Part(box: below, state: .open))
    parts.append(Part(box: above, state: .open))
    return (parts.count - 2, parts.count - 1)
  }

  /// The parts that are not split, in the order of the tree.
  func parts(in state: State) -> [RationalBox] {
    parts.filter { $0.state == state }.map(\.box)
  }

  /// How many parts are not split.
  var leafCount: Int { parts.count - (parts.count - 1) / 2 }

  /// The tree from its root, a line for every part: `split 0 at 3/2`, `holds 1:3/2 0:1` or
  /// `outside …`; nil where a part is undecided.
  var lines: [String]? {
    var lines: [String] = []
    var rest = [0]
    while let index = rest.popLast() {
      let part = parts[index]
      switch part.state {
      case .split(let axis, let cut, let below, let above):
        lines.append("split \(axis) at \(cut)")
        rest += [above, below]
      case .holds: lines.append((["holds"] + part.box.ends).joined(separator: " "))
      case .outside: lines.append((["outside"] + part.box.ends).joined(separator: " "))
      case .open, .undecided: return nil
      }
    }
    return lines
  }
}

/// Indices ordered by a priority, largest first, the earlier index first among equals.
struct PriorityQueue {
  private var heap: [(priority: Double, index: Int)] = []

  var isEmpty: Bool { heap.isEmpty }

  mutating func insert(_ index: Int, priority: Double) {
    heap.append((priority, index))
    var child = heap.count - 1
    while child > 0, precedes(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popFirst() -> Int? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    guard !heap.isEmpty else { return first.index }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2]
      where child < heap.count && precedes(child, best) { best = child }
      if best == parent { return first.index }
      heap.swapAt(parent, best)
      parent = best
    }
  }

  private func precedes(_ left: Int, _ right: Int) -> Bool {
    let (a, b) = (heap[left], heap[right])
    return a.priority == b.priority ? a.index < b.index : a.priority > b.priority
  }
}
