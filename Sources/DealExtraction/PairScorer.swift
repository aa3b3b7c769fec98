package import DealLexicon

/// Scores the candidates of one sentence; what depends on less than a whole candidate is scored once.
package struct PairScorer: ~Copyable {
  private let features: PairFeatures
  private let mentionCount: Int
  private let triggerCount: Int
  private let empty: LinearSum
  private let sentence: Int32
  private var triggers: [Int32]
  private var orders: [Int32]
  private var standings: [Int32]
  private var relations: [Int32]
  private var parties: [Int32]
  private var places: [Int32]
  private var gaps: [PairFeatures.Gap?]

  /// What stands for a score that was not asked for yet.
  private static let unknown = Int32.min

  package init(_ sentence: SentenceReading, _ reading: ArticleReading, _ model: LinearModel) {
    features = PairFeatures(sentence, reading)
    mentionCount = sentence.mentions.count
    triggerCount = sentence.triggers.count
    empty = LinearSum(model)
    var sum = empty
    features.addSentence(to: &sum)
    self.sentence = sum.sum
    triggers = [Int32](repeating: Self.unknown, count: triggerCount)
    orders = [Int32](repeating: Self.unknown, count: (triggerCount + 1) * PairFeatures.orderCount)
    standings = [Int32](repeating: Self.unknown, count: mentionCount * triggerCount * 2)
    relations = [Int32](repeating: Self.unknown, count: mentionCount * triggerCount * 4)
    parties = [Int32](repeating: Self.unknown, count: mentionCount * 4)
    places = [Int32](repeating: Self.unknown, count: mentionCount * mentionCount)
    gaps = [PairFeatures.Gap?](repeating: nil, count: mentionCount * mentionCount)
  }

  /// The score of a candidate.
  package mutating func score(_ way: Candidate) -> LinearScore {
    let place = way.payer * mentionCount + way.payee
    if places[place] == Self.unknown {
      places[place] = scored { features.addPlaces(way.payer, way.payee, to: &$0) }
      gaps[place] = features.gap(way.payer, way.payee)
    }
    let order = features.order(way)
    let slot = (way.trigger + 1) * PairFeatures.orderCount + order
    if orders[slot] == Self.unknown {
      orders[slot] = scored { features.addOrder(order, way.trigger, to: &$0) }
    }
    var pair = sentence &+ places[place] &+ orders[slot]
    pair &+= scored { features.addWay(way, order, gaps[place], to: &$0) }
    if way.trigger >= 0 {
      pair &+= trigger(way.trigger)
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

  private mutating func trigger(_ trigger: Int) -> Int32 {
    if triggers[trigger] == Self.unknown {
      triggers[trigger] = scored { features.addTrigger(trigger, to: &$0) }
    }
    return triggers[trigger]
  }

  private mutating func standing(_ mention: Int, _ trigger: Int, isPayer: Bool) -> Int32 {
    let slot = (mention * triggerCount + trigger) * 2 + (isPayer ? 1 : 0)
    if standings[slot] == Self.unknown {
      standings[slot] = scored {
        features.addStanding(mention, trigger, isPayer: isPayer, to: &$0)
      }
    }
    return standings[slot]
  }

  private mutating func role(
    _ mention: Int, _ rank: Int, _ trigger: Int, isPayer: Bool
  ) -> Int32 {
    let side = rank << 1 | (isPayer ? 1 : 0)
    let party = mention * 4 + side
    if parties[party] == Self.unknown {
      parties[party] = scored { features.addParty(mention, rank, isPayer: isPayer, to: &$0) }
    }
    guard trigger >= 0 else { return parties[party] }
    let slot = (mention * triggerCount + trigger) * 4 + side
    if relations[slot] == Self.unknown {
      relations[slot] = scored {
        features.addRelation(mention, rank, trigger, isPayer: isPayer, to: &$0)
      }
    }
    return parties[party] &+ relations[slot]
  }
}
