/// Pulls JSON (RFC 8259) out of bytes, value by value, without building a tree.
///
///     var reader = JSONReader(bytes)
///     try reader.object { name, reader in
///       if name == "title" { title = try reader.string() } else { try reader.skip() }
///     }
public struct JSONReader {
  /// The depth at which nested values are refused.
  public static let depthLimit = 256

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0

  /// Makes a reader at the start of `bytes`; a byte order mark is passed over.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// The offset of the next byte to be read.
  public var offset: Int { position }

  /// The first byte of the next value; nil at the end.
  public mutating func peek() -> UInt8? {
    skipSpace()
    return position < bytes.count ? bytes[position] : nil
  }

  /// Whether only white space is left.
  public mutating func isAtEnd() -> Bool { peek() == nil }

  /// Reads an object; `field` must read or skip the value of each name.
  public mutating func object(
    _ field: (String, inout JSONReader) throws(ModelError) -> Void
  ) throws(ModelError) {
    try enter(0x7B, "an object")
    if try leave(0x7D) { return }
    repeat {
      guard peek() == 0x22 else { throw failure("a field name") }
      let name = try string()
      guard peek() == 0x3A else { throw failure("':'") }
      position += 1
      try field(name, &self)
    } while try more(0x7D)
  }

  /// Reads an array; `element` must read or skip each element.
  public mutating func array(
    _ element: (inout JSONReader) throws(ModelError) -> Void
  ) throws(ModelError) {
    try enter(0x5B, "an array")
    if try leave(0x5D) { return }
    repeat { try element(&self) } while try more(0x5D)
  }

  /// Reads a string.
  public mutating func string() throws(ModelError) -> String {
    guard peek() == 0x22 else { throw failure("a string") }
    position += 1
    let start = position
    while position < bytes.count, bytes[position] != 0x22, bytes[position] != 0x5C,
      bytes[position] >= 0x20
    { position += 1 }
    guard position < bytes.count else { throw error(.truncated, "the text ends inside a string") }
    var text = bytes[start..<position]
    if bytes[position] != 0x22 {
      text = try escapedString(after: Array(text))[...]
    } else {
      position += 1
    }
    guard let string = String(validating: text, as: UTF8.self) else {
      throw error(.malformed, "invalid UTF-8 in a string")
    }
    return string
  }

  /// Reads a string or null.
  public mutating func stringOrNull() throws(ModelError) -> String? {
    try null() ? nil : string()
  }

  /// Reads a finite number.
  public mutating func number() throws(ModelError) -> Double {
    skipSpace()
    let start = position
    let text = try numberText()
    guard let number = Double(text), number.isFinite else {
      position = start
      throw error(.contract, "the number \(text) is out of range")
    }
    return number
  }

  /// Reads a finite number or null.
  public mutating func numberOrNull() throws(ModelError) -> Double? {
    try null() ? nil : number()
  }

  /// Reads a whole number.
  public mutating func integer() throws(ModelError) -> Int {
    skipSpace()
    let start = position
    guard let whole = Int(exactly: try number()) else {
      position = start
      throw error(.contract, "expected a whole number")
    }
    return whole
  }

  /// Reads `true` or `false`.
  public mutating func bool() throws(ModelError) -> Bool {
    switch peek() {
    case 0x74:
      try word("true")
      return true
    case 0x66:
      try word("false")
      return false
    default: throw failure("true or false")
    }
  }

  /// Reads null if it comes next, and tells whether it did.
  public mutating func null() throws(ModelError) -> Bool {
    guard peek() == 0x6E else { return false }
    try word("null")
    return true
  }

  /// Reads any value.
  public mutating func value() throws(ModelError) -> JSONValue {
    switch peek() {
    case 0x7B:
      var fields: [JSONField] = []
      try object { (name, reader) throws(ModelError) in
        fields.append(JSONField(name: name, value: try reader.value()))
      }
      return .object(fields)
    case 0x5B:
      var values: [JSONValue] = []
      try array { (reader) throws(ModelError) in values.append(try reader.value()) }
      return .array(values)
    case 0x22: return .string(try string())
    case 0x74, 0x66: return .bool(try bool())
    case 0x6E:
      try word("null")
      return .null
    default: return .number(try numberText())
    }
  }

  /// Passes over any value.
  public mutating func skip() throws(ModelError) { _ = try value() }

  /// Checks that nothing but white space follows.
  public mutating func end() throws(ModelError) {
    guard isAtEnd() else { throw failure("the end of the text") }
  }

  /// An error at the reader's place.
  public func error(_ code: ModelError.Code, _ message: String) -> ModelError {
    error(code, message, at: position)
  }

