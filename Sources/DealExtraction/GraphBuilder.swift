import DealModel

/// Joins the deals of many articles into one graph.
struct GraphBuilder {
  private var graph = DealGraph()
  private var partyIndex: [String: Int] = [:]
  private var dealIndex: [String: [Int]] = [:]
  private var counts: [String: Int] = [:]

  /// Adds an article's deals; articles are to come in the order of the input.
  mutating func add(_ found: ArticleDeals) {
    graph.articles.append(found.article)
    var ids: [Int: String] = [:]
    for draft in found.drafts {
      for end in [draft.payer, draft.payee] where ids[end] == nil {
        ids[end] = add(found.parties[end])
      }
      var deal = draft.deal
      deal.payer = ids[draft.payer] ?? ""
      deal.payee = ids[draft.payee] ?? ""
      if deal.payer != deal.payee { add(deal) }
    }
  }

  func finished() -> DealGraph { graph }

  private mutating func add(_ party: Party) -> String {
    if let index = partyIndex[party.id] {
      for alias in party.aliases where !graph.parties[index].aliases.contains(alias) {
        graph.parties[index].aliases.append(alias)
      }
      return party.id
    }
    partyIndex[party.id] = graph.parties.count
    graph.parties.append(party)
    return party.id
  }

  /// Adds a deal, as a further claim where another article told it already.
  private mutating func add(_ deal: Deal) {
    let pair = "\(deal.payer)>\(deal.payee):\(deal.kind.rawValue)"
    for index in dealIndex[pair] ?? [] where Self.same(graph.deals[index], deal) {
      merge(deal, into: index)
      return
    }
    counts[pair, default: 0] += 1
    var deal = deal
    deal.key = "\(pair):\(counts[pair] ?? 1)"
    dealIndex[pair, default: []].append(graph.deals.count)
    graph.deals.append(deal)
  }

  /// Whether deals of two articles are one: sums within 5 %, dates within 120 days, or unknown.
  private static func same(_ one: Deal, _ other: Deal) -> Bool {
    guard one.evidence.first?.article != other.evidence.first?.article else { return false }
    if let a = one.amount, let b = other.amount {
      guard a.currency == b.currency, abs(a.value - b.value) <= 0.05 * max(a.value, b.value) else {
        return false
      }
    }
    if let a = one.capacity, let b = other.capacity, a.unit == b.unit, a.value != b.value {
      return false
    }
    if let a = one.date, let b = other.date {
      return a.firstDay - b.lastDay <= 120 && b.firstDay - a.lastDay <= 120
    }
    return true
  }

  private mutating func merge(_ deal: Deal, into index: Int) {
    var lead = graph.deals[index]
    var other = deal
    other.key = lead.key
    if other.confidence ?? 0 > lead.confidence ?? 0 { swap(&lead, &other) }
    lead.amount = lead.amount ?? other.amount
    lead.capacity = lead.capacity ?? other.capacity
    lead.stake = lead.stake ?? other.stake
    lead.years = lead.years ?? other.years
    lead.date = lead.date ?? other.date
    lead.evidence += other.evidence
    graph.deals[index] = lead
  }
}
