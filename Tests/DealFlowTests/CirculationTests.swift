import DealFlow
import Testing

@Test(
  arguments: [
    (WorkedGraphs.t, 120), (WorkedGraphs.w, 239_050), (WorkedGraphs.d, 34), (WorkedGraphs.s, 37),
  ] as [(WeightedDigraph, Int64)])
func circulationsHaveTheirWorkedTotals(graph: WeightedDigraph, total: Int64) {
  #expect(Circulation(graph).total == total)
}

/// The greatest total over all flows, by trying every flow on every arc.
private func obviousTotal(_ graph: WeightedDigraph) -> Int64 {
  var best: Int64 = 0
  var net = [Int64](repeating: 0, count: graph.count)
  func fill(_ arc: Int, _ total: Int64) {
    guard arc < graph.weights.count else {
      if net.allSatisfy({ $0 == 0 }) { best = max(best, total) }
      return
    }
    for flow in 0...graph.weights[arc] {
      net[Int(graph.sources[arc])] -= flow
      net[Int(graph.digraph.targets[arc])] += flow
      fill(arc + 1, total + flow)
      net[Int(graph.sources[arc])] += flow
      net[Int(graph.digraph.targets[arc])] -= flow
    }
  }
  fill(0, 0)
  return best
}

@Test func circulationsAgreeWithTryingEveryFlow() {
  var random = Seeded(1)
  for _ in 0..<400 {
    let graph = random.graph(nodes: 4, arcs: 7, amount: 3)
    #expect(Circulation(graph).total == obviousTotal(graph))
  }
}

@Test func theFlowsOfACirculationAreConservedAndFit() {
  var random = Seeded(2)
  for _ in 0..<500 {
    let circulation = Circulation(random.graph(nodes: 9, arcs: 30))
    let graph = circulation.graph
    let flows = circulation.flows
    var net = [Int64](repeating: 0, count: graph.count)
    for (arc, flow) in flows.enumerated() {
      #expect(flow >= 0 && flow <= graph.weights[arc])
      net[Int(graph.sources[arc])] -= flow
      net[Int(graph.digraph.targets[arc])] += flow
    }
    #expect(net.allSatisfy { $0 == 0 })
    #expect(flows.reduce(0, +) == circulation.total)
  }
}

@Test func lossesAgreeWithACirculationWithoutTheDeal() {
  var random = Seeded(3)
  for _ in 0..<400 {
    let circulation = Circulation(random.graph(nodes: 7, arcs: 20))
    let graph = circulation.graph
    for arc in graph.weights.indices {
      let amount = Int64(1 + random.below(Int(graph.weights[arc])))
      var weights = graph.weights
      weights[arc] -= amount
      let without = Circulation(WeightedDigraph(graph.digraph, weights: weights)).total
      #expect(circulation.loss(ofArc: arc, by: amount) == circulation.total - without)
    }
  }
}

@Test(
  arguments: [
    ("N O", 100_000, 195_400), ("O R", 300_000, 120_000), ("R N", 40_000, 120_000),
    ("O M", 250_000, 94_350), ("M N", 20_000, 60_000), ("C N", 8000, 32_000),
    ("M O", 13_000, 26_000),
    ("M C", 10_000, 8350), ("C O", 350, 1050), ("N C", 6300, 0), ("O C", 22_400, 0),
    ("N O", 1000, 0),
  ] as [(String, Int64, Int64)])
func lossesOfTheWebAreAsWorked(pair: String, amount: Int64, loss: Int64) throws {
  let circulation = Circulation(WorkedGraphs.w)
  let names: [Character] = ["C", "M", "N", "O", "R"]
  let ends = try pair.split(separator: " ").map { cell in
    Int32(try #require(names.firstIndex { cell.first == $0 }))
  }
  let arc = try #require(circulation.graph.digraph.arc(from: ends[0], to: ends[1]))
  #expect(circulation.loss(ofArc: arc, by: amount) == loss)
}
