/// The best cycles met so far.
struct RankedCycles {
  private typealias Entry = (key: Double, cycle: [Int32])

  private let count: Int
  private var entries: [Entry] = []
  private var before: [Entry] = []
  private var floor: (key: Double, length: Int) = (-.infinity, .max)

  init(count: Int) { self.count = count }

  var cycles: [[Int32]] { entries.map(\.cycle) }
  var isFull: Bool { entries.count == count }
  /// What a cycle must reach to be kept.
  var bar: (key: Double, length: Int) {
    if isFull, let last = entries.last { return (last.key, last.cycle.count) }
    return floor
  }

  /// Forgets what had to be reached, for a search among other cycles.
  mutating func lowerBar() { floor = (-.infinity, .max) }

  /// Begins a search that meets all cycles again, and more; returns what they must reach.
  mutating func begin() -> (key: Double, length: Int) {
    floor = bar
    before = entries
    entries = []
    return floor
  }

  /// Ends a search; where it was not finished, what was met before is kept too.
  mutating func end(_ isComplete: Bool) {
    if !isComplete { for entry in before { offer(entry.cycle, entry.key) } }
    before = []
  }

  mutating func offer(_ cycle: [Int32], _ key: Double) {
    let entry = (key, cycle)
    if isFull, let last = entries.last, !Self.precedes(entry, last) { return }
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(entries[middle], entry) { low = middle + 1 } else { high = middle }
    }
    if low < entries.count, entries[low].cycle == cycle { return }
    entries.insert(entry, at: low)
    if entries.count > count { entries.removeLast() }
  }

  private static func precedes(_ left: Entry, _ right: Entry) -> Bool {
    if left.key != right.key { return left.key > right.key }
    if left.cycle.count != right.cycle.count { return left.cycle.count < right.cycle.count }
    return left.cycle.lexicographicallyPrecedes(right.cycle)
  }
}
