/// The bytes of an article that prove a deal.
///
/// Ranges are half-open, in UTF-8 bytes of the article as it was read.
public struct Evidence: Hashable, Sendable {
  /// The id of the article.
  public var article: String
  /// The range of the sentence that asserts the deal.
  public var range: Range<Int>
  /// The very slice of the article at `range`.
  public var text: String
  /// Where the payer is named; may lie outside `range`.
  public var payer: Range<Int>?
  /// Where the payee is named; may lie outside `range`.
  public var payee: Range<Int>?
  /// Where the sum is stated.
  public var amount: Range<Int>?
  /// The rule that read the sentence, such as `invest.active`.
  public var rule: String?
  /// Fields of a file that this version does not know.
  public var unknown: [JSONField]

  /// Makes an evidence.
  public init(
    article: String, range: Range<Int>, text: String, payer: Range<Int>? = nil,
    payee: Range<Int>? = nil, amount: Range<Int>? = nil, rule: String? = nil,
    unknown: [JSONField] = []
  ) {
    self.article = article
    self.range = range
    self.text = text
    self.payer = payer
    self.payee = payee
    self.amount = amount
    self.rule = rule
    self.unknown = unknown
  }
}
