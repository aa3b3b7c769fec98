import DealFlow
import Testing

@Test func listsAndCountsAgreeWithTheCallsOnRandomGraphs() {
  var random = Seeded(11)
  for round in 0..<1500 {
    let graph = random.graph(nodes: 12, arcs: 30).digraph
    let limit = round % 3 == 0 ? Int.max : 2 + random.below(10)
    var met: Set<[Int32]> = []
    ElementaryCycles(graph).forEach(limit: limit) { met.insert($0).inserted }
    let list = ElementaryCycles(graph).list(CycleQuery(maximumLength: limit))
    #expect(list.isComplete)
    #expect(Set(list.cycles) == met && list.count == met.count)
    #expect(ElementaryCycles(graph).count(CycleQuery(maximumLength: limit)).count == met.count)
    let node = Int32(random.below(graph.count))
    let through = ElementaryCycles(graph).list(CycleQuery(through: node, maximumLength: limit))
    #expect(Set(through.cycles) == met.filter { $0.contains(node) })
    for arc in graph.arcs(of: Int(node)) {
      let next = graph.targets[arc]
      let along = ElementaryCycles(graph).list(
        CycleQuery(through: node, to: next, maximumLength: limit))
      let expected = met.filter { cycle in
        cycle.indices.contains { cycle[$0] == node && cycle[($0 + 1) % cycle.count] == next }
      }
      #expect(Set(along.cycles) == expected)
    }
  }
}

@Test func longBoundsAgreeWithFilteringAllCycles() {
  var random = Seeded(12)
  for _ in 0..<600 {
    let graph = random.graph(nodes: 11, arcs: 26).digraph
    let all = ElementaryCycles(graph).list(CycleQuery()).cycles
    for limit in 8..<11 {
      let bounded = ElementaryCycles(graph).list(CycleQuery(maximumLength: limit)).cycles
      #expect(Set(bounded) == Set(all.filter { $0.count <= limit }))
    }
  }
}

@Test func chainsOfDiamondsWithoutALoopOfTheBoundEndAtOnce() {
  // 2^24 ways lead round, each of 49 hops; none fits within 40.
  var arcs: [(from: Int32, to: Int32)] = []
  for link in 0..<Int32(24) {
    let base = 3 * link
    arcs += [(base, base + 1), (base, base + 2), (base + 1, base + 3), (base + 2, base + 3)]
  }
  arcs.append((72, 0))
  let cycles = ElementaryCycles(Digraph(count: 73, arcs: arcs))
  #expect(cycles.count(CycleQuery(maximumLength: 40)) == cycles.count(CycleQuery(maximumLength: 2)))
  var query = CycleQuery()
  query.maximumCount = 1000
  let cut = cycles.count(query)
  #expect(cut.count == 1000 && !cut.isComplete)
}

@Test func aSearchThatRunsOutOfStepsSaysSo() {
  let arcs = (0..<Int32(12)).flatMap { from in (0..<Int32(12)).map { (from: from, to: $0) } }
  var query = CycleQuery()
  query.maximumSteps = 10_000
  let cycles = ElementaryCycles(Digraph(count: 12, arcs: arcs))
  let cut = cycles.count(query)
  #expect(!cut.isComplete && cut.count > 0 && cut.count < 10_001)
  #expect(cycles.count(query) == cut)
}

@Test func deadEndsAreNotWalkedTwice() {
  // 2 t + 2^k loops, and 2^k dead ends from each of t roots: without blocking 10^6 times the work.
  let (t, k): (Int32, Int32) = (60, 14)
  var arcs: [(from: Int32, to: Int32)] = []
  for leaf in 0..<t { arcs += [(leaf, t), (t, leaf), (leaf, t + 1 + leaf), (t + 1 + leaf, t)] }
  var last = t
  for link in 0..<k {
    let base = 2 * t + 1 + 3 * link
    arcs += [(last, base), (last, base + 1), (base, base + 2), (base + 1, base + 2)]
    last = base + 2
  }
  arcs.append((last, t))
  var query = CycleQuery()
  query.maximumSteps = 2_000_000
  let found = ElementaryCycles(Digraph(count: Int(last) + 1, arcs: arcs)).count(query)
  #expect(found.count == Int(2 * t) + (1 << Int(k)) && found.isComplete)
}

@Test func parallelDealsMultiplyTheLoopsOfTheMultigraph() {
  let graph = Digraph(count: 3, arcs: [(0, 1), (1, 0), (1, 2), (2, 0)])
  let parallels = [2, 1, 3, 1]
  #expect(ElementaryCycles(graph).count(CycleQuery(), parallels: parallels).count == 2 + 6)
}

@Test func listsTakeFewBytesALoop() {
  let arcs = (0..<Int32(8)).flatMap { from in (0..<Int32(8)).map { (from: from, to: $0) } }
  let list = ElementaryCycles(Digraph(count: 8, arcs: arcs)).list(CycleQuery())
  #expect(list.count == 16_064)
  #expect(list.byteCount <= 6 * list.count)
}
