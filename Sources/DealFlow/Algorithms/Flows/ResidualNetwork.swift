/// A flow network with room to push flow forward on each arc and back again.
///
/// Arc *e* of the graph is the residual arc 2*e*, its reverse 2*e* + 1; the residual arcs out of each
/// node stand together. Made once for a graph, it is used again by loading other capacities.
struct ResidualNetwork: ~Copyable {
  let nodes: Int
  /// Where the residual arcs of each node start in `arcs`.
  let starts: Cells<Int32>
  /// The residual arcs of all nodes.
  let arcs: Cells<Int32>
  /// The node each residual arc leads to.
  let heads: Cells<Int32>
  /// The room on each residual arc.
  let room: Cells<Int64>
  /// Work space of the searches.
  let levels: Cells<Int32>
  let current: Cells<Int32>
  let queue: Cells<Int32>
  let path: Cells<Int32>

  /// Makes the network of arcs over the nodes 0..<count.
  init(count: Int, sources: [Int32], targets: [Int32]) {
    nodes = count
    starts = Cells(count: count + 1, filledWith: 0)
    arcs = Cells(count: 2 * targets.count, filledWith: 0)
    heads = Cells(count: 2 * targets.count, filledWith: 0)
    room = Cells(count: 2 * targets.count, filledWith: 0)
    levels = Cells(count: count + 1, filledWith: -1)
    current = Cells(count: count + 1, filledWith: 0)
    queue = Cells(count: count + 1, filledWith: 0)
    path = Cells(count: count + 1, filledWith: 0)
    for arc in targets.indices {
      heads[2 * arc] = targets[arc]
      heads[2 * arc + 1] = sources[arc]
      starts[sources[arc] + 1] += 1
      starts[targets[arc] + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    for node in 0..<count { current[node] = starts[node] }
    for arc in targets.indices {
      arcs[current[sources[arc]]] = Int32(2 * arc)
      current[sources[arc]] += 1
      arcs[current[targets[arc]]] = Int32(2 * arc + 1)
      current[targets[arc]] += 1
    }
  }

  deinit {
    starts.free()
    arcs.free()
    heads.free()
    room.free()
    levels.free()
    current.free()
    queue.free()
    path.free()
  }

  /// Sets the room of each arc to its capacity, and that of its reverse to nothing.
  func load(_ capacities: [Int64]) {
    for arc in capacities.indices {
      room[2 * arc] = capacities[arc]
      room[2 * arc + 1] = 0
    }
  }

  /// The flow on an arc: the room to push it back.
  func flow(_ arc: Int) -> Int64 { room[2 * arc + 1] }
}
