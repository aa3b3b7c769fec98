/// XML 1.0 text: markup characters as references, what XML forbids left out.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func escaped(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for index in utf8.indices {
        let byte = unsafe utf8[index]
        guard byte <= 0x3E || byte == 0xEF else { continue }
        let (reference, length): (StaticString, Int)
        switch byte {
        case 0x26: (reference, length) = ("&amp;", 1)
        case 0x3C: (reference, length) = ("&lt;", 1)
        case 0x3E: (reference, length) = ("&gt;", 1)
        case 0x22: (reference, length) = ("&quot;", 1)
        case 0x0A: (reference, length) = ("&#10;", 1)
        case 0x0D: (reference, length) = ("&#13;", 1)
        case 0x09: (reference, length) = ("&#9;", 1)
        case 0..<0x20: (reference, length) = ("", 1)
        case 0xEF where unsafe Self.isForbidden(utf8, index): (reference, length) = ("", 3)
        default: continue
        }
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        bytes.append(contentsOf: reference.description.utf8)
        start = index + length
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  /// Hands over what was written once it is `size` bytes or more.
  mutating func drain(from size: Int, to sink: ByteSink) rethrows {
    guard bytes.count >= size else { return }
    try sink(bytes)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Whether U+FFFE or U+FFFF begins at `index`, where the byte is 0xEF.
  private static func isForbidden(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    guard index + 2 < utf8.count else { return false }
    return unsafe utf8[index + 1] == 0xBF && utf8[index + 2] >= 0xBE
  }
}
