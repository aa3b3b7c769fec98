import DealLexicon
import DealTables
import Testing

/// Random trees as a table, and the obvious way to score them.
private struct MadeTrees {
  struct Node {
    var sign: Int
    var test: String
    var value: Int
    var yes: Int
    var no: Int
  }
  static let signs = (0..<9).map { "s\($0)" }
  var trees: [[Node]] = []
  private var state: UInt64

  init(_ count: Int, seed: UInt64 = 11) {
    state = seed
    for _ in 0..<count { trees.append(tree()) }
  }

  mutating func random(_ bound: Int) -> Int {
    state = mixed(state, 1)
    return Int(state % UInt64(bound))
  }

  private mutating func tree() -> [Node] {
    var nodes = [Node(sign: 0, test: "leaf", value: random(400) - 200, yes: 0, no: 0)]
    for _ in 0..<random(15) {
      let leaves = nodes.indices.filter { nodes[$0].test == "leaf" }
      let split = leaves[random(leaves.count)]
      nodes[split] = Node(
        sign: random(9), test: random(3) == 0 ? "=" : "<=", value: random(21) - 10,
        yes: nodes.count, no: nodes.count + 1)
      for _ in 0..<2 {
        nodes.append(Node(sign: 0, test: "leaf", value: random(400) - 200, yes: 0, no: 0))
      }
    }
    return nodes
  }

  var lines: [String] {
    trees.flatMap { tree in
      tree.enumerated().map { index, node in
        let name = node.test == "leaf" ? "leaf" : Self.signs[node.sign]
        return
          "\(index == 0 ? "*" : "")\(name)\t\(node.test)\t\(node.value)\t\(node.yes)\t\(node.no)"
      }
    }
  }

  var table: Table {
    let all = ["sign\ttest\tvalue\tyes\tno"] + lines
    return Table(Array(all.joined(separator: "\n").utf8))
  }

  func score(_ row: [Int16]) -> Int32 {
    trees.reduce(0) { sum, tree in
      var node = tree[0]
      while node.test != "leaf" {
        let sign = Int(row[node.sign])
        node =
          tree[(node.test == "=" ? sign == node.value : sign <= node.value) ? node.yes : node.no]
      }
      return sum + Int32(node.value)
    }
  }
}

/// Rows of small signs, and two of the largest and least.
private func madeRows(_ count: Int, _ made: inout MadeTrees) -> [[Int16]] {
  var rows = (0..<count).map { _ in (0..<9).map { _ in Int16(made.random(25) - 12) } }
  rows.append([Int16](repeating: .max, count: 9))
  rows.append([Int16](repeating: .min, count: 9))
  return rows
}

private func signRows(_ rows: [[Int16]]) -> SignRows {
  var signs = SignRows(width: 9)
  for row in rows { signs.values += row }
  return signs
}

@Test(arguments: [1, 7, 8, 30, 90], [0, 1, 6, 43]) func treesScoreAsTheirTableSays(
  count: Int, rowCount: Int
) {
  var made = MadeTrees(count)
  let model = TreeModel(made.table, signs: MadeTrees.signs)
  let rows = madeRows(rowCount, &made)
  #expect(model.scores(signRows(rows)) == rows.map(made.score))
}

@Test func theFirstOfTheClassesThatScoreHighestIsChosen() {
  var made = (0..<4).map { MadeTrees(5, seed: UInt64($0) + 1) }
  var lines = ["sign\ttest\tvalue\tyes\tno"]
  for (index, trees) in made.enumerated() {
    // The last class is the first once more, so that two are equal everywhere.
    let own = index == 3 ? made[0] : trees
    lines.append("class\tc\(index)\t0\t0\t0")
    lines += own.lines
  }
  let model = TreeModel(
    Table(Array(lines.joined(separator: "\n").utf8)), signs: MadeTrees.signs)
  let rows = madeRows(30, &made[1])
  let best = rows.map { row in
    let scores = [made[0], made[1], made[2], made[0]].map { $0.score(row) }
    return scores.firstIndex(of: scores.max() ?? 0)
  }
  #expect(model.classes == ["c0", "c1", "c2", "c3"])
  #expect(model.best(signRows(rows)) == best)
}
