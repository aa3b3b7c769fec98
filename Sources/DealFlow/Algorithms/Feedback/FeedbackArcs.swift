/// The least arcs without which no cycle is left: a minimum feedback arc set.
///
/// The problem is NP-hard (Karp, "Reducibility among combinatorial problems", 1972). In components of
/// up to ``exactLimit`` nodes it is solved by going through all sets of nodes; in larger ones an order
/// of the nodes is improved step by step and cycles that share no weight say how little any set can
/// weigh. Where both do not meet, sets are searched by branch and bound, which ends without a proof
/// after a number of steps.
public struct FeedbackArcs: Sendable {
  /// The numbers of the arcs, ascending.
  public private(set) var arcs: [Int] = []
  /// What they weigh together.
  public private(set) var weight: Int64 = 0
  /// What no set can weigh less than.
  public private(set) var lowerBound: Int64 = 0

  /// The components of at most this many nodes are solved exactly.
  public static let exactLimit = 18

  /// Whether no set weighs less.
  public var isProven: Bool { weight == lowerBound }

  /// Finds feedback arcs of a graph; arcs of no weight may be among them.
  ///
  /// - Complexity: O(2^*k* *k*) for a component of *k* ≤ ``exactLimit`` nodes; O(*n*² + *n* *m*) a
  ///   pass, and as many passes as there are improvements up to a dozen, for larger ones.
  public init(_ graph: WeightedDigraph) {
    var places = [Int32](repeating: 0, count: graph.count)
    for members in StrongComponents.groups(of: graph.digraph) where members.count > 1 {
      let component = FeedbackComponent(graph, members, &places)
      let order: [Int32]
      if members.count <= Self.exactLimit {
        order = FeedbackSubsets.order(component)
        lowerBound += component.backward(order).weight
      } else {
        let search = FeedbackSearch(component)
        order = search.order
        lowerBound += search.lowerBound
      }
      let backward = component.backward(order)
      arcs += backward.arcs
      weight += backward.weight
    }
    arcs.sort()
  }
}

/// A strong component with nodes of its own numbers.
struct FeedbackComponent {
  /// How many nodes there are.
  let count: Int
  /// The arcs; `arc` is the number in the whole graph.
  let arcs: [(from: Int32, to: Int32, weight: Int64, arc: Int)]

  /// The component of the nodes `members`; `places` is room for a number of each node of the graph.
  init(_ graph: WeightedDigraph, _ members: [Int32], _ places: inout [Int32]) {
    for (place, node) in members.enumerated() { places[Int(node)] = Int32(place) }
    let inside = Set(members)
    var arcs: [(from: Int32, to: Int32, weight: Int64, arc: Int)] = []
    for node in members {
      for arc in graph.digraph.arcs(of: Int(node)) {
        let target = graph.digraph.targets[arc]
        guard inside.contains(target) else { continue }
        arcs.append((places[Int(node)], places[Int(target)], graph.weights[arc], arc))
      }
    }
    count = members.count
    self.arcs = arcs
  }

  /// The arcs that lead backward in an order of the nodes.
  func backward(_ order: [Int32]) -> (arcs: [Int], weight: Int64) {
    var ranks = [Int](repeating: 0, count: count)
    for (rank, node) in order.enumerated() { ranks[Int(node)] = rank }
    let back = arcs.filter { ranks[Int($0.from)] > ranks[Int($0.to)] }
    return (back.map(\.arc), back.reduce(0) { $0 + $1.weight })
  }
}
