/// An article without white space, in which evidence is looked for.
struct Grounding {
  private let bytes: [UInt8]

  init(_ article: [UInt8]) { bytes = Self.squeezed(String(decoding: article, as: UTF8.self)) }

  /// Whether the article has a text, white space aside; an empty text is not had.
  ///
  /// - Complexity: O(*n* · *m*) in the bytes of article and text, near O(*n*) for prose.
  func has(_ text: String) -> Bool {
    let wanted = Self.squeezed(text)
    guard let first = wanted.first, wanted.count <= bytes.count else { return false }
    return (0...(bytes.count - wanted.count)).contains { start in
      bytes[start] == first && bytes[start...].starts(with: wanted)
    }
  }

  private static func squeezed(_ text: String) -> [UInt8] {
    var scalars = text.unicodeScalars
    scalars.removeAll { $0.properties.isWhitespace }
    return Array(String(scalars).utf8)
  }
}
