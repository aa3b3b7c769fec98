/// A set of nodes, a bit each: of a million nodes it fits into a processor's second cache.
struct NodeSet: ~Copyable {
  /// The bits, 64 nodes a word.
  let words: Cells<UInt64>

  /// The empty set of nodes below `count`.
  init(_ count: Int) { words = Cells(count: (count + 63) / 64, filledWith: 0) }

  deinit { words.free() }

  @inline(__always)
  func contains(_ node: Int32) -> Bool { words[node >> 6] >> UInt64(node & 63) & 1 != 0 }

  @inline(__always)
  func insert(_ node: Int32) { words[node >> 6] |= 1 << UInt64(node & 63) }

  /// How many nodes there are.
  var count: Int {
    var count = 0
    for word in 0..<words.count { count += words[word].nonzeroBitCount }
    return count
  }
}
