/// What a search from one root needs to see: the nodes and arcs on ways from the root back to it of
/// at most a number of hops, under numbers of their own; the root is 0.
///
/// Two breadth-first searches, forward and backward, of which the one with fewer nodes at its rim goes
/// on until they meet within the bound; then each node's distance back to the root is exact where it
/// matters (hop-constrained pruning after Peng et al., VLDB 2019). Arcs stand by their head's
/// distance, so that the arcs that can still return are the beginning of each list.
struct RootedGraph: ~Copyable {
  private static let none = Int32.max
  private let forth: Cells<Int32>
  private let farBack: Cells<Int32>
  private let outward: Cells<Int32>
  private let inward: Cells<Int32>
  private let names: Cells<Int32>
  private var outwardCount = 0
  private var inwardCount = 0
  private var room: Cells<Int32>
  /// How many nodes there are.
  private(set) var count = 0
  /// Whether the arcs of each node stand by the distance of their heads.
  private(set) var isSorted = true
  /// The node of the whole graph.
  let originals: Cells<Int32>
  /// The distance of each node back to the root.
  let back: Cells<Int32>
  /// Where the arcs of each node start in `heads`; one more than nodes.
  let starts: Cells<Int32>
  /// The heads of the arcs; arcs to the root are not among them.
  private(set) var heads: Cells<Int32>

  /// Makes room for searches in graphs of `nodes` nodes.
  init(nodes: Int) {
    forth = Cells(count: nodes, filledWith: Self.none)
    farBack = Cells(count: nodes, filledWith: Self.none)
    outward = Cells(room: nodes)
    inward = Cells(room: nodes)
    names = Cells(count: nodes, filledWith: -1)
    originals = Cells(room: nodes)
    back = Cells(room: nodes)
    starts = Cells(room: nodes + 1)
    heads = Cells(room: 64)
    room = Cells(room: 64)
  }

  deinit {
    for block in [forth, farBack, outward, inward, names, originals, back, starts, heads, room] {
      block.free()
    }
  }

  /// Finds the nodes and arcs around `root`; `successor` is the only one the root may go on to.
  mutating func find(
    _ root: Int32, _ limit: Int, _ arcs: borrowing ArcLists, _ turned: borrowing ArcLists,
    successor: Int32?
  ) {
    meet(root, limit, arcs, turned)
    isSorted = limit <= CycleWalk.shortest
    count = 1
    originals[0] = root
    names[root] = 0
    farBack[root] = 0
    var (node, used) = (0, 0)
    forth[root] = 0
    while node < count {
      starts[node] = Int32(used)
      let original = originals[node]
      back[node] = farBack[original]
      let depth = Int(forth[original]) + 1
      var kept = 0
      grow(used + arcs.degree(original))
      for place in Int(arcs.first[original])..<Int(arcs.end[original]) {
        let head = arcs.heads[place]
        guard head != root, farBack[head] != Self.none, depth + Int(farBack[head]) <= limit,
          node > 0 || successor == nil || successor == head
        else { continue }
        if names[head] < 0 {
          names[head] = Int32(count)
          originals[count] = head
          forth[head] = Int32(depth)
          count += 1
        }
        room[kept] = head
        kept += 1
      }
      place(kept, from: used, limit)
      used += kept
      node += 1
    }
    starts[count] = Int32(used)
    clear()
  }

  private mutating func grow(_ needed: Int) {
    if needed > heads.count { heads = heads.grown(to: 2 * needed) }
    if needed > room.count { room = room.grown(to: 2 * needed) }
  }

  /// Sets down the arcs to the nodes in `room`, those with the shortest way back first where that
  /// guides the walk.
  private func place(_ kept: Int, from start: Int, _ limit: Int) {
    var place = start
    guard isSorted else {
      for index in 0..<kept { heads[start + index] = names[room[index]] }
      return
    }
    for distance in 1...Int32(limit) where place < start + kept {
      for index in 0..<kept where farBack[room[index]] == distance {
        heads[place] = names[room[index]]
        place += 1
      }
    }
  }

  private mutating func meet(
    _ root: Int32, _ limit: Int, _ arcs: borrowing ArcLists, _ turned: borrowing ArcLists
  ) {
    outward[0] = root
    inward[0] = root
    forth[root] = 0
    farBack[root] = 0
    (outwardCount, inwardCount) = (1, 1)
    var (rimOut, rimIn) = (0, 0)
    var (out, into) = (0, 0)
    while out + into < limit, rimIn < inwardCount, rimOut < outwardCount {
      if outwardCount - rimOut < inwardCount - rimIn {
        let end = outwardCount
        out += 1
        while rimOut < end {
          let node = outward[rimOut]
          rimOut += 1
          for place in Int(arcs.first[node])..<Int(arcs.end[node]) {
            let head = arcs.heads[place]
            guard forth[head] == Self.none else { continue }
            forth[head] = Int32(out)
            outward[outwardCount] = head
            outwardCount += 1
          }
        }
      } else {
        into += 1
        widen(&rimIn, into, turned) { _ in true }
      }
    }
    // Farther back only what the forward search has met soon enough.
    while into < limit, rimIn < inwardCount {
      into += 1
      let forth = forth
      widen(&rimIn, into, turned) { node in
        forth[node] != Self.none && Int(forth[node]) + into <= limit
      }
    }
    for place in 0..<outwardCount { forth[outward[place]] = Self.none }
  }

  private mutating func widen(
    _ rim: inout Int, _ level: Int, _ turned: borrowing ArcLists, _ isKept: (Int32) -> Bool
  ) {
    let end = inwardCount
    while rim < end {
      let node = inward[rim]
      rim += 1
      for place in Int(turned.first[node])..<Int(turned.end[node]) {
        let tail = turned.heads[place]
        guard farBack[tail] == Self.none, isKept(tail) else { continue }
        farBack[tail] = Int32(level)
        inward[inwardCount] = tail
        inwardCount += 1
      }
    }
  }

  private func clear() {
    for place in 0..<inwardCount { farBack[inward[place]] = Self.none }
    for node in 0..<count {
      names[originals[node]] = -1
      forth[originals[node]] = Self.none
    }
  }
}
