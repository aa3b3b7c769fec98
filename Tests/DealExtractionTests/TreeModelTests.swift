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
  private var state: UInt64 = 11

  init(_ count: Int) {
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

  var table: Table {
    var lines = ["sign\ttest\tvalue\tyes\tno"]
    for tree in trees {
      for (index, node) in tree.enumerated() {
        let name = node.test == "leaf" ? "leaf" : Self.signs[node.sign]
        lines.append(
          "\(index == 0 ? "*" : "")\(name)\t\(node.test)\t\(node.value)\t\(node.yes)\t\(node.no)")
      }
    }
    return Table(Array(lines.joined(separator: "\n").utf8))
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

@Test(arguments: [1, 7, 8, 30, 90]) func treesScoreAsTheirTableSays(count: Int) {
  var made = MadeTrees(count)
  let model = TreeModel(made.table, signs: MadeTrees.signs)
  var rows = (0..<43).map { _ in (0..<9).map { _ in Int16(made.random(25) - 12) } }
  rows.append([Int16](repeating: .max, count: 9))
  rows.append([Int16](repeating: .min, count: 9))
  let scores = rows.map(made.score)
  #expect(model.scores(rows) == scores)
  #expect(rows.map { model.score($0) } == scores)
  let floor = scores.sorted()[30]
  for (found, score) in zip(model.scores(rows, above: floor), scores) {
    #expect(score > floor ? found == score : found <= floor)
  }
  for (row, score) in zip(rows, scores) {
    for floor in [score - 1, score, score + 50] {
      let found = model.score(row, above: floor)
      #expect(score > floor ? found == score : found <= floor)
    }
  }
}
