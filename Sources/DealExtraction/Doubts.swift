import DealMentions

/// What speaks against a reading by its construction alone, whatever its score.
enum Doubts {
  /// What may be wrong with a reading.
  enum Doubt {
    /// The payer sells.
    case isSeller
    /// The payer licenses out: the payee pays.
    case isLicensor
    /// Mere agreement, and the score is too low for that.
    case isBare
  }

  /// What speaks against a reading that is to have `threshold` at least; nil for nothing.
  static func doubt(
    _ reading: ClaimSelection.Reading, _ sentence: SentenceReading, threshold: Int32
  ) -> Doubt? {
    if isSeller(reading.way, sentence) { return .isSeller }
    if isBare(reading.way, sentence), reading.score < threshold + bareness { return .isBare }
    return isLicensor(reading.way, sentence) ? .isLicensor : nil
  }

  /// Whether a reading rests on a word of mere agreement, and the sentence states nothing that would flow: an
  /// alliance without a stated flow is no deal.
  static func isBare(_ way: Candidate, _ sentence: SentenceReading) -> Bool {
    way.trigger >= 0 && sentence.triggers[way.trigger].isLight
      && sentence.quantities.allSatisfy(\.isDate)
  }

  /// By how much the score of a bare reading must be higher.
  static let bareness: Int32 = 384

  /// Whether the payer is one who sells to somebody named, by the word of the sale or one that stands in what
  /// is sold: "Acme sold its stake in Bolt to Core".
  static func isSeller(_ way: Candidate, _ sentence: SentenceReading) -> Bool {
    guard way.trigger >= 0 else { return false }
    let own = sentence.triggers[way.trigger]
    return sentence.triggers.indices.contains { sale in
      let place = sentence.triggers[sale].tokens
      let relation = sentence.relation(way.payer, sale)
      guard sentence.triggers[sale].isSale, relation.isSubjectBefore, relation.isNear else {
        return false
      }
      return sentence.mentions.indices.contains {
        let recipient = sentence.mentions[$0]
        return $0 != way.payee && recipient.kind != .context
          && sentence.relation($0, sale).isRecipient && sentence.relation($0, sale).isNear
          && (way.trigger == sale
            || own.voice == .noun && own.tokens.lowerBound >= place.upperBound
              && own.tokens.upperBound <= recipient.tokens.lowerBound)
      }
    }
  }

  /// Whether the verbs of the sentence, as their frames have it, say that the payee pays the payer, and none
  /// that the payer pays: "Acme signed a deal with Bolt to buy capacity" is no payment of Bolt's.
  static func isReversed(_ way: Candidate, _ sentence: SentenceReading) -> Bool {
    let fits = RoleFits(sentence)
    func pays(_ payer: Int, _ payee: Int, _ hit: Int) -> Bool {
      fits.fit(payer, hit, isPayer: true) == .near && fits.fit(payee, hit, isPayer: false) == .near
    }
    var isReversed = false
    for hit in sentence.triggers.indices
    where sentence.triggers[hit].voice != .noun && !sentence.triggers[hit].isLight {
      if pays(way.payer, way.payee, hit) { return false }
      isReversed = isReversed || pays(way.payee, way.payer, hit)
    }
    return isReversed
  }

  /// Whether the payer of a reading is one who grants the payee a licence, and no sum: then the payee pays.
  static func isLicensor(_ way: Candidate, _ sentence: SentenceReading) -> Bool {
    sentence.triggers.indices.contains { grant in
      let hit = sentence.triggers[grant]
      let payer = sentence.relation(way.payer, grant)
      let payee = sentence.relation(way.payee, grant)
      guard hit.isGrant, payer.isSubjectBefore, payer.isNear, payee.isNear,
        payee.isRecipient || payee.isObjectAfter,
        let licence = sentence.triggers[(grant + 1)...].prefix(while: { $0.voice == .noun })
          .first(where: \.isLicence)
      else { return false }
      return !sentence.quantities.contains {
        $0.isSum && $0.tokens.lowerBound >= hit.tokens.upperBound
          && $0.tokens.upperBound <= licence.tokens.lowerBound
      }
    }
  }
}
