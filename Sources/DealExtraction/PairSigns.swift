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
  private let counts: [Int16]

  package init(_ sentence: SentenceReading, _ reading: ArticleReading) {
    self.sentence = sentence
    self.reading = reading
    shape = SentenceShape(sentence)
    fits = RoleFits(sentence)
    counts = reading.mentions.entities.map { Int16(min(20, $0.mentions.count)) }
  }

  /// The signs of a candidate, in the order of ``names``; those of the linear scores are zero.
  package func signs(_ way: Candidate) -> [Int16] {
    var signs: [Int16] = []
    signs.reserveCapacity(Self.names.count)
    signs.append(contentsOf: repeatElement(0, count: LinearStanding.names.count))
    addTrigger(way, &signs)
    addRole(way.payer, way.payerRank, way, isPayer: true, &signs)
    addRole(way.payee, way.payeeRank, way, isPayer: false, &signs)
    addBetween(way, &signs)
    addCues(way, &signs)
    addSums(way, &signs)
    addSentence(way, &signs)
    return signs
  }

  /// The names of the signs; those that begin with `=` are categories, the rest are ordered.
  package static let names: [String] =
    LinearStanding.names + triggerNames
    + ["payer", "payee"].flatMap { role in roleNames.map { "\(role).\($0)" } }
    + ["pt", "qt", "pq"].flatMap { pair in betweenNames.map { "\(pair).\($0)" } }
    + cueNames + sumNames + sentenceNames
}

extension PairSigns {
  private static let triggerNames = [
    "=frame", "=voice", "=trigger-2", "=trigger-1", "=trigger+1", "=trigger+2", "words",
  ]

  private func addTrigger(_ way: Candidate, _ signs: inout [Int16]) {
    guard way.trigger >= 0 else {
      signs += [-1, -1, -1, -1, -1, -1, 0]
      return
    }
    let hit = sentence.triggers[way.trigger]
    let (low, high) = (hit.tokens.lowerBound, hit.tokens.upperBound)
    signs += [
      Int16(hit.frameIndex), Int16(hit.voice.rawValue), shape.category(low - 2),
      shape.category(low - 1), shape.category(high), shape.category(high + 1),
      Int16(hit.tokens.count),
    ]
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
    signs += [
      Int16(place.kind.rawValue), Int16(rank), Int16(relation.index / 6),
      Int16(relation.index % 6 / 2), Int16(relation.index % 2),
    ]
    if way.trigger >= 0 {
      signs += [
        Int16(fits.fit(mention, way.trigger, isPayer: isPayer).rawValue),
        Int16(fits.fit(mention, way.trigger, isPayer: !isPayer).rawValue),
        Int16(fits.rival(mention, way.trigger, isPayer: isPayer).rawValue),
      ]
    } else {
      signs += [-1, -1, -1]
    }
    let first = reading.mentions.entities[entity].mentions.first ?? 0
    signs += [
      Int16(Sectors.number(of: reading.types[entity])),
      reading.mentions.entities[entity].known == nil ? 0 : 1, counts[entity],
      Int16(min(6, reading.mentions.topic.firstIndex(of: entity) ?? 6)),
      Int16(min(20, max(-20, sentence.number - reading.mentions.parties[first].sentence))),
    ]
    defer { signs += [place.lead] + reading.partySigns[entity] }
    guard place.kind != .context else {
      signs += [0, 0, 0, 0, 0, 99, 0]
      return
    }
    let group = sentence.groups[mention]
    let low = sentence.mentions[group.first].tokens.lowerBound
    let high = sentence.mentions[group.last].tokens.upperBound
    signs += [
      shape.category(low - 2), shape.category(low - 1), shape.category(high),
      shape.category(high + 1), Int16(group.last - group.first),
      Int16(min(90, place.tokens.lowerBound - sentence.tokens.lowerBound)),
      sentence.ownsNext(mention) ? 1 : 0,
    ]
  }

  private static let betweenNames =
    ["distance"] + SentenceShape.Mark.allCases.map { "\($0)" }

  private func addBetween(_ way: Candidate, _ signs: inout [Int16]) {
    let payer = range(way.payer)
    let payee = range(way.payee)
    let trigger = way.trigger >= 0 ? sentence.triggers[way.trigger].tokens : nil
    add(payer, trigger, &signs)
    add(payee, trigger, &signs)
    add(payer, payee, &signs)
  }

  private func range(_ mention: Int) -> Range<Int>? {
    sentence.mentions[mention].kind == .context ? nil : sentence.mentions[mention].tokens
  }

