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
    /// A sign is a yes from `low` on, up to `span` more; both together are the value of a leaf.
    var low: Int16 = 0
    var span: UInt16 = 0
    /// Where the node for yes stands behind the tree's root, before that for no; 0 at a leaf.
    var yes: UInt16 = 0

    var leaf: Int32 { Int32(low) << 16 | Int32(span) }
  }

  private var nodes: ContiguousArray<Node> = []
  private var roots: ContiguousArray<Int32> = []
  /// For each tree, the most that it and the later ones of its class can add.
  private var rest: ContiguousArray<Int32> = []
  /// The names of the classes; none where there is one score only.
  public private(set) var classes: [String] = []
  private var firstRoots: [Int] = []
  private let signCount: Int

  /// Reads a table whose signs stand at the places that `signs` names.
  ///
  /// - Precondition: The table's signs are among `signs`; that is the program's own affair.
  public init(_ table: Table, signs: [String]) {
    signCount = signs.count
    var places: [UInt64: UInt16] = [:]
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
  private mutating func add(_ rows: inout [TreeRow], _ places: [UInt64: UInt16]) {
    guard !rows.isEmpty else { return }
    let root = nodes.count
    roots.append(Int32(root))
    var order = [0]
    var next = 0
    while next < order.count {
      let row = rows[order[next]]
      next += 1
      guard row.kind != .leaf else {
        nodes.append(
          Node(
            low: Int16(row.value >> 16), span: UInt16(truncatingIfNeeded: row.value), yes: 0))
        continue
      }
      guard let sign = places[row.sign] else { preconditionFailure("trees with an unknown sign") }
      let value = Int16(clamping: row.value)
      nodes.append(
        Node(
          sign: sign, low: row.kind == .equal ? value : .min,
          span: row.kind == .equal ? 0 : UInt16(Int(value) - Int(Int16.min)),
          yes: UInt16(order.count)))
      order += [row.yes, row.no]
    }
    rows.removeAll(keepingCapacity: true)
  }

  private mutating func setRest() {
    rest = ContiguousArray(repeating: 0, count: roots.count)
    for index in firstRoots.indices {
      var sum: Int32 = 0
      for tree in trees(of: index).reversed() {
        let end = tree + 1 < roots.count ? Int(roots[tree + 1]) : nodes.count
        let leaves = nodes[Int(roots[tree])..<end].lazy.filter { $0.yes == 0 }.map(\.leaf)
        sum &+= leaves.max() ?? 0
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

  private func trees(of index: Int) -> Range<Int> {
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

  private func sum(
    _ trees: Range<Int>, _ signs: UnsafeBufferPointer<Int16>, _ floor: Int32
  ) -> Int32 {
    guard let signs = signs.baseAddress else { return 0 }
    return unsafe nodes.withUnsafeBufferPointer { nodes in
      guard let nodes = nodes.baseAddress else { return 0 }
      var sum: Int32 = 0
      for tree in trees {
        if sum &+ rest[tree] <= floor { return floor }
        let root = unsafe nodes + Int(roots[tree])
        var node = unsafe root.pointee
        while node.yes != 0 {
          let offset = unsafe UInt16(bitPattern: signs[Int(node.sign)] &- node.low)
          unsafe node = root[Int(node.yes) + (offset <= node.span ? 0 : 1)]
        }
        sum &+= node.leaf
      }
      return sum
    }
  }
}
