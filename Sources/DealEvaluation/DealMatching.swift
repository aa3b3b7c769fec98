import DealModel

/// Which found deal stands for which annotated one in an article.
struct DealMatching {
  /// A deal of the graph with the folded names of its parties.
  private struct Found {
    let deal: Deal
    let payer: Set<FoldedName>
    let payee: Set<FoldedName>
  }

  /// The deals of the graph that are judged: all but partnerships, which nobody pays for.
  let found: [Deal]
  /// Pairs of an annotated and a found deal whose payer, payee and kind agree.
  let matches: [(annotated: Int, found: Int)]
  /// Pairs whose payer and payee agree, whatever the kind.
  let pairs: [(annotated: Int, found: Int)]

  init(_ annotated: AnnotatedArticle, _ graph: DealGraph) {
    var names: [String: Set<FoldedName>] = [:]
    for party in graph.parties {
      names[party.id] = Set(
        ([party.name.isEmpty ? party.id : party.name] + party.aliases).filter { !$0.isEmpty }
          .map(FoldedName.init))
    }
    func folded(_ id: String) -> Set<FoldedName> { names[id] ?? [FoldedName(id)] }
    let found = graph.deals.filter { $0.kind != .partnership }.map {
      Found(deal: $0, payer: folded($0.payer), payee: folded($0.payee))
    }
    let forms = annotated.parties.reduce(into: [String: Set<FoldedName>]()) {
      $0[$1.key] = Set(([$1.key] + $1.value).map(FoldedName.init))
    }
    func share(_ party: String, _ names: Set<FoldedName>) -> Bool {
      !(forms[party] ?? []).isDisjoint(with: names)
    }
    var rows: [(agreeing: Int, annotated: Int, found: Int)] = []
    for (index, gold) in annotated.deals.enumerated() {
      for (other, deal) in found.enumerated()
      where share(gold.deal.payer, deal.payer) && share(gold.deal.payee, deal.payee) {
        rows.append((DealField.agreeing(gold.deal, deal.deal).count, index, other))
      }
    }
    self.found = found.map(\.deal)
    pairs = Self.oneToOne(rows)
    matches = Self.oneToOne(
      rows.filter { annotated.deals[$0.annotated].kinds.contains(found[$0.found].deal.kind) })
  }

  /// Each deal in at most one pair, the pairs with the most agreeing fields first.
  private static func oneToOne(
    _ rows: [(agreeing: Int, annotated: Int, found: Int)]
  ) -> [(annotated: Int, found: Int)] {
    var (left, right): (Set<Int>, Set<Int>) = ([], [])
    var pairs: [(annotated: Int, found: Int)] = []
    let sorted = rows.sorted {
      (-$0.agreeing, $0.annotated, $0.found) < (-$1.agreeing, $1.annotated, $1.found)
    }
    for row in sorted where !left.contains(row.annotated) && !right.contains(row.found) {
      left.insert(row.annotated)
      right.insert(row.found)
      pairs.append((row.annotated, row.found))
    }
    return pairs
  }
}
