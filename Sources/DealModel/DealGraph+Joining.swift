extension DealGraph {
  /// Adds another graph, taking parties of one id or one name for one, and the same deals for one.
  ///
  /// A party whose id is new joins another of the same kind if a name or an alias of it, whatever its
  /// case, belongs to just that one. Deals are the same when payer, payee and kind agree and neither
  /// sum nor date contradicts; each deal of `other` is taken for at most one deal of `self`, so the
  /// parallel deals of a graph stay apart and joining a graph with itself changes nothing.
  public mutating func join(_ other: DealGraph) {
    let ids = joinedIDs(of: other)
    var renamed = other
    for index in renamed.parties.indices {
      let id = renamed.parties[index].id
      renamed.parties[index].id = ids[id] ?? id
    }
    for index in renamed.deals.indices {
      let deal = renamed.deals[index]
      renamed.deals[index].payer = ids[deal.payer] ?? deal.payer
      renamed.deals[index].payee = ids[deal.payee] ?? deal.payee
    }
    let twins = twins(of: renamed.deals)
    for (index, twin) in twins.enumerated() {
      if let twin { deals[twin].complete(from: renamed.deals[index]) }
    }
    renamed.deals = renamed.deals.indices.filter { twins[$0] == nil }.map { renamed.deals[$0] }
    renamed.parties = Self.united(renamed.parties)
    merge(renamed)
  }

  /// For each of `others` the number of the deal here that is the same, if there is one.
  private func twins(of others: [Deal]) -> [Int?] {
    var places: [String: [Int]] = [:]
    for (index, deal) in deals.enumerated() { places[deal.pair, default: []].append(index) }
    var taken: Set<Int> = []
    return others.map { other in
      let rivals = (places[other.pair] ?? []).filter { !taken.contains($0) }
      let best = rivals.filter { !deals[$0].contradicts(other) }
        .max { deals[$0].likeness(to: other) < deals[$1].likeness(to: other) }
      if let best { taken.insert(best) }
      return best
    }
  }

  /// For each id of `other` that is another party here, that party's id.
  func joinedIDs(of other: DealGraph) -> [String: String] {
    let known = Set(parties.map(\.id))
    var owners: [String: Set<String>] = [:]
    for party in parties {
      for name in party.names { owners[name, default: []].insert(party.id) }
    }
    let kinds = Dictionary(
      parties.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    var ids: [String: String] = [:]
    for party in other.parties where !known.contains(party.id) {
      let found = party.names.reduce(into: Set<String>()) { $0.formUnion(owners[$1] ?? []) }
      guard found.count == 1, let id = found.first, let kind = kinds[id] else { continue }
      if kind == nil || party.kind == nil || kind == party.kind { ids[party.id] = id }
    }
    return ids
  }

  /// The parties with those of one id made one.
  private static func united(_ parties: [Party]) -> [Party] {
    var places: [String: Int] = [:]
    var result: [Party] = []
    for party in parties {
      if let place = places[party.id] {
        let new = ([party.name] + party.aliases).filter { !result[place].aliases.contains($0) }
        result[place].aliases += new
      } else {
        places[party.id] = result.count
        result.append(party)
      }
    }
    return result
  }
}

extension Party {
  fileprivate var names: [String] { ([name] + aliases).map { $0.lowercased() } }
}

extension Deal {
  fileprivate var pair: String { "\(payer)\u{0}\(payee)\u{0}\(kind.rawValue)" }

  /// Whether sums or dates that both deals state cannot be of one deal.
  fileprivate func contradicts(_ other: Deal) -> Bool {
    if let amount, let sum = other.amount,
      amount.value != sum.value || amount.currency != sum.currency
    {
      return true
    }
    guard let date, let day = other.date else { return false }
    return date.lastDay < day.firstDay || day.lastDay < date.firstDay
  }

  /// How much two deals of one pair share.
  fileprivate func likeness(to other: Deal) -> Int {
    var likeness = key == other.key ? 8 : 0
    let places = Set(other.evidence.map { "\($0.article) \($0.range)" })
    if evidence.contains(where: { places.contains("\($0.article) \($0.range)") }) { likeness += 4 }
    if amount != nil, amount == other.amount { likeness += 2 }
    if date != nil, date == other.date { likeness += 1 }
    return likeness
  }

  /// Takes what the same deal told elsewhere knows more; of two statuses that of the later date.
  fileprivate mutating func complete(from other: Deal) {
    if let date, let later = other.date, date < later { status = other.status }
    amount = amount ?? other.amount
    capacity = capacity ?? other.capacity
    returns = returns ?? other.returns
    stake = stake ?? other.stake
    years = years ?? other.years
    date = [date, other.date].compactMap { $0 }.max()
    confidence = [confidence, other.confidence].compactMap { $0 }.max()
    for proof in other.evidence where !evidence.contains(proof) { evidence.append(proof) }
    for field in other.unknown where !unknown.contains(where: { $0.name == field.name }) {
      unknown.append(field)
    }
  }
}
