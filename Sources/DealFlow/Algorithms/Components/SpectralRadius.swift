/// How fast the number of walks grows with their length: the greatest absolute eigenvalue of the
/// matrix of noughts and ones.
///
/// 0 without a cycle, 1 for a single one, more the thicker cycles are woven (used of food webs by
/// Fath and Halnes, "Cyclic energy pathways in ecological food webs", 2007).
public enum SpectralRadius {
  /// The radius of a graph, to about nine digits.
  ///
  /// Power iteration on the matrix plus one in each diagonal place, which makes every strong component
  /// aperiodic; Collatz and Wielandt's bounds say when to end.
  ///
  /// - Complexity: O(*m*) a step for *m* arcs within components, at most 10,000 steps.
  public static func radius(of graph: Digraph) -> Double {
    var radius = 0.0
    var places = [Int32](repeating: 0, count: graph.count)
    let weighted = WeightedDigraph(graph, weights: graph.targets.map { _ in 1 })
    for members in StrongComponents.groups(of: graph) where members.count > 1 {
      radius = max(radius, Self.radius(of: FeedbackComponent(weighted, members, &places)))
    }
    return radius
  }

  private static func radius(of component: FeedbackComponent) -> Double {
    var vector = [Double](repeating: 1, count: component.count)
    var (low, high) = (0.0, 0.0)
    var steps = 0
    repeat {
      var next = vector
      for arc in component.arcs { next[Int(arc.from)] += vector[Int(arc.to)] }
      (low, high) = (.infinity, 0)
      for node in vector.indices {
        let ratio = next[node] / vector[node]
        low = min(low, ratio)
        high = max(high, ratio)
      }
      let most = next.max() ?? 1
      vector = next.map { $0 / most }
      steps += 1
    } while high - low > 1e-10 * high && steps < 10_000
    return (low + high) / 2 - 1
  }
}
