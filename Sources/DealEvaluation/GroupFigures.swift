/// The figures of a group of articles: of all, or of one language.
public struct GroupFigures: Sendable, Hashable {
  /// How many articles were judged.
  public internal(set) var articles = 0
  /// How many of them could not be read; their deals count as missed.
  public internal(set) var failed = 0
  /// Payer, payee and kind agree.
  public internal(set) var deals = Score()
  /// Payer and payee agree, whatever the kind.
  public internal(set) var pairs = Score()
  var grounded = 0
  var quietArticles = 0
  var quietKept = 0
  var agreeing = [Int](repeating: 0, count: DealField.allCases.count)
  var stated = [Int](repeating: 0, count: DealField.allCases.count)
  var agreeingStated = [Int](repeating: 0, count: DealField.allCases.count)

  /// The share of found deals whose evidence stands in the article, white space aside.
  public var groundedShare: Double { Score.share(grounded, of: deals.found) }

  /// The share of articles without a deal in which none was found; nil where each has deals.
  public var quietShare: Double? {
    quietArticles == 0 ? nil : Score.share(quietKept, of: quietArticles)
  }

  /// The share of matched deals in which a field agrees.
  public func agreement(on field: DealField) -> Double {
    Score.share(agreeing[field.rawValue], of: deals.hits)
  }

  /// The share of the matched deals that state a field in which it agrees.
  public func agreementWhenStated(on field: DealField) -> Double {
    Score.share(agreeingStated[field.rawValue], of: stated[field.rawValue])
  }
}
