/// Writes JSON (RFC 8259) into a byte buffer: UTF-8, no spaces but those asked for.
public struct JSONWriter: ~Copyable {
  private var buffer = ByteBuffer()
  private var needsComma = false

  /// What was written so far.
  public var bytes: [UInt8] { buffer.bytes }

  /// How many bytes were written so far.
  public var count: Int { buffer.count }

  /// Makes an empty writer.
  public init() {}

  /// Hands over what was written so far, and goes on after it.
  public mutating func drain(to sink: ([UInt8]) throws -> Void) rethrows {
    try buffer.drain(from: 0, to: sink)
  }

  /// Begins an object.
  public mutating func beginObject() { open(0x7B) }
  /// Ends an object.
  public mutating func endObject() { close(0x7D) }
  /// Begins an array.
  public mutating func beginArray() { open(0x5B) }
  /// Ends an array.
  public mutating func endArray() { close(0x5D) }

  /// Breaks the line before the next value, for files that people read.
  public mutating func newLine() {
    if needsComma { buffer.append(0x2C) }
    needsComma = false
    buffer.append(0x0A)
  }

  /// Ends a line of JSON Lines after a value.
  public mutating func endLine() {
    buffer.append(0x0A)
    needsComma = false
  }

  /// Writes the name of a field.
  public mutating func name(_ name: String) {
    quoted(name)
    buffer.append(0x3A)
    needsComma = false
  }

  /// Writes a string, or null.
  public mutating func string(_ text: String?) {
    if let text { quoted(text) } else { literal("null") }
  }

  /// Writes a date with the parts that are known as a string, or null.
  public mutating func date(_ date: PartialDate?) {
    guard let date else { return literal("null") }
    separate()
    buffer.append(0x22)
    buffer.append(date)
    buffer.append(0x22)
    needsComma = true
  }

  /// Writes a whole number, or null.
  public mutating func integer(_ number: Int?) {
    guard let number else { return literal("null") }
    separate()
    buffer.append(number: Int64(number))
    needsComma = true
  }

  /// Writes a number in its shortest form that reads back the same, or null; not-a-number is null.
  public mutating func number(_ number: Double?) {
    guard let number, number.isFinite else { return literal("null") }
    separate()
    buffer.append(number: number)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func bool(_ flag: Bool) { literal(flag ? "true" : "false") }

  /// Writes a half-open range as `[start,end]`, or null.
  public mutating func range(_ range: Range<Int>?) {
    guard let range else { return literal("null") }
    beginArray()
    integer(range.lowerBound)
    integer(range.upperBound)
    endArray()
  }

  /// Writes a value that was kept from a file.
  public mutating func value(_ value: JSONValue) {
    switch value {
    case .null: literal("null")
    case .bool(let flag): bool(flag)
    case .number(let text):
      separate()
      buffer.append(text: text)
      needsComma = true
    case .string(let text): string(text)
    case .array(let values):
      beginArray()
      for element in values { self.value(element) }
      endArray()
    case .object(let fields):
      beginObject()
      self.fields(fields)
      endObject()
    }
  }

  /// Writes fields that were kept from a file.
  public mutating func fields(_ fields: [JSONField]) {
    for field in fields {
      name(field.name)
      value(field.value)
    }
  }

  private mutating func quoted(_ text: String) {
    separate()
    buffer.append(0x22)
    unsafe ByteBuffer.withBytes(of: text) { utf8 in
      var start = 0
      while true {
        let end = unsafe Self.firstToEscape(utf8, from: start)
        unsafe buffer.append(UnsafeBufferPointer(rebasing: utf8[start..<end]))
        guard end < utf8.count else { break }
        unsafe escape(utf8[end])
        start = end + 1
      }
    }
    buffer.append(0x22)
    needsComma = true
  }

  private static func firstToEscape(
    _ utf8: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    unsafe ByteSearch.first(in: utf8, from: start) { word in
      ByteSearch.less(word, than: 0x20) | ByteSearch.equal(word, 0x22)
        | ByteSearch.equal(word, 0x5C) | ByteSearch.equal(word, 0x7F)
    } byte: {
      $0 < 0x20 || $0 == 0x22 || $0 == 0x5C || $0 == 0x7F
    }
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: buffer.append("\\\"")
    case 0x5C: buffer.append("\\\\")
    case 0x0A: buffer.append("\\n")
    case 0x0D: buffer.append("\\r")
    case 0x09: buffer.append("\\t")
    default:
      buffer.append("\\u00")
      buffer.append(Self.hexDigit(byte >> 4))
      buffer.append(Self.hexDigit(byte & 15))
    }
  }

  private mutating func literal(_ text: StaticString) {
    separate()
    buffer.append(text)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { buffer.append(0x2C) }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 48 + value : 87 + value
  }
}
