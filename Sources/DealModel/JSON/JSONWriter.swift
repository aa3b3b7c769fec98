/// Writes JSON (RFC 8259) into a byte buffer: UTF-8, no spaces but those asked for.
public struct JSONWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  private var needsComma = false

  /// Makes an empty writer.
  public init() {}

  /// Hands over what was written so far, and goes on after it.
  public mutating func drain(to sink: ([UInt8]) throws -> Void) rethrows {
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
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
    if needsComma { bytes.append(0x2C) }
    needsComma = false
    bytes.append(0x0A)
  }

  /// Writes the name of a field.
  public mutating func name(_ name: String) {
    string(name)
    bytes.append(0x3A)
    needsComma = false
  }

  /// Writes a string, or null.
  public mutating func string(_ text: String?) {
    separate()
    defer { needsComma = true }
    guard let text else {
      bytes.append(contentsOf: "null".utf8)
      return
    }
    bytes.append(0x22)
    var copy = text
    copy.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = unsafe utf8[index]
        guard byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F else { continue }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        escape(byte)
        start = index + 1
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(0x22)
  }

  /// Writes a whole number, or null.
  public mutating func integer(_ number: Int?) {
    literal(number.map(String.init) ?? "null")
  }

  /// Writes a number in its shortest form that reads back the same, or null; not-a-number is null.
  public mutating func number(_ number: Double?) {
    guard let number, number.isFinite else { return literal("null") }
    if let whole = Int64(exactly: number), abs(whole) < 1 << 53 {
      literal(String(whole))
    } else {
      literal(number.description)
    }
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
    case .number(let text): literal(text)
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

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case 0x22: bytes.append(contentsOf: "\\\"".utf8)
    case 0x5C: bytes.append(contentsOf: "\\\\".utf8)
    case 0x0A: bytes.append(contentsOf: "\\n".utf8)
    case 0x0D: bytes.append(contentsOf: "\\r".utf8)
    case 0x09: bytes.append(contentsOf: "\\t".utf8)
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes.append(Self.hexDigit(byte >> 4))
      bytes.append(Self.hexDigit(byte & 15))
    }
  }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
    needsComma = true
  }

  private mutating func open(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func close(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(0x2C) }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 48 + value : 87 + value
  }
}
