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
    var steps = query.maximumSteps
    if measure == .latest, query.node == nil {
      (cycles, isExact) = Self.latest(graph, values, max(count, 0), query, &steps)
      return
    }
    var best = RankedCycles(count: max(count, 0))
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

  /// The cycles of the latest arc, shortest first, then those of the latest before it, and so on: of
  /// each value the cycles over an arc of it and none of a greater one.
  private static func latest(
    _ graph: Digraph, _ values: [Double], _ count: Int, _ query: CycleQuery, _ steps: inout Int
  ) -> (cycles: [[Int32]], isExact: Bool) {
    var cycles: [[Int32]] = []
    let limit = min(query.maximumLength, graph.count)
    for value in Set(values).sorted(by: >) where cycles.count < count {
      var best = RankedCycles(count: count - cycles.count)
      var length = min(2, limit)
      var isDone = limit < 2
      while !isDone {
        let arcs = CyclicArcs(graph, values, root: nil) { $0 <= value }
        guard arcs.count * (length + 1) <= mostCells else { return (cycles, false) }
        let (key, most) = best.begin()
        let bar = CycleBar(measure: .length, limit: length, key: key, length: most)
        var search = BestCycleSearch(arcs, bar, steps: steps)
        let isComplete = search.run(over: value) { cycle in
          best.offer(cycle, -Double(cycle.count))
          return best.bar
        }
        best.end(isComplete)
        steps = search.steps
        if !isComplete { return (cycles + best.cycles, false) }
        isDone = length == limit || best.isFull
        length = min(limit, length + max(1, length / 2))
      }
      cycles += best.cycles
    }
    return (cycles, count > 0)
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
