/// Nodes waiting by their distance, nearest first; a node may wait more than once.
///
/// A binary heap of flat cells. Ties fall to the smaller number, so that the order is the same on
/// every run.
struct NodeHeap {
  private var keys: [Int64] = []
  private var nodes: [Int32] = []

  var isEmpty: Bool { nodes.isEmpty }

  mutating func removeAll() {
    keys.removeAll(keepingCapacity: true)
    nodes.removeAll(keepingCapacity: true)
  }

  mutating func insert(_ node: Int32, at key: Int64) {
    keys.append(key)
    nodes.append(node)
    var place = nodes.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard precedes(key, node, parent) else { break }
      keys[place] = keys[parent]
      nodes[place] = nodes[parent]
      place = parent
    }
    keys[place] = key
    nodes[place] = node
  }

  mutating func popLeast() -> (node: Int32, key: Int64)? {
    guard let firstNode = nodes.first, let firstKey = keys.first,
      let node = nodes.popLast(), let key = keys.popLast()
    else { return nil }
    if !nodes.isEmpty { sink(node, key) }
    return (firstNode, firstKey)
  }

  private mutating func sink(_ node: Int32, _ key: Int64) {
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < nodes.count else { break }
      if child + 1 < nodes.count, precedes(keys[child + 1], nodes[child + 1], child) {
        child += 1
      }
      guard (keys[child], nodes[child]) < (key, node) else { break }
      keys[place] = keys[child]
      nodes[place] = nodes[child]
      place = child
    }
    keys[place] = key
    nodes[place] = node
  }

  private func precedes(_ key: Int64, _ node: Int32, _ place: Int) -> Bool {
    (key, node) < (keys[place], nodes[place])
  }
}
