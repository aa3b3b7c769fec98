public import DealTables
import DealText

/// A sum of binary decision trees over small integers (Friedman 2001, gradient boosting).
///
/// The table has a row a node, a tree's root first: `sign<TAB>test<TAB>value<TAB>yes<TAB>no`. A node tests
/// whether a sign is at most (`<=`) or equal to (`=`) a value and names the rows, counted from its
/// tree's root, where to go on; a leaf has the test `leaf` and its value. A row `class<TAB>NAME<TAB>0` opens
/// the trees of a class. All numbers are integers, so that a score is the same on every machine.
public struct TreeModel: Sendable {
  /// A node, in eight bytes; the two below a node stand side by side.
  private struct Node: Sendable {
    /// Where the sign stands.
    var sign: UInt16 = 0
    /// A sign is a yes from `low` on, up to `span` more.
    var low: Int16 = 0
    var span: UInt16 = 0
    /// How far on the node for yes stands, and how much further that for no; both 0 at a leaf.
    var yes: UInt8 = 0
    var more: UInt8 = 0
  }

  private var nodes: ContiguousArray<Node> = []
  /// The value of each node that is a leaf.
  private var leaves: ContiguousArray<Int32> = []
  private var roots: ContiguousArray<Int32> = []
  private var depths: ContiguousArray<Int> = []
  /// For each tree, the most that it and the later ones of its class can add.
  private(set) var rest: ContiguousArray<Int32> = []
  /// The names of the classes; none where there is one score only.
  public private(set) var classes: [String] = []
  private var firstRoots: [Int] = []
  /// The number of signs.
  let signCount: Int
  /// The same trees for many rows.
  private(set) var forest = Forest()

  /// Reads a table whose signs stand at the places that `signs` names.
  ///
  /// - Precondition: The table's signs are among `signs`; that is the program's own affair.
  public init(_ table: Table, signs: [String]) {
    signCount = signs.count
    var places = WordTable<UInt16>()
    for (place, name) in signs.enumerated() { places[foldedHash(name.utf8)] = UInt16(place) }
    var rows: [TreeRow] = []
    table.forEachLine { line in
      guard let row = TreeRow(line) else { return }
      if row.isClass || row.isRoot { add(&rows, places) }
      if row.isClass {
        classes.append(String(decoding: line[row.test], as: UTF8.self))
        firstRoots.append(roots.count)
      } else {
        rows.append(row)
      }
    }
    add(&rows, places)
    if classes.isEmpty { firstRoots = [0] }
    setRest()
  }

  /// Adds the tree of `rows`, breadth first, and empties them.
  private mutating func add(_ rows: inout [TreeRow], _ places: WordTable<UInt16>) {
    guard !rows.isEmpty else { return }
    roots.append(Int32(nodes.count))
    var order = [(row: 0, depth: 0)]
    var next = 0
    while next < order.count {
      let (row, depth) = (rows[order[next].row], order[next].depth)
      leaves.append(row.kind == .leaf ? row.value : 0)
      if row.kind == .leaf {
        nodes.append(Node())
        forest.addLeaf(row.value, place: next)
      } else {
        let node = node(row, places, yes: order.count - next)
        nodes.append(node)
        forest.addNode(
          sign: node.sign, isEqual: row.kind == .equal, Int16(clamping: row.value), place: next,
          yes: order.count)
        order += [(row.yes, depth + 1), (row.no, depth + 1)]
      }
      next += 1
    }
    forest.endTree()
    depths.append(order.last?.depth ?? 0)
    rows.removeAll(keepingCapacity: true)
  }

  private func node(_ row: TreeRow, _ places: WordTable<UInt16>, yes: Int) -> Node {
    guard let sign = places[row.sign] else { preconditionFailure("trees with an unknown sign") }
    let value = Int16(clamping: row.value)
    return Node(
      sign: sign, low: row.kind == .equal ? value : .min,
      span: row.kind == .equal ? 0 : UInt16(Int(value) - Int(Int16.min)), yes: UInt8(yes), more: 1)
  }

