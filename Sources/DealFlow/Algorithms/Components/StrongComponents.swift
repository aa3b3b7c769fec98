/// Strongly connected components (Tarjan, "Depth-first search and linear graph algorithms", 1972).
public enum StrongComponents {
  /// The number of each node's component; components are numbered in reverse topological order.
  ///
  /// - Complexity: O(*n* + *m*), without recursion.
  public static func numbers(of graph: Digraph) -> [Int32] {
    let none: Int32 = -1
    var component = [Int32](repeating: none, count: graph.count)
    var order = [Int32](repeating: none, count: graph.count)
    var low = [Int32](repeating: 0, count: graph.count)
    var next = graph.starts
    var stack: [Int32] = []
    var path: [Int32] = []
    var counter: Int32 = 0
    var components: Int32 = 0
    for root in 0..<graph.count where order[root] == none {
      path.append(Int32(root))
      while let top = path.last {
        let node = Int(top)
        if order[node] == none {
          order[node] = counter
          low[node] = counter
          counter += 1
          stack.append(top)
        }
        if next[node] < graph.starts[node + 1] {
          let successor = Int(graph.targets[Int(next[node])])
          next[node] += 1
          if order[successor] == none {
            path.append(Int32(successor))
          } else if component[successor] == none {
            low[node] = min(low[node], order[successor])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[Int(parent)] = min(low[Int(parent)], low[node]) }
        guard low[node] == order[node] else { continue }
        while let member = stack.popLast() {
          component[Int(member)] = components
          if member == top { break }
        }
        components += 1
      }
    }
    return component
  }

  /// The nodes of each component, ascending, by component number.
  public static func groups(of graph: Digraph) -> [[Int32]] {
    let numbers = numbers(of: graph)
    var groups = [[Int32]](repeating: [], count: Int(numbers.max() ?? -1) + 1)
    for (node, number) in numbers.enumerated() { groups[Int(number)].append(Int32(node)) }
    return groups
  }
}
