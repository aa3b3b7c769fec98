import DealMentions
import DealText

extension SumSigns {
  private static let between: [(name: String, mark: SentenceShape.Mark)] = [
    ("commas", .comma), ("pauses", .pause), ("brackets", .bracket), ("relatives", .relative),
    ("subordinators", .subordinator), ("coordinators", .coordinator), ("verbs", .verb),
    ("nouns", .noun), ("names", .name), ("sums", .sum),
  ]
  static let placeNames = ["gap", "nearer"] + between.map(\.name)
  static let listNames = [
    "=previous", "previousGap", "=next", "nextGap", "distributed", "listed", "payerList",
    "payeeList", "ownElsewhere",
  ]

  /// Where the sum stands to the word and to both parties.
  func addPlaces(
    _ quantity: Quantity, _ home: SentenceReading, _ shape: SentenceShape, _ row: inout [Int16]
  ) {
    let isHere = home.number == sentence.number
    let payerPlace = mention(of: payer, way.payer, near: quantity, in: home)
    let payeePlace = mention(of: payee, way.payee, near: quantity, in: home)
    let places = [
      isHere && way.trigger >= 0 ? sentence.triggers[way.trigger].tokens : nil,
      payerPlace.map { home.mentions[$0].tokens }, payeePlace.map { home.mentions[$0].tokens },
    ]
    for place in places {
      guard let place else {
        row += [Int16](repeating: 99, count: 1) + [9] + Self.between.map { _ in 0 }
        continue
      }
      let gap = Self.gap(quantity, place)
      let nearer = home.quantities.count {
        $0.isSum && $0 != quantity && abs(Self.gap($0, place)) < abs(gap)
      }
      let low = min(quantity.tokens.upperBound, place.upperBound)
      let high = max(quantity.tokens.lowerBound, place.lowerBound)
      row += [gap, Int16(min(9, nearer))]
      row += Self.between.map { shape.number(of: $0.mark, from: low, to: high) }
    }
    addLists(quantity, home, payerPlace, payeePlace, &row)
  }

  /// The mention of a party in a sentence: the way's own, or the one nearest to the sum.
  private func mention(
    of entity: Int, _ own: Int, near quantity: Quantity, in home: SentenceReading
  ) -> Int? {
    home.mentions.indices
      .filter { index in
        home.mentions[index].kind != .context
          && (home.mentions[index].entities.first == entity
            || index == own && home.number == sentence.number)
      }
      .min {
        abs(Self.gap(quantity, home.mentions[$0].tokens))
          < abs(Self.gap(quantity, home.mentions[$1].tokens))
      }
  }

  /// How many tokens a sum stands behind a place; less than zero where it stands before it.
  static func gap(_ quantity: Quantity, _ place: Range<Int>) -> Int16 {
    quantity.tokens.lowerBound >= place.upperBound
      ? Int16(min(60, quantity.tokens.lowerBound - place.upperBound + 1))
      : -Int16(min(60, max(0, place.lowerBound - quantity.tokens.upperBound + 1)))
  }

  /// The parties next to the sum, and its place in a list of sums against theirs in lists of parties.
  private func addLists(
    _ quantity: Quantity, _ home: SentenceReading, _ payerPlace: Int?, _ payeePlace: Int?,
    _ row: inout [Int16]
  ) {
    let named = home.mentions.filter { $0.kind != .context }
    let previous = named.last { $0.tokens.upperBound <= quantity.tokens.lowerBound }
    let next = named.first { $0.tokens.lowerBound >= quantity.tokens.upperBound }
    for neighbour in [previous, next] {
      row += [
        neighbour.map(role) ?? 0, neighbour.map { abs(Self.gap(quantity, $0.tokens)) } ?? 99,
      ]
    }
    let (position, count) = Self.place(of: quantity, in: home)
    var distributed: Int16 = 0
    var sizes: [Int16] = []
    for place in [payerPlace, payeePlace] {
      guard let place else {
        sizes.append(0)
        continue
      }
      let group = home.groups[place]
      let size = group.last - group.first + 1
      sizes.append(Int16(min(9, size)))
      if count > 1, size == count { distributed = place - group.first == position ? 1 : -1 }
    }
    if SumWords.isInOrder(home.article, home.tokens) { distributed *= 2 }
    row += [distributed, Int16(min(9, count))] + sizes + [Int16(ownSums(besides: quantity, home))]
  }

  /// How many other sums of the sentence follow right after one of the two parties.
  private func ownSums(besides quantity: Quantity, _ home: SentenceReading) -> Int {
    let named = home.mentions.filter { $0.kind != .context }
    return home.quantities.count { other in
      guard other.isSum, other != quantity,
        let previous = named.last(where: { $0.tokens.upperBound <= other.tokens.lowerBound })
      else { return false }
      return role(previous) < 3 && Self.gap(other, previous.tokens) <= 7
    }
  }

  /// 1 the payer, 2 the payee, 3 another name, 4 another word for a party.
  private func role(_ mention: Mention) -> Int16 {
    mention.entities.first == payer
      ? 1 : mention.entities.first == payee ? 2 : mention.kind == .name ? 3 : 4
  }

  /// Which of how many sums listed one after the other a sum is.
  private static func place(
    of quantity: Quantity, in home: SentenceReading
  ) -> (position: Int, count: Int) {
    let sums = home.quantities.filter(\.isSum)
    guard let own = sums.firstIndex(of: quantity) else { return (0, 1) }
    func joins(_ index: Int) -> Bool {
      sums[index].tokens.lowerBound - sums[index - 1].tokens.upperBound <= 3
    }
    var first = own
    while first > 0, joins(first) { first -= 1 }
    var last = own
    while last + 1 < sums.count, joins(last + 1) { last += 1 }
    return (own - first, last - first + 1)
  }
}
