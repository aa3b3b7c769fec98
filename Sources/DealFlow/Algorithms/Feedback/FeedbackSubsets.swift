/// The order of a small component's nodes in which the least weight leads backward.
///
/// Dynamic programming over the sets of nodes that stand first (Held and Karp, "A dynamic programming
/// approach to sequencing problems", 1962; Lawler, "A comment on minimum feedback arc sets", 1964).
enum FeedbackSubsets {
  /// - Complexity: O(2^*k* *k*) steps and 8 × 2^*k* bytes for *k* nodes.
  static func order(_ component: FeedbackComponent) -> [Int32] {
    let count = component.count
    let weights = SubsetWeights(component)
    var least = [Int64](repeating: .max, count: 1 << count)
    least[0] = 0
    for set in 0..<(1 << count) - 1 {
      let before = least[set]
      var rest = ~set & ((1 << count) - 1)
      while rest != 0 {
        let node = rest.trailingZeroBitCount
        rest &= rest - 1
        let sum = before + weights.sum(of: node, into: set)
        if sum < least[set | 1 << node] { least[set | 1 << node] = sum }
      }
    }
    var order: [Int32] = []
    var set = (1 << count) - 1
    while set != 0 {
      let last = (0..<count).first { node in
        let others = set & ~(1 << node)
        return others != set && least[others] + weights.sum(of: node, into: others) == least[set]
      }
      guard let last else { break }
      order.append(Int32(last))
      set &= ~(1 << last)
    }
    return order.reversed()
  }
}

/// What each node pays to each set of nodes, looked up in two halves.
private struct SubsetWeights {
  private let half: Int
  private let mask: Int
  private var low: [Int64]
  private var high: [Int64]

  init(_ component: FeedbackComponent) {
    half = (component.count + 1) / 2
    mask = (1 << half) - 1
    low = [Int64](repeating: 0, count: component.count << half)
    high = low
    for arc in component.arcs {
      let (from, to) = (Int(arc.from), Int(arc.to))
      let bit = 1 << (to < half ? to : to - half)
      for set in 0...mask where set & bit != 0 {
        if to < half {
          low[from << half | set] += arc.weight
        } else {
          high[from << half | set] += arc.weight
        }
      }
    }
  }

  func sum(of node: Int, into set: Int) -> Int64 {
    low[node << half | set & mask] + high[node << half | set >> half]
  }
}
