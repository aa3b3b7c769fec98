/// A named organisation, or a person who invests; one id however it is spelled.
public struct Party: Hashable, Sendable {
  /// The lower-case id, unique in a graph.
  public var id: String
  /// The best-known English name, or the name in the text where there is none.
  public var name: String
  /// Every surface form met, in the order of first meeting.
  public var aliases: [String]
  /// `company`, `fund`, `bank`, `government`, `project`, `person`, or another word that was read.
  public var kind: String?
  /// The symbol of the main listing.
  public var ticker: String?
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField]

  /// Makes a party.
  public init(
    id: String, name: String, aliases: [String] = [], kind: String? = nil, ticker: String? = nil,
    unknown: [JSONField] = []
  ) {
    self.id = id
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.ticker = ticker
    self.unknown = unknown
  }
}
