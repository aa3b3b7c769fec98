/// Walks the payments that follow a first one and can be back at its payer in time.
struct TimedWalk: ~Copyable {
  private let path: Cells<Int32>
  private let places: Cells<Int>
  private let onPath: Cells<UInt8>
  private var fuel = 0

  init(nodes: Int) {
    path = Cells(room: nodes + 1)
    places = Cells(room: nodes + 1)
    onPath = Cells(count: nodes, filledWith: 0)
  }

  deinit {
    path.free()
    places.free()
    onPath.free()
  }

  /// Hands over all cycles that begin with the payment at `first`; false where `sink` ended it.
  ///
  /// `latest` holds the last day on which each node can pass money on, `last` that of the window.
  mutating func run<Sink: CycleSink & ~Copyable>(
    _ root: Int32, _ arcs: borrowing TimedArcs, _ first: Int, _ last: Int, _ latest: Cells<Int>,
    _ limit: Int, _ sink: inout Sink
  ) -> Bool {
    let start = arcs.heads[first]
    guard latest[start] > arcs.days[first] else { return true }
    path[0] = root
    path[1] = start
    places[1] = arcs.first(of: start, after: arcs.days[first])
    onPath[start] = 1
    var depth = 2
    var shared = 0
    defer { for place in 1..<depth { onPath[path[place]] = 0 } }
    while true {
      let node = path[depth - 1]
      let place = places[depth - 1]
      if place < Int(arcs.starts[node + 1]), arcs.days[place] <= min(last, latest[node]) {
        places[depth - 1] = place + 1
        let next = arcs.heads[place]
        if fuel == 0 {
          fuel = sink.refuel()
          if fuel == 0 { return false }
        }
        fuel -= 1
        if next == root {
          if !(Sink.countsOnly ? sink.takeMany(1) : sink.take(path, depth, shared)) { return false }
          shared = depth
        } else if depth < limit, onPath[next] == 0, latest[next] > arcs.days[place] {
          path[depth] = next
          places[depth] = arcs.first(of: next, after: arcs.days[place])
          onPath[next] = 1
          depth += 1
        }
        continue
      }
      if depth == 2 { return true }
      depth -= 1
      onPath[node] = 0
      shared = min(shared, depth)
    }
  }
}
