/// How little a feedback arc set can weigh: cycles that share no weight each need an arc of theirs.
///
/// Cycles are taken out, short ones first, each with the width that is left on it; the sum of the
/// widths is a bound from below (the dual of the linear relaxation, filled greedily).
enum CyclePacking {
  /// Components of more arcs than this have the bound 0.
  private static let arcLimit = 4000

  /// - Complexity: O(*m*²) a length for *m* arcs; lengths 2 to 6, then any.
  static func bound(_ component: FeedbackComponent) -> Int64 {
    guard component.arcs.count <= arcLimit else { return 0 }
    return pack(component, component.arcs.map(\.weight)).bound
  }

  /// The bound where the arcs of the component have other weights, and the arcs of a short cycle;
  /// those of no weight are not there.
  static func pack(
    _ component: FeedbackComponent, _ weights: [Int64]
  ) -> (bound: Int64, cycle: [Int]) {
    var search = Search(component, weights)
    var bound: Int64 = 0
    var first: [Int] = []
    for length in [2, 3, 4, 5, 6, component.count] {
      for arc in component.arcs.indices {
        while let (width, cycle) = search.take(arc, length) {
          if first.isEmpty { first = cycle }
          bound = min(bound + width, ceiling)
        }
      }
    }
    return (bound, first)
  }

  /// Bounds are not told apart from here on.
  static let ceiling = Int64.max / 4

  private struct Search {
    private let arcs: [(from: Int32, to: Int32, weight: Int64, arc: Int)]
    private var left: [Int64]
    private var outgoing: [[Int]]
    private var arrivals: [Int]
    private var depths: [Int]

    init(_ component: FeedbackComponent, _ weights: [Int64]) {
      arcs = component.arcs
      left = weights
      outgoing = [[Int]](repeating: [], count: component.count)
      arrivals = [Int](repeating: -1, count: component.count)
      depths = arrivals
      for (place, arc) in arcs.enumerated() { outgoing[Int(arc.from)].append(place) }
    }

    /// Takes the shortest cycle over an arc out, if it has at most `length` arcs.
    mutating func take(_ arc: Int, _ length: Int) -> (width: Int64, cycle: [Int])? {
      guard left[arc] > 0 else { return nil }
      let (start, end) = (arcs[arc].to, arcs[arc].from)
      guard reach(from: start, to: end, within: length - 1) else { return nil }
      var cycle = [arc]
      var node = end
      while node != start {
        cycle.append(arrivals[Int(node)])
        node = arcs[arrivals[Int(node)]].from
      }
      let width = cycle.map { left[$0] }.min() ?? 0
      for place in cycle { left[place] -= width }
      return (width, cycle)
    }

    private mutating func reach(from start: Int32, to end: Int32, within limit: Int) -> Bool {
      for node in depths.indices { depths[node] = -1 }
      depths[Int(start)] = 0
      var queue = [start]
      var place = 0
      while place < queue.count {
        let node = queue[place]
        place += 1
        if depths[Int(node)] == limit { return false }
        for arc in outgoing[Int(node)] where left[arc] > 0 && depths[Int(arcs[arc].to)] < 0 {
          let next = arcs[arc].to
          depths[Int(next)] = depths[Int(node)] + 1
          arrivals[Int(next)] = arc
          if next == end { return true }
          queue.append(next)
        }
      }
      return false
    }
  }
}
