/// A sentence: a range of tokens and where it stands.
public struct Sentence: Sendable, Hashable {
  /// The tokens.
  public let tokens: Range<Int>
  /// The number of the paragraph, from 0; the headline is paragraph 0.
  public let paragraph: Int

  /// Makes a sentence.
  public init(tokens: Range<Int>, paragraph: Int) {
    self.tokens = tokens
    self.paragraph = paragraph
  }
}
