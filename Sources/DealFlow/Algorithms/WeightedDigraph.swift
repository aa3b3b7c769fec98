/// A directed graph whose arcs carry whole amounts: who pays whom how much.
public struct WeightedDigraph: Sendable {
  /// The nodes and arcs.
  public let digraph: Digraph
  /// The amount of each arc, in the order of `digraph.targets`; never negative.
  public let weights: [Int64]
  /// The node each arc leaves.
  public let sources: [Int32]

  /// Makes a graph of arcs; the amounts of parallel arcs are added, arcs from a node to itself are
  /// left out.
  ///
  /// - Complexity: O(*n* + *m* log *m*) for *n* nodes and *m* arcs.
  public init(count: Int, arcs: [(from: Int32, to: Int32, weight: Int64)]) {
    digraph = Digraph(count: count, arcs: arcs.map { ($0.from, $0.to) })
    var weights = [Int64](repeating: 0, count: digraph.targets.count)
    for arc in arcs {
      if let place = digraph.arc(from: arc.from, to: arc.to) { weights[place] += arc.weight }
    }
    self.weights = weights
    sources = digraph.sources()
  }

  /// Makes a graph of a digraph and the amounts of its arcs.
  public init(_ digraph: Digraph, weights: [Int64]) {
    precondition(weights.count == digraph.targets.count, "an amount for each arc")
    self.digraph = digraph
    self.weights = weights
    sources = digraph.sources()
  }

  /// The number of nodes.
  public var count: Int { digraph.count }

  /// The arcs by number: from where, to where, how much.
  public func arc(_ index: Int) -> (from: Int32, to: Int32, weight: Int64) {
    (sources[index], digraph.targets[index], weights[index])
  }

  /// The graph of the arcs that `isKept` says true of; nodes keep their numbers.
  ///
  /// - Complexity: O(*n* + *m*).
  public func filtered(_ isKept: (Int) -> Bool) -> WeightedDigraph {
    let kept = weights.indices.filter(isKept)
    return WeightedDigraph(
      Digraph(
        count: count, sortedSources: kept.map { sources[$0] },
        targets: kept.map { digraph.targets[$0] }),
      weights: kept.map { weights[$0] })
  }

  /// The graph of the arcs that lie on cycles: those inside a strong component.
  public func cyclic() -> WeightedDigraph {
    let components = StrongComponents.numbers(of: digraph)
    return filtered { components[Int(sources[$0])] == components[Int(digraph.targets[$0])] }
  }
}
