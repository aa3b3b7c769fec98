import DealModel

/// Deals between two parties that are drawn as one arrow.
struct DealGroup: Sendable, Hashable {
  var payer: String
  var payee: String
  /// The kind of all its deals; nil when they have several.
  var kind: DealKind?
  var deals: [Deal]

  /// The firmest status of its deals.
  var status: DealStatus {
    DealStatus.all.first { status in deals.contains { $0.status == status } } ?? deals[0].status
  }

  /// The sum of the known sums in US dollars; nil where none is known.
  var usd: Double? {
    let known = deals.compactMap { $0.amount?.usd }
    return known.isEmpty ? nil : known.reduce(0, +)
  }

  /// The arrow as a reader would tell it.
  func sentence(payer: String, payee: String) -> String {
    if deals.count == 1 { return DealTelling(deals[0], payer: payer, payee: payee).statement }
    return "\(payer) pays \(payee): \(DealWording.figures(deals))"
  }

  /// The groups of `deals` in the order of their first deals.
  static func groups(_ deals: [Deal], _ mode: PictureOptions.Edges) -> [DealGroup] {
    var groups: [DealGroup] = []
    var places: [String: Int] = [:]
    for deal in deals {
      let key =
        switch mode {
        case .split: deal.key
        case .byKind: "\(deal.payer)\n\(deal.payee)\n\(deal.kind.rawValue)"
        case .merged: "\(deal.payer)\n\(deal.payee)"
        }
      if let place = places[key] {
        groups[place].deals.append(deal)
        if groups[place].kind != deal.kind { groups[place].kind = nil }
      } else {
        places[key] = groups.count
        groups.append(
          DealGroup(payer: deal.payer, payee: deal.payee, kind: deal.kind, deals: [deal]))
      }
    }
    return groups
  }
}

/// Chooses what is drawn of a graph that is too large.
struct Thinning {
  let nodes: Int
  let edges: Int

  /// Every group on a loop, then the largest sums whose parties there is still room for; the order
  /// is that of `groups`.
  func kept(_ groups: [DealGroup], _ ranks: [String: [Int]]) -> [DealGroup] {
    let isOnLoop = groups.map { group in group.deals.contains { ranks[$0.key] != nil } }
    var parties = Set<String>()
    var chosen = Set<Int>()
    for index in groups.indices where isOnLoop[index] {
      chosen.insert(index)
      parties.formUnion([groups[index].payer, groups[index].payee])
    }
    let rest = groups.indices.filter { !isOnLoop[$0] }.sorted { left, right in
      let sums = (groups[left].usd ?? -1, groups[right].usd ?? -1)
      return sums.0 == sums.1 ? left < right : sums.0 > sums.1
    }
    for index in rest where chosen.count < edges {
      let ends = parties.union([groups[index].payer, groups[index].payee])
      guard ends.count <= nodes else { continue }
      parties = ends
      chosen.insert(index)
    }
    return groups.indices.filter(chosen.contains).map { groups[$0] }
  }
}
