/// Walks the paths of a ``RootedGraph`` that return to the root.
///
/// Each node has a barrier: how many hops it needs, at least, to get back to the root past the nodes
/// of the path. Barriers start as distances; a node that failed gets a higher one, and when a node of
/// the path is left, the barriers of those that waited for it fall again (BC-DFS of Peng et al., VLDB
/// 2019; with an ample bound this is the blocking of Johnson 1975). So no path is followed in vain
/// twice. For short bounds the distances alone are the faster guide.
struct CycleWalk: ~Copyable {
  private let path: Cells<Int32>
  private let nodes: Cells<Int32>
  private let places: Cells<Int32>
  private let found: Cells<Int32>
  private let onPath: Cells<UInt8>
  private let barriers: Cells<Int32>
  private let tails: Cells<Int32>
  private let queue: Cells<Int32>
  private var turned: Cells<Int32>
  private var fuel = 0
  /// The longest bound for which distances alone guide the search.
  static let shortest = 8

  /// Makes room for walks in graphs of `count` nodes.
  init(nodes count: Int) {
    path = Cells(room: count + 1)
    nodes = Cells(room: count + 1)
    places = Cells(room: count + 1)
    found = Cells(room: count + 1)
    onPath = Cells(count: count + 1, filledWith: 0)
    barriers = Cells(room: count + 1)
    tails = Cells(room: count + 2)
    queue = Cells(room: count + 1)
    turned = Cells(room: 64)
  }

  deinit {
    for block in [path, nodes, places, found, barriers, tails, queue, turned] { block.free() }
    onPath.free()
  }

  /// Hands all cycles of up to `limit` nodes through the root, by the `names` of their nodes, to
  /// `sink`; false where it was ended.
  mutating func run<Sink: CycleSink & ~Copyable>(
    _ graph: borrowing RootedGraph, _ limit: Int, _ names: Cells<Int32>, _ sink: inout Sink
  ) -> Bool {
    if graph.count < 2 { return true }
    let usesBarriers = !graph.isSorted
    if usesBarriers { prepare(graph) }
    let (heads, starts, originals) = (graph.heads, graph.starts, graph.originals)
    let guide = usesBarriers ? barriers : graph.back
    let none = Int32.max
    var depth = 1
    var shared = 0
    nodes[0] = 0
    path[0] = names[originals[0]]
    places[0] = 0
    found[0] = none
    onPath[0] = 1
    defer { for place in 0..<depth { onPath[nodes[place]] = 0 } }
    while true {
      let node = nodes[depth - 1]
      let place = places[depth - 1]
      let rest = Int32(limit - depth)
      if place < starts[node + 1], usesBarriers || guide[heads[place]] <= rest {
        places[depth - 1] = place + 1
        let next = heads[place]
        if onPath[next] != 0 || guide[next] > rest { continue }
        if fuel == 0 {
          fuel = sink.refuel()
          if fuel == 0 { return false }
        }
        fuel -= 1
        if !Sink.countsOnly {
          path[depth] = names[originals[next]]
          shared = min(shared, depth)
        }
        var best = none
        if graph.back[next] == 1 {
          let goesOn =
            Sink.countsOnly ? sink.takeMany(1) : sink.take(path, depth + 1, shared)
          if !goesOn { return false }
          shared = depth
          best = 1
        }
        if rest > 1 {
          nodes[depth] = next
          places[depth] = starts[next]
          found[depth] = best
          onPath[next] = 1
          depth += 1
          shared = min(shared, depth)
        } else {
          // At the bound only the arc back could be followed, and it is there.
          found[depth - 1] = min(found[depth - 1], 2)
        }
        continue
      }
      if depth == 1 { return true }
      depth -= 1
      onPath[node] = 0
      shared = min(shared, depth)
      guard usesBarriers else { continue }
      let best = found[depth]
      if best == none {
        barriers[node] = max(barriers[node], Int32(limit - depth) + 1)
      } else {
        lower(node, best, starts)
        found[depth - 1] = min(found[depth - 1], best + 1)
      }
    }
  }

  /// Lowers the barriers of the nodes that can get back over `node`.
  private func lower(_ node: Int32, _ distance: Int32, _ starts: Cells<Int32>) {
    barriers[node] = distance
    queue[0] = node
    var (head, tail) = (0, 1)
    while head < tail {
      let node = queue[head]
      head += 1
      let next = barriers[node] + 1
      for place in Int(tails[node])..<Int(tails[node + 1]) {
        let before = turned[place]
        guard onPath[before] == 0, barriers[before] > next else { continue }
        barriers[before] = next
        queue[tail] = before
        tail += 1
      }
    }
  }

  private mutating func prepare(_ graph: borrowing RootedGraph) {
    let count = graph.count
    let arcs = Int(graph.starts[count])
    if arcs > turned.count { turned = turned.grown(to: 2 * arcs) }
    for node in 0...count { tails[node] = 0 }
    tails[count + 1] = 0
    for arc in 0..<arcs { tails[graph.heads[arc] + 1] += 1 }
    for node in 0..<count { tails[node + 1] += tails[node] }
    for node in 0..<count { queue[node] = tails[node] }
    for node in 0..<count {
      barriers[node] = graph.back[node]
      for arc in Int(graph.starts[node])..<Int(graph.starts[node + 1]) {
        let head = graph.heads[arc]
        turned[queue[head]] = Int32(node)
        queue[head] += 1
      }
    }
  }
}
