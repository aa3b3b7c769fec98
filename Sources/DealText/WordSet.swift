/// A set of words by their hashes; faster than `Set`, for the hashes are not hashed again.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  @usableFromInline var slots: ContiguousArray<UInt64> = [0, 0]
  @usableFromInline var shift: UInt64 = 63
  /// The number of words.
  public private(set) var count = 0

  /// Makes a set of hashes, none of them zero.
  public init(_ hashes: some Sequence<UInt64>) {
    for hash in hashes { insert(hash) }
  }

  /// Makes a set of the words that spaces part.
  public init(words: String) {
    self.init(words.utf8.split(separator: 0x20).lazy.map { foldedHash($0) })
  }

  /// Makes a set of hashes.
  public init(arrayLiteral hashes: UInt64...) { self.init(hashes) }

  /// Makes room for `count` words.
  public mutating func reserveCapacity(_ count: Int) {
    while slots.count < count * 2 { grow() }
  }

  /// Adds a word.
  public mutating func insert(_ hash: UInt64) {
    if (count + 1) * 2 > slots.count { grow() }
    if place(hash) { count += 1 }
  }

  private mutating func place(_ hash: UInt64) -> Bool {
    var slot = home(hash)
    while slots[slot] != 0 {
      if slots[slot] == hash { return false }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = hash
    return true
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: 0, count: old.count * 2)
    shift -= 1
    for hash in old where hash != 0 { _ = place(hash) }
  }

  @inlinable func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  /// Whether the set has a word, which is not zero.
  @inlinable public func contains(_ hash: UInt64) -> Bool {
    let mask = slots.count - 1
    var slot = home(hash)
    while true {
      let found = slots[slot]
      if found == hash { return true }
      if found == 0 { return false }
      slot = (slot + 1) & mask
    }
  }
}
