package import DealLexicon

/// Scores the candidates of one sentence; what depends on less than a whole candidate is scored once.
package struct PairScorer: ~Copyable {
  private let features: PairFeatures
  private let mentionCount: Int
  private let triggerCount: Int
  private let empty: LinearSum
  private let sentence: SentenceReading
  /// The score of what all candidates of the sentence have.
  private let shared: Int32
  /// The scores of parts: of triggers, orders, mentions with triggers by role and by role and rank,
  /// mentions by role and rank, pairs of mentions, triggers with two fits.
  private var parts: [Int32]
  private let (orders, standings, relations, parties): (Int, Int, Int, Int)
  private let (places, fits): (Int, Int)
  /// The score of the sorts of two parties, that of the last pair.
  private var types: (payer: Int, payee: Int, score: Int32) = (-1, -1, 0)
  private var gaps: [PairFeatures.Gap?]

  /// What stands for a score that was not asked for yet.
  private static let unknown = Int32.min
  /// The number of ways to fit a role.
  private static let fitCount = Int(FrameRoles.Fit.near.rawValue) + 1

  package init(_ sentence: SentenceReading, _ reading: ArticleReading, _ model: LinearModel) {
    features = PairFeatures(sentence, reading)
    self.sentence = sentence
    mentionCount = sentence.mentions.count
    triggerCount = sentence.triggers.count
    empty = LinearSum(model)
    var sum = empty
    features.addSentence(to: &sum)
    shared = sum.sum
    orders = triggerCount
    standings = orders + (triggerCount + 1) * PairFeatures.orderCount
    relations = standings + mentionCount * triggerCount * 2
    parties = relations + mentionCount * triggerCount * 4
    places = parties + mentionCount * 4
    fits = places + mentionCount * mentionCount
    parts = [Int32](
      repeating: Self.unknown, count: fits + triggerCount * Self.fitCount * Self.fitCount)
    gaps = [PairFeatures.Gap?](repeating: nil, count: mentionCount * mentionCount)
  }

  /// The score of a candidate.
  package mutating func score(_ way: Candidate) -> LinearScore {
    let place = way.payer * mentionCount + way.payee
    if parts[places + place] == Self.unknown {
      parts[places + place] = scored { features.addPlaces(way.payer, way.payee, to: &$0) }
      gaps[place] = features.gap(way.payer, way.payee)
    }
    let order = features.order(way)
    let slot = orders + (way.trigger + 1) * PairFeatures.orderCount + order
    if parts[slot] == Self.unknown {
      parts[slot] = scored { features.addOrder(order, way.trigger, to: &$0) }
    }
    var pair = shared &+ parts[places + place] &+ parts[slot]
    pair &+= scored { features.addWay(way, order, gaps[place], to: &$0) } &+ types(way)
    if way.trigger >= 0 {
      pair &+= trigger(way.trigger) &+ fits(way)
      pair &+= standing(way.payer, way.trigger, isPayer: true)
      pair &+= standing(way.payee, way.trigger, isPayer: false)
    }
    let payer = role(way.payer, way.payerRank, way.trigger, isPayer: true)
    let payee = role(way.payee, way.payeeRank, way.trigger, isPayer: false)
    return LinearScore(all: pair &+ payer &+ payee, payer: payer, payee: payee)
  }

  @inline(__always)
  private func scored(_ add: (inout LinearSum) -> Void) -> Int32 {
    var sum = empty
    add(&sum)
    return sum.sum
  }

  private mutating func types(_ way: Candidate) -> Int32 {
    let payer = sentence.entity(way.payer, way.payerRank)
    let payee = sentence.entity(way.payee, way.payeeRank)
    if types.payer != payer || types.payee != payee {
      types = (payer, payee, scored { features.addTypes(way, to: &$0) })
    }
    return types.score
  }

  private mutating func fits(_ way: Candidate) -> Int32 {
    let (payer, payee) = features.fits(way)
    let pair = Int(payer.rawValue) * Self.fitCount + Int(payee.rawValue)
    let slot = fits + way.trigger * Self.fitCount * Self.fitCount + pair
    if parts[slot] == Self.unknown {
      parts[slot] = scored { features.addFits(payer, payee, way.trigger, to: &$0) }
    }
    return parts[slot]
  }

  private mutating func trigger(_ trigger: Int) -> Int32 {
    if parts[trigger] == Self.unknown {
      parts[trigger] = scored { features.addTrigger(trigger, to: &$0) }
    }
    return parts[trigger]
  }

  private mutating func standing(_ mention: Int, _ trigger: Int, isPayer: Bool) -> Int32 {
    let slot = standings + (mention * triggerCount + trigger) * 2 + (isPayer ? 1 : 0)
    if parts[slot] == Self.unknown {
      parts[slot] = scored {
        features.addStanding(mention, trigger, isPayer: isPayer, to: &$0)
      }
    }
    return parts[slot]
  }

  private mutating func role(
    _ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool
  ) -> Int32 {
    let side = rank << 1 | (isPayer ? 1 : 0)
    let party = parties + mention * 4 + side
    if parts[party] == Self.unknown {
      parts[party] = scored { features.addParty(mention, rank, isPayer: isPayer, to: &$0) }
    }
    guard trigger >= 0 else { return parts[party] }
    let slot = relations + (mention * triggerCount + trigger) * 4 + side
    if parts[slot] == Self.unknown {
      parts[slot] = scored {
        features.addRelation(mention, rank, trigger, isPayer: isPayer, to: &$0)
      }
    }
    return parts[party] &+ parts[slot]
  }
}
