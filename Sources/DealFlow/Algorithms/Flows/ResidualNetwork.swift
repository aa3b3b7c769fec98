/// A flow network with room to push flow forward on each arc and back again.
///
/// The residual arcs out of each node stand together, whatever their number in the graph, so that a
/// search reads memory in its order. Made once for a graph, it is used again by loading other
/// capacities.
struct ResidualNetwork: ~Copyable {
  let nodes: Int
  /// Where the residual arcs of each node start; one more than nodes.
  let starts: Cells<Int32>
  /// The node each residual arc leads to.
  let heads: Cells<Int32>
  /// The residual arc that leads back.
  let reverses: Cells<Int32>
  /// Whether a residual arc is one of the graph.
  let isForward: Cells<Bool>
  /// The residual arc of each arc of the graph.
  let places: Cells<Int32>
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
    heads = Cells(count: 2 * targets.count, filledWith: 0)
    reverses = Cells(count: 2 * targets.count, filledWith: 0)
    isForward = Cells(count: 2 * targets.count, filledWith: false)
    places = Cells(count: targets.count, filledWith: 0)
    room = Cells(count: 2 * targets.count, filledWith: 0)
    levels = Cells(count: count + 1, filledWith: -1)
    current = Cells(count: count + 1, filledWith: 0)
    queue = Cells(count: count + 1, filledWith: 0)
    path = Cells(count: count + 1, filledWith: 0)
    for arc in targets.indices {
      starts[sources[arc] + 1] += 1
      starts[targets[arc] + 1] += 1
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    for node in 0..<count { current[node] = starts[node] }
    for arc in targets.indices {
      let (forth, back) = (
        current[sources[arc]], current[targets[arc]] + (sources[arc] == targets[arc] ? 1 : 0)
      )
      current[sources[arc]] += 1
      current[targets[arc]] += 1
      places[arc] = forth
      heads[forth] = targets[arc]
      heads[back] = sources[arc]
      isForward[forth] = true
      reverses[forth] = back
      reverses[back] = forth
    }
  }

  deinit {
    starts.free()
    heads.free()
    reverses.free()
    isForward.free()
    places.free()
    room.free()
    levels.free()
    current.free()
    queue.free()
    path.free()
  }

  /// Sets the room of each arc to its capacity, and that of its reverse to nothing.
  func load(_ capacities: [Int64]) {
    for arc in capacities.indices {
      room[places[arc]] = capacities[arc]
      room[reverses[places[arc]]] = 0
    }
  }

  /// The flow on an arc: the room to push it back.
  func flow(_ arc: Int) -> Int64 { room[reverses[places[arc]]] }
}
