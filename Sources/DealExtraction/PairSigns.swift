import DealLexicon
import DealMentions
import DealText

/// The signs of a candidate as small integers, for decision trees: where payer, payee and word stand to
/// each other, what lies between them, what the frame asks for, and what the article says of them.
package struct PairSigns {
  private let sentence: SentenceReading
  private let reading: ArticleReading
  private let shape: SentenceShape
  private let fits: RoleFits

  package init(_ sentence: SentenceReading, _ reading: ArticleReading) {
    self.sentence = sentence
    self.reading = reading
    shape = sentence.shape
    fits = RoleFits(sentence)
  }

  /// The signs of a candidate, in the order of ``names``; those of the linear scores are zero.
  package func signs(_ way: Candidate) -> [Int16] {
    var signs: [Int16] = []
    signs.reserveCapacity(Self.names.count)
    add(way, to: &signs)
    return signs
  }

  /// Appends the signs of a candidate.
  func add(_ way: Candidate, to signs: inout [Int16]) {
    for _ in 0..<LinearStanding.names.count { signs.append(0) }
    addTrigger(way, &signs)
    addRole(way.payer, way.payerRank, way, isPayer: true, &signs)
    addRole(way.payee, way.payeeRank, way, isPayer: false, &signs)
    addBetween(way, &signs)
    addCues(way, &signs)
    addSums(way, &signs)
    addSentence(way, &signs)
  }

  /// The names of the signs; those that begin with `=` are categories, the rest are ordered.
  package static let names: [String] =
    LinearStanding.names + triggerNames
    + ["payer", "payee"].flatMap { role in roleNames.map { "\(role).\($0)" } }
    + ["pt", "qt", "pq"].flatMap { pair in betweenNames.map { "\(pair).\($0)" } }
    + cueNames + sumNames + sentenceNames
  /// The number of signs.
  package static let count = names.count
}

extension PairSigns {
  private static let triggerNames = [
    "=frame", "=voice", "=trigger-2", "=trigger-1", "=trigger+1", "=trigger+2", "words",
  ]

  private static let noTrigger: [Int16] = [-1, -1, -1, -1, -1, -1, 0]

  private func addTrigger(_ way: Candidate, _ signs: inout [Int16]) {
    guard way.trigger >= 0 else {
      signs.append(contentsOf: Self.noTrigger)
      return
    }
    let hit = sentence.triggers[way.trigger]
    let (low, high) = (hit.tokens.lowerBound, hit.tokens.upperBound)
    signs.append(Int16(hit.frameIndex))
    signs.append(Int16(hit.voice.rawValue))
    signs.append(shape.category(low - 2))
    signs.append(shape.category(low - 1))
    signs.append(shape.category(high))
    signs.append(shape.category(high + 1))
    signs.append(Int16(hit.tokens.count))
  }

  private static let roleNames =
    [
      "=kind", "rank", "=relation", "near", "comma", "fit", "cross", "rival", "=type", "known",
      "mentions", "topic", "first", "=before2", "=before", "=after", "=after2", "list", "place",
      "owner", "lead",
    ] + PartySigns.names

  private func addRole(
    _ mention: Int, _ rank: Int, _ way: Candidate, isPayer: Bool, _ signs: inout [Int16]
  ) {
    let place = sentence.mentions[mention]
    let entity = place.entities[rank]
    let relation = sentence.relation(mention, way.trigger)
    signs.append(Int16(place.kind.rawValue))
    signs.append(Int16(rank))
    signs.append(Int16(relation.index / 6))
    signs.append(Int16(relation.index % 6 / 2))
    signs.append(Int16(relation.index % 2))
    if way.trigger >= 0 {
      signs.append(Int16(fits.fit(mention, way.trigger, isPayer: isPayer).rawValue))
      signs.append(Int16(fits.fit(mention, way.trigger, isPayer: !isPayer).rawValue))
      signs.append(Int16(fits.rival(mention, way.trigger, isPayer: isPayer).rawValue))
    } else {
      for _ in 0..<3 { signs.append(-1) }
    }
    let first = reading.mentions.entities[entity].mentions.first ?? 0
    signs.append(Int16(Sectors.number(of: reading.types[entity])))
    signs.append(reading.mentions.entities[entity].known == nil ? 0 : 1)
    signs.append(Int16(min(20, reading.mentions.entities[entity].mentions.count)))
    signs.append(Int16(min(6, reading.topicRanks[entity])))
    signs.append(
      Int16(min(20, max(-20, sentence.number - reading.mentions.parties[first].sentence))))
    addPlace(mention, &signs)
    signs.append(place.lead)
    signs.append(contentsOf: reading.partySigns[entity])
  }

