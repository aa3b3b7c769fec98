public import DealModel
public import DealText

/// Reads articles and tells the deals they assert.
public struct Extractor: Sendable {
  /// Makes an extractor with the embedded tables.
  public init() {}

  /// The graph of the deals that `articles` assert, in the order of the articles.
  public func graph(of articles: [SourceText]) -> DealGraph { DealGraph() }
}
