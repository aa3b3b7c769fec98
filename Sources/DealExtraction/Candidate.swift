import DealMentions
import DealText

/// One way to read a deal out of a sentence: who pays, who is paid, and the word that says so.
package struct Candidate: Sendable, Hashable {
  /// The mention that names the payer.
  package let payer: Int
  /// The mention that names the payee.
  package let payee: Int
  /// Which of the payer's candidate entities is meant.
  package let payerRank: Int
  /// Which of the payee's candidate entities is meant.
  package let payeeRank: Int
  /// The trigger, -1 for none.
  package let trigger: Int
}

extension SentenceReading {
  /// The entity of a mention at a rank.
  package func entity(_ mention: Int, _ rank: Int) -> Int { mentions[mention].entities[rank] }

  /// Every way to read a deal out of the sentence, grouped by its two parties in order.
  package func candidates() -> [(payer: Int, payee: Int, ways: [Candidate])] {
    guard !triggers.isEmpty || quantities.contains(where: \.isSum) else { return [] }
    var groups: [(payer: Int, payee: Int, ways: [Candidate])] = []
    var index: [UInt64: Int] = [:]
    let places = referents()
    for payer in places {
      for payee in places where payer.entity != payee.entity && payer.mention != payee.mention {
        if mentions[payer.mention].kind == .context && mentions[payee.mention].kind == .context
          || isOneList(payer.mention, payee.mention)
        {
          continue
        }
        let key = UInt64(payer.entity) << 32 | UInt64(payee.entity)
        let group = index[key] ?? groups.count
        if group == groups.count {
          index[key] = group
          groups.append((payer.entity, payee.entity, []))
        }
        for trigger in nearestTriggers(payer.mention, payee.mention) {
          groups[group].ways.append(
            Candidate(
              payer: payer.mention, payee: payee.mention, payerRank: payer.rank,
              payeeRank: payee.rank, trigger: trigger))
        }
      }
    }
    let table = RoleFits(self)
    for group in groups.indices {
      groups[group].ways.removeAll { !table.mayMean($0) }
      groups[group].ways = groups[group].ways.enumerated()
        .map { (fit($0.element), $0.offset, $0.element) }
        .sorted { (-$0.0, $0.1) < (-$1.0, $1.1) }.map(\.2)
      groups[group].ways = pruned(groups[group].ways)
    }
    return groups.filter { !$0.ways.isEmpty }
  }

  /// The first two ways of each trigger; `ways` are sorted, the best first.
  private func pruned(_ ways: [Candidate]) -> [Candidate] {
    var counts: [Int: Int] = [:]
    return ways.filter { way in
      counts[way.trigger, default: 0] += 1
      return counts[way.trigger, default: 0] <= 2
    }
  }

  /// How well both parties stand to the trigger as its frame asks.
  private func fit(_ way: Candidate) -> Int {
    guard way.trigger >= 0 else { return 0 }
    let hit = triggers[way.trigger]
    return [(way.payer, true), (way.payee, false)].reduce(0) { sum, end in
      sum + Int(roles.fit(relation(end.0, way.trigger), hit, isPayer: end.1).rawValue)
    }
  }

  /// Whether two mentions stand in one list, so that what is said of one is said of the other.
  private func isOneList(_ one: Int, _ other: Int) -> Bool {
    groups[one].first == groups[other].first && !ownsNext(one) && !ownsNext(other)
  }

  /// The mentions with each of the entities they may stand for.
  private func referents() -> [(mention: Int, rank: Int, entity: Int)] {
    var result: [(Int, Int, Int)] = []
    for (index, mention) in mentions.enumerated() {
      let count = mention.kind == .name || mention.kind == .ordinal ? 1 : 2
      for (rank, entity) in mention.entities.prefix(count).enumerated() {
        result.append((index, rank, entity))
      }
    }
    return result
  }

  /// The triggers nearest to a pair of mentions; -1 where the sentence has none.
  private func nearestTriggers(_ first: Int, _ second: Int) -> [Int] {
    guard !triggers.isEmpty else { return [-1] }
    let ranges = [mentions[first], mentions[second]].filter { $0.kind != .context }.map(\.tokens)
    let low = ranges.map(\.lowerBound).min() ?? tokens.lowerBound
    let high = ranges.map(\.upperBound).max() ?? tokens.upperBound
    let reach = article.language.isChinese ? 36 : 24
    let ranked = triggers.indices.map { index -> (Int, Int) in
      let hit = triggers[index].tokens
      let distance =
        hit.upperBound <= low
        ? low - hit.upperBound : hit.lowerBound >= high ? hit.lowerBound - high : 0
      return (distance, index)
    }
    return ranked.filter { $0.0 <= reach }.sorted { $0 < $1 }.prefix(6).map(\.1)
  }
}

extension Quantity {
  /// Whether the quantity is a sum of money, stated or vague.
  package var isSum: Bool {
    switch value {
    case .money, .vague: true
    default: false
    }
  }
}
