/// The arcs of a graph that are admitted and lie on cycles, with what they are worth, out of and into
/// each node; nodes have numbers of their own, those with the most ways through first.
struct CyclicArcs: ~Copyable {
  /// One direction of the arcs.
  struct Lists {
    /// Where the arcs of each node start; one more than nodes.
    let starts: Cells<Int32>
    /// The nodes at the other ends.
    let heads: Cells<Int32>
    let values: Cells<Double>

    fileprivate init(_ count: Int, _ near: [Int32], _ far: [Int32], _ worth: [Double]) {
      starts = Cells(count: count + 1, filledWith: 0)
      heads = Cells(room: near.count)
      values = Cells(room: near.count)
      for node in near { starts[node + 1] += 1 }
      for node in 0..<count { starts[node + 1] += starts[node] }
      let next = Cells(starts.array)
      for arc in near.indices {
        let place = next[near[arc]]
        next[near[arc]] += 1
        heads[place] = far[arc]
        values[place] = worth[arc]
      }
      next.free()
    }

    fileprivate func free() {
      starts.free()
      heads.free()
      values.free()
    }
  }

  /// How many nodes there are.
  let count: Int
  /// The nodes of the whole graph.
  let originals: [Int32]
  /// The only root, where one is wanted and lies on a cycle.
  let root: Int32?
  let outward: Lists
  let inward: Lists

  /// Takes the arcs whose value is admitted; with a `root` that lies on no cycle there are none.
  init(_ graph: Digraph, _ values: [Double], root: Int32?, _ isAdmitted: (Double) -> Bool) {
    let sources = graph.sources()
    let kept = graph.targets.indices.filter { isAdmitted(values[$0]) }
    let part = Digraph(
      count: graph.count, sortedSources: kept.map { sources[$0] },
      targets: kept.map { graph.targets[$0] })
    let components = StrongComponents.numbers(of: part)
    let arcs = kept.filter {
      components[Int(sources[$0])] == components[Int(graph.targets[$0])]
        && (root.map { components[Int($0)] } ?? components[Int(sources[$0])])
          == components[Int(sources[$0])]
    }
    var degrees = [(out: Int, into: Int)](repeating: (0, 0), count: graph.count)
    for arc in arcs {
      degrees[Int(sources[arc])].out += 1
      degrees[Int(graph.targets[arc])].into += 1
    }
    let ways = degrees.map { $0.out * $0.into }
    originals = (0..<Int32(graph.count)).filter { ways[Int($0)] > 0 }.sorted { left, right in
      let (first, second) = (ways[Int(left)], ways[Int(right)])
      return first == second ? left < right : first > second
    }
    var names = [Int32](repeating: -1, count: graph.count)
    for (name, node) in originals.enumerated() { names[Int(node)] = Int32(name) }
    count = originals.count
    self.root = root.map { names[Int($0)] }.flatMap { $0 < 0 ? nil : $0 }
    let (near, far) = (
      arcs.map { names[Int(sources[$0])] }, arcs.map { names[Int(graph.targets[$0])] }
    )
    let worth = arcs.map { values[$0] }
    outward = Lists(count, near, far, worth)
    inward = Lists(count, far, near, worth)
  }

  deinit {
    outward.free()
    inward.free()
  }
}
