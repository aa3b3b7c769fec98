/// How much of what a party pays can come back to it.
///
/// F(v) = the greatest flow from v back to v, v split into a payer and a payee: every other party
/// passes on no more than it gets. An upper bound: it takes all money that can take the way to have
/// taken it.
public struct SelfReturn: ~Copyable {
  private let network: ResidualNetwork
  private let weights: [Int64]

  /// Prepares a graph.
  public init(_ graph: WeightedDigraph) {
    let cyclic = graph.cyclic()
    network = ResidualNetwork(
      count: cyclic.count, sources: cyclic.sources, targets: cyclic.digraph.targets)
    weights = cyclic.weights
  }

  /// F of a node; zero where it is on no cycle.
  ///
  /// - Complexity: One maximum flow within the node's strong component.
  public func amount(of node: Int) -> Int64 {
    guard network.starts[node] < network.starts[node + 1] else { return 0 }
    network.load(weights)
    return network.maximumFlow(from: node, to: node)
  }
}
