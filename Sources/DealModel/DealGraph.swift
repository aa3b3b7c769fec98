/// Parties and the deals between them, with the articles they were read from.
///
/// The native JSON form is node-link data as networkx reads it; see ``DealGraph/init(json:)``.
public struct DealGraph: Hashable, Sendable {
  /// The articles, in the order they were read.
  public var articles: [Article]
  /// The parties; ids are unique.
  public var parties: [Party]
  /// The deals; keys are unique, payers and payees are ids of `parties`.
  public var deals: [Deal]
  /// Fields of the `graph` object that this version does not know.
  public var unknown: [JSONField]
  /// Fields beside `graph`, `nodes` and `edges` that this version does not know.
  public var unknownBeside: [JSONField] = []

  /// Makes a graph.
  public init(
    articles: [Article] = [], parties: [Party] = [], deals: [Deal] = [], unknown: [JSONField] = []
  ) {
    self.articles = articles
    self.parties = parties
    self.deals = deals
    self.unknown = unknown
  }
}
