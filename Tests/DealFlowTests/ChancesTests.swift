import DealFlow
import Testing

private func isNear(_ left: Double, _ right: Double, by margin: Double = 1e-6) -> Bool {
  abs(left - right) <= margin * max(1, abs(right))
}

private let triangle: [CirculationChances.Payment] = [
  (0, 1, 100, 0.5), (1, 2, 300, 0.8), (2, 0, 40, 1),
]
/// C, M, N, O, R as in the worked graphs.
private let web: [CirculationChances.Payment] = [
  (2, 3, 100_000, 0.5), (3, 4, 300_000, 0.8), (4, 2, 40_000, 1), (1, 3, 13_000, 1),
  (3, 1, 250_000, 0.8), (1, 2, 20_000, 1), (2, 0, 6300, 0.8), (0, 2, 8000, 1),
  (3, 0, 22_400, 0.8), (0, 3, 350, 1), (1, 0, 10_000, 1), (2, 3, 1000, 1),
]

@Test func chancesAreAsWorked() {
  let small = CirculationChances(count: 3, payments: triangle)
  #expect(isNear(small.anyCycle, 0.4) && isNear(small.expected, 48))
  #expect(small.isExact && small.error == 0 && small.states == 4)
  let large = CirculationChances(count: 5, payments: web)
  #expect(isNear(large.anyCycle, 0.9984) && isNear(large.expected, 115_610.56))
  #expect(large.states == 32)
}

@Test func drawnChancesAreNearThoseOfAllStates() {
  // Eleven uncertain payments in two parts of which each can be gone through alone.
  let left = web.map { ($0.from, $0.to, $0.weight, $0.probability == 1 ? 0.9 : $0.probability) }
  let parts = [Array(left[..<6]), Array(left[6...])].map {
    CirculationChances(count: 5, payments: $0)
  }
  let moved = left[6...].map { ($0.0 + 5, $0.1 + 5, $0.2, $0.3) }
  let payments = left[..<6] + moved
  let drawn = CirculationChances(count: 10, payments: Array(payments), samples: 4000)
  let exact = parts[0].expected + parts[1].expected
  let any = 1 - (1 - parts[0].anyCycle) * (1 - parts[1].anyCycle)
  #expect(!drawn.isExact && drawn.states == 4000 && drawn.error > 0)
  #expect(abs(drawn.expected - exact) < 4 * drawn.error)
  #expect(abs(drawn.anyCycle - any) < 0.03)
  #expect(drawn == CirculationChances(count: 10, payments: Array(payments), samples: 4000))
}

@Test func chancesWithoutACycleAreNone() {
  let none = CirculationChances(count: 3, payments: [(0, 1, 5, 0.5), (1, 2, 5, 0.5)])
  #expect(none.anyCycle == 0 && none.expected == 0 && none.isExact)
  let unknown = CirculationChances(count: 2, payments: [(0, 1, 0, 0.5), (1, 0, 7, 0.5)])
  #expect(isNear(unknown.anyCycle, 0.25) && unknown.expected == 0)
}

@Test(
  arguments: [
    (WorkedGraphs.t, 1, 146.667, 0.635171), (WorkedGraphs.w, 2.269531, 147_000, 0.563916),
    (WorkedGraphs.d, 1.618034, 10, 0.913043), (WorkedGraphs.s, 1.220744, 10, 0.940207),
  ])
func structuresAreAsWorked(graph: WeightedDigraph, radius: Double, mean: Double, share: Double)
  throws
{
  #expect(isNear(SpectralRadius.radius(of: graph.digraph), radius))
  #expect(isNear(try #require(MaximumMeanCycle.mean(of: graph)), mean, by: 1e-5))
  #expect(isNear(try #require(HodgeFlow(graph).share), share))
}

@Test func theTrianglesPatternGoesRoundEvenly() {
  let flows = HodgeFlow(WorkedGraphs.t).circular.map { abs($0.flow) }
  #expect(flows.count == 3 && flows.allSatisfy { isNear($0, 146.667, by: 1e-5) })
}

@Test func greatestMeansAgreeWithTheListOfAllCycles() {
  var random = Seeded(5)
  for _ in 0..<500 {
    let graph = random.graph(nodes: 7, arcs: 20, amount: 50)
    let means = ElementaryCycles(graph.digraph).list(CycleQuery()).cycles.map { cycle in
      cycle.indices.reduce(0.0) { sum, place in
        let next = cycle[(place + 1) % cycle.count]
        let arc = graph.digraph.arc(from: cycle[place], to: next) ?? 0
        return sum + Double(graph.weights[arc])
      } / Double(cycle.count)
    }
    let found = MaximumMeanCycle.mean(of: graph)
    #expect(found == nil ? means.isEmpty : isNear(found ?? 0, means.max() ?? -1, by: 1e-9))
  }
}

@Test func potentialsLeaveNoSlopeInWhatGoesRound() {
  // What goes round has no divergence at any party, and is all of a circulation and none of a tree.
  var random = Seeded(6)
  for _ in 0..<300 {
    let graph = random.graph(nodes: 9, arcs: 24, amount: 50)
    var divergence = [Double](repeating: 0, count: graph.count)
    for pair in HodgeFlow(graph).circular {
      divergence[Int(pair.from)] += pair.flow
      divergence[Int(pair.to)] -= pair.flow
    }
    #expect(divergence.allSatisfy { abs($0) < 1e-6 })
  }
  #expect(HodgeFlow(WorkedGraphs.graph("A B 5, B C 5, C A 5")).share == 1)
  #expect(isNear(HodgeFlow(WorkedGraphs.graph("A B 5, B C 7, B D 2")).share ?? 1, 0))
  #expect(HodgeFlow(WorkedGraphs.graph("A B 5, B A 5")).share == nil)
}

@Test func integratedStakesAreAsWorked() throws {
  // A owns half of B, B a fifth of A, C four fifths of A, D the other half of B.
  let ownership = try #require(
    IntegratedOwnership(
      count: 4, stakes: [(0, 1, 0.5), (1, 0, 0.2), (2, 0, 0.8), (3, 1, 0.5)]))
  let worked: [(Int32, Int32, Double)] = [
    (0, 0, 0.111111), (2, 0, 0.888889), (3, 0, 0.111111), (2, 1, 0.444444), (3, 1, 0.555556),
    (0, 2, 0),
  ]
  for (owner, owned, share) in worked {
    #expect(isNear(ownership.share(of: owner, in: owned), share))
  }
  #expect(IntegratedOwnership(count: 2, stakes: [(0, 1, 1), (1, 0, 1)]) == nil)
}
