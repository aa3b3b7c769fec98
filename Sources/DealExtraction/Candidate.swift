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
    var index = WordTable<Int>()
    let places = referents()
    for payer in places {
      for payee in places where payer.entity != payee.entity && payer.mention != payee.mention {
        if mentions[payer.mention].kind == .context && mentions[payee.mention].kind == .context
          || isOneList(payer.mention, payee.mention)
        {
          continue
        }
        let key = UInt64(payer.entity + 1) << 32 | UInt64(payee.entity)
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
      groups[group].ways = pruned(sorted(groups[group].ways))
    }
    return groups.filter { !$0.ways.isEmpty }
  }

  /// The ways that fit best first, equal ones in their order.
  private func sorted(_ ways: [Candidate]) -> [Candidate] {
    guard ways.count > 1 else { return ways }
    var sorted: [Candidate] = []
    sorted.reserveCapacity(ways.count)
    for wanted in (0...8).reversed() {
      for way in ways where fit(way) == wanted { sorted.append(way) }
    }
    return sorted
  }

  /// The first two ways of each trigger; `ways` are sorted, the best first.
  private func pruned(_ ways: [Candidate]) -> [Candidate] {
    guard ways.count > 2 else { return ways }
    var counts = [Int](repeating: 0, count: triggers.count + 1)
    return ways.filter { way in
      counts[way.trigger + 1] += 1
      return counts[way.trigger + 1] <= 2
    }
  }

  /// How well both parties stand to the trigger as its frame asks.
  private func fit(_ way: Candidate) -> Int {
    guard way.trigger >= 0 else { return 0 }
    let row = triggers.count
    return Int(fits[(way.payer * row + way.trigger) * 2])
      + Int(fits[(way.payee * row + way.trigger) * 2 + 1])
  }

  /// Whether two mentions stand in one list, so that what is said of one is said of the other.
  ///
  /// Two names alone, joined by "and" or 与, are no list: "A and B signed" may tell what B pays A.
  private func isOneList(_ one: Int, _ other: Int) -> Bool {
    let group = groups[one]
    guard group.first == groups[other].first, !ownsNext(one), !ownsNext(other) else { return false }
    let (end, next) = (
      mentions[group.first].tokens.upperBound, mentions[group.last].tokens.lowerBound
    )
    return group.last - group.first != 1 || next - end != 1
      || !Self.pairing.contains(article.tokens[end].word)
  }

  private static let pairing = WordSet(words: "and with 与 和 同 跟")

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
    var (low, high) = (Int.max, Int.min)
    for mention in [first, second] where mentions[mention].kind != .context {
      low = min(low, mentions[mention].tokens.lowerBound)
      high = max(high, mentions[mention].tokens.upperBound)
    }
    if low > high { (low, high) = (tokens.lowerBound, tokens.upperBound) }
    let reach = article.language.isChinese ? 36 : 24
    var ranked: [(distance: Int, trigger: Int)] = []
    for index in triggers.indices {
      let hit = triggers[index].tokens
      let distance =
        hit.upperBound <= low
        ? low - hit.upperBound : hit.lowerBound >= high ? hit.lowerBound - high : 0
      guard distance <= reach else { continue }
      var place = ranked.count
      while place > 0, ranked[place - 1].distance > distance { place -= 1 }
      guard place < 6 else { continue }
      ranked.insert((distance, index), at: place)
      if ranked.count > 6 { ranked.removeLast() }
    }
    return ranked.map(\.trigger)
  }
}

extension Quantity {
  /// Whether the quantity is a date.
  var isDate: Bool {
    if case .date = value { return true }
    return false
  }

  /// Whether the quantity is a sum of money, stated or vague.
  package var isSum: Bool {
    switch value {
    case .money, .vague: true
    default: false
    }
  }
}
