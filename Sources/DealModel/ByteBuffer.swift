/// Bytes that are written one after the other and handed over in pieces; the memory is kept between
/// the pieces.
@safe public struct ByteBuffer: ~Copyable {
  /// How many bytes the writers gather before they hand them over.
  public static let pieceSize = 1 << 16

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var length = 0
  /// How many bytes wait.
  @inlinable public var count: Int { length }

  /// Makes an empty buffer.
  public init(capacity: Int = 256) {
    self.capacity = capacity
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes that wait.
  public var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }

  /// Appends a byte.
  @inlinable public mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    unsafe base[length] = byte
    length += 1
  }

  /// Appends bytes as they are.
  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if length + bytes.count > capacity { grow(by: bytes.count) }
    unsafe (base + length).update(from: start, count: bytes.count)
    length += bytes.count
  }

  /// Appends a text as it is.
  @inlinable public mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text as it is.
  public mutating func append(text: String) {
    unsafe Self.withBytes(of: text) { unsafe append($0) }
  }

  /// Appends the decimal digits of a number, at least `width` of them.
  public mutating func append(number: Int64, width: Int = 1) {
    if number < 0 { append(0x2D) }
    let most = 20 + width
    if length + most > capacity { grow(by: most) }
    // The digits are written from the last on, at the far end of the room, and then moved up.
    var place = count + most
    let end = place
    var rest = number.magnitude
    while rest > 0 || end - place < width {
      place -= 1
      unsafe base[place] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
      rest /= 10
    }
    unsafe (base + length).update(from: base + place, count: end - place)
    length += end - place
  }

  /// Appends a finite number in the shortest form that reads back the same.
  public mutating func append(number: Double) {
    if let whole = Int64(exactly: number) { return append(number: whole) }
    if appendShort(number) { return }
    append(text: number.description)
  }

  /// Appends the parts of a date that are known (ISO 8601).
  public mutating func append(_ date: PartialDate) {
    append(number: Int64(date.year), width: 4)
    for part in [date.month, date.day] {
      guard let part else { return }
      append(0x2D)
      append(number: Int64(part), width: 2)
    }
  }

  /// Forgets what waits.
  public mutating func removeAll() { length = 0 }

  /// Hands over what waits once it is `size` bytes or more.
  public mutating func drain(
    from size: Int, to sink: ([UInt8]) throws -> Void
  ) rethrows {
    guard count >= size else { return }
    try sink(bytes)
    length = 0
  }

  /// The UTF-8 of a text, where it is or as a copy.
  @inlinable public static func withBytes(
    of text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard unsafe text.utf8.withContiguousStorageIfAvailable(body) == nil else { return }
    var copy = text
    copy.withUTF8 { unsafe body($0) }
  }

  /// Appends a positive number of at most four decimals and eleven digits before them. Fifteen digits
  /// stand for one number each, so that none shorter stands for this one.
  private mutating func appendShort(_ number: Double) -> Bool {
    guard number >= 0.0001, number < 1e11 else { return false }
    let scaled = Int64(number * 10_000 + 0.5)
    guard Double(scaled) / 10_000 == number else { return false }
    append(number: scaled / 10_000)
    append(0x2E)
    var (decimals, width) = (scaled % 10_000, 4)
    while decimals % 10 == 0, width > 1 {
      decimals /= 10
      width -= 1
    }
    append(number: decimals, width: width)
    return true
  }

  @usableFromInline mutating func grow(by more: Int) {
    let new = max(count + more, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: new)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity = new
  }
}
