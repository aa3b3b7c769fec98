/// Searches eight bytes at once, by the carries of a subtraction (Warren, Hacker's Delight, 6-1).
public enum ByteSearch {
  @inlinable static var ones: UInt64 { 0x0101_0101_0101_0101 }
  @inlinable static var highs: UInt64 { 0x8080_8080_8080_8080 }

  /// Other than zero where one of the eight bytes of `word` is `byte`.
  @inlinable @inline(__always)
  public static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    let rest = word ^ (ones &* UInt64(byte))
    return (rest &- ones) & ~rest & highs
  }

  /// Other than zero where one of the eight bytes of `word` is less than `limit`, at most 0x80.
  @inlinable @inline(__always)
  public static func less(_ word: UInt64, than limit: UInt8) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & highs
  }

  /// The index of the first byte that is meant, from `start` on; the count where there is none.
  ///
  /// - Parameter word: Is other than zero for eight bytes of which at least one is meant.
  @inlinable @inline(__always)
  public static func first(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, word: (UInt64) -> UInt64,
    byte: (UInt8) -> Bool
  ) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count,
      unsafe word(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) == 0
    { index += 8 }
    while index < bytes.count, unsafe !byte(bytes[index]) { index += 1 }
    return index
  }
}
