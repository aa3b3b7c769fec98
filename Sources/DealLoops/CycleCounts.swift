import DealFlow

/// How many cycles a search meets, without keeping them: the count of ``FoundCycles``.
struct CycleCounts {
  /// How many were met.
  let count: Int
  /// Whether these are all.
  let isComplete: Bool
  /// All cycles of up to this many nodes can be met within the budget.
  let completeLength: Int

  init(_ graph: Digraph, _ query: CycleQuery) {
    let cycles = ElementaryCycles(graph)
    let all = cycles.count(query)
    (count, isComplete) = (all.count, all.isComplete)
    let longest = min(query.maximumLength, graph.count)
    guard !isComplete else {
      completeLength = longest
      return
    }
    var query = query
    var length = 1
    while length + 1 < longest {
      query.maximumLength = length + 1
      guard cycles.count(query).isComplete else { break }
      length += 1
    }
    completeLength = length
  }
}
