/// The languages that articles are read in.
public enum Language: String, Sendable, Hashable {
  /// English.
  case english = "en"
  /// Chinese in Simplified characters.
  case simplifiedChinese = "zh-Hans"
  /// Chinese in Traditional characters.
  case traditionalChinese = "zh-Hant"

  /// Whether the language is Chinese in either script.
  public var isChinese: Bool { self != .english }

  /// The language of a text, judged by its characters.
  ///
  /// A text is Chinese when more than an eighth of its letters are Han characters, and Traditional
  /// when characters that differ between the scripts stand mostly in their Traditional form.
  public init(of text: [UInt8]) {
    let variants = HanVariants.shared
    var latin = 0
    var han = 0
    var traditional = 0
    var simplified = 0
    var index = 0
    let limit = min(text.count, 1 << 16)
    while index < limit {
      let (scalar, length) = UTF8Scalar.decode(text, at: index)
      index += length
      if scalar < 0x80 {
        if isASCIILetter(UInt8(scalar)) { latin += 1 }
      } else if isHan(scalar) {
        han += 1
        if variants.simplified(scalar) != scalar {
          traditional += 1
        } else if variants.isOnlySimplified(scalar) {
          simplified += 1
        }
      }
    }
    if han * 8 <= latin {
      self = .english
    } else {
      self = traditional > simplified ? .traditionalChinese : .simplifiedChinese
    }
  }
}
