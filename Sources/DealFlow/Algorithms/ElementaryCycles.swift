/// Elementary cycles of a directed graph, each once, the least node first.
///
/// Roots are taken in ascending order; from each, paths over later nodes are followed as long as the
/// way back to the root is short enough. The distance back to the root is found first, by breadth
/// first search from the root over reversed arcs, so that no path is followed that cannot return
/// within the bound (hop-constrained pruning after Peng et al., "Towards bridging theory and
/// practice: hop-constrained s-t simple path enumeration", VLDB 2019). Paths of any length are
/// followed with the blocking of Johnson, "Finding all the elementary circuits of a directed graph",
/// 1975.
public struct ElementaryCycles {
  private let graph: Digraph
  private let reversed: Digraph
  private let components: [Int32]

  /// Prepares a graph.
  public init(_ graph: Digraph) {
    self.graph = graph
    reversed = graph.reversed()
    components = StrongComponents.numbers(of: graph)
  }

  /// Calls `body` with each cycle of at most `limit` nodes until it returns false.
  ///
  /// - Returns: Whether all cycles were seen.
  /// - Complexity: O((*n* + *m*)(*c* + 1)) for *c* cycles without a bound; with a bound the search is
  ///   pruned by distance and may visit dead ends within it.
  @discardableResult
  public func forEach(limit: Int = .max, _ body: ([Int32]) -> Bool) -> Bool {
    for root in 0..<graph.count where graph.starts[root] < graph.starts[root + 1] {
      let completed =
        limit < graph.count
        ? bounded(from: root, limit: limit, body) : unbounded(from: root, body)
      if !completed { return false }
    }
    return true
  }

  private func isOpen(_ node: Int, from root: Int) -> Bool {
    node >= root && components[node] == components[root]
  }

  /// The number of arcs from each node back to the root, over nodes that are not before it.
  private func distances(to root: Int, limit: Int) -> [Int32] {
    var distance = [Int32](repeating: .max, count: graph.count)
    distance[root] = 0
    var queue = [Int32(root)]
    var head = 0
    while head < queue.count {
      let node = Int(queue[head])
      head += 1
      if distance[node] >= limit { continue }
      for arc in reversed.arcs(of: node) {
        let before = Int(reversed.targets[arc])
        guard isOpen(before, from: root), distance[before] == .max else { continue }
        distance[before] = distance[node] + 1
        queue.append(Int32(before))
      }
    }
    return distance
  }

  private func bounded(from root: Int, limit: Int, _ body: ([Int32]) -> Bool) -> Bool {
    let distance = distances(to: root, limit: limit)
    var onPath = [Bool](repeating: false, count: graph.count)
    var path = [Int32(root)]
    var next = [Int(graph.starts[root])]
    onPath[root] = true
    while let node = path.last.map(Int.init), let arc = next.last {
      guard arc < Int(graph.starts[node + 1]) else {
        onPath[node] = false
        path.removeLast()
        next.removeLast()
        continue
      }
      next[next.count - 1] = arc + 1
      let target = Int(graph.targets[arc])
      if target == root {
        if path.count > 1, !body(path) { return false }
      } else if isOpen(target, from: root), !onPath[target],
        distance[target] != .max, path.count + Int(distance[target]) <= limit
      {
        onPath[target] = true
        path.append(Int32(target))
        next.append(Int(graph.starts[target]))
      }
    }
    return true
  }

  private func unbounded(from root: Int, _ body: ([Int32]) -> Bool) -> Bool {
    let distance = distances(to: root, limit: .max)
    var blocked = [Bool](repeating: false, count: graph.count)
    var waiting = [Set<Int32>](repeating: [], count: graph.count)
    var path = [Int32(root)]
    var next = [Int(graph.starts[root])]
    var found = [false]
    blocked[root] = true
    while let node = path.last.map(Int.init), let arc = next.last {
      if arc < Int(graph.starts[node + 1]) {
        next[next.count - 1] = arc + 1
        let target = Int(graph.targets[arc])
        if target == root {
          found[found.count - 1] = true
          if path.count > 1, !body(path) { return false }
        } else if isOpen(target, from: root), distance[target] != .max, !blocked[target] {
          blocked[target] = true
          path.append(Int32(target))
          next.append(Int(graph.starts[target]))
          found.append(false)
        }
        continue
      }
      let closed = found.removeLast()
      path.removeLast()
      next.removeLast()
      if closed {
        unblock(node, &blocked, &waiting)
        if !found.isEmpty { found[found.count - 1] = true }
      } else {
        for arc in graph.arcs(of: node) where isOpen(Int(graph.targets[arc]), from: root) {
          waiting[Int(graph.targets[arc])].insert(Int32(node))
        }
      }
    }
    return true
  }

  private func unblock(_ node: Int, _ blocked: inout [Bool], _ waiting: inout [Set<Int32>]) {
    var stack = [Int32(node)]
    while let top = stack.popLast() {
      guard blocked[Int(top)] else { continue }
      blocked[Int(top)] = false
      stack += waiting[Int(top)]
      waiting[Int(top)].removeAll()
    }
  }
}
