/// The widest cycle through each node: the one whose least arc is greatest.
///
/// A node lies on a cycle of width *b* exactly where the arcs of at least *b* have a strong component
/// of more than one node that holds it. The thresholds of all nodes are found together by halving the
/// range of amounts: what is joined above the middle is settled there and is one node below it. No
/// list of cycles is needed, so the search always ends soon. Arcs of no amount are left out.
public struct WidestCycles: Sendable {
  /// The width of the widest cycle through each node; 0 where there is none.
  public let widths: [Int64]
  private let graph: WeightedDigraph
  private let backStarts: [Int]
  private let backArcs: [Int]

  /// Finds the widths of all nodes.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* nodes and *m* arcs.
  public init(_ graph: WeightedDigraph) {
    self.graph = graph
    var widths = [Int64](repeating: 0, count: graph.count)
    var halving = WidthHalving(graph)
    halving.run(&widths)
    self.widths = widths
    var starts = [Int](repeating: 0, count: graph.count + 1)
    for target in graph.digraph.targets { starts[Int(target) + 1] += 1 }
    for node in 0..<graph.count { starts[node + 1] += starts[node] }
    var next = starts
    var arcs = [Int](repeating: 0, count: graph.weights.count)
    for (arc, target) in graph.digraph.targets.enumerated() {
      arcs[next[Int(target)]] = arc
      next[Int(target)] += 1
    }
    backStarts = starts
    backArcs = arcs
  }

  /// The width of the widest cycle of all; 0 where there is none.
  public var width: Int64 { widths.max() ?? 0 }

  /// The widest cycle through a node, beginning with it: of several the shortest, then the one whose
  /// nodes come first; nil where there is none.
  ///
  /// - Complexity: O(*n* + *m*).
  public func cycle(through node: Int32) -> [Int32]? {
    let width = widths[Int(node)]
    return width > 0 ? shortest(through: node, width: width) : nil
  }

  /// The widest cycle of a graph, its least node first, and its width, without those of all nodes: of
  /// several the shortest, then the one whose nodes come first; nil where there is none.
  ///
  /// The amount from which on the arcs have a cycle is found by doubling and halving their number.
  ///
  /// - Complexity: O(*m* log *m*), mostly for sorting the amounts: few arcs are looked at.
  public static func widest(in graph: WeightedDigraph) -> (cycle: [Int32], width: Int64)? {
    let order = graph.weights.indices.filter { graph.weights[$0] > 0 }
      .sorted { graph.weights[$0] > graph.weights[$1] }
    func closes(_ count: Int) -> Bool { hasCycle(graph, order[..<count]) }
    var (low, high) = (0, min(64, order.count))
    while high < order.count, !closes(high) { (low, high) = (high, min(2 * high, order.count)) }
    guard closes(high) else { return nil }
    while low + 1 < high {
      let middle = (low + high) / 2
      if closes(middle) { high = middle } else { low = middle }
    }
    let width = graph.weights[order[high - 1]]
    let part = graph.filtered { graph.weights[$0] >= width }.cyclic()
    return WidestCycles(part).widest().map { ($0, width) }
  }

  private static func hasCycle(_ graph: WeightedDigraph, _ arcs: ArraySlice<Int>) -> Bool {
    var places: [Int32: Int32] = [:]
    func place(_ node: Int32) -> Int32 {
      if let place = places[node] { return place }
      places[node] = Int32(places.count)
      return Int32(places.count - 1)
    }
    let ends = arcs.map { (place(graph.sources[$0]), place(graph.digraph.targets[$0])) }
    let part = Digraph(count: places.count, arcs: ends.map { (from: $0.0, to: $0.1) })
    return StrongComponents.groups(of: part).count < places.count
  }

  /// The widest cycle of all, its least node first: of several the shortest, then the one whose nodes
  /// come first; nil where there is none.
  ///
  /// - Complexity: O(*c* (*n* + *m*)), where *c* arcs have just the width of the cycle, mostly one.
  public func widest() -> [Int32]? {
    let width = width
    guard width > 0 else { return nil }
    var best: (length: Int32, node: Int32)?
    for arc in graph.weights.indices where graph.weights[arc] == width {
      let (from, to) = (graph.sources[arc], graph.digraph.targets[arc])
      guard widths[Int(from)] == width, widths[Int(to)] == width else { continue }
      let away = distances(from: to, width: width)
      guard let way = away[Int(from)], way < best?.length ?? .max else {
        if let way = away[Int(from)], let known = best, way == known.length {
          best?.node = min(known.node, leastNode(on: way, to: from, away, width) ?? known.node)
        }
        continue
      }
      if let node = leastNode(on: way, to: from, away, width) { best = (way, node) }
    }
    return best.flatMap { shortest(through: $0.node, width: width) }
  }

  /// The least node on the shortest ways of which `away` holds the distances from the beginning.
  private func leastNode(
    on way: Int32, to end: Int32, _ away: [Int32?], _ width: Int64
  ) -> Int32? {
    let back = distances(to: end, width: width)
    let node = away.indices.first { node in
      guard let there = away[node], let rest = back[node] else { return false }
      return there + rest == way
    }
    return node.map { Int32($0) }
  }

  private func shortest(through node: Int32, width: Int64) -> [Int32]? {
    let left = distances(to: node, width: width)
    func next(_ place: Int32) -> Int32? {
      var best: (distance: Int32, node: Int32)?
      for arc in graph.digraph.arcs(of: Int(place)) where graph.weights[arc] >= width {
        let target = graph.digraph.targets[arc]
        guard let distance = left[Int(target)], distance < best?.distance ?? .max else { continue }
        best = (distance, target)
      }
      return best?.node
    }
    var cycle = [node]
    while let step = next(cycle[cycle.count - 1]), step != node { cycle.append(step) }
    return cycle.count > 1 ? cycle : nil
  }

  private func distances(from node: Int32, width: Int64) -> [Int32?] {
    search(node) { place in
      graph.digraph.arcs(of: Int(place)).lazy.filter { graph.weights[$0] >= width }
        .map { graph.digraph.targets[$0] }
    }
  }

  private func distances(to node: Int32, width: Int64) -> [Int32?] {
    search(node) { place in
      backArcs[backStarts[Int(place)]..<backStarts[Int(place) + 1]].lazy
        .filter { graph.weights[$0] >= width }.map { graph.sources[$0] }
    }
  }

  private func search<Steps: Sequence<Int32>>(
    _ node: Int32, _ steps: (Int32) -> Steps
  ) -> [Int32?] {
    var distances = [Int32?](repeating: nil, count: graph.count)
    distances[Int(node)] = 0
    var queue = [node]
    var place = 0
    while place < queue.count {
      let distance = distances[Int(queue[place])] ?? 0
      for step in steps(queue[place]) where distances[Int(step)] == nil {
        distances[Int(step)] = distance + 1
        queue.append(step)
      }
      place += 1
    }
    return distances
  }
}
