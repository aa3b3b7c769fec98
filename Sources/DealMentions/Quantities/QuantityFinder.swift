public import DealModel
public import DealText

/// Finds the quantities of an article.
public struct QuantityFinder: Sendable {
  /// Makes a finder with the embedded tables.
  public init() {}

  /// The date of an article: its metadata's, else the first full date near its top.
  public func articleDate(of article: ArticleText) -> PartialDate? { article.source.date }

  /// The quantities of an article, ascending and without overlaps.
  public func quantities(in article: ArticleText) -> [Quantity] { [] }
}
