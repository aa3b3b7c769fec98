import DealTables

/// The tables that tell words apart, read once.
public struct Lexicon: Sendable {
  /// The curated parties.
  public var parties: PartyNames
  /// Classes of words.
  public let words: WordClasses

  /// Reads the embedded tables.
  public init() {
    parties = PartyNames(.parties)
    words = WordClasses(.words)
  }
}
