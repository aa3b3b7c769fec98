/// Cycles of payments that follow each other in time: each later than the one before, the last at most
/// a window of days after the first.
///
/// Each choice of payments is a cycle of its own, as in Kumar and Calders, "2SCENT", VLDB 2018. From
/// each first payment a backward search finds for every node the latest day on which money can leave
/// it and still be back in time; forward only payments before those days are followed.
public struct TimedCycles: ~Copyable {
  private let nodes: Int
  private let outward: TimedArcs
  private let inward: TimedArcs

  /// Prepares payments between the nodes 0..<count; days are whole numbers, of days or of anything
  /// else. Payments of a node to itself are left out.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* nodes and *m* payments.
  public init(count: Int, payments: [(from: Int32, to: Int32, day: Int)]) {
    let real = payments.filter { $0.from != $0.to }
    let (sources, targets) = (real.map(\.from), real.map(\.to))
    let days = real.map(\.day)
    let byDay = days.indices.map { Int32($0) }.sorted { left, right in
      let (first, second) = (days[Int(left)], days[Int(right)])
      return first == second ? left < right : first < second
    }
    nodes = count
    outward = TimedArcs(nodes: count, near: sources, far: targets, days: days, byDay: byDay)
    inward = TimedArcs(nodes: count, near: targets, far: sources, days: days, byDay: byDay)
  }

  /// Counts the choices of payments that are in order within a window; a query's node is not heeded.
  ///
  /// - Complexity: O(*m* log *n*) within each window, and a step for each way that can be back in time
  ///   but for nodes that it meets twice.
  public func count(within window: Int, _ query: CycleQuery) -> CycleCount {
    var sink = CountingSink(query)
    let isComplete = search(window, query, &sink)
    return CycleCount(count: sink.count, isComplete: isComplete)
  }

  /// Keeps the nodes of the cycles in order within a window, once for each choice of payments.
  public func list(within window: Int, _ query: CycleQuery) -> CycleList {
    var sink = ListingSink(query, nodes: nodes)
    let isComplete = search(window, query, &sink)
    return CycleList(sink, isComplete: isComplete)
  }

  private func search<Sink: CycleSink & ~Copyable>(
    _ window: Int, _ query: CycleQuery, _ sink: inout Sink
  ) -> Bool {
    let limit = min(query.maximumLength, nodes)
    if limit < 2 || window < 1 { return true }
    var labels = DepartureLabels(nodes: nodes)
    var walk = TimedWalk(nodes: nodes)
    for root in 0..<Int32(nodes) {
      let end = Int(outward.starts[root + 1])
      var place = Int(outward.starts[root])
      while place < end {
        let day = outward.days[place]
        var after = place + 1
        while after < end, outward.days[after] == day { after += 1 }
        let last = day > .max - window ? .max : day + window
        if labels.find(root, day, last, inward) {
          for first in place..<after
          where !walk.run(root, outward, first, last, labels.days, limit, &sink) { return false }
          labels.clear()
        }
        place = after
      }
    }
    return true
  }
}
