/// What the best ways back to a root are worth, by how many hops they may have at most.
///
/// Ways that meet a node twice are not told apart: without the detour they are shorter and, but for
/// ``CycleMeasure/latest``, worth no less, so the bounds are seldom far above what can be reached.
struct ReturnBounds: ~Copyable {
  /// The worth where there is no way.
  static let none = -Double.infinity
  private let cells: Cells<Double>
  private let width: Int
  private let touched: Cells<Int32>
  private let rim: Cells<Int32>
  private let nextRim: Cells<Int32>
  private let levels: Cells<Int32>
  private var count = 0

  /// Makes room for ways of up to `limit` hops between `nodes` nodes.
  init(nodes: Int, limit: Int) {
    width = limit + 1
    cells = Cells(count: nodes * width, filledWith: Self.none)
    touched = Cells(room: nodes)
    rim = Cells(room: nodes)
    nextRim = Cells(room: nodes)
    levels = Cells(count: nodes, filledWith: 0)
  }

  deinit {
    cells.free()
    for block in [touched, rim, nextRim, levels] { block.free() }
  }

  /// What the best way back from a node of at most so many hops is worth.
  @inline(__always)
  func worth(_ node: Int32, _ hops: Int) -> Double { cells[Int(node) * width + hops] }

  /// Finds the bounds for a root over nodes of numbers above `least`, level by level, as far as they
  /// can matter; false where the steps did not suffice.
  mutating func find(
    _ root: Int32, above least: Int32, _ arcs: CyclicArcs.Lists, _ bar: CycleBar,
    _ steps: inout Int
  ) -> Bool {
    rim[0] = root
    var (rimCount, hops) = (1, 1)
    while rimCount > 0, hops < width {
      var nextCount = 0
      for place in 0..<rimCount {
        let node = rim[place]
        let tail = node == root ? bar.measure.empty : worth(node, hops - 1)
        let range = Int(arcs.starts[node])..<Int(arcs.starts[node + 1])
        steps -= range.count
        for arc in range {
          let before = arcs.heads[arc]
          guard before > least, before != root else { continue }
          let value = bar.measure.joined(arcs.values[arc], tail)
          guard value > worth(before, hops), bar.admits(value, hops: hops) else { continue }
          raise(before, hops, value)
          if levels[before] != Int32(hops) {
            levels[before] = Int32(hops)
            nextRim[nextCount] = before
            nextCount += 1
          }
        }
      }
      if steps < 0 { return false }
      for place in 0..<nextCount { rim[place] = nextRim[place] }
      rimCount = nextCount
      hops += 1
    }
    return true
  }

  @inline(__always)
  private mutating func raise(_ node: Int32, _ hops: Int, _ value: Double) {
    let start = Int(node) * width
    if cells[start + width - 1] == Self.none {
      touched[count] = node
      count += 1
    }
    for place in start + hops..<start + width { cells[place] = value }
  }

  mutating func clear() {
    for place in 0..<count {
      let start = Int(touched[place]) * width
      for cell in start..<start + width { cells[cell] = Self.none }
      levels[touched[place]] = 0
    }
    count = 0
  }
}
