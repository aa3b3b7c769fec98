/// Cheapest flow where each arc costs nothing or one a unit, by cheapest ways.
///
/// The primal-dual method of Ford and Fulkerson ("Flows in Networks", 1962): all cheapest ways are
/// filled at once, by shortest-way blocking flow, before costlier ones are looked for. Costs being
/// small whole numbers, there are few prices: on graphs of payments a few dozen.
struct MinimumCostFlow: ~Copyable {
  let network: ResidualNetwork
  /// What a unit costs on each residual arc.
  let costs: Cells<Int32>
  /// The price of each node; no residual arc with room costs less than the prices differ.
  let prices: Cells<Int64>
  private let distances: Cells<Int64>

  /// Makes the network of arcs with their costs; prices are nought.
  init(count: Int, sources: [Int32], targets: [Int32], costs perArc: [Int32]) {
    network = ResidualNetwork(count: count, sources: sources, targets: targets)
    costs = Cells(count: 2 * targets.count, filledWith: 0)
    prices = Cells(count: count, filledWith: 0)
    distances = Cells(count: count, filledWith: 0)
    for arc in perArc.indices {
      costs[network.places[arc]] = perArc[arc]
      costs[network.reverses[network.places[arc]]] = -perArc[arc]
    }
  }

  deinit {
    costs.free()
    prices.free()
    distances.free()
  }

  /// Sends up to `limit` units as cheaply as can be; returns what was sent and what it cost.
  ///
  /// - Complexity: O(*p* (*m* log *n* + *f*)) for *p* prices and *f* steps of a blocking flow.
  func send(_ limit: Int64, from source: Int, to sink: Int) -> (sent: Int64, cost: Int64) {
    var heap = NodeHeap()
    var sent: Int64 = 0
    var cost: Int64 = 0
    while sent < limit, reprice(from: source, to: sink, &heap) {
      let price = prices[sink] - prices[source]
      while sent < limit, findLevels(from: source, to: sink) {
        for node in 0..<network.nodes { network.current[node] = network.starts[node] }
        let amount = blockingFlow(from: source, to: sink, limit - sent)
        sent += amount
        cost += amount * price
      }
    }
    return (sent, cost)
  }

  /// Raises the prices by the distances from the source as far as the sink (Dijkstra 1959 on
  /// reduced costs, Edmonds and Karp 1972); false when no way is left.
  private func reprice(from source: Int, to sink: Int, _ heap: inout NodeHeap) -> Bool {
    distances.fill(.max)
    heap.removeAll()
    distances[source] = 0
    heap.insert(Int32(source), at: 0)
    var reached = false
    while let (node, distance) = heap.popLeast() {
      if distance > distances[node] { continue }
      if Int(node) == sink {
        reached = true
        break
      }
      let base = distance + prices[node]
      for place in Int(network.starts[node])..<Int(network.starts[node + 1]) {
        guard network.room[place] > 0 else { continue }
        let head = network.heads[place]
        let other = base + Int64(costs[place]) - prices[head]
        if other < distances[head] {
          distances[head] = other
          heap.insert(head, at: other)
        }
      }
    }
    guard reached else { return false }
    let farthest = distances[sink]
    for node in 0..<network.nodes { prices[node] += min(distances[node], farthest) }
    return true
  }

  @inline(__always)
  private func isCheapest(_ arc: Int32, from node: Int, to head: Int32) -> Bool {
    network.room[arc] > 0 && Int64(costs[arc]) == prices[head] - prices[node]
  }

  private func findLevels(from source: Int, to sink: Int) -> Bool {
    let (levels, queue) = (network.levels, network.queue)
    levels.fill(-1)
    levels[source] = 0
    queue[0] = Int32(source)
    var (head, tail) = (0, 1)
    while head < tail {
      let node = Int(queue[head])
      head += 1
      for place in Int(network.starts[node])..<Int(network.starts[node + 1]) {
        let next = network.heads[place]
        guard levels[next] < 0, isCheapest(Int32(place), from: node, to: next) else { continue }
        levels[next] = levels[node] + 1
        if Int(next) == sink { return true }
        queue[tail] = next
        tail += 1
      }
    }
    return false
  }

  private func blockingFlow(from source: Int, to sink: Int, _ limit: Int64) -> Int64 {
    let (levels, current, path) = (network.levels, network.current, network.path)
    var total: Int64 = 0
    var depth = 0
    var node = source
    while total < limit {
      if node == sink {
        let (amount, place) = pushAlong(depth, limit - total)
        total += amount
        depth = place
        node = place == 0 ? source : Int(network.heads[network.reverses[path[place]]])
        continue
      }
      var advanced = false
      while current[node] < network.starts[node + 1] {
        let arc = current[node]
        let next = network.heads[arc]
        if levels[next] == levels[node] + 1, isCheapest(arc, from: node, to: next) {
          path[depth] = arc
          depth += 1
          node = Int(next)
          advanced = true
          break
        }
        current[node] += 1
      }
      if advanced { continue }
      if depth == 0 { break }
      depth -= 1
      node = Int(network.heads[network.reverses[path[depth]]])
      current[node] += 1
    }
    return total
  }

  private func pushAlong(_ depth: Int, _ limit: Int64) -> (amount: Int64, place: Int) {
    let (room, path) = (network.room, network.path)
    var amount = limit
    for place in 0..<depth { amount = min(amount, room[path[place]]) }
    var full = 0
    for place in stride(from: depth - 1, through: 0, by: -1) {
      room[path[place]] -= amount
      room[network.reverses[path[place]]] += amount
      if room[path[place]] == 0 { full = place }
    }
    return (amount, full)
  }
}
