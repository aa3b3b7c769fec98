/// Values by the hashes of words; faster than `Dictionary`, for the hashes are not hashed again.
public struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline var keys: ContiguousArray<UInt64> = [0, 0]
  @usableFromInline var numbers: ContiguousArray<Int32> = [0, 0]
  @usableFromInline var values: ContiguousArray<Value> = []
  @usableFromInline var shift: UInt64 = 63

  /// Makes an empty table.
  public init() {}

  /// Makes a table of pairs; a later value for the same word is left out.
  public init(_ pairs: some Sequence<(UInt64, Value)>) {
    for (hash, value) in pairs where self[hash] == nil { self[hash] = value }
  }

  /// The value of a word.
  @inlinable public subscript(hash: UInt64) -> Value? {
    get { number(hash).map { values[$0] } }
    set {
      guard let newValue else { return }
      values[add(hash, newValue)] = newValue
    }
  }

  /// The value of a word, or else the default, which a change adds.
  @inlinable public subscript(hash: UInt64, default fallback: Value) -> Value {
    get { self[hash] ?? fallback }
    _modify { yield &values[add(hash, fallback)] }
  }

  @inlinable func number(_ hash: UInt64) -> Int? {
    let mask = keys.count - 1
    var slot = home(hash)
    while keys[slot] != 0 {
      if keys[slot] == hash { return Int(numbers[slot]) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The number of a word's value, which is added where there is none.
  @usableFromInline mutating func add(_ hash: UInt64, _ value: Value) -> Int {
    if let known = number(hash) { return known }
    if (values.count + 1) * 2 > keys.count { grow() }
    place(hash, Int32(values.count))
    values.append(value)
    return values.count - 1
  }

  private mutating func place(_ hash: UInt64, _ number: Int32) {
    var slot = home(hash)
    while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = hash
    numbers[slot] = number
  }

  private mutating func grow() {
    let old = (keys, numbers)
    keys = ContiguousArray(repeating: 0, count: old.0.count * 2)
    numbers = ContiguousArray(repeating: 0, count: keys.count)
    shift -= 1
    for index in old.0.indices where old.0[index] != 0 { place(old.0[index], old.1[index]) }
  }

  @inlinable func home(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
