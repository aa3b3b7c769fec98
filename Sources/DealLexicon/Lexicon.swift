import DealTables

/// The tables that tell words apart, read once.
public struct Lexicon: Sendable {
  /// The curated parties.
  public var parties: PartyNames
  /// Classes of words.
  public let words: WordClasses

  /// Words that speak of deals, in English.
  public var english: Triggers { Self.english }
  /// Words that speak of deals, in Chinese.
  public var chinese: Triggers { Self.chinese }

  /// Common words.
  public var vocabulary: Vocabulary

  /// Reads the embedded tables.
  public init() {
    parties = PartyNames(.parties)
    words = WordClasses(.words)
    vocabulary = Vocabulary(.vocabulary)
  }

  // A run meets one language mostly: each is read when it is first met.
  private static let english = Triggers(.triggers, language: "en")
  private static let chinese = Triggers(.triggers, language: "zh")
}
