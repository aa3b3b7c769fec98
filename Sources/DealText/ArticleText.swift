/// An article's text, ready to be read: normalised, cut into tokens and sentences.
public final class ArticleText: Sendable {
  /// The article as the reader handed it over.
  public let source: SourceText
  /// The language it is written in.
  public let language: Language
  /// Its normalised text.
  public let normal: NormalText
  /// Its tokens.
  public let tokens: [Token]
  /// Its sentences, covering every token.
  public let sentences: [Sentence]

  /// Prepares a text.
  ///
  /// - Complexity: O(*n*) in the bytes of the text.
  public init(_ source: SourceText) {
    self.source = source
    language = Language(of: source.text)
    normal = Normalizer.normalize(source.text, isChinese: language.isChinese)
    tokens = Tokenizer.tokens(of: normal)
    sentences = SentenceSplitter.sentences(
      of: tokens, in: normal, isChinese: language.isChinese)
  }

  /// The normalised bytes that a range of tokens covers.
  public func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
  }

  /// The normalised text of a range of tokens.
  public func string(of range: Range<Int>) -> String { normal.string(bytes(of: range)) }

  /// The article's byte range for a range of tokens.
  public func articleRange(of range: Range<Int>) -> Range<Int> {
    source.articleRange(of: normal.originalRange(of: bytes(of: range)))
  }
}
