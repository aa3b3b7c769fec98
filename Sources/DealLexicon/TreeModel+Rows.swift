extension TreeModel {
  /// The scores of many rows of signs by one class's trees, as ``score(_:class:above:)`` tells them:
  /// some number up to `floor` where the score is not above it.
  ///
  /// Eight rows go through each tree together, from its leaves to its root: every node takes, in each
  /// row, what came up from the side that its test chooses.
  ///
  /// - Complexity: O(rows · nodes) / 8.
  public func scores(_ rows: [[Int16]], class index: Int = 0, above floor: Int32 = .min) -> [Int32]
  {
    var scores: [Int32] = []
    scores.reserveCapacity(rows.count)
    var columns = [SIMD8<Int16>](repeating: .zero, count: signCount)
    for first in stride(from: 0, to: rows.count, by: 8) {
      let lanes = min(8, rows.count - first)
      for lane in 0..<lanes {
        let row = rows[first + lane]
        precondition(row.count >= signCount)
        unsafe columns.withUnsafeMutableBytes { bytes in
          let cells = unsafe bytes.assumingMemoryBound(to: Int16.self)
          for sign in 0..<signCount {
            unsafe cells[sign * 8 + lane] = max(-Forest.limit, min(Forest.limit, row[sign]))
          }
        }
      }
      let sums = unsafe columns.withUnsafeBufferPointer {
        unsafe forest.sums(trees(of: index), $0, rest, floor)
      }
      for lane in 0..<lanes { scores.append(sums[lane]) }
    }
    return scores
  }
}

/// Trees laid out to be walked from the leaves to the root.
struct Forest: Sendable {
  /// A test: the answer is no where a sign is below `low` or above `high`.
  private struct Node: Sendable {
    var sign: UInt16
    var low: Int16
    var high: Int16
    /// Its place in the tree, and that of the node for yes, which the one for no follows.
    var place: UInt8
    var yes: UInt8
  }
  private struct Leaf: Sendable {
    var value: Int16
    var place: UInt8
  }

  private var nodes: ContiguousArray<Node> = []
  private var leaves: ContiguousArray<Leaf> = []
  /// Where the nodes and leaves of each tree end.
  private var ends: ContiguousArray<(nodes: Int, leaves: Int)> = [(0, 0)]
  private static let largest = 255
  /// Signs are held within this, so that the difference of two cannot overflow.
  static let limit: Int16 = 16383

  /// Adds a leaf of the tree that is being made.
  mutating func addLeaf(_ value: Int32, place: Int) {
    precondition(place < Self.largest && Int32(Int16(clamping: value)) == value)
    leaves.append(Leaf(value: Int16(value), place: UInt8(place)))
  }

  /// Adds a test; those of a tree are added from the root on.
  mutating func addNode(sign: UInt16, isEqual: Bool, _ value: Int16, place: Int, yes: Int) {
    precondition(yes + 1 < Self.largest && abs(Int(value)) < Int(Self.limit))
    nodes.append(
      Node(
        sign: sign, low: isEqual ? value : -Self.limit, high: value, place: UInt8(place),
        yes: UInt8(yes)))
  }

  /// Ends the tree.
  mutating func endTree() {
    nodes[(ends.last?.nodes ?? 0)...].reverse()
    ends.append((nodes.count, leaves.count))
  }

  /// The sums of the leaves that eight rows lead to, given a column a sign; ends early where what the
  /// rest of the trees can add leaves all of them at the floor or below.
  func sums(
    _ trees: Range<Int>, _ columns: UnsafeBufferPointer<SIMD8<Int16>>,
    _ rest: ContiguousArray<Int32>, _ floor: Int32
  ) -> SIMD8<Int32> {
    var sums = SIMD8<Int32>.zero
    unsafe withUnsafeTemporaryAllocation(of: SIMD8<Int16>.self, capacity: Self.largest) { values in
      guard let values = values.baseAddress, let columns = columns.baseAddress else { return }
      unsafe nodes.withUnsafeBufferPointer { nodes in
        unsafe leaves.withUnsafeBufferPointer { leaves in
          for tree in trees {
            if tree % 32 == 0, sums.max() &+ rest[tree] <= floor {
              sums = SIMD8(repeating: floor)
              return
            }
            let (start, end) = (ends[tree], ends[tree + 1])
            for index in start.leaves..<end.leaves {
              let leaf = unsafe leaves[index]
              unsafe values[Int(leaf.place)] = SIMD8(repeating: leaf.value)
            }
            for index in start.nodes..<end.nodes {
              let node = unsafe nodes[index]
              let (yes, no) = unsafe (values[Int(node.yes)], values[Int(node.yes) + 1])
              let sign = unsafe columns[Int(node.sign)]
              // All ones where the sign is outside.
              let isNo =
                ((SIMD8(repeating: node.high) &- sign) | (sign &- SIMD8(repeating: node.low)))
                &>> 15
              unsafe values[Int(node.place)] = yes ^ ((yes ^ no) & isNo)
            }
            sums &+= SIMD8<Int32>(truncatingIfNeeded: unsafe values[0])
          }
        }
      }
    }
    return sums
  }
}
