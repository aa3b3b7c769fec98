import DealText

/// Decision trees laid out so that eight rows of signs are scored together.
///
/// Each tree keeps, for each row, a bit a leaf that can still be reached. The tests of all trees stand
/// by sign: one that a row fails strikes the leaves of its yes side out, and at last the lowest bit left is
/// the leaf (Lucchese et al. 2015, QuickScorer; eight rows at a time as in V-QuickScorer). What a row
/// doesn't fail costs nothing, for the tests of a sign ascend and the rest of them is passed over.
struct Forest: Sendable {
  /// The most leaves of a tree.
  private static let most = 16
  /// Signs are held within this, so that the difference of two cannot overflow.
  private static let limit: Int16 = 16383

  private struct Test: Sendable {
    /// A row fails where its sign is above this value, or equal to it.
    var value: Int16
    /// The leaves that a row keeps which fails.
    var keeps: Int16
    var tree: Int32
  }

  /// The tests of one sign.
  private struct Tests: Sendable {
    var sign: Int
    /// Tests that a row fails where its sign is above their value, ascending.
    var above: Range<Int>
    /// Tests that a row fails where its sign equals their value.
    var equal: Range<Int>
  }

  private let signCount: Int
  private var tests: ContiguousArray<Test> = []
  private var signs: ContiguousArray<Tests> = []
  /// Sixteen a tree.
  private var leaves: ContiguousArray<Int16> = []
  /// The number of trees.
  private(set) var count = 0

  /// Makes the forest of trees, each of which is its rows of a table, the root first.
  init(_ trees: [[TreeRow]], places: WordTable<UInt16>, signCount: Int) {
    self.signCount = signCount
    var above = [[Test]](repeating: [], count: signCount)
    var equal = above
    leaves.reserveCapacity(trees.count * Self.most)
    for rows in trees {
      var values: [Int16] = []
      /// Numbers the leaves below a row, and writes its tests.
      func leafRange(_ row: TreeRow) -> Range<Int> {
        let start = values.count
        guard row.kind != .leaf else {
          precondition(Int32(Int16(clamping: row.value)) == row.value, "a leaf is too large")
          values.append(Int16(row.value))
          return start..<start + 1
        }
        guard let sign = places[row.sign] else {
          preconditionFailure("trees with an unknown sign")
        }
        // A sign is seldom equal to a value, so that is what fails.
        let first = leafRange(rows[row.kind == .equal ? row.no : row.yes])
        _ = leafRange(rows[row.kind == .equal ? row.yes : row.no])
        precondition(values.count <= Self.most, "a tree has too many leaves")
        let strikes = UInt16(truncatingIfNeeded: (1 << first.count - 1) << first.lowerBound)
        precondition(abs(row.value) < Self.limit, "a test's value is too large")
        let test = Test(
          value: Int16(row.value), keeps: Int16(bitPattern: ~strikes), tree: Int32(count))
        if row.kind == .equal {
          equal[Int(sign)].append(test)
        } else {
          above[Int(sign)].append(test)
        }
        return start..<values.count
      }
      _ = leafRange(rows[0])
      leaves += values
      leaves.append(contentsOf: repeatElement(0, count: Self.most - values.count))
      count += 1
    }
    for sign in 0..<signCount where !above[sign].isEmpty || !equal[sign].isEmpty {
      let start = tests.count
      tests += above[sign].sorted { ($0.value, $0.tree) < ($1.value, $1.tree) }
      let middle = tests.count
      tests += equal[sign]
      signs.append(Tests(sign: sign, above: start..<middle, equal: middle..<tests.count))
    }
  }

