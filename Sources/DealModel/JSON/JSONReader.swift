/// Pulls JSON (RFC 8259) out of bytes, value by value, without building a tree.
///
///     var reader = JSONReader(bytes)
///     try reader.object { name, reader in
///       if name == "title" { title = try reader.string() } else { try reader.skip() }
///     }
public struct JSONReader {
  /// The depth at which nested values are refused.
  public static let depthLimit = 256

  let bytes: [UInt8]
  var position = 0
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
    guard position < bytes.count else { return nil }
    if bytes[position] > 0x20 { return bytes[position] }
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
      try colon()
      try field(name, &self)
    } while try more(0x7D)
  }

  /// Reads an object most of whose names are known; `field` must read or skip the value of each.
  mutating func object<Field>(
    _ names: JSONNames<Field>,
    _ field: (JSONNames<Field>.Name, inout JSONReader) throws(ModelError) -> Void
  ) throws(ModelError) {
    try enter(0x7B, "an object")
    if try leave(0x7D) { return }
    var place = 0
    repeat {
      guard peek() == 0x22 else { throw failure("a field name") }
      let name: JSONNames<Field>.Name
      if let known = names.field(in: bytes, at: position, near: &place) {
        position += known.length
        name = .known(known.field)
      } else {
        name = names.name(try string())
      }
      try colon()
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

  /// Reads a string or null.
  public mutating func stringOrNull() throws(ModelError) -> String? {
    try null() ? nil : string()
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
  mutating func failure(_ expected: String) -> ModelError {
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

  mutating func skipSpace() {
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

  private mutating func colon() throws(ModelError) {
    guard peek() == 0x3A else { throw failure("':'") }
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
    let isThere = word.withUTF8Buffer { text in
      unsafe bytes[position...].starts(with: text)
    }
    guard isThere else { throw failure(word.description) }
    position += word.utf8CodeUnitCount
  }
}
