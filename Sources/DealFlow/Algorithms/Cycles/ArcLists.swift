/// The arcs of a graph by node, as flat cells; lists can be shortened from the front.
struct ArcLists: ~Copyable {
  let nodes: Int
  /// Where the list of each node starts in `heads`; moves as lists are shortened.
  let first: Cells<Int32>
  /// Where the list of each node ends.
  let end: Cells<Int32>
  /// The nodes at the other ends of the arcs.
  let heads: Cells<Int32>

  /// The lists of a graph.
  init(_ graph: Digraph) {
    nodes = graph.count
    first = Cells(graph.starts[..<graph.count])
    end = Cells(graph.starts[1...])
    heads = Cells(graph.targets)
  }

  private init(nodes: Int, first: Cells<Int32>, end: Cells<Int32>, heads: Cells<Int32>) {
    self.nodes = nodes
    self.first = first
    self.end = end
    self.heads = heads
  }

  deinit {
    first.free()
    end.free()
    heads.free()
  }

  func degree(_ node: Int32) -> Int { Int(end[node] - first[node]) }

  /// The arcs turned round; the lists of the result are ascending.
  func turned() -> ArcLists { turned(nodes: nodes, arcs: heads.count, order: nil) }

  /// The arcs turned round; with an `order`, the lists are read in that order and nodes renamed by
  /// `name`, negative names being left out.
  func turned(
    nodes count: Int, arcs: Int, order: (list: Cells<Int32>, name: Cells<Int32>)?
  ) -> ArcLists {
    let first = Cells(count: count + 1, filledWith: Int32(0))
    let heads = Cells<Int32>(room: arcs)
    let listed = order?.list.count ?? nodes
    let name = order?.name
    for place in 0..<listed {
      let node = order.map { $0.list[place] } ?? Int32(place)
      for arc in Int(self.first[node])..<Int(self.end[node]) {
        let head = self.heads[arc]
        let renamed = name.map { $0[head] } ?? head
        if renamed >= 0 { first[renamed + 1] += 1 }
      }
    }
    for node in 0..<count { first[node + 1] += first[node] }
    let end = Cells<Int32>(room: count)
    for node in 0..<count { end[node] = first[node] }
    for place in 0..<listed {
      let node = order.map { $0.list[place] } ?? Int32(place)
      for arc in Int(self.first[node])..<Int(self.end[node]) {
        let head = self.heads[arc]
        let renamed = name.map { $0[head] } ?? head
        guard renamed >= 0 else { continue }
        heads[end[renamed]] = Int32(place)
        end[renamed] += 1
      }
    }
    return ArcLists(nodes: count, first: first, end: end, heads: heads)
  }
}
