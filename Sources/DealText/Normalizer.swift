/// Brings a text into one spelling, keeping where each byte came from.
struct Normalizer {
  private let source: [UInt8]
  private let isChinese: Bool
  private var bytes: [UInt8] = []
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []
  private var index = 0

  /// The normal form of `source`.
  static func normalize(_ source: [UInt8], isChinese: Bool) -> NormalText {
    if isPlain(source) { return NormalText(bytes: source, origins: nil) }
    var normalizer = Normalizer(source, isChinese: isChinese)
    normalizer.run()
    return NormalText(
      bytes: normalizer.bytes, origins: (normalizer.starts, normalizer.ends))
  }

  private init(_ source: [UInt8], isChinese: Bool) {
    self.source = source
    self.isChinese = isChinese
    bytes.reserveCapacity(source.count)
    starts.reserveCapacity(source.count)
    ends.reserveCapacity(source.count)
  }

  /// Whether a text is ASCII without anything to be changed.
  private static func isPlain(_ source: [UInt8]) -> Bool {
    for byte in source where byte >= 0x80 || byte == 0x0D || byte == 0x09 || byte == 0x5B {
      return false
    }
    return true
  }

  private mutating func run() {
    while index < source.count {
      if let end = endOfNoise() {
        index = end
        continue
      }
      let (scalar, length) = UTF8Scalar.decode(source, at: index)
      append(scalar, length)
      index += length
    }
  }

  private mutating func append(_ scalar: UInt32, _ length: Int) {
    if scalar >= 0x80 || scalar == 0x09 || scalar == 0x0D {
      guard let folded = Self.folded(scalar) else { return }
      let simplified = isChinese ? HanVariants.shared.simplified(folded) : folded
      emit(simplified, length)
    } else {
      emit(scalar, length)
    }
  }

  private mutating func emit(_ scalar: UInt32, _ length: Int) {
    let first = bytes.count
    if scalar < 0x80 {
      bytes.append(UInt8(scalar))
    } else {
      let unicode = Unicode.Scalar(scalar) ?? "\u{FFFD}"
      bytes.append(contentsOf: UTF8.encode(unicode) ?? UTF8.encodedReplacementCharacter)
    }
    for _ in first..<bytes.count {
      starts.append(UInt32(index))
      ends.append(UInt32(index + length))
    }
  }

  /// The scalar that stands for `scalar`: half width, plain quotes, plain spaces; nil for none.
  private static func folded(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: 0x20
    case 0x0D, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
    case 0x2018, 0x2019, 0x201B, 0x2032: 0x27
    case 0x201C, 0x201D, 0x201F, 0x2033, 0x300C...0x300F: 0x22
    case 0xFF0C: 0x2C
    case 0xFF01...0xFF5E where scalar != 0xFF0C: scalar - 0xFEE0
    case 0x2010, 0x2011, 0x2212: 0x2D
    case 0x2015: 0x2014
    case 0x30FB, 0x2022, 0x2027: 0xB7
    default: scalar
    }
  }

  /// The end of a stretch of scraping noise that starts here: a pinyin gloss or an image mark.
  private func endOfNoise() -> Int? {
    let byte = source[index]
    if byte == 0x21 || byte == 0x5B { return endOfImageMark() }
    guard isChinese,
      byte == 0x28 || (byte == 0xEF && source[index...].starts(with: [0xEF, 0xBC, 0x88]))
    else { return nil }
    return endOfPinyin(from: index + (byte == 0x28 ? 1 : 3))
  }

  /// The end of a markdown image without a description: `![]()`, `![](…)`.
  private func endOfImageMark() -> Int? {
    guard source[index...].starts(with: [0x21, 0x5B, 0x5D, 0x28]) else { return nil }
    var end = index + 4
    while end < source.count, source[end] != 0x29, source[end] != 0x0A { end += 1 }
    return end < source.count && source[end] == 0x29 ? end + 1 : nil
  }

  /// The end of a gloss like `(dá)` after a Han character: lower-case letters, one with a tone mark.
  private func endOfPinyin(from start: Int) -> Int? {
    guard let last = bytes.last, last >= 0x80 else { return nil }
    var end = start
    var hasTone = false
    while end < source.count, end - start < 14 {
      let (scalar, length) = UTF8Scalar.decode(source, at: end)
      switch scalar {
      case 0x61...0x7A: break
      case 0x29, 0xFF09: return hasTone || source[start..<end] == [0x65] ? end + length : nil
      case 0xE0, 0xE1, 0xE8, 0xE9, 0xEA, 0xEC, 0xED, 0xF2, 0xF3, 0xF9, 0xFA, 0xFC, 0x101, 0x113,
        0x11B, 0x12B, 0x14D, 0x16B, 0x1CE, 0x1D0, 0x1D2, 0x1D4, 0x1D6, 0x1D8, 0x1DA, 0x1DC, 0x251:
        hasTone = true
      default: return nil
      }
      end += length
    }
    return nil
  }
}
