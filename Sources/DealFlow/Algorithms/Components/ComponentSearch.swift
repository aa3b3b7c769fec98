/// Depth-first search for strong components with one number a node (Tarjan, "Depth-first search and
/// linear graph algorithms", 1972, in the form of Pearce, "A space-efficient algorithm for finding
/// strongly connected components", 2016).
///
/// A node's rank is 0 before it is met; then the least place in the search that it can get back to;
/// then, from the number of nodes downward, that of its component, so that finished nodes never count.
struct ComponentSearch: ~Copyable {
  private let nodes: Int
  private let starts: Cells<Int32>
  private let targets: Cells<Int32>
  private let ranks: Cells<Int32>
  /// Nodes that are done but whose component is open.
  private let stack: Cells<Int32>
  /// The nodes of the path from the root, and of each its place among its arcs and its first rank.
  private let path: Cells<Int32>
  private let places: Cells<Int32>
  private let entries: Cells<Int32>
  private var stacked = 0
  private var place: Int32 = 1
  private var component: Int32

  init(nodes: Int, starts: Cells<Int32>, targets: Cells<Int32>) {
    self.nodes = nodes
    self.starts = starts
    self.targets = targets
    component = Int32(nodes)
    ranks = Cells(count: nodes, filledWith: 0)
    stack = Cells(room: nodes)
    path = Cells(room: nodes)
    places = Cells(room: nodes)
    entries = Cells(room: nodes)
  }

  deinit {
    for block in [ranks, stack, path, places, entries] { block.free() }
  }

  /// Searches from a core as if it were one node.
  mutating func begin(_ core: borrowing HubCore) {
    let (members, reached) = (core.members.words, core.reached.words)
    var isWhole = true
    for word in 0..<members.count where reached[word] != members[word] { isWhole = false }
    if !isWhole { goOn(from: members) }
    for place in 0..<stacked { ranks[stack[place]] = component }
    for word in 0..<members.count {
      var rest = members[word]
      while rest != 0 {
        ranks[word << 6 + rest.trailingZeroBitCount] = component
        rest &= rest - 1
      }
    }
    component -= 1
    stacked = 0
    place = 1
  }

  /// Searches from all nodes that the members of a core pay.
  private mutating func goOn(from members: Cells<UInt64>) {
    for word in 0..<members.count {
      var rest = members[word]
      while rest != 0 {
        ranks[word << 6 + rest.trailingZeroBitCount] = 1
        rest &= rest - 1
      }
    }
    place = 2
    for word in 0..<members.count {
      var rest = members[word]
      while rest != 0 {
        let node = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        for arc in Int(starts[node])..<Int(starts[node + 1]) where ranks[targets[arc]] == 0 {
          search(from: targets[arc])
        }
      }
    }
  }

  /// The components' numbers when all nodes are searched.
  consuming func finished() -> [Int32] {
    for node in 0..<Int32(nodes) where ranks[node] == 0 { search(from: node) }
    let count = Int32(nodes)
    for node in 0..<nodes { ranks[node] = count - ranks[node] }
    return ranks.prefix(nodes)
  }

  private mutating func search(from root: Int32) {
    var depth = 0
    var node = root
    var arc = starts[node]
    var (entry, low) = enter(node)
    while true {
      let end = starts[node + 1]
      var next: Int32 = -1
      while arc < end {
        let head = targets[arc]
        arc += 1
        let rank = ranks[head]
        if rank == 0 {
          next = head
          break
        }
        low = min(low, rank)
      }
      if next >= 0 {
        path[depth] = node
        places[depth] = arc
        entries[depth] = entry
        ranks[node] = low
        depth += 1
        node = next
        arc = starts[node]
        (entry, low) = enter(node)
        continue
      }
      leave(node, entry, low)
      if depth == 0 { return }
      depth -= 1
      let below = ranks[node]
      node = path[depth]
      arc = places[depth]
      entry = entries[depth]
      low = min(ranks[node], below)
    }
  }

  @inline(__always)
  private mutating func enter(_ node: Int32) -> (entry: Int32, low: Int32) {
    ranks[node] = place
    place += 1
    return (place - 1, place - 1)
  }

  /// A node that reaches nothing before itself closes its component: itself and what is stacked above.
  @inline(__always)
  private mutating func leave(_ node: Int32, _ entry: Int32, _ low: Int32) {
    guard low == entry else {
      ranks[node] = low
      stack[stacked] = node
      stacked += 1
      return
    }
    while stacked > 0, ranks[stack[stacked - 1]] >= entry {
      stacked -= 1
      ranks[stack[stacked]] = component
      place -= 1
    }
    ranks[node] = component
    place -= 1
    component -= 1
  }
}
