/// The search of ``BestCycles`` among cycles of up to a length.
struct BestCycleSearch: ~Copyable {
  private let arcs: CyclicArcs
  private var bar: CycleBar
  private var bounds: ReturnBounds
  private let path: Cells<Int32>
  private let places: Cells<Int32>
  private let worth: Cells<Double>
  private let known: Cells<Bool>
  private let onPath: Cells<Bool>
  /// How many steps are left.
  private(set) var steps: Int

  /// Prepares a search among arcs for cycles that reach a bar.
  init(_ arcs: consuming CyclicArcs, _ bar: CycleBar, steps: Int) {
    self.bar = bar
    self.steps = steps
    bounds = ReturnBounds(nodes: arcs.count, limit: bar.limit)
    path = Cells(room: bar.limit + 1)
    places = Cells(room: bar.limit + 1)
    worth = Cells(room: bar.limit + 1)
    known = Cells(room: bar.limit + 1)
    onPath = Cells(count: arcs.count, filledWith: false)
    self.arcs = arcs
  }

  deinit {
    path.free()
    places.free()
    worth.free()
    known.free()
    onPath.free()
  }

  /// Hands over each cycle that reaches the bar, its least node first, and takes the bar anew; false
  /// where no step is left.
  mutating func run(_ offer: ([Int32]) -> (key: Double, length: Int)) -> Bool {
    let roots = arcs.root.map { $0..<$0 + 1 } ?? 0..<Int32(arcs.count)
    for root in roots {
      // With one root only, no other was taken out before it.
      let least = arcs.root == nil ? root : -1
      defer { bounds.clear() }
      guard bounds.find(root, above: least, arcs.inward, bar, &steps),
        walk(root, least, nil, offer)
      else { return false }
    }
    return true
  }

  /// Hands over each cycle over an arc of a value that reaches the bar, once for each such arc.
  mutating func run(
    over value: Double, _ offer: ([Int32]) -> (key: Double, length: Int)
  ) -> Bool {
    for root in 0..<Int32(arcs.count) {
      let range = Int(arcs.outward.starts[root])..<Int(arcs.outward.starts[root + 1])
      for arc in range where arcs.outward.values[arc] == value {
        defer { bounds.clear() }
        guard bounds.find(root, above: -1, arcs.inward, bar, &steps),
          walk(root, -1, arcs.outward.heads[arc], offer)
        else { return false }
      }
    }
    return true
  }

  /// Follows the paths from a root, all or those that go on to one node, over nodes above `least`.
  private mutating func walk(
    _ root: Int32, _ least: Int32, _ successor: Int32?,
    _ offer: ([Int32]) -> (key: Double, length: Int)
  ) -> Bool {
    let lists = arcs.outward
    path[0] = root
    places[0] = lists.starts[root]
    worth[0] = bar.measure.empty
    known[0] = true
    var depth = 1
    defer { for place in 1..<max(depth, 1) { onPath[path[place]] = false } }
    while true {
      let node = path[depth - 1]
      let place = places[depth - 1]
      guard place < lists.starts[node + 1] else {
        if depth == 1 { return true }
        depth -= 1
        onPath[node] = false
        continue
      }
      places[depth - 1] += 1
      steps -= 1
      if steps < 0 { return false }
      let next = lists.heads[place]
      guard next >= least, !onPath[next] else { continue }
      if depth == 1, let successor, next != successor { continue }
      let value = bar.measure.joined(worth[depth - 1], lists.values[place])
      let isKnown = known[depth - 1] && lists.values[place] != .infinity
      if next == root {
        if depth > 1, bar.measure.key(value, isKnown: isKnown, length: depth) >= bar.key {
          (bar.key, bar.length) = offer(cycle(depth))
        }
      } else if bar.admits(value, isKnown: isKnown, depth: depth, to: next, bounds) {
        path[depth] = next
        places[depth] = lists.starts[next]
        worth[depth] = value
        known[depth] = isKnown
        onPath[next] = true
        depth += 1
      }
    }
  }

  private func cycle(_ length: Int) -> [Int32] {
    CycleList.canonical((0..<length).map { arcs.originals[Int(path[$0])] })
  }
}