  private static let noPlace: [Int16] = [0, 0, 0, 0, 0, 99, 0]

  /// The words next to a party, and where it stands.
  private func addPlace(_ mention: Int, _ signs: inout [Int16]) {
    let place = sentence.mentions[mention]
    guard place.kind != .context else {
      signs.append(contentsOf: Self.noPlace)
      return
    }
    let group = sentence.groups[mention]
    let low = sentence.mentions[group.first].tokens.lowerBound
    let high = sentence.mentions[group.last].tokens.upperBound
    signs.append(shape.category(low - 2))
    signs.append(shape.category(low - 1))
    signs.append(shape.category(high))
    signs.append(shape.category(high + 1))
    signs.append(Int16(group.last - group.first))
    signs.append(Int16(min(90, place.tokens.lowerBound - sentence.tokens.lowerBound)))
    signs.append(sentence.ownsNext(mention) ? 1 : 0)
  }

  private static let betweenNames =
    ["distance"] + SentenceShape.Mark.allCases.map { "\($0)" }

  private static let betweenCount = 1 + SentenceShape.Mark.allCases.count

  private func addBetween(_ way: Candidate, _ signs: inout [Int16]) {
    let payer = range(way.payer, way)
    let payee = range(way.payee, way)
    let trigger = way.trigger >= 0 ? sentence.triggers[way.trigger].tokens : nil
    add(payer, trigger, &signs)
    add(payee, trigger, &signs)
    add(payer, payee, &signs)
  }

  private func range(_ mention: Int, _ way: Candidate) -> Range<Int>? {
    sentence.mentions[mention].kind == .context ? nil : sentence.place(mention, way.trigger)
  }

  /// The signed distance of two places and what stands between them.
  private func add(_ one: Range<Int>?, _ other: Range<Int>?, _ signs: inout [Int16]) {
    guard let one, let other else {
      for _ in 0..<Self.betweenCount { signs.append(-99) }
      return
    }
    let isForward = one.lowerBound < other.lowerBound
    let (low, high) =
      isForward
      ? (one.upperBound, other.lowerBound) : (other.upperBound, one.lowerBound)
    let gap = Int16(min(60, max(0, high - low)))
    signs.append(isForward ? gap + 1 : -gap - 1)
    shape.addNumbers(from: low, to: high, to: &signs)
  }

  private static let cueNames = (0..<24).map { "cue\($0)" }

  /// For each sort of cue, its distance from the trigger, or else the payee: near is large.
  private func addCues(_ way: Candidate, _ signs: inout [Int16]) {
    let center =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens.lowerBound
      : sentence.mentions[way.payee].tokens.lowerBound
    let start = signs.count
    for _ in 0..<24 { signs.append(0) }
    for cue in sentence.cues {
      let slot = reading.cueNumber(cue.atom)
      guard slot < 24 else { continue }
      let distance = min(29, abs(cue.token - center))
      let value = Int16(cue.token <= center ? 60 - distance : 30 - distance)
      signs[start + slot] = max(signs[start + slot], value)
    }
  }

  private static let sumNames = [
    "sums", "sumTrigger", "sumPayer", "sumPayee", "=sumOrder", "stakes", "stakeSize",
    "stakeDistance", "capacities", "terms",
  ]

