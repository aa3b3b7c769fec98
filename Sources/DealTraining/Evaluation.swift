import DealExtraction
import DealModel
import DealText

/// Counts of annotated and found deals; the figures of the project's scorer.
struct Evaluation {
  var gold = 0
  var found = 0
  var hits = 0
  var pairs = 0
  var swapped = 0
  var amounts = (right: 0, all: 0)
  var statuses = (right: 0, all: 0)
  var quiet = (kept: 0, all: 0)
  var show = false
  /// The score of each found deal, and whether it is right.
  var scores: [(score: Int, isRight: Bool)] = []

  mutating func add(_ annotated: Annotated, _ result: ArticleDeals) {
    let forms = Dictionary(
      uniqueKeysWithValues: annotated.parties.map { ($0.name, Set($0.forms.map(GoldDeals.fold))) })
    let names = result.parties.map { Set(([$0.name] + $0.aliases).map(GoldDeals.fold)) }
    func same(_ party: String, _ entity: Int) -> Bool {
      !(forms[party] ?? []).isDisjoint(with: names[entity])
    }
    gold += annotated.deals.count
    found += result.drafts.count
    if annotated.deals.isEmpty {
      quiet.all += 1
      if result.drafts.isEmpty { quiet.kept += 1 }
    }
    var used: Set<Int> = []
    var usedPairs: Set<Int> = []
    for deal in annotated.deals {
      let kinds = [deal.kind] + (deal.also ?? [])
      func fits(_ index: Int) -> Bool {
        let draft = result.drafts[index]
        return same(deal.payer, draft.payer) && same(deal.payee, draft.payee)
      }
      let free = result.drafts.indices.filter { !used.contains($0) && fits($0) }
      let ranked = free.filter { kinds.contains(result.drafts[$0].deal.kind.rawValue) }
        .sorted {
          agreement(result.drafts[$0].deal, deal) > agreement(result.drafts[$1].deal, deal)
        }
      if let hit = ranked.first {
        used.insert(hit)
        hits += 1
        judge(result.drafts[hit].deal, deal)
        if show { tell(result.drafts[hit].deal, deal, in: annotated.name) }
      } else if show {
        let loose = free.isEmpty ? "" : " (found as \(result.drafts[free[0]].deal.kind.rawValue))"
        print(
          "\(annotated.name)  missed  \(deal.payer) -> \(deal.payee) \(deal.kind)\(loose) | \(deal.evidence.prefix(200))"
        )
      }
      if let pair = result.drafts.indices.first(where: { !usedPairs.contains($0) && fits($0) }) {
        usedPairs.insert(pair)
        pairs += 1
      } else if result.drafts.contains(where: {
        same(deal.payer, $0.payee) && same(deal.payee, $0.payer)
          && kinds.contains($0.deal.kind.rawValue)
      }) {
        swapped += 1
      }
    }
    for index in result.drafts.indices {
      scores.append((Int(result.drafts[index].score), used.contains(index)))
    }
    if show {
      for index in result.drafts.indices where !used.contains(index) {
        let draft = result.drafts[index]
        print(
          "\(annotated.name)  extra   \(result.parties[draft.payer].name) -> \(result.parties[draft.payee].name) \(draft.deal.kind.rawValue) | \(draft.deal.evidence[0].text.prefix(200))"
        )
      }
    }
  }

  private func agreement(_ deal: Deal, _ gold: Annotated.Deal) -> Int {
    (sameAmount(deal, gold) ? 1 : 0) + (deal.status.rawValue == gold.status ? 1 : 0)
  }

  private func sameAmount(_ deal: Deal, _ gold: Annotated.Deal) -> Bool {
    guard let amount = gold.amount else { return deal.amount == nil }
    guard let found = deal.amount, found.currency.rawValue == amount.currency else { return false }
    return abs(found.value - amount.value) <= 0.01 * max(found.value, amount.value)
  }

  /// Prints where a right deal has a wrong status or amount.
  private func tell(_ deal: Deal, _ gold: Annotated.Deal, in article: String) {
    if deal.status.rawValue != gold.status {
      print("\(article)  status  \(gold.status) as \(deal.status.rawValue) | \(gold.evidence)")
    }
    if gold.amount != nil, !sameAmount(deal, gold) {
      let (wanted, found) = (gold.amount.map { "\($0)" }, deal.amount.map { "\($0.value)" })
      print("\(article)  amount  \(wanted ?? "") as \(found ?? "none") | \(gold.evidence)")
    }
    if gold.amount == nil, let amount = deal.amount {
      print("\(article)  amount  none as \(amount.value) | \(gold.evidence)")
    }
  }

  private mutating func judge(_ deal: Deal, _ gold: Annotated.Deal) {
    if gold.amount != nil {
      amounts.all += 1
      if sameAmount(deal, gold) { amounts.right += 1 }
    }
    statuses.all += 1
    if deal.status.rawValue == gold.status { statuses.right += 1 }
  }

  /// Steps of score and per cent right: isotonic regression over groups of twenty deals.
  func calibration() -> [(score: Int, percent: Int)] {
    let sorted = scores.sorted { $0.score < $1.score }
    var pools: [(score: Int, right: Int, all: Int)] = []
    for start in stride(from: 0, to: sorted.count, by: 20) {
      let group = sorted[start..<min(start + 20, sorted.count)]
      let mean = group.reduce(0) { $0 + $1.score } / group.count
      pools.append((mean, group.count { $0.isRight }, group.count))
      while pools.count > 1, let last = pools.last {
        let before = pools[pools.count - 2]
        guard before.right * last.all >= last.right * before.all else { break }
        pools.removeLast(2)
        let all = before.all + last.all
        pools.append(
          (
            (before.score * before.all + last.score * last.all) / all, before.right + last.right,
            all
          ))
      }
    }
    return pools.map { ($0.score, ($0.right * 100 + $0.all / 2) / $0.all) }
  }

  func report(_ title: String) {
    func share(_ part: Int, _ whole: Int) -> Double {
      (Double(part) / Double(max(1, whole)) * 1000).rounded() / 1000
    }
    let precision = share(hits, found)
    let recall = share(hits, gold)
    let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    let pairF1 =
      2 * share(pairs, found) * share(pairs, gold)
      / max(0.001, share(pairs, found) + share(pairs, gold))
    print(
      "\(title): gold \(gold) found \(found) P \(precision) R \(recall)",
      "F1 \((f1 * 1000).rounded() / 1000) pair F1 \((pairF1 * 1000).rounded() / 1000)",
      "swapped \(swapped) amount \(share(amounts.right, amounts.all))",
      "status \(share(statuses.right, statuses.all)) quiet \(quiet.kept)/\(quiet.all)")
  }
}
