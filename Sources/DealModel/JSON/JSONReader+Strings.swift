extension JSONReader {
  /// Reads a string.
  public mutating func string() throws(ModelError) -> String {
    guard peek() == 0x22 else { throw failure("a string") }
    let start = position + 1
    let plain = plainText(from: start)
    position = plain.end
    guard position < bytes.count else { throw error(.truncated, "the text ends inside a string") }
    guard bytes[position] != 0x22 else {
      position += 1
      if plain.isASCII { return text(start..<plain.end) }
      return try valid(bytes[start..<plain.end])
    }
    return try valid(escapedString(after: Array(bytes[start..<plain.end]))[...])
  }

  private func text(_ range: Range<Int>) -> String {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: buffer[range]), as: UTF8.self)
    }
  }

  private func valid(_ text: ArraySlice<UInt8>) throws(ModelError) -> String {
    let string = unsafe text.withUnsafeBufferPointer { buffer in
      unsafe String(validating: buffer, as: UTF8.self)
    }
    guard let string else { throw error(.malformed, "invalid UTF-8 in a string") }
    return string
  }

  /// Where the text that stands for itself ends: at a quote, an escape or a control character, looked
  /// for eight bytes at a time (Mycroft's test for a zero byte); and whether it is all ASCII.
  private func plainText(from start: Int) -> (end: Int, isASCII: Bool) {
    unsafe bytes.withUnsafeBytes { buffer in
      let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
      var place = start
      var seen: UInt64 = 0
      while place + 8 <= buffer.count {
        let word = UInt64(
          littleEndian: unsafe buffer.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        let quote = word ^ (ones &* 0x22)
        let escape = word ^ (ones &* 0x5C)
        let ends =
          ((quote &- ones) & ~quote | (escape &- ones) & ~escape | (word &- ones &* 0x20) & ~word)
          & tops
        if ends != 0 {
          let count = ends.trailingZeroBitCount / 8
          seen |= word & ((1 << UInt64(8 * count)) - 1)
          return (place + count, seen & tops == 0)
        }
        seen |= word
        place += 8
      }
      while place < buffer.count {
        let byte = unsafe buffer[place]
        if byte == 0x22 || byte == 0x5C || byte < 0x20 { break }
        seen |= UInt64(byte)
        place += 1
      }
      return (place, seen & tops == 0)
    }
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

  /// The scalar of an escape of four hex digits, of which `\u` is read; a lone surrogate is U+FFFD.
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
