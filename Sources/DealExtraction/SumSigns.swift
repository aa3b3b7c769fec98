import DealLexicon
package import DealMentions
import DealModel
import DealText

/// The signs of a sum that may be a deal's, as small integers, for decision trees: where it stands to
/// payer, payee and word, what lies between them, what the words around say it is, and how it compares
/// with the other sums near.
package struct SumSigns {
  let sentence: SentenceReading
  let reading: ArticleReading
  let way: Candidate
  let kind: Int16
  let payer: Int
  let payee: Int

  /// The signs for a way to read a deal of a kind by number, -1 for none.
  package init(_ sentence: SentenceReading, _ reading: ArticleReading, _ way: Candidate, kind: Int)
  {
    self.sentence = sentence
    self.reading = reading
    self.way = way
    self.kind = Int16(kind)
    payer = sentence.entity(way.payer, way.payerRank)
    payee = sentence.entity(way.payee, way.payeeRank)
  }

  /// The sums that may be the deal's, with the sentence each stands in: of its own sentence, then of the
  /// two after and the two before.
  package static func sums(
    of number: Int, in reading: ArticleReading
  ) -> [(quantity: Quantity, home: SentenceReading)] {
    var sums: [(quantity: Quantity, home: SentenceReading)] = []
    for index in [number, number + 1, number - 1, number + 2, number - 2]
    where reading.sentences.indices.contains(index) {
      let home = reading.sentences[index]
      for quantity in home.quantities where quantity.isSum { sums.append((quantity, home)) }
    }
    return sums
  }

  /// The signs of each of the sums, in the order of ``names``; those of the linear scores are zero.
  package func rows(_ sums: [(quantity: Quantity, home: SentenceReading)]) -> [[Int16]] {
    let values = sums.map { Self.value($0.quantity) }
    return sums.indices.map { index in
      let (quantity, home) = sums[index]
      var row = [Int16](repeating: 0, count: Self.linearNames.count)
      row.reserveCapacity(Self.names.count)
      addSelf(quantity, values, index, sums, &row)
      addPlaces(quantity, home, home.shape, &row)
      addWords(quantity, home, home.shape, &row)
      addCues(quantity, home, &row)
      addRoles(quantity, home, &row)
      return row
    }
  }

  /// Writes the linear scores of all sums, and how they compare, into their signs.
  package static func write(_ scores: [Int32], to rows: inout [[Int16]]) {
    for index in rows.indices {
      let others = scores.enumerated().filter { $0.offset != index }.map(\.element)
      let best = others.max() ?? -6000
      rows[index][0] = Int16(max(-6000, min(6000, scores[index])))
      rows[index][1] = Int16(max(-6000, min(6000, scores[index] - best)))
      rows[index][2] = Int16(min(9, others.count { $0 > scores[index] }))
    }
  }

  /// Of rows, the one whose sum the order of names gives to the deal: "A and B lend 10 and 20 million
  /// respectively"; nil where nothing is dealt out so.
  package static func inOrder(_ rows: [[Int16]]) -> Int? {
    guard let distributed else { return nil }
    return rows.indices.first { rows[$0][distributed] == 2 }
  }

  /// The names of the signs; those that begin with `=` are categories, the rest are ordered.
  package static let names: [String] =
    linearNames + selfNames
    + ["trigger", "payer", "payee"].flatMap { place in placeNames.map { "\(place).\($0)" } }
    + listNames + wordNames + (0..<22).map { "cue\($0)" }
    + SumWords.groups.flatMap { ["\($0.name).before", "\($0.name).after"] }

  /// The number of signs.
  static let count = names.count
  private static let distributed = names.firstIndex(of: "distributed")
  private static let linearNames = ["linear", "lead", "better"]
}

extension SumSigns {
  private static let selfNames = [
    "=home", "=kind", "=frame", "count", "here", "piece", "yearly", "=bound", "vague", "range",
    "size", "below", "above", "repeats", "order", "payerKind", "payeeKind", "headline", "names",
  ]

  private static func value(_ quantity: Quantity) -> Double {
    if case .money(let value, _, _, _) = quantity.value { return value }
    return 0
  }

