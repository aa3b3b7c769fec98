import DealTables

/// The tables that tell words apart, read once.
public struct Lexicon: Sendable {
  /// The curated parties.
  public var parties: PartyNames
  /// Classes of words.
  public let words: WordClasses

  /// Words that speak of deals, in English.
  public let english: Triggers
  /// Words that speak of deals, in Chinese.
  public let chinese: Triggers

  /// Common words.
  public var vocabulary: Vocabulary

  /// Reads the embedded tables.
  public init() {
    parties = PartyNames(.parties)
    words = WordClasses(.words)
    vocabulary = Vocabulary(.vocabulary)
    english = Triggers(.triggers, language: "en")
    chinese = Triggers(.triggers, language: "zh")
  }
}
