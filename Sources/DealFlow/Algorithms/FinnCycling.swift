/// The share of all money moved that has been where it is before, if every party spends in
/// proportion: the Finn Cycling Index.
///
/// T(v) = max(inflow, outflow), P(u,v) = a(u,v) / T(u), N = (I - P)⁻¹, ret(v) = 1 - 1 / N(v,v),
/// FCI = ∑ T(v) ret(v) / ∑ T(v) (Finn, "Measures of ecosystem structure and function derived from
/// analysis of flows", 1976, and "Flow analysis of models of the Hubbard Brook ecosystem", 1980).
/// It says what comes back on average, where ``SelfReturn`` says what can come back at most.
public struct FinnCycling: Sendable {
  /// The probability that a dollar that passes through a node passes through it again.
  public let returns: [Double]
  /// The index, 0…1.
  public let index: Double

  /// Finds the index of a graph; nil where a strong component has more than `limit` nodes.
  ///
  /// - Complexity: O(∑ *k*³) over strong components of *k* nodes.
  public init?(_ graph: WeightedDigraph, limit: Int = 1000) {
    let positions = NetPositions(graph)
    let passed = zip(positions.inflows, positions.outflows).map { Double(max($0, $1)) }
    var returns = [Double](repeating: 0, count: graph.count)
    for members in StrongComponents.groups(of: graph.digraph) where members.count > 1 {
      guard members.count <= limit else { return nil }
      Self.solve(graph, members, passed, &returns)
    }
    self.returns = returns
    let total = passed.reduce(0, +)
    index = total > 0 ? zip(passed, returns).reduce(0) { $0 + $1.0 * $1.1 } / total : 0
  }

  private static func solve(
    _ graph: WeightedDigraph, _ members: [Int32], _ passed: [Double], _ returns: inout [Double]
  ) {
    let matrix = DenseMatrix(members.count)
    var places: [Int32: Int] = [:]
    for (place, node) in members.enumerated() { places[node] = place }
    for (row, node) in members.enumerated() {
      matrix[row, row] = 1
      for arc in graph.digraph.arcs(of: Int(node)) where graph.weights[arc] > 0 {
        guard let column = places[graph.digraph.targets[arc]] else { continue }
        matrix[row, column] -= Double(graph.weights[arc]) / passed[Int(node)]
      }
    }
    let isOpen = matrix.invert()
    for (place, node) in members.enumerated() {
      // Without a leak the inverse does not exist: whatever is paid comes back.
      returns[Int(node)] = isOpen ? max(0, 1 - 1 / matrix[place, place]) : 1
    }
  }
}
