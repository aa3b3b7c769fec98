/// Bounds how many attributes a tag has, since the parser compares each with all before it.
enum AttributeLimit {
  /// How many attributes of a tag are kept.
  static let count = 400

  /// The page with spaces for the attributes beyond the limit; every other byte keeps its place.
  static func applied(to page: [UInt8]) -> [UInt8] {
    var excesses: [Range<Int>] = []
    let bytes = page.span
    var index = 0
    while index + 1 < bytes.count {
      guard bytes[index] == 0x3C else {
        index += 1
        continue
      }
      if isScript(bytes, index) {
        index = endOfScript(bytes, index + 7)
      } else if isLetter(bytes[index + 1]) {
        let tag = endOfTag(bytes, index + 2)
        if let excess = tag.excess { excesses.append(excess..<tag.end) }
        index = tag.end
      } else {
        index += 1
      }
    }
    guard !excesses.isEmpty else { return page }
    var page = page
    for excess in excesses { for place in excess { page[place] = 0x20 } }
    return page
  }

  /// Where a tag ends, and where its attributes go beyond the limit.
  private static func endOfTag(
    _ bytes: Span<UInt8>, _ start: Int
  ) -> (end: Int, excess: Int?) {
    var (index, found) = (start, 0)
    var excess: Int?
    var last: UInt8 = 0
    while index < bytes.count, bytes[index] != 0x3E {
      let byte = bytes[index]
      if byte <= 0x20 {
        if index > start, bytes[index - 1] > 0x20 { found += 1 }
      } else if last == 0x3D, byte == 0x22 || byte == 0x27 {
        index += 1
        while index < bytes.count, bytes[index] != byte { index += 1 }
        found += 1
        last = 0
      } else {
        last = byte
      }
      if found > count, excess == nil { excess = min(index + 1, bytes.count) }
      index += 1
    }
    let end = min(index, bytes.count)
    return (end, excess.map { min($0, end) })
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  /// Whether `<script` stands at `index`, in whichever case.
  private static func isScript(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    matches(bytes, index, "<script")
  }

  private static func endOfScript(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x3C, matches(bytes, index, "</script") { return index + 8 }
      index += 1
    }
    return index
  }

  private static func matches(_ bytes: Span<UInt8>, _ index: Int, _ word: StaticString) -> Bool {
    guard index + word.utf8CodeUnitCount <= bytes.count else { return false }
    for offset in 0..<word.utf8CodeUnitCount {
      let wanted = unsafe word.utf8Start[offset]
      let byte = bytes[index + offset]
      guard byte == wanted || isLetter(byte) && byte | 0x20 == wanted else { return false }
    }
    return true
  }
}
