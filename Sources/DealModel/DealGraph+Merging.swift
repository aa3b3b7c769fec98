extension DealGraph {
  /// Adds the articles, parties and deals of another graph.
  ///
  /// Parties of one id are one; a deal whose key is taken gets the next free number.
  public mutating func merge(_ other: DealGraph) {
    if articles.isEmpty, parties.isEmpty, deals.isEmpty {
      self = other
      return
    }
    let known = Set(articles.map(\.id))
    articles += other.articles.filter { !known.contains($0.id) }
    var places: [String: Int] = [:]
    for (index, party) in parties.enumerated() { places[party.id] = index }
    for party in other.parties {
      guard let index = places[party.id] else {
        places[party.id] = parties.count
        parties.append(party)
        continue
      }
      for alias in party.aliases where !parties[index].aliases.contains(alias) {
        parties[index].aliases.append(alias)
      }
    }
    var keys = Set(deals.map(\.key))
    for var deal in other.deals {
      let stem = deal.key.split(separator: ":").dropLast().joined(separator: ":")
      var number = 1
      while keys.contains(deal.key) {
        number += 1
        deal.key = "\(stem):\(number)"
      }
      keys.insert(deal.key)
      deals.append(deal)
    }
  }
}
