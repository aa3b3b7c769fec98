import DealFlow
import Testing

/// All cycles in rank, by making and sorting them: slow and obvious.
private func obvious(
  _ graph: Digraph, _ values: [Double], _ measure: CycleMeasure, _ query: CycleQuery
) -> [[Int32]] {
  ElementaryCycles(graph).list(query).cycles
    .map { (key: measure.key(of: $0, in: graph, values), cycle: $0) }
    .sorted { left, right in
      if left.key != right.key { return left.key > right.key }
      if left.cycle.count != right.cycle.count { return left.cycle.count < right.cycle.count }
      return left.cycle.lexicographicallyPrecedes(right.cycle)
    }
    .map(\.cycle)
}

/// A value for an arc: few different ones, so that many cycles are alike; some unknown amounts.
private func value(_ measure: CycleMeasure, _ random: inout Seeded) -> Double {
  switch measure {
  case .width, .circulation: random.below(4) == 0 ? .infinity : Double(1 + random.below(6))
  case .certainty: [1, 0.8, 0.5, 0.2][random.below(4)]
  case .length: 0
  case .latest: Double(20_000 + random.below(9))
  }
}

@Test(arguments: CycleMeasure.allCases)
func theBestCyclesAreTheFirstOfAll(measure: CycleMeasure) {
  var random = Seeded(3)
  for round in 0..<1500 {
    let graph = random.graph(nodes: 8, arcs: round % 3 == 0 ? 40 : 18).digraph
    let values = graph.targets.map { _ in value(measure, &random) }
    var query = CycleQuery(maximumLength: 2 + random.below(8))
    if random.below(3) == 0 { query.node = Int32(random.below(graph.count)) }
    let count = 1 + random.below(12)
    let best = BestCycles(graph, values: values, by: measure, count: count, query)
    #expect(best.isExact)
    #expect(best.cycles == Array(obvious(graph, values, measure, query).prefix(count)))
  }
}

@Test(arguments: CycleMeasure.allCases)
func theBestAmongTooManyAreFound(measure: CycleMeasure) {
  // Forty parties that all pay each other have more cycles than could ever be listed.
  var random = Seeded(8)
  var arcs: [(from: Int32, to: Int32)] = []
  for from in 0..<Int32(40) {
    for to in 0..<Int32(40) where from != to { arcs.append((from, to)) }
  }
  let graph = Digraph(count: 40, arcs: arcs)
  let values = graph.targets.map { _ in
    measure == .width ? Double(1 + random.below(1_000_000)) : value(measure, &random)
  }
  var query = CycleQuery(maximumLength: measure == .width ? 12 : 3)
  query.maximumSteps = 50_000_000
  let best = BestCycles(graph, values: values, by: measure, count: 20, query)
  #expect(best.isExact && best.cycles.count == 20)
  let short = CycleQuery(maximumLength: 3)
  let first = obvious(graph, values, measure, short)[0]
  let keys = [first, best.cycles[0]].map { measure.key(of: $0, in: graph, values) }
  #expect(keys[0] <= keys[1])
  if measure == .width {
    #expect(
      keys[1]
        == Double(WidestCycles(WeightedDigraph(graph, weights: values.map { Int64($0) })).width))
  } else {
    #expect(best.cycles == Array(obvious(graph, values, measure, short).prefix(20)))
  }
}

@Test func aSearchForTheBestThatEndsEarlySaysSo() {
  let graph = Digraph(
    count: 9, arcs: (0..<Int32(9)).flatMap { from in (0..<Int32(9)).map { (from: from, to: $0) } })
  var query = CycleQuery()
  query.maximumSteps = 500
  let values = graph.targets.map { _ in 1.0 }
  let best = BestCycles(graph, values: values, by: .certainty, count: 60, query)
  #expect(!best.isExact)
  #expect(best.cycles.count > 10 && Set(best.cycles).count == best.cycles.count)
}
