/// The first cycles in rank, without a list of all of them.
///
/// Branch and bound: from each root, hubs first, only paths are followed that can still close a cycle
/// better than the last of those kept (``CycleBounds``). Short cycles are looked for before long ones,
/// for they raise that bar early, and arcs that it rules out are taken out of the graph. So the first
/// of a million million cycles are found where they stand out; where too many are alike, the search
/// ends after a number of steps and says so.
public struct BestCycles: Sendable {
  /// The cycles in order, each with its least node first: by the measure, then by length, then by
  /// their nodes.
  public let cycles: [[Int32]]
  /// Whether no other cycle comes before the last of them.
  public let isExact: Bool

  /// How many cells the bounds of a search may take.
  private static let mostCells = 1 << 25

  /// Finds the first `count` cycles of a query's node and length, within its steps.
  ///
  /// - Parameter values: What the arcs are worth, in the order of `graph.targets`.
  /// - Complexity: For each root O(*l* *m*) for *l* = the greatest length and the *m* arcs that are not
  ///   ruled out, and a step for each path that is not; the steps of the query bound both.
  public init(
    _ graph: Digraph, values: [Double], by measure: CycleMeasure, count: Int, _ query: CycleQuery
  ) {
    precondition(values.count == graph.targets.count, "a value for each arc")
    var best = RankedCycles(count: max(count, 0))
    var steps = query.maximumSteps
    var isExact = count > 0
    // No cycle with an unknown amount comes before one without.
    let hasUnknown = [.width, .circulation].contains(measure) && values.contains(.infinity)
    for knownOnly in hasUnknown ? [true, false] : [false] where isExact && !best.isFull {
      best.lowerBar()
      isExact = Self.search(graph, values, measure, knownOnly, query, &best, &steps)
    }
    cycles = best.cycles
    self.isExact = isExact
  }

  private static func search(
    _ graph: Digraph, _ values: [Double], _ measure: CycleMeasure, _ knownOnly: Bool,
    _ query: CycleQuery, _ best: inout RankedCycles, _ steps: inout Int
  ) -> Bool {
    let limit = min(query.maximumLength, graph.count)
    var length = min(2, limit)
    while length >= 2 {
      let bar = best.bar.key
      let arcs = CyclicArcs(graph, values, root: query.node) { value in
        (!knownOnly || value != .infinity) && measure.admits(value, key: bar, length: limit)
      }
      guard arcs.count * (length + 1) <= mostCells else { return false }
      let (key, most) = best.begin()
      let start = CycleBar(measure: measure, limit: length, key: key, length: most)
      var search = BestCycleSearch(arcs, start, steps: steps)
      let isComplete = search.run { cycle in
        best.offer(cycle, measure.key(of: cycle, in: graph, values))
        return best.bar
      }
      best.end(isComplete)
      steps = search.steps
      if !isComplete { return false }
      if length == limit || measure == .length && best.isFull { return true }
      length = min(limit, length + max(1, length / 2))
    }
    return true
  }
}

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
