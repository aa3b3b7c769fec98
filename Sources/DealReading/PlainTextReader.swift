public import DealText

/// Reads plain text and Markdown.
public struct PlainTextReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Takes UTF-8 bytes as an article.
  public func article(_ bytes: [UInt8], source: String?) -> SourceText {
    SourceText(plain: bytes, source: source)
  }
}
