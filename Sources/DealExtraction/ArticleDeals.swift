import DealLexicon
import DealMentions
package import DealModel
import DealText

/// The deals of one article, before the parties of several articles are joined.
package struct ArticleDeals: Sendable {
  /// A deal between two of the article's parties.
  package struct Draft: Sendable {
    package var payer: Int
    package var payee: Int
    /// The score of the best claim, in units of 1/256 of a logit.
    package var score: Int32
    /// The deal with an empty key and empty ends.
    package var deal: Deal
  }

  package var article: Article
  package var parties: [Party]
  package var drafts: [Draft]
}

/// Makes the deals of an article from its claims.
struct DealBuilder {
  private let reading: ArticleReading
  private let claims: [Claim]
  /// The claims by where their sums start.
  private let bySum: [Int: [Int]]
  private let id: String
  private let rates: ExchangeRates
  private let calibration: Calibration

  init(
    _ reading: ArticleReading, _ claims: [Claim], id: String, rates: ExchangeRates,
    calibration: Calibration
  ) {
    self.reading = reading
    self.claims = claims
    bySum = claims.indices.reduce(into: [:]) {
      if let sum = claims[$1].sum { $0[sum.tokens.lowerBound, default: []].append($1) }
    }
    self.id = id
    self.rates = rates
    self.calibration = calibration
  }

  func drafts() -> [ArticleDeals.Draft] {
    ClaimMerger.merged(claims).map { group in
      ArticleDeals.Draft(
        payer: group[0].payer, payee: group[0].payee, score: group[0].score,
        deal: deal(group))
    }
  }

  private func deal(_ group: [Claim]) -> Deal {
    let lead = group[0]
    let date = group.lazy.compactMap { self.date($0.date) }.first
    var deal = Deal(key: "", payer: "", payee: "", kind: lead.kind, status: lead.status)
    deal.amount = amount(group, year: date?.year ?? reading.date?.year)
    deal.returns = ReturnsReader.returns(lead, reading)
    deal.capacity = group.lazy.compactMap { Self.capacity($0.capacity) }.first
    deal.stake = group.lazy.compactMap { Self.stake($0.stake) }.first
    deal.years = group.lazy.compactMap { Self.years($0.term) }.first
    deal.date = date
    deal.confidence = calibration.confidence(of: lead.score)
    deal.evidence = group.map(evidence)
    return deal
  }

  /// The sum that is most surely the deal's among those of its claims, the first of equals.
  private func amount(_ group: [Claim], year: Int?) -> Amount? {
    var best: (claim: Claim, sum: Quantity)?
    for claim in group {
      guard let sum = claim.sum, case .money = sum.value else { continue }
      if claim.sumScore > best?.claim.sumScore ?? .min { best = (claim, sum) }
    }
    guard let best, case .money(let value, let low, let currency, let bound) = best.sum.value
    else { return nil }
    return Amount(
      value: value, low: low, currency: Currency(rawValue: currency), bound: bound,
      scope: isJoint(best.claim, best.sum) ? .joint : .own,
      usd: rates.usd(value, currency: currency, year: year).map { ($0 * 100).rounded() / 100 })
  }

  /// Whether other claims share a sum: several payers or several payees with the same words.
  private func isJoint(_ claim: Claim, _ sum: Quantity) -> Bool {
    let sharing = (bySum[sum.tokens.lowerBound] ?? []).filter {
      claims[$0].sum?.tokens == sum.tokens && claims[$0].kind == claim.kind
    }
    return Set(sharing.map { claims[$0].payer }).count > 1
      || Set(sharing.map { claims[$0].payee }).count > 1
  }

  private static func capacity(_ quantity: Quantity?) -> Capacity? {
    guard let quantity, case .capacity(let value, let unit, let bound) = quantity.value else {
      return nil
    }
    return Capacity(value: value, unit: unit, bound: bound)
  }

  private static func stake(_ quantity: Quantity?) -> Double? {
    guard let quantity, case .stake(let percent, _) = quantity.value else { return nil }
    return percent
  }

  private static func years(_ quantity: Quantity?) -> Double? {
    guard let quantity, case .term(let years) = quantity.value else { return nil }
    return years
  }

  private func date(_ quantity: Quantity?) -> PartialDate? {
    guard let quantity, case .date(let date) = quantity.value else { return nil }
    return date
  }

  /// The sentence of a claim, with the one its sum stands in, as bytes of the article.
  private func evidence(_ claim: Claim) -> Evidence {
    let sentence = reading.sentences[claim.sentence]
    let other = reading.sentences[claim.sumSentence]
    let tokens =
      min(
        sentence.tokens.lowerBound, other.tokens.lowerBound)..<max(
        sentence.tokens.upperBound, other.tokens.upperBound)
    let article = reading.article
    let range = article.articleRange(of: tokens)
    return Evidence(
      article: id, range: range,
      text: String(decoding: article.source.article[range], as: UTF8.self),
      payer: place(claim.way.payer, claim.payer, sentence),
      payee: place(claim.way.payee, claim.payee, sentence),
      amount: claim.sum.map { article.articleRange(of: $0.tokens) }, rule: claim.rule)
  }

  /// Where the party of a claim is named: the mention itself, or the nearest name before it.
  private func place(_ mention: Int, _ entity: Int, _ sentence: SentenceReading) -> Range<Int>? {
    let own = sentence.mentions[mention]
    if own.kind == .name || own.kind == .context {
      return reading.article.articleRange(of: own.tokens)
    }
    let named = reading.mentions.entities[entity].mentions.map { reading.mentions.parties[$0] }
    let nearest =
      named.last { $0.tokens.lowerBound <= own.tokens.lowerBound } ?? named.first
    return nearest.map { reading.article.articleRange(of: $0.tokens) }
  }
}
