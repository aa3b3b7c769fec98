import DealMentions

/// Chooses, among the scored readings of a sentence, those that can be true together.
///
/// Readings are taken from the best down; nobody pays and is paid by the same party for the same thing.
/// What else speaks against a reading beside another is in its signs (see ``LinearStanding``): rules
/// that a word tells one exchange, or a pronoun means one party, refused more right readings than wrong.
package enum ClaimSelection {
  /// A way to read that one party pays another, with its score.
  package struct Reading {
    /// The number of the sentence.
    package let sentence: Int
    package let payer: Int
    package let payee: Int
    package let way: Candidate
    package var score: Int32
    /// The row of its signs.
    let row: Int

    /// The same deal the other way round.
    var mirrored: Reading {
      Reading(
        sentence: sentence, payer: payee, payee: payer,
        way: Candidate(
          payer: way.payee, payee: way.payer, payerRank: way.payeeRank, payeeRank: way.payerRank,
          trigger: way.trigger), score: score, row: row)
    }
  }

  /// The score from which a party may pay and be paid by another in one sentence.
  private static let sure: Int32 = 384

  /// By how much a reading must be better than its mirror image when the verbs say it is the wrong way round.
  private static let reversal: Int32 = 256

  /// Of the readings of an article, in the order of its sentences, those that can be true together.
  static func chosen(_ readings: [Reading], in article: ArticleReading) -> [Reading] {
    var chosen: [Reading] = []
    var rest = readings[...]
    while let first = rest.first {
      let own = rest.prefix { $0.sentence == first.sentence }
      chosen += self.chosen(Array(own), in: article.sentences[first.sentence])
      rest = rest.dropFirst(own.count)
    }
    return chosen
  }

  private static func chosen(_ readings: [Reading], in sentence: SentenceReading) -> [Reading] {
    var taken: [Reading] = []
    let ranks = readings.map {
      $0.score - (Doubts.isReversed($0.way, sentence) ? reversal : 0)
    }
    let order = readings.indices.sorted { (-ranks[$0], $0) < (-ranks[$1], $1) }
    for index in order
    where taken.allSatisfy({ agrees($0, readings[index]) })
      && !readings.contains(where: { isSpoken($0, insteadOf: readings[index], sentence) })
    {
      taken.append(readings[index])
    }
    return taken.sorted { ($0.payer, $0.payee) < ($1.payer, $1.payee) }
  }

  /// By how much a reading of a party that the sentence does not speak of must be better than one it does.
  private static let silence: Int32 = 768

  /// Whether a reading names the party that another one takes from the sentences before, and shares the other
  /// party with it.
  private static func isSpoken(
    _ one: Reading, insteadOf other: Reading, _ sentence: SentenceReading
  ) -> Bool {
    guard one.score > other.score - silence else { return false }
    func isSilent(_ mention: Int) -> Bool { sentence.mentions[mention].kind == .context }
    return one.payer == other.payer && one.payee != other.payee && isSilent(other.way.payee)
      && !isSilent(one.way.payee)
      || one.payee == other.payee && one.payer != other.payer && isSilent(other.way.payer)
        && !isSilent(one.way.payer)
  }

  private static func agrees(_ one: Reading, _ other: Reading) -> Bool {
    guard one.payer == other.payee, one.payee == other.payer else { return true }
    return one.way.trigger != other.way.trigger && min(one.score, other.score) >= sure
  }
}