  private func addSums(_ way: Candidate, _ signs: inout [Int16]) {
    let center =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens
      : sentence.mentions[way.payee].tokens.clamped(to: sentence.tokens)
    func distance(_ quantity: Quantity, _ range: Range<Int>?) -> Int16 {
      guard let range else { return 99 }
      return Int16(
        min(
          40,
          quantity.tokens.lowerBound >= range.upperBound
            ? quantity.tokens.lowerBound - range.upperBound + 1
            : range.lowerBound - quantity.tokens.upperBound + 1))
        * (quantity.tokens.lowerBound >= range.upperBound ? 1 : -1)
    }
    var sums = 0
    var nearest: (sum: Quantity, gap: Int16)?
    for quantity in sentence.quantities where quantity.isSum {
      sums += 1
      let gap = abs(distance(quantity, center))
      if gap < nearest?.gap ?? .max { nearest = (quantity, gap) }
    }
    signs.append(Int16(min(6, sums)))
    if let nearest {
      signs.append(distance(nearest.sum, center))
      signs.append(distance(nearest.sum, range(way.payer, way)))
      signs.append(distance(nearest.sum, range(way.payee, way)))
    } else {
      for _ in 0..<3 { signs.append(99) }
    }
    signs.append(order(way, nearest?.sum))
    var size: Int16 = 0
    var gap: Int16 = 99
    var numbers: (stakes: Int16, capacities: Int16, terms: Int16) = (0, 0, 0)
    for quantity in sentence.quantities {
      switch quantity.value {
      case .stake(let percent, _):
        numbers.stakes += 1
        let own = distance(quantity, center)
        if abs(own) < abs(gap) {
          gap = own
          size = percent >= 99.9 ? 3 : percent > 50 ? 2 : 1
        }
      case .capacity: numbers.capacities += 1
      case .term: numbers.terms += 1
      default: break
      }
    }
    signs.append(numbers.stakes)
    signs.append(size)
    signs.append(gap)
    signs.append(numbers.capacities)
    signs.append(numbers.terms)
  }

  /// In which order payer, payee, trigger and sum stand, as a number.
  private func order(_ way: Candidate, _ sum: Quantity?) -> Int16 {
    let (payer, payee) = (range(way.payer, way)?.lowerBound, range(way.payee, way)?.lowerBound)
    let trigger = way.trigger >= 0 ? sentence.triggers[way.trigger].tokens.lowerBound : nil
    let sum = sum?.tokens.lowerBound
    var number: Int16 = 0
    func add(_ one: Int?, _ other: Int?) {
      guard let one, let other else {
        number = number * 3 + 2
        return
      }
      number = number * 3 + (one < other ? 1 : 0)
    }
    add(payer, payee)
    add(payer, trigger)
    add(payer, sum)
    add(payee, trigger)
    add(payee, sum)
    add(trigger, sum)
    return number
  }

  private static let sentenceNames = [
    "sentence", "length", "names", "triggers", "verbs", "sameList", "question", "quoted",
    "together", "paragraphs",
  ]

  private func addSentence(_ way: Candidate, _ signs: inout [Int16]) {
    let tokens = sentence.tokens
    let payer = sentence.entity(way.payer, way.payerRank)
    let payee = sentence.entity(way.payee, way.payeeRank)
    let together = reading.togetherCount(payer, payee)
    signs.append(sentence.number == 0 && !sentence.isHeadline ? 1 : Int16(min(20, sentence.number)))
    signs.append(Int16(min(90, tokens.count)))
    signs.append(Int16(sentence.nameCount))
    signs.append(Int16(sentence.triggers.count))
    signs.append(Int16(sentence.verbCount))
    signs.append(sentence.groups[way.payer].first == sentence.groups[way.payee].first ? 1 : 0)
    signs.append(shape.number(of: .relative, from: tokens.lowerBound, to: tokens.lowerBound + 2))
    signs.append(shape.number(of: .quote, from: tokens.lowerBound, to: tokens.upperBound))
    signs.append(Int16(min(9, together)))
    signs.append(Int16(min(30, reading.sentences.count)))
  }
}
