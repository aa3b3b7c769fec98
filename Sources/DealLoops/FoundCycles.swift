import DealFlow

/// The cycles a search met: where it ended early, all short ones are among them.
///
/// A search that follows one way after another ends among the loops of its first hubs. So that what is
/// shown is the best of something whole, the lengths are then gone through one by one as far as they
/// can be finished, and the rest is filled up with longer loops that were met.
struct FoundCycles {
  let isComplete: Bool
  /// All cycles of up to this many nodes were met.
  let completeLength: Int
  /// How many there are.
  let count: Int
  private let short: CycleList?
  private let all: CycleList

  /// Searches; a time limit holds for the whole.
  init(_ graph: Digraph, _ query: CycleQuery) {
    let clock = ContinuousClock()
    let cycles = ElementaryCycles(graph)
    let end = query.timeLimit.map { clock.now + $0 }
    var query = query
    query.timeLimit = query.timeLimit.map { $0 / 2 }
    all = cycles.list(query)
    isComplete = all.isComplete
    let longest = min(query.maximumLength, graph.count)
    guard !all.isComplete else {
      (short, count, completeLength) = (nil, all.count, longest)
      return
    }
    var (whole, length): (CycleList?, Int) = (nil, 1)
    while length + 1 < longest {
      query.maximumLength = length + 1
      query.timeLimit = end.map { max($0 - clock.now, .zero) }
      let list = cycles.list(query)
      guard list.isComplete else { break }
      (whole, length) = (list, length + 1)
    }
    (short, completeLength) = (whole, length)
    var longer = 0
    all.forEach { cycle in
      if cycle.count > length { longer += 1 }
      return true
    }
    count = min(query.maximumCount, (whole?.count ?? 0) + longer)
  }

  /// Calls `body` with each cycle, always in the same order.
  func forEach(_ body: ([Int32]) -> Void) {
    var left = count
    short?.forEach { cycle in
      left -= 1
      body(cycle)
      return true
    }
    all.forEach { cycle in
      guard left > 0 else { return false }
      if short == nil || cycle.count > completeLength {
        left -= 1
        body(cycle)
      }
      return true
    }
  }
}
