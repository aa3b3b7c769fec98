import DealFlow
import Testing

private func isNear(_ left: Double, _ right: Double, by margin: Double = 1e-6) -> Bool {
  abs(left - right) < margin
}

@Test(
  arguments: [
    (WorkedGraphs.t, [40, 40, 40]), (WorkedGraphs.w, [8350, 41_350, 68_000, 81_350, 40_000]),
  ] as [(WeightedDigraph, [Int64])])
func selfReturnsAreAsWorked(graph: WeightedDigraph, expected: [Int64]) {
  let selfReturn = SelfReturn(graph)
  #expect((0..<graph.count).map { selfReturn.amount(of: $0) } == expected)
}

/// The least sum of arcs that part a node's payments from its receipts, over all sets of nodes.
private func leastCut(_ graph: WeightedDigraph, _ node: Int) -> Int64 {
  var least = Int64.max
  for set in 0..<(1 << graph.count) where set >> node & 1 == 1 {
    // `set` is on the payer's side; the node as payee is on the other.
    var cut: Int64 = 0
    for index in graph.weights.indices {
      let arc = graph.arc(index)
      let isPaid = Int(arc.to) != node && set >> Int(arc.to) & 1 == 1
      if set >> Int(arc.from) & 1 == 1, !isPaid { cut += arc.weight }
    }
    least = min(least, cut)
  }
  return least
}

@Test func selfReturnsEqualLeastCuts() {
  var random = Seeded(4)
  for _ in 0..<500 {
    let graph = random.graph(nodes: 7, arcs: 20)
    let selfReturn = SelfReturn(graph)
    for node in 0..<graph.count {
      #expect(selfReturn.amount(of: node) == leastCut(graph, node))
    }
  }
}

@Test func netPositionsOfTheWebAreAsWorked() {
  let positions = NetPositions(WorkedGraphs.w)
  #expect(positions.gross == 771_050)
  #expect((0..<5).map(positions.net) == [30_350, 207_000, -39_300, -458_050, 260_000])
  #expect(positions.netMinimum == 497_350)
  #expect(positions.excess == 273_700)
  #expect(positions.bilateral == 39_300)
  #expect(NetPositions(WorkedGraphs.d).bilateral == 18)
  #expect(NetPositions(WorkedGraphs.d).netMinimum == 5)
}

@Test func finnIndicesAreAsWorked() throws {
  let triangle = try #require(FinnCycling(WorkedGraphs.t))
  #expect(triangle.returns.allSatisfy { isNear($0, 0.133333, by: 1e-5) })
  #expect(isNear(triangle.index, 0.133333, by: 1e-5))
  let web = try #require(FinnCycling(WorkedGraphs.w))
  for (found, worked) in zip(web.returns, [0.026682, 0.064437, 0.12449, 0.134315, 0.071461]) {
    #expect(isNear(found, worked))
  }
  #expect(isNear(web.index, 0.101561))
  let dense = try #require(FinnCycling(WorkedGraphs.d))
  for (found, worked) in zip(dense.returns, [0.666667, 0.730159, 0.653061]) {
    #expect(isNear(found, worked))
  }
  #expect(isNear(dense.index, 0.683983))
  #expect(isNear(try #require(FinnCycling(WorkedGraphs.s)).index, 0.512955))
}

@Test func aClosedCircleReturnsAll() throws {
  let closed = try #require(FinnCycling(WorkedGraphs.graph("A B 5, B C 5, C A 5")))
  #expect(closed.returns == [1, 1, 1])
  #expect(closed.index == 1)
}

@Test func proportionalCirculationsAreAsWorked() throws {
  let web = try #require(ProportionalCirculation(WorkedGraphs.w))
  #expect(isNear(web.total, 232_759.81, by: 0.01))
  #expect(web.steps == 3)
  var through = [Double](repeating: 0, count: 5)
  for (arc, flow) in web.flows.enumerated() { through[Int(WorkedGraphs.w.sources[arc])] += flow }
  for (found, worked) in zip(through, [8350, 37_364.19, 68_000, 79_045.62, 40_000]) {
    #expect(isNear(found, worked, by: 0.01))
  }
  #expect(isNear(try #require(ProportionalCirculation(WorkedGraphs.t)).total, 120))
  let dense = try #require(ProportionalCirculation(WorkedGraphs.d))
  #expect(isNear(dense.total, 33.8824, by: 1e-4))
  #expect(dense.steps == 2)
  #expect(isNear(try #require(ProportionalCirculation(WorkedGraphs.s)).total, 34.1176, by: 1e-4))
}

@Test func boundsHoldBetweenTheFigures() throws {
  var random = Seeded(5)
  for _ in 0..<500 {
    let graph = random.graph(nodes: 8, arcs: 24)
    let total = Circulation(graph).total
    let proportional = try #require(ProportionalCirculation(graph))
    #expect(proportional.total <= Double(total) + 1e-6)
    #expect((total == 0) == (proportional.total == 0))
    let finn = try #require(FinnCycling(graph))
    #expect(finn.returns.allSatisfy { $0 >= 0 && $0 <= 1 })
    let positions = NetPositions(graph)
    #expect((0..<graph.count).map(positions.net).reduce(0, +) == 0)
    #expect(positions.bilateral <= total)
    let selfReturn = SelfReturn(graph)
    for node in 0..<graph.count {
      let amount = selfReturn.amount(of: node)
      #expect(amount <= min(positions.inflows[node], positions.outflows[node]))
    }
  }
}