  /// An error at the byte `offset`.
  public func error(_ code: ModelError.Code, _ message: String, at offset: Int) -> ModelError {
    let offset = min(offset, bytes.count)
    var line = 1
    var lineStart = 0
    for index in 0..<offset where bytes[index] == 0x0A {
      line += 1
      lineStart = index + 1
    }
    return ModelError(
      code: code, message: message, offset: offset, line: line, column: offset - lineStart + 1)
  }
}

extension JSONReader {
  private mutating func failure(_ expected: String) -> ModelError {
    guard let byte = peek() else {
      return error(.truncated, "the text ends where \(expected) was expected")
    }
    let found =
      byte > 0x20 && byte < 0x7F
      ? "'\(UnicodeScalar(byte))'" : "byte 0x" + String(byte, radix: 16)
    let structural = expected.hasPrefix("a") || expected.hasPrefix("true")
    let isValue = "{[\"tfn-0123456789".utf8.contains(byte)
    return error(
      structural && isValue ? .contract : .malformed, "expected \(expected), found \(found)")
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private mutating func enter(_ bracket: UInt8, _ what: String) throws(ModelError) {
    guard peek() == bracket else { throw failure(what) }
    guard depth < Self.depthLimit else {
      throw error(.malformed, "nested deeper than \(Self.depthLimit)")
    }
    depth += 1
    position += 1
  }

  private mutating func leave(_ bracket: UInt8) throws(ModelError) -> Bool {
    guard peek() == bracket else { return false }
    position += 1
    depth -= 1
    return true
  }

  private mutating func more(_ bracket: UInt8) throws(ModelError) -> Bool {
    if try leave(bracket) { return false }
    guard peek() == 0x2C else { throw failure("',' or '\(UnicodeScalar(bracket))'") }
    position += 1
    return true
  }

  private mutating func word(_ word: StaticString) throws(ModelError) {
    let text = word.description.utf8
    guard bytes[position...].starts(with: text) else { throw failure(word.description) }
    position += text.count
  }

  private mutating func numberText() throws(ModelError) -> String {
    guard peek() != nil else { throw failure("a value") }
    let start = position
    func digits() -> Int {
      let first = position
      while position < bytes.count, (0x30...0x39).contains(bytes[position]) { position += 1 }
      return position - first
    }
    func next(_ candidates: UInt8...) -> Bool {
      guard position < bytes.count, candidates.contains(bytes[position]) else { return false }
      position += 1
      return true
    }
    _ = next(0x2D)
    let leadsWithZero = position < bytes.count && bytes[position] == 0x30
    let whole = digits()
    guard whole > 0, !(leadsWithZero && whole > 1) else {
      position = start
      throw failure("a value")
    }
    if next(0x2E), digits() == 0 { throw failure("a digit") }
    if next(0x65, 0x45) {
      _ = next(0x2B, 0x2D)
      if digits() == 0 { throw failure("a digit") }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func escapedString(after start: [UInt8]) throws(ModelError) -> [UInt8] {
    var text = start
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case 0x22:
        position += 1
        return text
      case 0x5C: try escape(into: &text)
      case 0..<0x20: throw error(.malformed, "a control character in a string")
      default:
        text.append(byte)
        position += 1
      }
    }
    throw error(.truncated, "the text ends inside a string")
  }

  private mutating func escape(into text: inout [UInt8]) throws(ModelError) {
    guard position + 1 < bytes.count else {
      throw error(.truncated, "the text ends inside a string")
    }
    let letter = bytes[position + 1]
    position += 2
    switch letter {
    case 0x22, 0x5C, 0x2F: text.append(letter)
    case 0x62: text.append(0x08)
    case 0x66: text.append(0x0C)
    case 0x6E: text.append(0x0A)
    case 0x72: text.append(0x0D)
    case 0x74: text.append(0x09)
    case 0x75: text.append(contentsOf: String(try unicodeEscape()).utf8)
    default: throw error(.malformed, "an unknown escape in a string")
    }
  }

  /// The scalar of `\uXXXX`, of which the first two bytes are read; a lone surrogate is U+FFFD.
  private mutating func unicodeEscape() throws(ModelError) -> Unicode.Scalar {
    let first = try hexQuad()
    if (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: [0x5C, 0x75]) {
      let mark = position
      position += 2
      let second = try hexQuad()
      if (0xDC00..<0xE000).contains(second) {
        let scalar = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
        return Unicode.Scalar(scalar) ?? "\u{FFFD}"
      }
      position = mark
    }
    return Unicode.Scalar(first) ?? "\u{FFFD}"
  }

  private mutating func hexQuad() throws(ModelError) -> UInt32 {
    guard position + 4 <= bytes.count else {
      throw error(.truncated, "the text ends inside a string")
    }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt32(digits, radix: 16)
    else { throw error(.malformed, "a wrong \\u escape") }
    position += 4
    return value
  }
}
