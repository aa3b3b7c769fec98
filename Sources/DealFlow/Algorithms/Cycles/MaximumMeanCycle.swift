/// The greatest mean amount of the arcs of a cycle (Karp, "A characterization of the minimum cycle
/// mean in a digraph", 1978, turned round).
///
/// The mean says how large the payments of the weightiest circle are; its bottleneck may be far less.
public enum MaximumMeanCycle {
  /// The greatest mean, nil where there is no cycle or a strong component has more than `limit` nodes.
  ///
  /// max over v of min over k of (D(n,v) − D(k,v)) / (n − k), where D(k,v) is the weight of the
  /// heaviest walk of k arcs that ends at v.
  ///
  /// - Complexity: O(*n* *m*) time and O(*n*²) space for components of *n* nodes and *m* arcs.
  public static func mean(of graph: WeightedDigraph, limit: Int = 2000) -> Double? {
    var places = [Int32](repeating: 0, count: graph.count)
    var best: Double?
    for members in StrongComponents.groups(of: graph.digraph) where members.count > 1 {
      guard members.count <= limit else { return nil }
      let component = FeedbackComponent(graph, members, &places)
      best = max(best ?? -.infinity, mean(of: component))
    }
    return best
  }

  private static func mean(of component: FeedbackComponent) -> Double {
    let count = component.count
    let none = -Double.infinity
    var walks = [[Double]](
      repeating: [Double](repeating: none, count: count), count: count + 1)
    walks[0][0] = 0
    for length in 1...count {
      for arc in component.arcs {
        let before = walks[length - 1][Int(arc.from)]
        let weight = before + Double(arc.weight)
        if weight > walks[length][Int(arc.to)] { walks[length][Int(arc.to)] = weight }
      }
    }
    var best = none
    for node in 0..<count where walks[count][node] > none {
      var least = Double.infinity
      for length in 0..<count where walks[length][node] > none {
        least = min(least, (walks[count][node] - walks[length][node]) / Double(count - length))
      }
      best = max(best, least)
    }
    return best
  }
}
