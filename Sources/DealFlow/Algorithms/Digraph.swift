/// A directed graph over the integers 0..<count, as compressed sparse rows.
///
/// Parallel arcs are one; arcs from a node to itself are left out.
public struct Digraph: Sendable {
  /// The number of nodes.
  public let count: Int
  /// Where the successors of each node start in `targets`; one more entry than nodes.
  public let starts: [Int32]
  /// The successors of all nodes, ascending for each node.
  public let targets: [Int32]

  /// Makes a graph of arcs.
  ///
  /// - Complexity: O(*n* + *m*) for *n* nodes and *m* arcs.
  public init(count: Int, arcs: [(from: Int32, to: Int32)]) {
    // Sorted by target, then stably by source: both by counting.
    let real = arcs.filter { $0.from != $0.to }
    let byTarget = Self.places(real.lazy.map(\.to), count: count)
    var turned = [(from: Int32, to: Int32)](repeating: (0, 0), count: real.count)
    for (arc, place) in zip(real, byTarget) { turned[Int(place)] = arc }
    let bySource = Self.places(turned.lazy.map(\.from), count: count)
    var sorted = real
    for (arc, place) in zip(turned, bySource) { sorted[Int(place)] = arc }
    var sources: [Int32] = []
    var targets: [Int32] = []
    sources.reserveCapacity(sorted.count)
    targets.reserveCapacity(sorted.count)
    var last: (from: Int32, to: Int32) = (-1, -1)
    for arc in sorted where arc != last {
      sources.append(arc.from)
      targets.append(arc.to)
      last = arc
    }
    self.init(count: count, sortedSources: sources, targets: targets)
  }

  /// Makes a graph of arcs that are sorted by source and target, none twice.
  ///
  /// - Complexity: O(*n* + *m*).
  init(count: Int, sortedSources: [Int32], targets: [Int32]) {
    var starts = [Int32](repeating: 0, count: count + 1)
    for source in sortedSources { starts[Int(source) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    self.count = count
    self.starts = starts
    self.targets = targets
  }

  /// The positions in `targets` of a node's successors.
  public func arcs(of node: Int) -> Range<Int> { Int(starts[node])..<Int(starts[node + 1]) }

  /// The number of the arc from one node to another, by bisection.
  public func arc(from source: Int32, to target: Int32) -> Int? {
    var low = Int(starts[Int(source)])
    let end = Int(starts[Int(source) + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if targets[middle] < target { low = middle + 1 } else { high = middle }
    }
    return low < end && targets[low] == target ? low : nil
  }

  /// The node each arc leaves.
  public func sources() -> [Int32] {
    var sources: [Int32] = []
    sources.reserveCapacity(targets.count)
    for node in 0..<count {
      for _ in arcs(of: node) { sources.append(Int32(node)) }
    }
    return sources
  }

  /// The graph with every arc turned round.
  ///
  /// - Complexity: O(*n* + *m*).
  public func reversed() -> Digraph {
    var starts = [Int32](repeating: 0, count: count + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for node in 0..<count { starts[node + 1] += starts[node] }
    var next = starts
    var sources = [Int32](repeating: 0, count: targets.count)
    for node in 0..<count {
      for arc in arcs(of: node) {
        let target = Int(targets[arc])
        sources[Int(next[target])] = Int32(node)
        next[target] += 1
      }
    }
    return Digraph(count: count, starts: starts, targets: sources)
  }

  /// The graph of the arcs that lie on cycles: those inside a strong component.
  ///
  /// - Complexity: O(*n* + *m*).
  public func cyclic() -> Digraph {
    let components = StrongComponents.numbers(of: self)
    let sources = sources()
    let kept = targets.indices.filter {
      components[Int(sources[$0])] == components[Int(targets[$0])]
    }
    return Digraph(
      count: count, sortedSources: kept.map { sources[$0] }, targets: kept.map { targets[$0] })
  }

  init(count: Int, starts: [Int32], targets: [Int32]) {
    self.count = count
    self.starts = starts
    self.targets = targets
  }

  /// Where each of the keys stands after a stable sort of them.
  private static func places(_ keys: some Sequence<Int32>, count: Int) -> [Int32] {
    var next = [Int32](repeating: 0, count: count + 1)
    for key in keys { next[Int(key) + 1] += 1 }
    for key in 0..<count { next[key + 1] += next[key] }
    return keys.map { key in
      defer { next[Int(key)] += 1 }
      return next[Int(key)]
    }
  }
}
