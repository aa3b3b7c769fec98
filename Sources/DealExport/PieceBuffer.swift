/// Bytes to be handed over in pieces; grows, and keeps its memory between the pieces.
@safe struct PieceBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init() {
    capacity = ExportFormat.pieceSize * 2
    unsafe base = .allocate(capacity: capacity)
  }

  deinit { unsafe base.deallocate() }

  /// The bytes that wait.
  var bytes: [UInt8] { unsafe [UInt8](UnsafeBufferPointer(start: base, count: count)) }

  mutating func append(_ byte: UInt8) {
    if count == capacity { grow(to: count + 1) }
    unsafe base[count] = byte
    count += 1
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    if count + bytes.count > capacity { grow(to: count + bytes.count) }
    unsafe (base + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func append(_ text: StaticString) {
    unsafe append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends the decimal digits of a number, at least `width` of them.
  mutating func append(_ number: Int64, width: Int = 1) {
    if number < 0 { append(0x2D) }
    if count + 20 + width > capacity { grow(to: count + 20 + width) }
    var length = 1
    var rest = number.magnitude / 10
    while rest > 0 || length < width {
      length += 1
      rest /= 10
    }
    rest = number.magnitude
    for place in stride(from: count + length - 1, through: count, by: -1) {
      unsafe base[place] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    count += length
  }

  /// Hands over what waits once it is `size` bytes or more.
  mutating func drain(from size: Int, to sink: ByteSink) rethrows {
    guard count >= size else { return }
    try sink(bytes)
    count = 0
  }

  private mutating func grow(to least: Int) {
    let new = max(least, capacity * 2)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: new)
    unsafe larger.update(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
    capacity = new
  }
}
