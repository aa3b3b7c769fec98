/// Cycles that share no money: the widest is taken out of the graph, again and again.
///
/// Each unit of an arc belongs to one cycle at most, so that nothing counts twice. Of several widest
/// cycles the shortest is taken, then the one whose nodes come first. The total is what this choice
/// leaves room for: never more than the greatest ``Circulation``, and often less.
public struct CycleDecomposition: Sendable {
  /// A cycle and what goes round it.
  public struct Part: Sendable, Hashable {
    /// The nodes, the least first.
    public let cycle: [Int32]
    /// What each arc of the cycle carries of it.
    public let width: Int64
  }

  /// The cycles in the order they were taken.
  public private(set) var parts: [Part] = []
  /// Whether nothing is left that goes round; false where the limit ended the work.
  public private(set) var isComplete = true

  /// Takes a graph apart, into `limit` cycles at most.
  ///
  /// - Complexity: O(*m* log *m*) for each cycle, of which there are *m* at most.
  public init(_ graph: WeightedDigraph, limit: Int = .max) {
    var left = graph.cyclic()
    while true {
      guard let (cycle, width) = WidestCycles.widest(in: left) else { return }
      if parts.count == limit {
        isComplete = false
        return
      }
      parts.append(Part(cycle: cycle, width: width))
      var weights = left.weights
      for (place, node) in cycle.enumerated() {
        let next = cycle[place + 1 == cycle.count ? 0 : place + 1]
        if let arc = left.digraph.arc(from: node, to: next) { weights[arc] -= width }
      }
      left = WeightedDigraph(left.digraph, weights: weights).filtered { weights[$0] > 0 }.cyclic()
    }
  }

  /// What the cycles carry over all their arcs.
  public var total: Int64 { parts.reduce(0) { $0 + $1.width * Int64($1.cycle.count) } }
}
