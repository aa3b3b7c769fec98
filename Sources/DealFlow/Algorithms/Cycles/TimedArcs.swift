/// Payments with their days, out of and into each node, each list by day.
struct TimedArcs: ~Copyable {
  /// Where the payments of each node start in the three lists; one more than nodes.
  let starts: Cells<Int32>
  /// The nodes at the other ends.
  let heads: Cells<Int32>
  let days: Cells<Int>

  /// The payments by the nodes `near`, to or from `far`, in the order of `byDay`.
  init(nodes: Int, near: [Int32], far: [Int32], days all: [Int], byDay: [Int32]) {
    starts = Cells(count: nodes + 1, filledWith: 0)
    heads = Cells(room: near.count)
    days = Cells(room: near.count)
    for node in near { starts[node + 1] += 1 }
    for node in 0..<nodes { starts[node + 1] += starts[node] }
    let next = Cells(starts.array)
    defer { next.free() }
    for arc in byDay {
      let node = near[Int(arc)]
      heads[next[node]] = far[Int(arc)]
      days[next[node]] = all[Int(arc)]
      next[node] += 1
    }
  }

  deinit {
    starts.free()
    heads.free()
    days.free()
  }

  /// The place of a node's first payment later than `day`, by bisection.
  @inline(__always)
  func first(of node: Int32, after day: Int) -> Int {
    var (low, high) = (Int(starts[node]), Int(starts[node + 1]))
    while low < high {
      let middle = (low + high) / 2
      if days[middle] <= day { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
