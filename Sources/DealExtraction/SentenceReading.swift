import DealLexicon
package import DealMentions
package import DealText

/// A sentence with everything that was found in it.
package final class SentenceReading {
  package let article: ArticleText
  package let number: Int
  package let tokens: Range<Int>
  /// The mentions in the sentence, and those that the context lends it, which come last.
  package let mentions: [Mention]
  /// For each mention, the first and the last mention it is coordinated with.
  package let groups: [(first: Int, last: Int)]
  package let triggers: [TriggerHit]
  /// The cues: where they start and the atom of each.
  package let cues: [(token: Int, atom: UInt64)]
  /// The atoms of the cues, each once, ascending.
  let cueAtoms: [UInt64]
  package let quantities: [Quantity]
  package let roles: FrameRoles
  /// The relation of each mention to each trigger, and how well it fits its roles, payer before payee.
  private let relations: [Relation]
  let fits: [UInt8]
  /// Where the clause of each trigger opens for each mention; see ``RelationFinder``.
  private let openings: [Int32]
  /// For each mention, whether it only says whose the next name is.
  private let owners: [Bool]
  /// For each mention, trigger and role, how well the best other party fits it.
  private(set) lazy var rivals = bestRivals()
  /// The atoms of the sorts of its quantities, each once, ascending.
  private(set) lazy var quantityAtoms = Set(quantities.map(\.typeAtom)).sorted()
  /// The words that say what a sum is.
  private(set) lazy var sumWords = SumWords.hits(in: article, tokens)
  /// Whether it deals sums out by the order of names.
  private(set) lazy var isInOrder = SumWords.isInOrder(article, tokens)
  /// What sort of word stands where; empty where the sentence can tell of no deal.
  let shape: SentenceShape
  /// The number of parties that the sentence names.
  let nameCount: Int
  /// The number of its triggers that are verbs.
  let verbCount: Int

  package init(
    article: ArticleText, number: Int, tokens: Range<Int>, mentions: [Mention],
    groups: [(first: Int, last: Int)], triggers: [TriggerHit],
    cues: [(token: Int, atom: UInt64)], quantities: [Quantity], roles: FrameRoles
  ) {
    self.article = article
    self.number = number
    self.tokens = tokens
    self.mentions = mentions
    self.groups = groups
    self.triggers = triggers
    self.cues = cues
    var cueAtoms: [UInt64] = []
    for cue in cues where !cueAtoms.contains(cue.atom) { cueAtoms.append(cue.atom) }
    self.cueAtoms = cueAtoms.sorted()
    self.quantities = quantities
    self.roles = roles
    let finder = RelationFinder(
      article: article, tokens: tokens, mentions: mentions, groups: groups, triggers: triggers,
      quantities: quantities)
    owners = finder.owners
    (relations, fits, openings) = mentions.count > 1 ? finder.relations(roles) : ([], [], [])
    shape = SentenceShape(
      article, mentions.count > 1 || quantities.contains(where: \.isSum) ? tokens : 0..<0,
      mentions: mentions, triggers: triggers, quantities: quantities)
    var named: [Int] = []
    for mention in mentions where mention.kind == .name && !named.contains(mention.entities[0]) {
      named.append(mention.entities[0])
    }
    nameCount = named.count
    verbCount = triggers.count { $0.voice != .noun }
  }

  /// Whether the sentence is the article's headline: the first, and without a full stop.
  package var isHeadline: Bool {
    guard number == 0, let last = tokens.last else { return false }
    return !Self.stops.contains(article.tokens[last].word)
  }

  /// The relation of a mention to a trigger; -1 is no trigger.
  package func relation(_ mention: Int, _ trigger: Int) -> Relation {
    if trigger >= 0 { return relations[mention * triggers.count + trigger] }
    return mentions[mention].kind == .context ? .elsewhere : .unrelated
  }

  /// The tokens of a mention, seen from a trigger: where it is the subject of a clause that opens behind
  /// another, the edge before that clause.
  func place(_ mention: Int, _ trigger: Int) -> Range<Int> {
    if trigger >= 0 {
      let opening = Int(openings[mention * triggers.count + trigger])
      if opening >= 0 { return opening..<opening + 1 }
    }
    return mentions[mention].tokens
  }

  /// Whether a name only says whose the next name is: "BlackRock's GIP", 联发科旗下的联发资本.
  package func ownsNext(_ mention: Int) -> Bool { owners[mention] }

  /// The tokens that a mention's list covers.
  package func span(_ mention: Int) -> Range<Int> {
    let group = groups[mention]
    return mentions[group.first].tokens.lowerBound..<mentions[group.last].tokens.upperBound
  }

  private static let stops = WordSet(words: ". 。 ! ！ ”")
}
