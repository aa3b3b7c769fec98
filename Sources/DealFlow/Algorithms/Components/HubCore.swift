/// Nodes that a hub reaches and that reach it: all or most of its strong component.
///
/// Both searches go through the nodes in the order of memory, again and again, instead of following a
/// queue: forward each node that was reached hands on to its successors, backward each node that was
/// reached looks for a successor that returns and stops at the first (the bottom-up step of Beamer,
/// Asanović and Patterson, "Direction-optimizing breadth-first search", SC 2012), so that the arcs
/// are never turned round. Graphs that would need many passes, such as long rings, are given up: the
/// core is then smaller than the component, never larger.
struct HubCore: ~Copyable {
  /// The nodes that the hub reaches; only nodes of these can be in its component.
  let reached: NodeSet
  /// Those that are known to reach the hub too.
  let members: NodeSet
  private let starts: Cells<Int32>
  private let targets: Cells<Int32>

  /// How many passes a search takes at most.
  private static let passes = 40
  /// How many arcs are looked at to guess who is paid often.
  private static let sample = 1 << 16

  /// Finds the core of a graph.
  ///
  /// - Complexity: O(*n* + *m*), with a factor of a few dozen at worst.
  init(nodes: Int, starts: Cells<Int32>, targets: Cells<Int32>) {
    reached = NodeSet(nodes)
    members = NodeSet(nodes)
    self.starts = starts
    self.targets = targets
    let hub = hub(nodes)
    reached.insert(hub)
    members.insert(hub)
    goForward()
    goBackward()
  }

  /// The node with the most ways through, by a sample of the arcs.
  private func hub(_ nodes: Int) -> Int32 {
    let step = max(1, targets.count / Self.sample)
    let paid = Cells(count: nodes, filledWith: Int32(0))
    defer { paid.free() }
    for arc in stride(from: 0, to: targets.count, by: step) { paid[targets[arc]] += 1 }
    var best: (ways: Int, node: Int32) = (-1, 0)
    for node in 0..<nodes {
      let ways = Int(paid[node]) * Int(starts[node + 1] - starts[node])
      if ways > best.ways { best = (ways, Int32(node)) }
    }
    return best.node
  }

  private func goForward() {
    let words = reached.words
    let done = Cells(count: words.count, filledWith: UInt64(0))
    defer { done.free() }
    for _ in 0..<Self.passes {
      var isDone = true
      for word in 0..<words.count {
        while true {
          let open = words[word] & ~done[word]
          guard open != 0 else { break }
          isDone = false
          done[word] |= open & (~open + 1)
          let node = word << 6 + open.trailingZeroBitCount
          for arc in Int(starts[node])..<Int(starts[node + 1]) { reached.insert(targets[arc]) }
        }
      }
      if isDone { return }
    }
  }

  private func goBackward() {
    let words = reached.words
    for _ in 0..<Self.passes {
      var (found, left) = (0, 0)
      for word in 0..<words.count {
        var open = words[word] & ~members.words[word]
        while open != 0 {
          let node = word << 6 + open.trailingZeroBitCount
          open &= open - 1
          if returns(node) {
            members.words[word] |= 1 << UInt64(node & 63)
            found += 1
          } else {
            left += 1
          }
        }
      }
      if left == 0 || found < left / 64 + 1 { return }
    }
  }

  @inline(__always)
  private func returns(_ node: Int) -> Bool {
    for arc in Int(starts[node])..<Int(starts[node + 1]) where members.contains(targets[arc]) {
      return true
    }
    return false
  }
}
