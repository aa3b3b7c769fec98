/// The latest day on which money can leave each node and still be back at the root in time.
struct DepartureLabels: ~Copyable {
  /// The day of each node; the least number where there is none.
  let days: Cells<Int>
  private let touched: Cells<Int32>
  private var count = 0
  private var heap = NodeHeap()

  init(nodes: Int) {
    days = Cells(count: nodes, filledWith: .min)
    touched = Cells(room: nodes)
  }

  deinit {
    days.free()
    touched.free()
  }

  /// Finds the days later than `day` and not later than `last`; false where there are none.
  mutating func find(_ root: Int32, _ day: Int, _ last: Int, _ inward: borrowing TimedArcs) -> Bool
  {
    look(root, root, day, last == .max ? .max : last + 1, inward)
    while let (node, key) = heap.popLeast() {
      if -key == Int64(days[node]) { look(node, root, day, days[node], inward) }
    }
    return count > 0
  }

  /// Labels those who pay `node` after `day` and before `end`.
  private mutating func look(
    _ node: Int32, _ root: Int32, _ day: Int, _ end: Int, _ inward: borrowing TimedArcs
  ) {
    for place in inward.first(of: node, after: day)..<Int(inward.starts[node + 1]) {
      let time = inward.days[place]
      if time >= end { return }
      let tail = inward.heads[place]
      guard tail != root, time > days[tail] else { continue }
      if days[tail] == .min {
        touched[count] = tail
        count += 1
      }
      days[tail] = time
      heap.insert(tail, at: Int64(-time))
    }
  }

  mutating func clear() {
    for place in 0..<count { days[touched[place]] = .min }
    count = 0
  }
}
