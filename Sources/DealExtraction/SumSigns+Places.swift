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
    add(
      isHere && way.trigger >= 0 ? sentence.triggers[way.trigger].tokens : nil, quantity, home,
      shape, &row)
    add(payerPlace.map { home.mentions[$0].tokens }, quantity, home, shape, &row)
    add(payeePlace.map { home.mentions[$0].tokens }, quantity, home, shape, &row)
    addLists(quantity, home, payerPlace, payeePlace, &row)
  }

  /// Where the sum stands to a place, and what lies between.
  private func add(
    _ place: Range<Int>?, _ quantity: Quantity, _ home: SentenceReading, _ shape: SentenceShape,
    _ row: inout [Int16]
  ) {
    guard let place else {
      row.append(99)
      row.append(9)
      for _ in Self.between { row.append(0) }
      return
    }
    let gap = Self.gap(quantity, place)
    let nearer = home.quantities.count {
      $0.isSum && $0 != quantity && abs(Self.gap($0, place)) < abs(gap)
    }
    let low = min(quantity.tokens.upperBound, place.upperBound)
    let high = max(quantity.tokens.lowerBound, place.lowerBound)
    row.append(gap)
    row.append(Int16(min(9, nearer)))
    for mark in Self.between { row.append(shape.number(of: mark.mark, from: low, to: high)) }
  }

  /// The mention of a party in a sentence: the way's own, or the one nearest to the sum.
  private func mention(
    of entity: Int, _ own: Int, near quantity: Quantity, in home: SentenceReading
  ) -> Int? {
    var nearest: (mention: Int, gap: Int16)?
    for (index, mention) in home.mentions.enumerated()
    where mention.kind != .context
      && (mention.entities.first == entity || index == own && home.number == sentence.number)
    {
      let gap = abs(Self.gap(quantity, mention.tokens))
      if gap < nearest?.gap ?? .max { nearest = (index, gap) }
    }
    return nearest?.mention
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
    let previous = home.mentions.last {
      $0.kind != .context && $0.tokens.upperBound <= quantity.tokens.lowerBound
    }
    let next = home.mentions.first {
      $0.kind != .context && $0.tokens.lowerBound >= quantity.tokens.upperBound
    }
    func add(_ neighbour: Mention?) {
      row.append(neighbour.map(role) ?? 0)
      row.append(neighbour.map { abs(Self.gap(quantity, $0.tokens)) } ?? 99)
    }
    add(previous)
    add(next)
    let (position, count) = Self.place(of: quantity, in: home)
    var distributed: Int16 = 0
    func size(_ place: Int?) -> Int16 {
      guard let place else { return 0 }
      let group = home.groups[place]
      let size = group.last - group.first + 1
      if count > 1, size == count { distributed = place - group.first == position ? 1 : -1 }
      return Int16(min(9, size))
    }
    let payerSize = size(payerPlace)
    let payeeSize = size(payeePlace)
    if home.isInOrder { distributed *= 2 }
    row.append(distributed)
    row.append(Int16(min(9, count)))
    row.append(payerSize)
    row.append(payeeSize)
    row.append(Int16(ownSums(besides: quantity, home)))
  }

  /// How many other sums of the sentence follow right after one of the two parties.
  private func ownSums(besides quantity: Quantity, _ home: SentenceReading) -> Int {
    home.quantities.count { other in
      guard other.isSum, other != quantity,
        let previous = home.mentions.last(where: {
          $0.kind != .context && $0.tokens.upperBound <= other.tokens.lowerBound
        })
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
