/// Gross and net: what each party gets and pays, and what setting off would leave.
///
/// D'Errico and Roukny, "Compressing over-the-counter markets", 2017/2021. O(*n* + *m*).
public struct NetPositions: Sendable {
  /// What each node gets.
  public let inflows: [Int64]
  /// What each node pays.
  public let outflows: [Int64]
  /// The sum of all arcs.
  public let gross: Int64
  /// What must move at least so that every node ends where it ends: ∑ max(inflow - outflow, 0).
  public let netMinimum: Int64
  /// What pairs that pay each other can set off, both sides counted: ∑ 2 min(a(u,v), a(v,u)).
  public let bilateral: Int64

  /// The positions of a graph.
  public init(_ graph: WeightedDigraph) {
    var inflows = [Int64](repeating: 0, count: graph.count)
    var outflows = inflows
    var bilateral: Int64 = 0
    for index in graph.weights.indices {
      let arc = graph.arc(index)
      outflows[Int(arc.from)] += arc.weight
      inflows[Int(arc.to)] += arc.weight
      if arc.from < arc.to, let back = graph.digraph.arc(from: arc.to, to: arc.from) {
        bilateral += 2 * min(arc.weight, graph.weights[back])
      }
    }
    self.inflows = inflows
    self.outflows = outflows
    self.bilateral = bilateral
    gross = outflows.reduce(0, +)
    netMinimum = zip(inflows, outflows).reduce(0) { $0 + max($1.0 - $1.1, 0) }
  }

  /// What a node gets less what it pays.
  public func net(_ node: Int) -> Int64 { inflows[node] - outflows[node] }

  /// What compression could take away at most: gross less the net minimum.
  public var excess: Int64 { gross - netMinimum }
}
