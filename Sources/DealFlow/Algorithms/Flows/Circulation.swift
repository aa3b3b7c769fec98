/// The most money that can go round: the greatest total of flows that every party passes on in full.
///
/// max ∑ f(e), 0 ≤ f(e) ≤ a(e), inflow = outflow at every node (Fleischman and Dini, "Mathematical
/// foundations for balancing the payment system in the trade credit market", JRFM 2021). The total
/// is unique, the flows are not; it is an upper bound of what comes back, for it assumes that each
/// party pays first what closes a circle.
///
/// Found from the other side: what must be taken away, at least, so that all inflows equal outflows.
/// That is a transport from the parties that pay more than they get to those that get more, over the
/// payments themselves, at a cost of one a unit and payment.
public struct Circulation: ~Copyable {
  /// The circulation's total over all arcs.
  public private(set) var total: Int64
  /// The arcs that lie on cycles; all other arcs carry nothing.
  public let graph: WeightedDigraph
  private let solver: MinimumCostFlow

  /// Finds the greatest circulation of `graph`.
  ///
  /// - Complexity: O(*p* (*m* log *n* + *f*)), where *p* ≤ *n* is the number of different lengths of
  ///   the ways on which money is taken away, and *f* the steps of a blocking flow.
  public init(_ graph: WeightedDigraph) {
    let cyclic = graph.cyclic()
    let count = cyclic.count
    var net = [Int64](repeating: 0, count: count)
    for arc in cyclic.weights.indices {
      net[Int(cyclic.sources[arc])] -= cyclic.weights[arc]
      net[Int(cyclic.digraph.targets[arc])] += cyclic.weights[arc]
    }
    var sources = cyclic.sources
    var targets = cyclic.digraph.targets
    var capacities = cyclic.weights
    let (from, to) = (Int32(count), Int32(count + 1))
    for node in net.indices where net[node] != 0 {
      sources.append(net[node] < 0 ? from : Int32(node))
      targets.append(net[node] < 0 ? Int32(node) : to)
      capacities.append(abs(net[node]))
    }
    let costs = targets.indices.map { Int32($0 < cyclic.weights.count ? 1 : 0) }
    solver = MinimumCostFlow(count: count + 2, sources: sources, targets: targets, costs: costs)
    solver.network.load(capacities)
    let removed = solver.send(.max, from: count, to: count + 1)
    total = cyclic.weights.reduce(0, +) - removed.cost
    self.graph = cyclic
  }

  /// The flow on each arc of `graph` in one greatest circulation.
  public var flows: [Int64] {
    graph.weights.indices.map { graph.weights[$0] - solver.network.flow($0) }
  }

  /// By how much the total falls when an arc's amount falls by `amount`.
  ///
  /// What the arc can no longer carry is sent by the cheapest other ways, starting from the greatest
  /// circulation, which is left as it was.
  ///
  /// - Complexity: That of a cheapest flow of the amount lost.
  public func loss(ofArc arc: Int, by amount: Int64) -> Int64 {
    let network = solver.network.room
    let left = max(0, graph.weights[arc] - amount)
    let flow = graph.weights[arc] - solver.network.flow(arc)
    guard flow > left else { return 0 }
    let rooms = Cells(count: network.count, filledWith: Int64(0))
    let prices = Cells(count: solver.prices.count, filledWith: Int64(0))
    rooms.copy(network)
    prices.copy(solver.prices)
    defer {
      network.copy(rooms)
      solver.prices.copy(prices)
      rooms.free()
      prices.free()
    }
    let place = solver.network.places[arc]
    network[place] = left
    network[solver.network.reverses[place]] = 0
    closeEnds()
    let source = Int(graph.digraph.targets[arc])
    let rerouted = solver.send(flow - left, from: source, to: Int(graph.sources[arc]))
    return flow - left + rerouted.cost
  }

  /// Takes the ways over the two added nodes out of use.
  private func closeEnds() {
    for arc in graph.weights.count..<solver.network.places.count {
      let place = solver.network.places[arc]
      solver.network.room[place] = 0
      solver.network.room[solver.network.reverses[place]] = 0
    }
  }
}
