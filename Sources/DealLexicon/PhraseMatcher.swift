public import DealText

/// Finds phrases in tokens: the longest phrase that starts at a token, with the values it stands for.
///
/// Phrases are sequences of tokens compared by their folded hashes; a match costs a table look-up
/// a token.
public struct PhraseMatcher<Value: Sendable>: Sendable {
  private struct Node: Sendable {
    var value: Int32
    var continues: Bool
  }

  private var keys: [UInt64]
  private var nodes: [Node]
  private var mask: Int
  private var count = 0
  private var values: [Value] = []
  /// A bit for the low sixteen of each first word's hash: most words begin no phrase.
  private var firsts = [UInt64](repeating: 0, count: 1024)

  /// Makes an empty matcher.
  public init() {
    mask = 255
    keys = [UInt64](repeating: 0, count: 256)
    nodes = [Node](repeating: Node(value: -1, continues: false), count: 256)
  }

  /// Adds a phrase; a later value for the same phrase is left out.
  public mutating func insert(_ phrase: some Sequence<Token>, _ value: Value) {
    var state: UInt64 = 1
    var last = -1
    for token in phrase {
      if last >= 0 {
        nodes[last].continues = true
      } else {
        firsts[Int(token.word >> 6 & 1023)] |= 1 << (token.word & 63)
      }
      state = mixed(state, token.word) | 1
      last = slot(adding: state)
    }
    guard last >= 0, nodes[last].value < 0 else { return }
    nodes[last].value = Int32(values.count)
    values.append(value)
  }

  /// The longest phrase that starts at `start` and ends within `tokens`.
  public func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit else { return nil }
    let first = tokens[start].word
    guard firsts[Int(first >> 6 & 1023)] & 1 << (first & 63) != 0 else { return nil }
    var state: UInt64 = 1
    var best: (Int, Int32)?
    var index = start
    while index < limit {
      state = mixed(state, tokens[index].word) | 1
      guard let slot = slot(of: state) else { break }
      index += 1
      if nodes[slot].value >= 0 { best = (index, nodes[slot].value) }
      guard nodes[slot].continues else { break }
    }
    return best.map { ($0.0, values[Int($0.1)]) }
  }

  private func slot(of state: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: state >> 1) & mask
    while keys[slot] != 0 {
      if keys[slot] == state { return slot }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private mutating func slot(adding state: UInt64) -> Int {
    if let slot = slot(of: state) { return slot }
    if (count + 1) * 2 > keys.count { grow() }
    var slot = Int(truncatingIfNeeded: state >> 1) & mask
    while keys[slot] != 0 { slot = (slot + 1) & mask }
    keys[slot] = state
    count += 1
    return slot
  }

  private mutating func grow() {
    let old = (keys, nodes)
    mask = keys.count * 2 - 1
    keys = [UInt64](repeating: 0, count: mask + 1)
    nodes = [Node](repeating: Node(value: -1, continues: false), count: mask + 1)
    for index in old.0.indices where old.0[index] != 0 {
      var slot = Int(truncatingIfNeeded: old.0[index] >> 1) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = old.0[index]
      nodes[slot] = old.1[index]
    }
  }
}
