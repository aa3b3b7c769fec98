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

  /// Every way to read a deal out of the sentence, grouped by its two parties in order; of a group, the
  /// ways that fit best come first, at most two of each trigger.
  package func candidates() -> [(payer: Int, payee: Int, ways: ArraySlice<Candidate>)] {
    guard mentions.count > 1, !triggers.isEmpty || quantities.contains(where: \.isSum) else {
      return []
    }
    let places = referents()
    let rivals = NearNames(self)
    var numbers = [Int](repeating: -1, count: places.count * places.count)
    var pairs: [(payer: Int, payee: Int)] = []
    var found: [(way: Candidate, pair: Int, fit: Int)] = []
    var near: [(distance: Int, trigger: Int)] = []
    near.reserveCapacity(6)
    for payer in places {
      for payee in places where payer.entity != payee.entity && payer.mention != payee.mention {
        if mentions[payer.mention].kind == .context && mentions[payee.mention].kind == .context
          || isOneList(payer.mention, payee.mention)
        {
          continue
        }
        let slot = payer.number * places.count + payee.number
        if numbers[slot] < 0 {
          numbers[slot] = pairs.count
          pairs.append((payer.entity, payee.entity))
        }
        findTriggers(near: payer.mention, payee.mention, &near)
        for (_, trigger) in near {
          let way = Candidate(
            payer: payer.mention, payee: payee.mention, payerRank: payer.rank,
            payeeRank: payee.rank, trigger: trigger)
          if rivals.allow(way, in: self) { found.append((way, numbers[slot], fit(way))) }
        }
      }
    }
    return grouped(found, pairs)
  }

  /// The ways by pair, the best fitting first and equal ones in their order, without a third of a trigger.
  private func grouped(
    _ found: [(way: Candidate, pair: Int, fit: Int)], _ pairs: [(payer: Int, payee: Int)]
  ) -> [(payer: Int, payee: Int, ways: ArraySlice<Candidate>)] {
    let fits = 9
    var starts = [Int](repeating: 0, count: pairs.count * fits + 1)
    for (_, pair, fit) in found { starts[pair * fits + fits - fit] += 1 }
    for key in starts.indices.dropFirst() { starts[key] += starts[key - 1] }
    var order = [Int](repeating: 0, count: found.count)
    for (index, (_, pair, fit)) in found.enumerated() {
      let key = pair * fits + fits - 1 - fit
      order[starts[key]] = index
      starts[key] += 1
    }
    var ways: [Candidate] = []
    ways.reserveCapacity(found.count)
    var groups: [(pair: Int, ways: Range<Int>)] = []
    groups.reserveCapacity(pairs.count)
    for index in order {
      let (way, pair, _) = found[index]
      if groups.last?.pair != pair { groups.append((pair, ways.count..<ways.count)) }
      let own = groups[groups.count - 1].ways.lowerBound
      if ways[own...].count(where: { $0.trigger == way.trigger }) < 2 { ways.append(way) }
      groups[groups.count - 1].ways = own..<ways.count
    }
    return groups.map { (pairs[$0.pair].payer, pairs[$0.pair].payee, ways[$0.ways]) }
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

  /// An entity that a mention may stand for.
  private struct Referent {
    let mention: Int
    let rank: Int
    let entity: Int
    /// The place of the first referent of the same entity.
    let number: Int
  }

  /// The mentions with each of the entities they may stand for.
  private func referents() -> [Referent] {
    var result: [Referent] = []
    result.reserveCapacity(mentions.count * 2)
    for (index, mention) in mentions.enumerated() {
      let count = mention.kind == .name || mention.kind == .ordinal ? 1 : 2
      for (rank, entity) in mention.entities.prefix(count).enumerated() {
        let number = result.firstIndex { $0.entity == entity } ?? result.count
        result.append(Referent(mention: index, rank: rank, entity: entity, number: number))
      }
    }
    return result
  }

  /// Finds the triggers nearest to a pair of mentions, at most six; -1 where the sentence has none.
  private func findTriggers(
    near first: Int, _ second: Int, _ ranked: inout [(distance: Int, trigger: Int)]
  ) {
    ranked.removeAll(keepingCapacity: true)
    guard !triggers.isEmpty else { return ranked.append((0, -1)) }
    var (low, high) = (Int.max, Int.min)
    for mention in [first, second] where mentions[mention].kind != .context {
      low = min(low, mentions[mention].tokens.lowerBound)
      high = max(high, mentions[mention].tokens.upperBound)
    }
    if low > high { (low, high) = (tokens.lowerBound, tokens.upperBound) }
    let reach = article.language.isChinese ? 36 : 24
    for index in triggers.indices {
      let hit = triggers[index].tokens
      let distance =
        hit.upperBound <= low
        ? low - hit.upperBound : hit.lowerBound >= high ? hit.lowerBound - high : 0
      guard distance <= reach else { continue }
      var place = ranked.count
      while place > 0, ranked[place - 1].distance > distance { place -= 1 }
      guard place < 6 else { continue }
      if ranked.count == 6 { ranked.removeLast() }
      ranked.append((distance, index))
      var last = ranked.count - 1
      while last > place {
        ranked.swapAt(last, last - 1)
        last -= 1
      }
    }
  }
}

/// The names that stand to each trigger as payer or payee with no word between that might govern them.
private struct NearNames {
  private var names: [Int] = []
  /// For each trigger and role, where its names end.
  private var ends: [Int] = []

  init(_ sentence: SentenceReading) {
    let (fits, count) = (sentence.fits, sentence.triggers.count)
    for slot in 0..<count * 2 {
      for mention in sentence.mentions.indices
      where fits[mention * count * 2 + slot] >= FrameRoles.Fit.near.rawValue
        && sentence.mentions[mention].kind == .name
      {
        names.append(mention)
      }
      ends.append(names.count)
    }
  }

  /// Whether no other party has a clearly better claim to either end of a reading.
  func allow(_ way: Candidate, in sentence: SentenceReading) -> Bool {
    way.trigger < 0
      || allow(way.payer, way.payee, way.trigger * 2, sentence)
        && allow(way.payee, way.payer, way.trigger * 2 + 1, sentence)
  }

  private func allow(_ own: Int, _ other: Int, _ slot: Int, _ sentence: SentenceReading) -> Bool {
    let start = slot > 0 ? ends[slot - 1] : 0
    guard start < ends[slot],
      sentence.fits[own * sentence.triggers.count * 2 + slot] < FrameRoles.Fit.near.rawValue
    else { return true }
    let (entity, second) = (sentence.entity(own, 0), sentence.entity(other, 0))
    let (group, secondGroup) = (sentence.groups[own].first, sentence.groups[other].first)
    for place in start..<ends[slot] {
      let name = names[place]
      let (party, list) = (sentence.entity(name, 0), sentence.groups[name].first)
      if name != other, list != group, list != secondGroup, party != entity, party != second {
        return false
      }
    }
    return true
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
