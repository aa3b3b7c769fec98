/// A directed graph over the integers 0..<count, as compressed sparse rows.
///
/// Parallel arcs are one; arcs from a node to itself are left out.
public struct Digraph: Sendable {
  /// The number of nodes.
  public let count: Int
  /// Where the successors of each node start in `targets`; one more entry than nodes.
  public let starts: [Int32]
  /// The successors of all nodes, ascending for each node.
  public let targets: [Int32]

  /// Makes a graph of arcs.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* nodes and *m* arcs.
  public init(count: Int, arcs: [(from: Int32, to: Int32)]) {
    self.count = count
    var sorted = arcs.filter { $0.from != $0.to }
    sorted.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    var starts = [Int32](repeating: 0, count: count + 1)
    var targets: [Int32] = []
    targets.reserveCapacity(sorted.count)
    var last: (from: Int32, to: Int32) = (-1, -1)
    for arc in sorted where arc != last {
      targets.append(arc.to)
      starts[Int(arc.from) + 1] += 1
      last = arc
    }
    for node in 0..<count { starts[node + 1] += starts[node] }
    self.starts = starts
    self.targets = targets
  }

  /// The positions in `targets` of a node's successors.
  public func arcs(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The graph with every arc turned round.
  public func reversed() -> Digraph {
    var arcs: [(from: Int32, to: Int32)] = []
    arcs.reserveCapacity(targets.count)
    for node in 0..<count {
      for arc in self.arcs(of: node) { arcs.append((targets[arc], Int32(node))) }
    }
    return Digraph(count: count, arcs: arcs)
  }
}
