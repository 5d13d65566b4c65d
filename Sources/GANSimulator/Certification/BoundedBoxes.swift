/// Boxes with bounds, of which one with the greatest bound is taken out first: a binary heap.
struct BoundedBoxes {
  /// A box, and a number that no steepness in it is above.
  struct Entry {
    let box: LatentBox
    let bound: Double
  }

  private var entries: [Entry] = []

  var count: Int { entries.count }
  /// The greatest bound; nil where there is no box.
  var greatestBound: Double? { entries.first?.bound }

  mutating func insert(_ entry: Entry) {
    entries.append(entry)
    var place = entries.count - 1
    while place > 0, entries[(place - 1) / 2].bound < entries[place].bound {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  /// Takes out a box with the greatest bound.
  mutating func removeGreatest() -> Entry? {
    guard !entries.isEmpty else { return nil }
    entries.swapAt(0, entries.count - 1)
    let greatest = entries.removeLast()
    var place = 0
    while true {
      var largest = place
      for child in [2 * place + 1, 2 * place + 2] where child < entries.count {
        if entries[child].bound > entries[largest].bound { largest = child }
      }
      guard largest != place else { return greatest }
      entries.swapAt(place, largest)
      place = largest
    }
  }
}
