public import DealText

/// Finds phrases in tokens: the longest phrase that starts at a token, with the values it stands for.
public struct PhraseMatcher<Value: Sendable>: Sendable {
  @usableFromInline var phrases = Phrases()
  @usableFromInline var values: [Value] = []

  /// Makes an empty matcher.
  public init() {}

  /// Adds a phrase; a later value for the same phrase is left out.
  public mutating func insert(_ phrase: some Sequence<Token>, _ value: Value) {
    if phrases.insert(phrase, values.count) { values.append(value) }
  }

  /// The longest phrase that starts at `start` and ends within `tokens`.
  @inlinable
  public func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, value: Value)? {
    guard start < limit, phrases.mayStart(tokens[start].word),
      let (end, number) = phrases.match(tokens, at: start, limit: limit)
    else { return nil }
    return (end, values[number])
  }
}

/// Phrases and their numbers.
///
/// Phrases are sequences of tokens compared by their folded hashes; a match costs a table look-up
/// a token.
@usableFromInline struct Phrases: Sendable {
  private struct Node: Sendable {
    var value: Int32
    var continues: Bool
  }

  private var keys: [UInt64]
  private var nodes: [Node]
  private var mask: Int
  private var count = 0
  /// A bit for the low sixteen of each first word's hash: most words begin no phrase.
  @usableFromInline var firsts = [UInt64](repeating: 0, count: 1024)

  @usableFromInline init() {
    mask = 255
    keys = [UInt64](repeating: 0, count: 256)
    nodes = [Node](repeating: Node(value: -1, continues: false), count: 256)
  }

  /// Adds a phrase with its number, unless it is there.
  mutating func insert(_ phrase: some Sequence<Token>, _ number: Int) -> Bool {
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
    guard last >= 0, nodes[last].value < 0 else { return false }
    nodes[last].value = Int32(number)
    return true
  }

  /// Whether a phrase may start with a word.
  @inlinable func mayStart(_ word: UInt64) -> Bool {
    firsts[Int(word >> 6 & 1023)] & 1 << (word & 63) != 0
  }

  @usableFromInline
  func match(_ tokens: [Token], at start: Int, limit: Int) -> (end: Int, number: Int)? {
    var state: UInt64 = 1
    var best: (Int, Int)?
    var index = start
    while index < limit {
      state = mixed(state, tokens[index].word) | 1
      guard let slot = slot(of: state) else { break }
      index += 1
      if nodes[slot].value >= 0 { best = (index, Int(nodes[slot].value)) }
      guard nodes[slot].continues else { break }
    }
    return best
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
