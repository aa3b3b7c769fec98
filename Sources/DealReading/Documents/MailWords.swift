/// The encodings of mail: Base64, quoted-printable, and encoded words (RFC 2045, RFC 2047).
enum MailWords {
  /// A field with its encoded words `=?charset?B|Q?…?=` made readable.
  static func decoded(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let start = rest.firstRange(of: "=?") {
      let parts = rest[start.upperBound...].split(
        separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
      guard parts.count == 4, parts[3].hasPrefix("="), let word = word(parts) else { break }
      let gap = rest[..<start.lowerBound]
      if !(gap.allSatisfy { $0 == " " } && !result.isEmpty) { result += gap }
      result += word
      rest = parts[3].dropFirst()
    }
    return result + rest
  }

  private static func word(_ parts: [Substring]) -> String? {
    let raw = Array(parts[2].utf8)
    let bytes = parts[1].lowercased() == "b" ? base64(raw) : quotedPrintable(raw, isHeader: true)
    let encoding = Charset.encoding(named: String(parts[0])) ?? "UTF-8"
    if encoding == "UTF-8" { return String(decoding: bytes, as: UTF8.self) }
    return TextDecoder.convert(bytes, from: encoding).map { String(decoding: $0, as: UTF8.self) }
  }

  static func base64(_ text: [UInt8]) -> [UInt8] {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 65...90: value = byte - 65
      case 97...122: value = byte - 71
      case 48...57: value = byte + 4
      case 43: value = 62
      case 47: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return bytes
  }

  static func quotedPrintable(_ text: [UInt8], isHeader: Bool) -> [UInt8] {
    var bytes: [UInt8] = []
    var index = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if byte == 0x5F, isHeader {
        bytes.append(0x20)
      } else if byte != 0x3D {
        bytes.append(byte)
      } else if let end = lineEnd(text, index) {
        index = end
      } else if index + 1 < text.count,
        let value = UInt8(String(decoding: text[index..<index + 2], as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        index += 2
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  /// The place after a line end at `index`; nil where there is none.
  private static func lineEnd(_ text: [UInt8], _ index: Int) -> Int? {
    guard index < text.count else { return index }
    if text[index] == 0x0A { return index + 1 }
    let isPair = text[index] == 0x0D && index + 1 < text.count && text[index + 1] == 0x0A
    return isPair ? index + 2 : nil
  }
}

extension Substring {
  /// Where `text` first stands.
  fileprivate func firstRange(of text: String) -> Range<Index>? {
    var index = startIndex
    while index != endIndex {
      if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
      formIndex(after: &index)
    }
    return nil
  }
}
