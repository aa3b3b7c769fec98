public import DealTables
import DealText

/// A sum of binary decision trees over small integers (Friedman 2001, gradient boosting).
///
/// The table has a row a node, a tree's root first: `sign<TAB>test<TAB>value<TAB>yes<TAB>no`. A node tests
/// whether a sign is at most (`<=`) or equal to (`=`) a value and names the rows, counted from its
/// tree's root, where to go on; a leaf has the test `leaf` and its value. A row `class<TAB>NAME<TAB>0` opens
/// the trees of a class. All numbers are integers, so that a score is the same on every machine.
public struct TreeModel: Sendable {
  /// The names of the classes; none where there is one score only.
  public let classes: [String]
  /// The first tree of each class.
  private let firstTrees: [Int]
  private let forest: Forest

  /// Reads a table whose signs stand at the places that `signs` names.
  ///
  /// - Precondition: The table's signs are among `signs`, and no tree has more than 16 leaves; that is the
  ///   program's own affair.
  public init(_ table: Table, signs: [String]) {
    var places = WordTable<UInt16>()
    for (place, name) in signs.enumerated() { places[foldedHash(name.utf8)] = UInt16(place) }
    var trees: [[TreeRow]] = []
    var classes: [String] = []
    var firstTrees: [Int] = []
    table.forEachLine { line in
      guard let row = TreeRow(line) else { return }
      if row.isClass {
        classes.append(String(decoding: line[row.test], as: UTF8.self))
        firstTrees.append(trees.count)
      } else if row.isRoot {
        trees.append([row])
      } else if !trees.isEmpty {
        trees[trees.count - 1].append(row)
      }
    }
    self.classes = classes
    self.firstTrees = classes.isEmpty ? [0] : firstTrees
    forest = Forest(trees, places: places, signCount: signs.count)
  }

  /// Whether there is no tree.
  public var isEmpty: Bool { forest.count == 0 }

  private func trees(of index: Int) -> Range<Int> {
    firstTrees[index]..<(index + 1 < firstTrees.count ? firstTrees[index + 1] : forest.count)
  }

  /// The sum of the leaves that each row leads to, of a model without classes.
  ///
  /// - Complexity: O(rows · tests) / 8.
  public func scores(_ rows: SignRows) -> [Int32] {
    let trees = trees(of: 0)
    var scores = [Int32](repeating: 0, count: rows.count)
    forest.forEachRow(rows) { row, sum in scores[row] = sum(trees) }
    return scores
  }

  /// The number of the class whose trees score highest for each row, the first of equals.
  public func best(_ rows: SignRows) -> [Int] {
    var best = [Int](repeating: 0, count: rows.count)
    forest.forEachRow(rows) { row, sum in
      var top = Int32.min
      for index in classes.indices {
        let score = sum(trees(of: index))
        if score > top { (best[row], top) = (index, score) }
      }
    }
    return best
  }
}
