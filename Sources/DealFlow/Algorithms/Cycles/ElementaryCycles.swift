/// Elementary cycles of a directed graph, each once.
///
/// Roots are taken hub first, for cycles through hubs are the most, and each root is taken out of the
/// graph before the next. From a root only paths are followed that can return within the bound, by
/// the distances of ``RootedGraph`` and, for long bounds, the barriers of ``CycleWalk``.
public struct ElementaryCycles: ~Copyable {
  private let graph: Digraph

  /// Prepares a graph.
  public init(_ graph: Digraph) { self.graph = graph }

  /// Calls `body` with each cycle of at most `limit` nodes, its least node first, until it returns
  /// false.
  ///
  /// - Returns: Whether all cycles were seen.
  /// - Complexity: O(*k* *m*) for each cycle, where *k* is the bound, or *n* without one.
  @discardableResult
  public func forEach(limit: Int = .max, _ body: ([Int32]) -> Bool) -> Bool {
    withoutActuallyEscaping(body) { body in
      var sink = CallingSink(CycleQuery(maximumLength: limit), body)
      return search(CycleQuery(maximumLength: limit), &sink)
    }
  }

  /// Counts the cycles of a query.
  public func count(_ query: CycleQuery) -> CycleCount {
    var sink = CountingSink(query)
    let isComplete = search(query, &sink)
    return CycleCount(count: sink.count, isComplete: isComplete)
  }

  /// Counts the cycles of a multigraph whose arcs stand for `parallels` arcs each.
  public func count(_ query: CycleQuery, parallels: [Int]) -> CycleCount {
    var sink = ParallelSink(query, graph, parallels)
    let isComplete = search(query, &sink)
    return CycleCount(count: sink.count, isComplete: isComplete)
  }

  /// Keeps the cycles of a query.
  public func list(_ query: CycleQuery) -> CycleList {
    var sink = ListingSink(query, nodes: graph.count)
    let isComplete = search(query, &sink)
    return CycleList(sink, isComplete: isComplete)
  }

  private func search<Sink: CycleSink & ~Copyable>(
    _ query: CycleQuery, _ sink: inout Sink
  ) -> Bool {
    let limit = min(query.maximumLength, graph.count)
    if limit < 2 { return true }
    if limit <= 3, query.node == nil { return ShortCycles(graph).run(limit, &sink) }
    let all = ArcLists(graph)
    if let node = query.node {
      let turned = all.turned()
      var around = RootedGraph(nodes: graph.count)
      var walk = CycleWalk(nodes: graph.count)
      around.find(node, limit, all, turned, successor: query.successor)
      let names = Cells(0..<Int32(graph.count))
      defer { names.free() }
      return walk.run(around, min(limit, around.count), names, &sink)
    }
    return searchAll(all, limit, &sink)
  }

  private func searchAll<Sink: CycleSink & ~Copyable>(
    _ all: borrowing ArcLists, _ limit: Int, _ sink: inout Sink
  ) -> Bool {
    let order = Cells(hubsFirst())
    let names = Cells(count: graph.count, filledWith: Int32(-1))
    for place in 0..<order.count { names[order[place]] = Int32(place) }
    defer {
      order.free()
      names.free()
    }
    let turned = all.turned(
      nodes: order.count, arcs: graph.targets.count, order: (order, names))
    let arcs = turned.turned()
    var around = RootedGraph(nodes: order.count)
    var walk = CycleWalk(nodes: order.count)
    for root in 0..<Int32(order.count) {
      if arcs.degree(root) > 0, turned.degree(root) > 0 {
        around.find(root, limit, arcs, turned, successor: nil)
        if !walk.run(around, min(limit, around.count), order, &sink) { return false }
      }
      // The root is the least node left, so it stands first in every list.
      for place in Int(turned.first[root])..<Int(turned.end[root]) {
        arcs.first[turned.heads[place]] += 1
      }
      for place in Int(arcs.first[root])..<Int(arcs.end[root]) {
        turned.first[arcs.heads[place]] += 1
      }
    }
    return true
  }

  /// The nodes of strong components of more than one node, those with the most ways through first.
  private func hubsFirst() -> [Int32] {
    let components = StrongComponents.numbers(of: graph)
    var (paid, paying) = (
      [Int](repeating: 0, count: graph.count), [Int](repeating: 0, count: graph.count)
    )
    for node in 0..<graph.count {
      for arc in graph.arcs(of: node) {
        let head = Int(graph.targets[arc])
        guard components[node] == components[head] else { continue }
        paying[node] += 1
        paid[head] += 1
      }
    }
    let ways = zip(paid, paying).map { $0 * $1 }
    return (0..<Int32(graph.count)).filter { ways[Int($0)] > 0 }.sorted { left, right in
      let (first, second) = (ways[Int(left)], ways[Int(right)])
      return first == second ? left < right : first > second
    }
  }
}
