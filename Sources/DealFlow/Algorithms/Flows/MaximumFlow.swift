extension ResidualNetwork {
  /// Pushes as much flow as fits from one node to another and returns it.
  ///
  /// When both are the same node, the flow leaves it by its own arcs and comes back by those of
  /// others: the node is split. Dinic, "Algorithm for solution of a problem of maximum flow in a
  /// network with power estimation", 1970.
  ///
  /// - Complexity: O(*n*² *m*) at worst; far less on graphs of payments.
  func maximumFlow(from source: Int, to sink: Int) -> Int64 {
    var total: Int64 = 0
    while findLevels(from: source, to: sink) {
      for node in 0..<nodes { current[node] = starts[node] }
      total += blockingFlow(from: source, to: sink)
    }
    return total
  }

  /// Whether flow may use a residual arc between `node` and its head when a node is split: only
  /// arcs of the graph leave or enter it.
  @inline(__always)
  private func touches(_ arc: Int, _ node: Int, _ head: Int32, _ split: Int) -> Bool {
    (node != split && Int(head) != split) || isForward[arc]
  }

  private func findLevels(from source: Int, to sink: Int) -> Bool {
    let split = source == sink ? source : -1
    levels.fill(-1)
    levels[source] = 0
    queue[0] = Int32(source)
    var (head, tail) = (0, 1)
    while head < tail {
      let node = Int(queue[head])
      head += 1
      for place in Int(starts[node])..<Int(starts[node + 1]) {
        let next = heads[place]
        guard room[place] > 0, touches(place, node, next, split) else { continue }
        if Int(next) == sink {
          levels[nodes] = levels[node] + 1
          return true
        }
        if levels[next] < 0 {
          levels[next] = levels[node] + 1
          queue[tail] = next
          tail += 1
        }
      }
    }
    return false
  }

  /// Pushes flow along shortest ways until each has a full arc; `levels[nodes]` is the sink's level.
  private func blockingFlow(from source: Int, to sink: Int) -> Int64 {
    let split = source == sink ? source : -1
    var total: Int64 = 0
    var depth = 0
    var node = source
    while true {
      if depth > 0, node == sink {
        let (amount, place) = pushAlong(depth)
        total += amount
        depth = place
        node = Int(heads[reverses[path[place]]])
        continue
      }
      var advanced = false
      while current[node] < starts[node + 1] {
        let arc = current[node]
        let next = Int(heads[arc])
        let level = next == sink ? levels[nodes] : levels[next]
        if room[arc] > 0, level == levels[node] + 1, touches(Int(arc), node, heads[arc], split) {
          path[depth] = arc
          depth += 1
          node = next
          advanced = true
          break
        }
        current[node] += 1
      }
      if advanced { continue }
      if depth == 0 { return total }
      depth -= 1
      node = Int(heads[reverses[path[depth]]])
      current[node] += 1
    }
  }

  /// Pushes what fits along the path; returns it and the place of the first full arc.
  private func pushAlong(_ depth: Int) -> (amount: Int64, place: Int) {
    var amount = Int64.max
    for place in 0..<depth { amount = min(amount, room[path[place]]) }
    var full = depth
    for place in stride(from: depth - 1, through: 0, by: -1) {
      room[path[place]] -= amount
      room[reverses[path[place]]] += amount
      if room[path[place]] == 0 { full = place }
    }
    return (amount, full)
  }
}