  /// The signed distance of two places and what stands between them.
  private func add(_ one: Range<Int>?, _ other: Range<Int>?, _ signs: inout [Int16]) {
    guard let one, let other else {
      signs.append(contentsOf: repeatElement(-99, count: Self.betweenNames.count))
      return
    }
    let isForward = one.lowerBound < other.lowerBound
    let (low, high) =
      isForward
      ? (one.upperBound, other.lowerBound) : (other.upperBound, one.lowerBound)
    let gap = Int16(min(60, max(0, high - low)))
    signs.append(isForward ? gap + 1 : -gap - 1)
    for mark in SentenceShape.Mark.allCases {
      signs.append(shape.number(of: mark, from: low, to: high))
    }
  }

  private static let cueNames = (0..<24).map { "cue\($0)" }

  /// For each sort of cue, its distance from the trigger, or else the payee: near is large.
  private func addCues(_ way: Candidate, _ signs: inout [Int16]) {
    let center =
      way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens.lowerBound
      : sentence.mentions[way.payee].tokens.lowerBound
    var near = [Int16](repeating: 0, count: 24)
    for cue in sentence.cues {
      let slot = reading.cueNumber(cue.atom)
      guard slot < 24 else { continue }
      let distance = min(29, abs(cue.token - center))
      let value = Int16(cue.token <= center ? 60 - distance : 30 - distance)
      near[slot] = max(near[slot], value)
    }
    signs += near
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
    let sums = sentence.quantities.filter(\.isSum)
    let nearest = sums.min { abs(distance($0, center)) < abs(distance($1, center)) }
    signs.append(Int16(min(6, sums.count)))
    if let nearest {
      signs += [
        distance(nearest, center), distance(nearest, range(way.payer)),
        distance(nearest, range(way.payee)),
      ]
    } else {
      signs += [99, 99, 99]
    }
    signs.append(order(way, nearest))
    var size: Int16 = 0
    var gap: Int16 = 99
    var numbers: [Int16] = [0, 0, 0]
    for quantity in sentence.quantities {
      switch quantity.value {
      case .stake(let percent, _):
        numbers[0] += 1
        let own = distance(quantity, center)
        if abs(own) < abs(gap) {
          gap = own
          size = percent >= 99.9 ? 3 : percent > 50 ? 2 : 1
        }
      case .capacity: numbers[1] += 1
      case .term: numbers[2] += 1
      default: break
      }
    }
    signs += [numbers[0], size, gap, numbers[1], numbers[2]]
  }

  /// In which order payer, payee, trigger and sum stand, as a number.
  private func order(_ way: Candidate, _ sum: Quantity?) -> Int16 {
    let places = [
      range(way.payer)?.lowerBound, range(way.payee)?.lowerBound,
      way.trigger >= 0 ? sentence.triggers[way.trigger].tokens.lowerBound : nil,
      sum?.tokens.lowerBound,
    ]
    var number: Int16 = 0
    for one in 0..<4 {
      for other in one + 1..<4 {
        guard let a = places[one], let b = places[other] else {
          number = number * 3 + 2
          continue
        }
        number = number * 3 + (a < b ? 1 : 0)
      }
    }
    return number
  }

  private static let sentenceNames = [
    "sentence", "length", "names", "triggers", "verbs", "sameList", "question", "quoted",
    "together", "paragraphs",
  ]

  private func addSentence(_ way: Candidate, _ signs: inout [Int16]) {
    let tokens = sentence.tokens
    let names = Set(sentence.mentions.filter { $0.kind == .name }.flatMap(\.entities)).count
    let payer = sentence.entity(way.payer, way.payerRank)
    let payee = sentence.entity(way.payee, way.payeeRank)
    let together = reading.togetherCount(payer, payee)
    signs += [
      sentence.number == 0 && !sentence.isHeadline ? 1 : Int16(min(20, sentence.number)),
      Int16(min(90, tokens.count)), Int16(names),
      Int16(sentence.triggers.count), Int16(sentence.triggers.count { $0.voice != .noun }),
      sentence.groups[way.payer].first == sentence.groups[way.payee].first ? 1 : 0,
      shape.number(of: .relative, from: tokens.lowerBound, to: tokens.lowerBound + 2),
      shape.number(of: .quote, from: tokens.lowerBound, to: tokens.upperBound),
      Int16(min(9, together)), Int16(min(30, reading.sentences.count)),
    ]
  }
}
