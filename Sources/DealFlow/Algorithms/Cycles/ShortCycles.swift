/// Cycles of two and three nodes, each met at its node of least degree.
///
/// Nodes are ranked by degree, and of each only the arcs to and from nodes of higher rank are kept:
/// those lists are short even for hubs, at most √(2*m*) nodes (Chiba and Nishizeki, "Arboricity and
/// subgraph listing algorithms", 1985, for directed graphs). From each node the triangles over two
/// higher ones are closed by marks.
struct ShortCycles: ~Copyable {
  private let nodes: Int
  /// The nodes by rank.
  private let order: Cells<Int32>
  /// Where the higher successors of each rank start; the last entry is the end.
  private let outStarts: Cells<Int32>
  private let outward: Cells<Int32>
  /// Where the higher predecessors of each rank start.
  private let inStarts: Cells<Int32>
  private let inward: Cells<Int32>
  /// Of each rank whether the one that is searched from pays it (1) or is paid by it (2).
  private let marks: Cells<UInt8>
  private let path: Cells<Int32>

  private static let isPaid: UInt8 = 1
  private static let isPaying: UInt8 = 2

  /// Prepares a graph.
  ///
  /// - Complexity: O(*n* + *m*).
  init(_ graph: Digraph) {
    nodes = graph.count
    order = Cells(room: nodes)
    outStarts = Cells(count: nodes + 2, filledWith: 0)
    inStarts = Cells(count: nodes + 2, filledWith: 0)
    outward = Cells(room: graph.targets.count)
    inward = Cells(room: graph.targets.count)
    marks = Cells(count: nodes, filledWith: 0)
    path = Cells(room: 3)
    let ranks = Cells<Int32>(room: nodes)
    defer { ranks.free() }
    Cells.viewing(graph.starts) { starts in
      Cells.viewing(graph.targets) { targets in
        rank(starts, targets, ranks)
        fill(starts, targets, ranks)
      }
    }
  }

  deinit {
    for block in [order, outStarts, outward, inStarts, inward, path] { block.free() }
    marks.free()
  }

  /// Hands the cycles of up to `limit` nodes, which is 2 or 3, to `sink`; false where it was ended.
  ///
  /// - Complexity: O(*m*^1.5).
  func run<Sink: CycleSink & ~Copyable>(_ limit: Int, _ sink: inout Sink) -> Bool {
    var fuel = 0
    for rank in 0..<Int32(nodes) {
      let (out, into) = (
        Int(outStarts[rank])..<Int(outStarts[rank + 1]),
        Int(inStarts[rank])..<Int(inStarts[rank + 1])
      )
      if out.isEmpty || into.isEmpty { continue }
      for place in out { marks[outward[place]] = Self.isPaid }
      for place in into { marks[inward[place]] |= Self.isPaying }
      let goesOn = close(rank, out, into, limit, &fuel, &sink)
      for place in out { marks[outward[place]] = 0 }
      for place in into { marks[inward[place]] = 0 }
      if !goesOn { return false }
    }
    return true
  }

  @inline(__always)
  private func close<Sink: CycleSink & ~Copyable>(
    _ rank: Int32, _ out: Range<Int>, _ into: Range<Int>, _ limit: Int, _ fuel: inout Int,
    _ sink: inout Sink
  ) -> Bool {
    path[0] = order[rank]
    for place in out where marks[outward[place]] & Self.isPaying != 0 {
      path[1] = order[outward[place]]
      if !(Sink.countsOnly ? sink.takeMany(1) : sink.take(path, 2, 0)) { return false }
    }
    if limit < 3 { return true }
    for place in out {
      path[1] = order[outward[place]]
      if !closeAll(outStarts, outward, outward[place], Self.isPaying, &fuel, &sink) {
        return false
      }
    }
    path[1] = order[rank]
    for place in into {
      path[0] = order[inward[place]]
      if !closeAll(inStarts, inward, inward[place], Self.isPaid, &fuel, &sink) { return false }
    }
    return true
  }

  /// Hands over the triangles of the two nodes in `path` with the marked ones of a list.
  @inline(__always)
  private func closeAll<Sink: CycleSink & ~Copyable>(
    _ starts: Cells<Int32>, _ lists: Cells<Int32>, _ node: Int32, _ mark: UInt8,
    _ fuel: inout Int, _ sink: inout Sink
  ) -> Bool {
    let (start, end) = (Int(starts[node]), Int(starts[node + 1]))
    while fuel < end - start {
      let more = sink.refuel()
      if more == 0 { return false }
      fuel += more
    }
    fuel -= end - start
    if Sink.countsOnly {
      var count = 0
      for place in start..<end { count += marks[lists[place]] & mark != 0 ? 1 : 0 }
      return count == 0 || sink.takeMany(count)
    }
    var shared = 0
    for place in start..<end where marks[lists[place]] & mark != 0 {
      path[2] = order[lists[place]]
      if !sink.take(path, 3, shared) { return false }
      shared = 2
    }
    return true
  }

  /// Ranks the nodes by degree, the least first, by counting.
  private func rank(_ starts: Cells<Int32>, _ targets: Cells<Int32>, _ ranks: Cells<Int32>) {
    let degrees = Cells(count: nodes, filledWith: Int32(0))
    for arc in 0..<targets.count { degrees[targets[arc]] += 1 }
    var most: Int32 = 0
    for node in 0..<nodes {
      degrees[node] += starts[node + 1] - starts[node]
      most = max(most, degrees[node])
    }
    let next = Cells(count: Int(most) + 2, filledWith: Int32(0))
    for node in 0..<nodes { next[degrees[node] + 1] += 1 }
    for degree in 0...most { next[degree + 1] += next[degree] }
    for node in 0..<nodes {
      let rank = next[degrees[node]]
      next[degrees[node]] += 1
      ranks[node] = rank
      order[rank] = Int32(node)
    }
    degrees.free()
    next.free()
  }

  /// Sets down the arcs at their ends of lower rank.
  private func fill(_ starts: Cells<Int32>, _ targets: Cells<Int32>, _ ranks: Cells<Int32>) {
    for node in 0..<nodes {
      let rank = ranks[node]
      for arc in Int(starts[node])..<Int(starts[node + 1]) {
        let head = ranks[targets[arc]]
        if rank < head { outStarts[rank + 2] += 1 } else { inStarts[head + 2] += 1 }
      }
    }
    for rank in 0..<nodes {
      outStarts[rank + 2] += outStarts[rank + 1]
      inStarts[rank + 2] += inStarts[rank + 1]
    }
    // What is counted two places on starts one place on and, when its list is filled, ends there.
    for node in 0..<nodes {
      let rank = ranks[node]
      for arc in Int(starts[node])..<Int(starts[node + 1]) {
        let head = ranks[targets[arc]]
        if rank < head {
          outward[outStarts[rank + 1]] = head
          outStarts[rank + 1] += 1
        } else {
          inward[inStarts[head + 1]] = rank
          inStarts[head + 1] += 1
        }
      }
    }
  }
}
