import DealFlow
import Testing

/// The nodes that each node reaches, one search a node: slow and obvious.
private func reached(_ graph: Digraph) -> [Set<Int32>] {
  (0..<Int32(graph.count)).map { root in
    var found: Set<Int32> = [root]
    var open = [root]
    while let node = open.popLast() {
      for arc in graph.arcs(of: Int(node)) where found.insert(graph.targets[arc]).inserted {
        open.append(graph.targets[arc])
      }
    }
    return found
  }
}

/// Checks components against reachability, and that no arc leads to a later number.
private func check(_ graph: Digraph) {
  let numbers = StrongComponents.numbers(of: graph)
  let reached = reached(graph)
  var isRight = true
  for left in 0..<graph.count {
    for right in 0..<left {
      let together =
        reached[left].contains(Int32(right)) && reached[right].contains(Int32(left))
      if together != (numbers[left] == numbers[right]) { isRight = false }
    }
    for arc in graph.arcs(of: left) where numbers[Int(graph.targets[arc])] > numbers[left] {
      isRight = false
    }
  }
  #expect(isRight)
  #expect(Set(numbers) == Set(0..<(numbers.max() ?? -1) + 1))
}

@Test(arguments: 0..<24)
func componentsOfGraphsWithACoreAgreeWithReachability(seed: Int) {
  // Clusters of some nodes, thickly or thinly joined, with arcs from lower to higher clusters: the
  // hub's component is sometimes all, sometimes one of many, sometimes reached by none.
  var random = Seeded(UInt64(seed))
  let count = 60 + random.below(140)
  let width = 1 + random.below(count)
  let arcs = (0..<2500).map { _ in
    let from = random.below(count)
    let near = (from / width) * width + random.below(width)
    let to = random.below(4) == 0 ? from + random.below(count - from) : near % count
    return (from: Int32(from), to: Int32(to))
  }
  check(Digraph(count: count, arcs: arcs))
}

@Test(arguments: [1, -1])
func aRingOfManyNodesIsOneComponentWhicheverWayItGoes(step: Int32) {
  let count: Int32 = 5000
  var arcs = (0..<count).map { (from: $0, to: ($0 + step + count) % count) }
  #expect(Set(StrongComponents.numbers(of: Digraph(count: Int(count), arcs: arcs))) == [0])
  arcs.removeLast()
  #expect(Set(StrongComponents.numbers(of: Digraph(count: Int(count), arcs: arcs))).count == 5000)
}

@Test func aHubThatOnlyPaysHasNoComponentButItself() {
  let count: Int32 = 3000
  let arcs = (1..<count).map { (from: Int32(0), to: $0) } + [(from: 1, to: 2), (from: 2, to: 1)]
  let numbers = StrongComponents.numbers(of: Digraph(count: Int(count), arcs: arcs))
  #expect(numbers[1] == numbers[2])
  #expect(Set(numbers).count == 2999)
  #expect(numbers[0] == 2998)
}

@Test func componentsAreTheSetsThatReachEachOther() {
  let arcs: [(from: Int32, to: Int32)] = [(0, 1), (1, 2), (2, 0), (2, 3), (3, 4), (4, 3)]
  let numbers = StrongComponents.numbers(of: Digraph(count: 6, arcs: arcs))
  #expect(numbers[0] == numbers[1] && numbers[1] == numbers[2])
  #expect(numbers[3] == numbers[4])
  #expect(Set(numbers).count == 3)
}

@Test func aChainOfAHundredThousandNeedsNoStack() {
  let count: Int32 = 100_000
  let arcs = (0..<count).map { (from: $0, to: ($0 + 1) % count) }
  #expect(Set(StrongComponents.numbers(of: Digraph(count: Int(count), arcs: arcs))).count == 1)
}
