import DealModel

/// A deal that only the annotation or only the graph has.
public struct Disagreement: Sendable, Hashable {
  /// The name of the article.
  public let article: String
  /// Whether the deal is annotated and was not found; else it was found and is not annotated.
  public let isMissed: Bool
  /// The payer's name.
  public let payer: String
  /// The payee's name.
  public let payee: String
  /// The kind.
  public let kind: String
  /// The words that tell it.
  public let evidence: String

  init(_ deal: Deal, names: [String: String], article: String, isMissed: Bool) {
    self.article = article
    self.isMissed = isMissed
    payer = names[deal.payer] ?? deal.payer
    payee = names[deal.payee] ?? deal.payee
    kind = deal.kind.rawValue
    evidence = deal.evidence.first?.text ?? ""
  }
}
