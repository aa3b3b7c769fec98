/// The circulation if every party passes money on in proportion to its payments.
///
/// In each strong component take the stationary shares π of P(u,v) = a(u,v) / ∑ a(u,·), let
/// α π(u) P(u,v) circulate with the greatest α that no payment is exceeded, subtract, and repeat
/// until no cycle is left (the balanced flow forwarding of Homs-Dones, MacKay, Sansom and Zhou,
/// "Circular directional flow decomposition of networks", arXiv 2506.12546). Unlike the flows of
/// ``Circulation`` these are unique; their total is never greater.
public struct ProportionalCirculation: Sendable {
  /// The circulating flow of each arc.
  public let flows: [Double]
  /// The total over all arcs.
  public let total: Double
  /// How many times a circulation was taken out.
  public let steps: Int

  /// Finds the flows of a graph; nil where a strong component has more than `limit` nodes.
  ///
  /// - Complexity: O(*m k*³) at worst for *m* arcs and *k* nodes in a component.
  public init?(_ graph: WeightedDigraph, limit: Int = 128) {
    var left = graph.weights.map(Double.init)
    var circulating = [Double](repeating: 0, count: left.count)
    var steps = 0
    while true {
      let alive = graph.filtered { left[$0] > 0 }
      let groups = StrongComponents.groups(of: alive.digraph).filter { $0.count > 1 }
      if groups.isEmpty { break }
      for members in groups {
        guard members.count <= limit else { return nil }
        steps += 1
        Self.takeOut(graph, members, &left, &circulating)
      }
    }
    flows = circulating
    total = circulating.reduce(0, +)
    self.steps = steps
  }

  private static func takeOut(
    _ graph: WeightedDigraph, _ members: [Int32], _ left: inout [Double],
    _ circulating: inout [Double]
  ) {
    var places: [Int32: Int] = [:]
    for (place, node) in members.enumerated() { places[node] = place }
    let matrix = DenseMatrix(members.count)
    var inside: [(arc: Int, row: Int, share: Double)] = []
    for (row, node) in members.enumerated() {
      let arcs = graph.digraph.arcs(of: Int(node)).filter {
        left[$0] > 0 && places[graph.digraph.targets[$0]] != nil
      }
      let sum = arcs.reduce(0) { $0 + left[$1] }
      for arc in arcs {
        guard let column = places[graph.digraph.targets[arc]] else { continue }
        matrix[row, column] = left[arc] / sum
        inside.append((arc, row, left[arc] / sum))
      }
    }
    let shares = matrix.stationary()
    let flows = inside.map { shares[$0.row] * $0.share }
    var scale = Double.infinity
    for (flow, entry) in zip(flows, inside) { scale = min(scale, left[entry.arc] / flow) }
    for (flow, entry) in zip(flows, inside) {
      let arc = entry.arc
      let part = scale * flow
      circulating[arc] += part
      left[arc] -= part
      // The arcs that set the scale are used up, whatever rounding leaves.
      if left[arc] <= 1e-12 * Double(graph.weights[arc]) { left[arc] = 0 }
    }
  }
}
