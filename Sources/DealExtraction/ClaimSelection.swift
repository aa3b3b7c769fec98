import DealMentions

/// Chooses, among the scored readings of a sentence, those that can be true together.
///
/// Readings are taken from the best down. A word speaks of one exchange, so two readings of one
/// trigger must share an end and list their other ends; a pronoun or an unspoken party means one
/// party only; and nobody pays and is paid for the same thing.
struct ClaimSelection {
  struct Reading {
    let payer: Int
    let payee: Int
    let way: Candidate
    let score: Int32
    /// The row of its signs.
    let row: Int
  }

  /// The score from which a party may pay and be paid by another in one sentence.
  private static let sure: Int32 = 384

  private let sentence: SentenceReading
  private var taken: [Reading] = []

  static func chosen(_ readings: [Reading], in sentence: SentenceReading) -> [Reading] {
    var selection = ClaimSelection(sentence: sentence)
    let order = readings.indices.sorted {
      (-readings[$0].score, $0) < (-readings[$1].score, $1)
    }
    for index in order where selection.allows(readings[index]) {
      selection.taken.append(readings[index])
    }
    return selection.taken.sorted { ($0.payer, $0.payee) < ($1.payer, $1.payee) }
  }

  private init(sentence: SentenceReading) { self.sentence = sentence }

  private func allows(_ reading: Reading) -> Bool {
    taken.allSatisfy { agrees($0, reading) }
  }

  private func agrees(_ one: Reading, _ other: Reading) -> Bool {
    for (a, entityA) in [(one.way.payer, one.payer), (one.way.payee, one.payee)] {
      for (b, entityB) in [(other.way.payer, other.payer), (other.way.payee, other.payee)]
      where a == b && entityA != entityB && sentence.mentions[a].kind != .pair {
        return false
      }
    }
    if one.payer == other.payee, one.payee == other.payer {
      return one.way.trigger != other.way.trigger && min(one.score, other.score) >= Self.sure
    }
    guard one.way.trigger == other.way.trigger else { return true }
    if one.payer == other.payer { return isListed(one.way.payee, other.way.payee) }
    if one.payee == other.payee { return isListed(one.way.payer, other.way.payer) }
    return isListed(one.way.payer, other.way.payer) && isListed(one.way.payee, other.way.payee)
  }

  /// Whether two mentions stand in one list.
  private func isListed(_ one: Int, _ other: Int) -> Bool {
    one == other || sentence.mentions[one].entities == sentence.mentions[other].entities
      || sentence.groups[one].first == sentence.groups[other].first
        && !sentence.ownsNext(one) && !sentence.ownsNext(other)
  }
}
