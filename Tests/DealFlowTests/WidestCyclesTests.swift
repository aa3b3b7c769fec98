import DealFlow
import Testing

/// All cycles with their widths, by following every path.
private func cycles(_ graph: WeightedDigraph) -> [(cycle: [Int32], width: Int64)] {
  var all: [(cycle: [Int32], width: Int64)] = []
  func extend(_ path: [Int32], _ width: Int64) {
    for arc in graph.digraph.arcs(of: Int(path[path.count - 1])) {
      let (next, least) = (graph.digraph.targets[arc], min(width, graph.weights[arc]))
      if next == path[0] {
        all.append((path, least))
      } else if next > path[0], !path.contains(next) {
        extend(path + [next], least)
      }
    }
  }
  for node in 0..<Int32(graph.count) { extend([node], .max) }
  return all
}

/// The first of some cycles: the widest, the shortest, the one whose nodes come first.
private func first(_ all: [(cycle: [Int32], width: Int64)]) -> [Int32]? {
  all.min { left, right in
    if left.width != right.width { return left.width > right.width }
    if left.cycle.count != right.cycle.count { return left.cycle.count < right.cycle.count }
    return left.cycle.lexicographicallyPrecedes(right.cycle)
  }?.cycle
}

@Test func thePartiesOfTheWebHaveTheirWorkedWidths() {
  let cycles = WidestCycles(WorkedGraphs.w)
  #expect(cycles.widths == [8000, 20_000, 40_000, 40_000, 40_000])
  #expect(cycles.width == 40_000)
  #expect(cycles.widest() == [2, 3, 4])
  #expect(cycles.cycle(through: 1) == [1, 2, 3])
  #expect(cycles.cycle(through: 0) == [0, 2, 3])
}

@Test func aGraphWithoutCyclesHasNoWidestOne() {
  let cycles = WidestCycles(WorkedGraphs.graph("A B 5, B C 7, C D 0, D C 9"))
  #expect(cycles.widths == [0, 0, 0, 0])
  #expect(cycles.widest() == nil)
  #expect(cycles.cycle(through: 0) == nil)
}

@Test func widestCyclesAgreeWithTheListOfAllCycles() {
  var random = Seeded(11)
  for _ in 0..<3000 {
    let graph = random.graph(nodes: 7, arcs: 20)
    let widest = WidestCycles(graph)
    let all = cycles(graph)
    #expect(widest.widest() == first(all))
    #expect(WidestCycles.widest(in: graph)?.cycle == first(all))
    #expect(WidestCycles.widest(in: graph)?.width ?? 0 == widest.width)
    for node in 0..<Int32(graph.count) {
      let through = all.filter { $0.cycle.contains(node) }.map { entry in
        let place = entry.cycle.firstIndex(of: node) ?? 0
        return (cycle: Array(entry.cycle[place...] + entry.cycle[..<place]), width: entry.width)
      }
      #expect(widest.widths[Int(node)] == through.map(\.width).max() ?? 0)
      #expect(widest.cycle(through: node) == first(through))
    }
  }
}

@Test(
  arguments: [
    (WorkedGraphs.t, [40], 120),
    (WorkedGraphs.w, [40_000, 20_000, 13_000, 8000, 350], 230_700),
    (WorkedGraphs.s, [10], 30), (WorkedGraphs.d, [10], 30),
  ] as [(WeightedDigraph, [Int64], Int64)])
func decompositionsTakeTheirWorkedCycles(graph: WeightedDigraph, widths: [Int64], total: Int64) {
  let decomposition = CycleDecomposition(graph)
  #expect(decomposition.parts.map(\.width) == widths)
  #expect(decomposition.total == total)
  #expect(decomposition.isComplete)
}

@Test func aDecompositionNeverTakesMoreThanGoesRoundAndLeavesNoCycle() {
  var random = Seeded(12)
  for _ in 0..<500 {
    let graph = random.graph(nodes: 8, arcs: 25)
    let decomposition = CycleDecomposition(graph)
    #expect(decomposition.total <= Circulation(graph).total)
    var left = graph.weights
    for part in decomposition.parts {
      for (place, node) in part.cycle.enumerated() {
        let next = part.cycle[(place + 1) % part.cycle.count]
        if let arc = graph.digraph.arc(from: node, to: next) { left[arc] -= part.width }
      }
    }
    #expect(left.allSatisfy { $0 >= 0 })
    #expect(WidestCycles(WeightedDigraph(graph.digraph, weights: left)).width == 0)
  }
}

@Test func aLimitOnTheDecompositionIsTold() {
  let decomposition = CycleDecomposition(WorkedGraphs.w, limit: 2)
  #expect(decomposition.parts.map(\.cycle) == [[2, 3, 4], [1, 2, 3]])
  #expect(!decomposition.isComplete)
}
