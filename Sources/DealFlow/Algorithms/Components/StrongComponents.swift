/// Strongly connected components: the sets of nodes that reach each other.
///
/// Money graphs have one large component around their hubs. In graphs of more than a few arcs it is
/// found first, by ``HubCore``, in passes over memory in its order; what is left is done by depth-first
/// search (``ComponentSearch``), which alone would be enough.
public enum StrongComponents {
  /// Graphs of fewer arcs are searched without looking for a core.
  static let coreArcs = 1024

  /// The number of each node's component; components are numbered in reverse topological order.
  ///
  /// - Complexity: O(*n* + *m*), without recursion.
  public static func numbers(of graph: Digraph) -> [Int32] {
    Cells.viewing(graph.starts) { starts in
      Cells.viewing(graph.targets) { targets in
        var search = ComponentSearch(nodes: graph.count, starts: starts, targets: targets)
        if graph.targets.count >= coreArcs {
          search.begin(HubCore(nodes: graph.count, starts: starts, targets: targets))
        }
        return search.finished()
      }
    }
  }

  /// The nodes of each component, ascending, by component number.
  public static func groups(of graph: Digraph) -> [[Int32]] {
    let numbers = numbers(of: graph)
    var groups = [[Int32]](repeating: [], count: Int(numbers.max() ?? -1) + 1)
    for (node, number) in numbers.enumerated() { groups[Int(number)].append(Int32(node)) }
    return groups
  }
}