  /// What the sum is in itself and among the others.
  private func addSelf(
    _ quantity: Quantity, _ values: [Double], _ index: Int,
    _ sums: [(quantity: Quantity, home: SentenceReading)], _ row: inout [Int16]
  ) {
    let home = sums[index].home
    let own = values[index]
    var bound: Int16 = 0
    var isRange: Int16 = 0
    if case .money(_, let low, _, let word) = quantity.value {
      bound = word == .exact ? 0 : word == .upTo ? 1 : word == .atLeast ? 2 : 3
      isRange = low == nil ? 0 : 1
    }
    let here = sums.filter { $0.home.number == home.number }
    row.append(Int16(home.number - sentence.number))
    row.append(kind)
    row.append(way.trigger >= 0 ? Int16(sentence.triggers[way.trigger].frameIndex) : -1)
    row.append(Int16(min(12, sums.count)))
    row.append(Int16(min(9, here.count)))
    row.append(quantity.isPerUnit ? 1 : 0)
    row.append(quantity.isPerYear ? 1 : 0)
    row.append(bound)
    row.append(quantity.value == .vague ? 1 : 0)
    row.append(isRange)
    row.append(Self.magnitude(own))
    row.append(Int16(min(9, values.count { $0 > 0 && $0 < own })))
    row.append(Int16(min(9, values.count { $0 > own })))
    row.append(Int16(min(9, reading.valueCounts[quantity.value] ?? 0)))
    row.append(
      Int16(min(9, here.count { $0.quantity.tokens.lowerBound < quantity.tokens.lowerBound })))
    row.append(Int16(sentence.mentions[way.payer].kind.rawValue))
    row.append(Int16(sentence.mentions[way.payee].kind.rawValue))
    row.append(home.number == 0 ? 1 : 0)
    row.append(Int16(min(12, home.nameCount)))
  }

  /// The number of digits of a sum, in halves.
  private static func magnitude(_ value: Double) -> Int16 {
    var rest = value
    var result: Int16 = 0
    while rest >= 10, result < 40 {
      rest /= 10
      result += 2
    }
    return rest >= 3.16 ? result + 1 : result
  }
}

extension SumSigns {
  private static let wordNames = [
    "=word-2", "=word-1", "=word+1", "=word+2", "=frameBefore", "frameBeforeGap", "=frameAfter",
    "frameAfterGap", "ownBefore", "ownAfter",
  ]

  /// The words and triggers next to the sum.
  private func addWords(
    _ quantity: Quantity, _ home: SentenceReading, _ shape: SentenceShape, _ row: inout [Int16]
  ) {
    let (low, high) = (quantity.full.lowerBound, quantity.full.upperBound)
    row.append(shape.category(low - 2))
    row.append(shape.category(low - 1))
    row.append(shape.category(high))
    row.append(shape.category(high + 1))
    let before = home.triggers.last { $0.tokens.upperBound <= quantity.tokens.lowerBound }
    let after = home.triggers.first { $0.tokens.lowerBound >= quantity.tokens.upperBound }
    func add(_ hit: TriggerHit?) {
      row.append(hit.map { Int16($0.frameIndex) } ?? -1)
      row.append(hit.map { abs(Self.gap(quantity, $0.tokens)) } ?? 99)
    }
    add(before)
    add(after)
    let own =
      home.number == sentence.number && way.trigger >= 0
      ? sentence.triggers[way.trigger].tokens : nil
    row.append(before != nil && before?.tokens == own ? 1 : 0)
    row.append(after != nil && after?.tokens == own ? 1 : 0)
  }

  /// The distance to the nearest cue of each sort.
  private func addCues(_ quantity: Quantity, _ home: SentenceReading, _ row: inout [Int16]) {
    let start = row.count
    for _ in 0..<22 { row.append(99) }
    for (token, atom) in home.cues {
      let number = reading.cueNumber(atom)
      guard number < 22 else { continue }
      let gap = Self.gap(quantity, token..<token + 1)
      if abs(gap) < abs(row[start + number]) { row[start + number] = gap }
    }
  }

  /// The distances to the nearest words of each group before and after the sum.
  private func addRoles(_ quantity: Quantity, _ home: SentenceReading, _ row: inout [Int16]) {
    let start = row.count
    for _ in 0..<SumWords.groups.count * 2 { row.append(99) }
    for hit in home.sumWords {
      let gap = Self.gap(quantity, hit.tokens)
      let slot = start + hit.group * 2 + (gap > 0 ? 0 : 1)
      row[slot] = min(row[slot], abs(gap))
    }
  }
}
