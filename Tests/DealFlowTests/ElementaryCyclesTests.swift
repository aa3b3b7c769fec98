import DealFlow
import DealModel
import Testing

private func digraph(_ count: Int, _ arcs: [(Int32, Int32)]) -> Digraph {
  Digraph(count: count, arcs: arcs.map { (from: $0.0, to: $0.1) })
}

private func cycles(_ graph: Digraph, limit: Int = .max) -> Set<[Int32]> {
  var found: [[Int32]] = []
  ElementaryCycles(graph).forEach(limit: limit) {
    found.append($0)
    return true
  }
  #expect(Set(found).count == found.count)
  return Set(found)
}

/// Every cycle by trying every path: slow and obvious.
private func obviousCycles(_ graph: Digraph, limit: Int) -> Set<[Int32]> {
  var found: Set<[Int32]> = []
  func extend(_ path: [Int32]) {
    for arc in graph.arcs(of: Int(path[path.count - 1])) {
      let next = graph.targets[arc]
      if next == path[0], path.count > 1 { found.insert(path) }
      if next > path[0], !path.contains(next), path.count < limit { extend(path + [next]) }
    }
  }
  for root in 0..<graph.count { extend([Int32(root)]) }
  return found
}

@Test(arguments: [(3, 5), (4, 20), (5, 84), (6, 409), (7, 2365)])
func completeDigraphsHaveTheKnownNumberOfCycles(count: Int, expected: Int) {
  // OEIS A006231.
  var arcs: [(Int32, Int32)] = []
  for from in 0..<count { for to in 0..<count { arcs.append((Int32(from), Int32(to))) } }
  #expect(cycles(digraph(count, arcs)).count == expected)
}

@Test func loopsThatPeersMissAreFound() {
  #expect(cycles(digraph(4, [(0, 3), (2, 3), (3, 2)])) == [[2, 3]])
  let arcs: [(Int32, Int32)] = [
    (0, 3), (0, 4), (1, 3), (1, 4), (2, 0), (2, 1), (3, 0), (3, 1), (4, 2),
  ]
  #expect(cycles(digraph(5, arcs), limit: 5).count == 6)
}

@Test func parallelArcsAndOwnLoopsMakeNoLoopsOfTheirOwn() {
  #expect(cycles(digraph(2, [(0, 1), (0, 1), (1, 0), (0, 0)])) == [[0, 1]])
}

@Test func cyclesAgreeWithTheObviousSearchOnRandomGraphs() {
  var state: UInt64 = 42
  func random(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
  for _ in 0..<2000 {
    let count = 2 + random(6)
    let arcs = (0..<random(count * 3)).map { _ in
      (Int32(random(count)), Int32(random(count)))
    }
    let graph = digraph(count, arcs)
    #expect(cycles(graph) == obviousCycles(graph, limit: count))
    let limit = 2 + random(3)
    #expect(cycles(graph, limit: limit) == obviousCycles(graph, limit: limit))
  }
}

@Test func jointSumsCountOnceAndEndedDealsNotAtAll() {
  let sum = Amount(value: 90, currency: .usd, scope: .joint, usd: 90)
  let evidence = [Evidence(article: "a", range: 0..<5, text: "x", amount: 1..<3)]
  let deals = ["x", "y", "z"].map {
    Deal(
      key: "\($0)>b:investment:1", payer: $0, payee: "b", kind: .investment, amount: sum,
      status: .completed, evidence: evidence)
  }
  let ended = Deal(key: "b>x:loan:1", payer: "b", payee: "x", kind: .loan, status: .ended)
  let flows = FlowGraph(
    DealGraph(
      parties: ["b", "x", "y", "z"].map { Party(id: $0, name: $0) }, deals: deals + [ended]))
  #expect(flows.flows.map(\.usd) == [30, 30, 30])
}
