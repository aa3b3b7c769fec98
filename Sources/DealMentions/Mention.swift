/// A place that names or stands for a party.
public struct Mention: Sendable, Hashable {
  /// How the place refers to the party.
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// By a name.
    case name
    /// By a pronoun: it, its, they, 其, 它.
    case pronoun
    /// By a description: the company, the chipmaker, 该公司, 这家芯片巨头.
    case description
    /// As the one who speaks: the Company, we, 本公司, 公司 in an announcement.
    case speaker
    /// By order: the former, the latter, 前者, 后者.
    case ordinal
    /// As a pair: both, the two companies, 双方, 两家公司.
    case pair
    /// Not in the sentence at all: the article speaks of the party just before, or as a whole.
    case context
  }

  /// The tokens.
  public var tokens: Range<Int>
  /// How it refers.
  public var kind: Kind
  /// The number of the sentence.
  public var sentence: Int
  /// The entities it may stand for, the likeliest first; one for a name, two for a pair.
  public var entities: [Int]
  /// For a name, by how much the tagger prefers it to none; see ``FoundName/lead``.
  package var lead: Int16 = 0

  /// Makes a mention.
  public init(tokens: Range<Int>, kind: Kind, sentence: Int, entities: [Int]) {
    self.init(tokens: tokens, kind: kind, sentence: sentence, entities: entities, lead: 0)
  }

  package init(tokens: Range<Int>, kind: Kind, sentence: Int, entities: [Int], lead: Int16) {
    self.lead = lead
    self.tokens = tokens
    self.kind = kind
    self.sentence = sentence
    self.entities = entities
  }
}

/// A party of one article, by all the names that the article gives it.
public struct Entity: Sendable {
  /// The number of its row in the curated table.
  public var known: Int?
  /// The surface forms, in the order of first meeting.
  public var forms: [String]
  /// The mentions by name: indices, in order.
  public var mentions: [Int]
}

/// Everything an article's text names: parties and quantities.
public struct Mentions: Sendable {
  /// The mentions of parties, in the order of the text.
  public var parties: [Mention]
  /// The parties.
  public var entities: [Entity]
  /// The parties in the order of how much the article is about them.
  public var topic: [Int]
}
