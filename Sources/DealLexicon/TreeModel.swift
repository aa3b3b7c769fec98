public import DealTables

/// A sum of binary decision trees over small integers (Friedman 2001, gradient boosting).
///
/// The table has a row a node, a tree's root first: `sign<TAB>test<TAB>value<TAB>yes<TAB>no`. A node tests
/// whether a sign is at most (`<=`) or equal to (`=`) a value and names the rows, counted from its
/// tree's root, where to go on; a leaf has the test `leaf` and its value. A row `class<TAB>NAME<TAB>0` opens
/// the trees of a class. All numbers are integers, so that a score is the same on every machine.
public struct TreeModel: Sendable {
  private enum Test: UInt8, Sendable {
    case atMost
    case equal
    case leaf
  }
  private struct Node: Sendable {
    var test: Test
    var sign: Int16
    var value: Int32
    var yes: Int32
    var no: Int32
  }

  private var nodes: [Node] = []
  private var roots: [Int32] = []
  /// The names of the classes; none where there is one score only.
  public private(set) var classes: [String] = []
  private var firstRoots: [Int] = []

  /// Reads a table whose signs stand at the places that `signs` names.
  public init(_ table: Table, signs: [String]) {
    var places: [[UInt8]: Int16] = [:]
    for (place, name) in signs.enumerated() { places[Array(name.utf8)] = Int16(place) }
    var root: Int32 = 0
    table.forEachRow { _, cells in
      guard cells.count == 5, let value = Self.number(cells[2]) else { return }
      if cells[0].elementsEqual("class".utf8) {
        classes.append(String(decoding: cells[1], as: UTF8.self))
        firstRoots.append(roots.count)
        return
      }
      let isRoot = cells[0].first == 0x2A
      if isRoot {
        root = Int32(nodes.count)
        roots.append(root)
      }
      let name = isRoot ? Array(cells[0].dropFirst()) : Array(cells[0])
      let test: Test =
        cells[1].first == 0x6C ? .leaf : cells[1].first == 0x3D ? .equal : .atMost
      guard test == .leaf || places[name] != nil else { return }
      nodes.append(
        Node(
          test: test, sign: places[name] ?? 0, value: value,
          yes: root + (Self.number(cells[3]) ?? 0), no: root + (Self.number(cells[4]) ?? 0)))
    }
  }

  /// Whether there is no tree.
  public var isEmpty: Bool { roots.isEmpty }

  /// The sum of the leaves that `signs` lead to.
  ///
  /// - Complexity: O(trees · depth).
  public func score(_ signs: [Int16]) -> Int32 { sum(roots[...], signs) }

  /// The class whose trees score highest, the first of equals; nil where there are no classes.
  public func best(_ signs: [Int16]) -> String? {
    var best: (name: String, score: Int32)?
    for (index, name) in classes.enumerated() {
      let end = index + 1 < classes.count ? firstRoots[index + 1] : roots.count
      let score = sum(roots[firstRoots[index]..<end], signs)
      if score > best?.score ?? .min { best = (name, score) }
    }
    return best?.name
  }

  private func sum(_ roots: ArraySlice<Int32>, _ signs: [Int16]) -> Int32 {
    var sum: Int32 = 0
    for root in roots {
      var node = nodes[Int(root)]
      while node.test != .leaf {
        let sign = Int32(signs[Int(node.sign)])
        let isYes = node.test == .atMost ? sign <= node.value : sign == node.value
        node = nodes[Int(isYes ? node.yes : node.no)]
      }
      sum &+= node.value
    }
    return sum
  }

  private static func number(_ cell: ArraySlice<UInt8>) -> Int32? {
    Int32(String(decoding: cell, as: UTF8.self))
  }
}