  private mutating func setRest() {
    rest = ContiguousArray(repeating: 0, count: roots.count)
    for index in firstRoots.indices {
      var sum: Int32 = 0
      for tree in trees(of: index).reversed() {
        let end = tree + 1 < roots.count ? Int(roots[tree + 1]) : nodes.count
        var most = Int32.min
        for place in Int(roots[tree])..<end where nodes[place].yes == 0 {
          most = max(most, leaves[place])
        }
        sum &+= most
        rest[tree] = sum
      }
    }
  }

  /// Whether there is no tree.
  public var isEmpty: Bool { roots.isEmpty }

  /// The sum of the leaves of one class's trees that `signs` lead to; some number up to `floor` where
  /// the sum is not above it.
  ///
  /// - Complexity: O(trees · depth).
  public func score(_ signs: [Int16], class index: Int = 0, above floor: Int32 = .min) -> Int32 {
    precondition(signs.count >= signCount)
    return unsafe signs.withUnsafeBufferPointer { unsafe sum(trees(of: index), $0, floor) }
  }

  func trees(of index: Int) -> Range<Int> {
    firstRoots[index]..<(index + 1 < firstRoots.count ? firstRoots[index + 1] : roots.count)
  }

  /// The class whose trees score highest, the first of equals; nil where there are no classes.
  public func best(_ signs: [Int16]) -> String? {
    var best: (name: String, score: Int32)?
    for (index, name) in classes.enumerated() {
      let score = score(signs, class: index, above: best?.score ?? .min)
      if score > best?.score ?? .min { best = (name, score) }
    }
    return best?.name
  }

  /// Walks eight trees at a time, so that the steps of one don't wait for those of another: a leaf
  /// leads to itself, and all take the steps of the deepest.
  private func sum(
    _ trees: Range<Int>, _ signs: UnsafeBufferPointer<Int16>, _ floor: Int32
  ) -> Int32 {
    guard let signs = signs.baseAddress else { return 0 }
    return unsafe nodes.withUnsafeBufferPointer { nodes in
      guard let nodes = nodes.baseAddress else { return 0 }
      @inline(__always) func step(_ place: Int) -> Int {
        let node = unsafe nodes[place]
        let offset = unsafe UInt16(bitPattern: signs[Int(node.sign)] &- node.low)
        // All ones where the offset is above the span: no branch to guess.
        let isNo = (Int(node.span) &- Int(offset)) >> 63
        return place &+ Int(node.yes) &+ (isNo & Int(node.more))
      }
      var sum: Int32 = 0
      var tree = trees.lowerBound
      while tree + 8 <= trees.upperBound {
        if sum &+ rest[tree] <= floor { return floor }
        var (a, b) = (Int(roots[tree]), Int(roots[tree + 1]))
        var (c, d) = (Int(roots[tree + 2]), Int(roots[tree + 3]))
        var (e, f) = (Int(roots[tree + 4]), Int(roots[tree + 5]))
        var (g, h) = (Int(roots[tree + 6]), Int(roots[tree + 7]))
        for _ in 0..<depths[tree..<tree + 8].reduce(0, max) {
          (a, b, c, d) = (step(a), step(b), step(c), step(d))
          (e, f, g, h) = (step(e), step(f), step(g), step(h))
        }
        sum &+= leaves[a] &+ leaves[b] &+ leaves[c] &+ leaves[d]
        sum &+= leaves[e] &+ leaves[f] &+ leaves[g] &+ leaves[h]
        tree += 8
      }
      while tree < trees.upperBound {
        var place = Int(roots[tree])
        for _ in 0..<depths[tree] { place = step(place) }
        sum &+= leaves[place]
        tree += 1
      }
      return sum
    }
  }
}
