package import DealLexicon
package import DealMentions
import DealText

/// The features of a quantity as a part of a deal.
package enum QuantityTemplate: UInt64, FeatureTemplate {
  case bias = 501
  case kind, before, beforeTwo, after, afterTwo, gap, payerGap, payeeGap, side, rank, count, unit
  case frame, cue, nearFrame, kindOnly, otherSentence, bound, perYear, between, relation
}

extension Quantity {
  /// The atom of what sort of quantity this is.
  package var typeAtom: UInt64 { Self.typeAtoms[typeIndex] }

  /// 0 sum, 1 capacity, 2 stake, 3 term, 4 date, 5 vague sum.
  package var typeIndex: Int {
    switch value {
    case .money: 0
    case .capacity: 1
    case .stake: 2
    case .term: 3
    case .date: 4
    case .vague: 5
    }
  }

  package static let typeWords = ["money", "capacity", "stake", "term", "date", "vague"]
  private static let typeAtoms = typeWords.map { foldedHash($0.utf8) }
}

/// Makes the features of the quantities that may belong to a deal.
package struct QuantityFeatures {
  private let sentence: SentenceReading

  package init(_ sentence: SentenceReading) { self.sentence = sentence }

  /// Adds the features of a quantity of this sentence or of a neighbour.
  package func add(
    _ quantity: Quantity, in home: SentenceReading, for way: Candidate, kind: UInt64,
    to buffer: inout FeatureBuffer
  ) {
    addAll(quantity, in: home, for: way, kind: kind, to: &buffer)
  }

  /// As ``add(_:in:for:kind:to:)``, for whatever takes features.
  func addAll(
    _ quantity: Quantity, in home: SentenceReading, for way: Candidate, kind: UInt64,
    to buffer: inout some FeatureSink
  ) {
    typealias T = QuantityTemplate
    let type = quantity.typeAtom
    buffer.add(T.bias, type)
    buffer.add(T.kind, type, kind)
    let tokens = home.article.tokens
    func word(_ index: Int) -> UInt64 {
      guard home.tokens.contains(index) else { return Self.edge }
      return tokens[index].kind == .number ? Self.number : tokens[index].word
    }
    let low = quantity.full.lowerBound
    let high = quantity.full.upperBound
    buffer.add(T.before, type, word(low - 1))
    buffer.add(T.beforeTwo, word(low - 2), word(low - 1), type)
    buffer.add(T.after, type, word(high))
    buffer.add(T.afterTwo, word(high), word(high + 1), type)
    if quantity.isPerUnit { buffer.add(T.unit, type) }
    if quantity.isPerYear { buffer.add(T.perYear, type) }
    let same = home.quantities.count { $0.typeIndex == quantity.typeIndex }
    buffer.add(T.count, type, Self.digit(same))
    let sum = abs(home.number - sentence.number)
    buffer.add(
      T.otherSentence, type,
      Self.words[home.number < sentence.number ? 3 + min(sum, 1) : min(sum, 2)])
    for (token, cue) in home.cues where abs(token - low) <= 6 { buffer.add(T.cue, type, cue) }
    for hit in home.triggers where abs(hit.tokens.lowerBound - low) <= 5 {
      buffer.add(
        T.nearFrame, type, hit.frame, hit.tokens.lowerBound < low ? Self.words[0] : Self.words[1])
    }
    guard home.number == sentence.number else { return }
    addPlaces(quantity, way, to: &buffer)
  }

  /// Where the quantity stands to the trigger and the parties, among others of its sort.
  private func addPlaces(
    _ quantity: Quantity, _ way: Candidate, to buffer: inout some FeatureSink
  ) {
    let payer = sentence.mentions[way.payer]
    let payee = sentence.mentions[way.payee]
    if way.trigger >= 0 {
      buffer.add(
        QuantityTemplate.frame, quantity.typeAtom, sentence.triggers[way.trigger].frame)
    }
    if payer.kind != .context { addPlace(quantity, way, .payerGap, payer.tokens, to: &buffer) }
    if payee.kind != .context { addPlace(quantity, way, .payeeGap, payee.tokens, to: &buffer) }
    if way.trigger >= 0 {
      addPlace(quantity, way, .gap, sentence.triggers[way.trigger].tokens, to: &buffer)
    }
  }

  private func addPlace(
    _ quantity: Quantity, _ way: Candidate, _ template: QuantityTemplate, _ place: Range<Int>,
    to buffer: inout some FeatureSink
  ) {
    typealias T = QuantityTemplate
    let type = quantity.typeAtom
    let distance = Self.distance(quantity.tokens, place)
    let isBefore = quantity.tokens.lowerBound < place.lowerBound
    buffer.add(
      template, type, Self.digit(Self.bucket(distance)), Self.words[isBefore ? 3 : 4])
    let nearer = sentence.quantities.count {
      $0.typeIndex == quantity.typeIndex && Self.distance($0.tokens, place) < distance
    }
    buffer.add(T.rank, type, Self.digit(nearer), Self.words[template == .gap ? 0 : 1])
    let (from, to) =
      isBefore
      ? (quantity.tokens.upperBound, place.lowerBound)
      : (place.upperBound, quantity.tokens.lowerBound)
    let (payer, payee) = (sentence.mentions[way.payer], sentence.mentions[way.payee])
    let others = sentence.mentions.contains {
      $0.kind == .name && $0.tokens.lowerBound >= from && $0.tokens.upperBound <= to
        && $0.entities != payer.entities && $0.entities != payee.entities
    }
    buffer.add(
      T.between, type, others ? Self.words[0] : Self.words[1],
      Self.words[template == .gap ? 2 : 3])
  }

  private static func distance(_ first: Range<Int>, _ second: Range<Int>) -> Int {
    max(0, first.lowerBound - second.upperBound, second.lowerBound - first.upperBound)
  }

  private static func bucket(_ distance: Int) -> Int {
    distance < 3 ? distance : distance < 6 ? 3 : distance < 10 ? 4 : distance < 20 ? 5 : 6
  }

  private static func digit(_ number: Int) -> UInt64 { digits[min(number, 6)] }

  /// Every word that stands for an atom, apart from words, frames and kinds.
  package static let atomWords = Quantity.typeWords + digitWords + otherWords + ["<s>", "<n>"]
  private static let digitWords = ["0", "1", "2", "3", "4", "5", "6"]
  private static let otherWords = ["yes", "no", "far", "backward", "forward"]
  private static let digits = digitWords.map { foldedHash($0.utf8) }
  private static let words = otherWords.map { foldedHash($0.utf8) }
  private static let edge = atom("<s>")
  private static let number = atom("<n>")
}