  /// Strikes the leaves out that eight rows, given as a column a sign, don't reach.
  private func strike(_ alive: UnsafeMutablePointer<SIMD8<Int16>>, _ columns: Columns) {
    unsafe tests.withUnsafeBufferPointer { tests in
      for sign in signs {
        let column = unsafe columns.cells[sign.sign]
        let most = unsafe columns.mosts[sign.sign]
        for index in sign.above {
          let test = unsafe tests[index]
          guard test.value < most else { break }
          // All ones where the sign is not above the value, for both are within the limit.
          let passes = (column &- SIMD8(repeating: test.value &+ 1)) &>> 15
          unsafe alive[Int(test.tree)] &= SIMD8(repeating: test.keeps) | passes
        }
        for index in sign.equal {
          let test = unsafe tests[index]
          let difference = column ^ SIMD8(repeating: test.value)
          // All ones where there is a difference.
          let passes = (difference | (0 &- difference)) &>> 15
          unsafe alive[Int(test.tree)] &= SIMD8(repeating: test.keeps) | passes
        }
      }
    }
  }

  /// Eight rows, a column a sign, and the largest sign of each column.
  @safe private struct Columns {
    let cells: UnsafeMutablePointer<SIMD8<Int16>>
    let mosts: UnsafeMutablePointer<Int16>

    /// Writes up to eight rows; those that are wanting stay as they were.
    func write(_ rows: SignRows, _ first: Int, _ lanes: Int) {
      let width = rows.width
      unsafe mosts.update(repeating: -Forest.limit, count: width)
      unsafe cells.withMemoryRebound(to: Int16.self, capacity: width * 8) { cells in
        unsafe rows.values.withUnsafeBufferPointer { values in
          guard let values = values.baseAddress else { return }
          for lane in 0..<lanes {
            let row = unsafe values + (first + lane) * width
            for sign in 0..<width {
              let value = unsafe max(-Forest.limit, min(Forest.limit, row[sign]))
              unsafe mosts[sign] = max(mosts[sign], value)
              unsafe cells[sign &* 8 &+ lane] = value
            }
          }
        }
      }
    }
  }

  /// Calls `body` with each row's number, and a function that sums the leaves it reaches in some trees.
  func forEachRow(_ rows: SignRows, _ body: (Int, (Range<Int>) -> Int32) -> Void) {
    precondition(rows.width == signCount)
    unsafe withUnsafeTemporaryAllocation(of: SIMD8<Int16>.self, capacity: signCount + count) {
      memory in
      unsafe withUnsafeTemporaryAllocation(of: Int16.self, capacity: signCount) { mosts in
        guard let cells = memory.baseAddress, let mosts = mosts.baseAddress else { return }
        let columns = unsafe Columns(cells: cells, mosts: mosts)
        let alive = unsafe cells + signCount
        unsafe cells.update(repeating: .zero, count: signCount)
        for first in stride(from: 0, to: rows.count, by: 8) {
          let lanes = min(8, rows.count - first)
          columns.write(rows, first, lanes)
          unsafe alive.update(repeating: SIMD8(repeating: -1), count: count)
          unsafe strike(alive, columns)
          for lane in 0..<lanes {
            body(first + lane) { trees in unsafe sum(trees, alive, lane) }
          }
        }
      }
    }
  }

  /// The sum of the leaves that a row reaches.
  private func sum(
    _ trees: Range<Int>, _ alive: UnsafeMutablePointer<SIMD8<Int16>>, _ lane: Int
  ) -> Int32 {
    unsafe alive.withMemoryRebound(to: UInt16.self, capacity: count * 8) { alive in
      unsafe leaves.withUnsafeBufferPointer { leaves in
        guard let leaves = leaves.baseAddress else { return 0 }
        var sum: Int32 = 0
        var left = unsafe alive + trees.lowerBound * 8 + lane
        var own = unsafe leaves + trees.lowerBound * Self.most
        for _ in trees {
          // The bit above the others is there so that one is always found.
          let leaf = unsafe (UInt32(left.pointee) | 0x8000).trailingZeroBitCount
          sum &+= unsafe Int32(own[leaf])
          unsafe left += 8
          unsafe own += Self.most
        }
        return sum
      }
    }
  }
}
