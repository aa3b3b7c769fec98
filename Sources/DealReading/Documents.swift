import DealText

/// Formats that hold one article.
enum Documents {
  /// The article of a web page in any charset.
  static func page(_ bytes: [UInt8], _ hints: Hints) throws(ReadingError) -> SourceText {
    let page = try Charset.utf8(ofPage: bytes, declared: hints.charset, path: hints.name)
    let article = HTMLText.article(page)
    guard article.text.contains(where: { $0 > 0x20 }) else {
      throw ReadingError(
        hints.isListed ? .notText : .badData, path: hints.name, "a page without text")
    }
    return article
  }
}
