#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Brings the bytes of a text into UTF-8, whatever encoding they are in.
public enum TextDecoder {
  /// The text in UTF-8 without a byte order mark.
  ///
  /// UTF-8 is taken as it is; UTF-16 is known by its mark or by its zero bytes; what is neither, but
  /// valid GB18030 with Chinese characters, is GB18030.
  ///
  /// - Throws: ``ReadingError`` with the byte at which the text is no UTF-8 and nothing else either.
  public static func utf8(_ bytes: [UInt8], path: String) throws(ReadingError) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      return try utf8(Array(bytes.dropFirst(3)), path: path)
    }
    if let encoding = utf16(bytes) {
      guard let text = convert(bytes, from: encoding) else {
        throw ReadingError(.badData, path: path, "broken \(encoding) text")
      }
      return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    }
    if let zero = firstZero(in: bytes) {
      throw ReadingError(.notText, path: path, "a binary file: a zero byte at byte \(zero)")
    }
    guard let fault = firstFault(in: bytes) else { return bytes }
    if let text = convert(bytes, from: "GB18030"), isMostlyChinese(text) { return text }
    throw ReadingError(.badData, path: path, "invalid UTF-8 at byte \(fault)")
  }

  private static func firstZero(in bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress, let found = unsafe memchr(start, 0, buffer.count)
      else { return nil }
      return unsafe UnsafeRawPointer(found) - start
    }
  }

  /// UTF-16 by its mark, or by zeros at every other of the first bytes.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) { return "UTF-16LE" }
    if bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16BE" }
    let head = bytes.prefix(64)
    guard head.count >= 8 else { return nil }
    let even = stride(from: 0, to: head.count - 1, by: 2).allSatisfy { bytes[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).allSatisfy { bytes[$0] == 0 }
    return odd && !even ? "UTF-16LE" : even && !odd ? "UTF-16BE" : nil
  }

  /// The first byte that belongs to no scalar of UTF-8 (RFC 3629), nil when all do.
  static func firstFault(in bytes: [UInt8], from start: Int = 0) -> Int? {
    var index = start
    while index < bytes.count {
      let first = bytes[index]
      if first < 0x80 {
        index = endOfASCII(in: bytes, from: index + 1)
        continue
      }
      let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC2, first <= 0xF4, index + length <= bytes.count,
        bytes[index + 1..<index + length].allSatisfy({ $0 & 0xC0 == 0x80 })
      else { return index }
      let second = bytes[index + 1]
      let isWrong =
        first == 0xE0 && second < 0xA0 || first == 0xED && second > 0x9F
        || first == 0xF0 && second < 0x90 || first == 0xF4 && second > 0x8F
      if isWrong { return index }
      index += length
    }
    return nil
  }

  /// Where the ASCII from `start` on ends, looked for eight bytes at a time.
  private static func endOfASCII(in bytes: [UInt8], from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { buffer in
      var index = start
      while index + 8 <= buffer.count,
        unsafe buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          & 0x8080_8080_8080_8080 == 0
      { index += 8 }
      while index < buffer.count, unsafe buffer[index] < 0x80 { index += 1 }
      return index
    }
  }

  static func isMostlyChinese(_ text: [UInt8]) -> Bool {
    let wide = text.count { $0 >= 0xE4 && $0 <= 0xE9 }
    let other = text.count { $0 >= 0xC2 && ($0 < 0xE2 || $0 > 0xEF) }
    return wide > 4 * other
  }

  /// Converts by the system's iconv; nil where the bytes are not in that encoding.
  static func convert(_ bytes: [UInt8], from encoding: String) -> [UInt8]? {
    guard let converter = unsafe iconv_open("UTF-8", encoding),
      Int(bitPattern: converter) != -1
    else { return nil }
    defer { unsafe iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 16)
    var inputLeft = input.count
    var outputLeft = output.count
    let failed = unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe output.withUnsafeMutableBufferPointer { target in
        var from = source.baseAddress
        var to = target.baseAddress
        return unsafe iconv(converter, &from, &inputLeft, &to, &outputLeft) == Int.max
          || inputLeft != 0
      }
    }
    if failed { return nil }
    return output[..<(output.count - outputLeft)].map { UInt8(bitPattern: $0) }
  }
}
