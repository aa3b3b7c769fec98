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
  /// For each mention, the number of the preposition that governs it, -1 for none.
  private let prepositions: [Int]
  /// For each mention, whether it may be the subject of what follows.
  private let isSubject: [Bool]
  /// For each mention, whether it is the object of a verb before it.
  private let isObject: [Bool]
  /// For each mention, the one whose place in the clause it takes.
  private let parallels: [Int]
  /// The relation of each mention to each trigger, and how well it fits its roles, payer before payee.
  private var relations: [Relation] = []
  private(set) var fits: [UInt8] = []
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
    let finder = PrepositionFinder(
      article: article, tokens: tokens, mentions: mentions, triggers: triggers,
      dates: quantities.filter(\.isDate).map(\.tokens))
    prepositions = groups.map {
      finder.preposition(before: mentions[$0.first].tokens.lowerBound) ?? -1
    }
    parallels = Self.parallels(mentions, groups, quantities, article)
    let prepositions = prepositions
    let isObject = groups.indices.map {
      mentions[$0].kind != .context && prepositions[$0] < 0
        && finder.isObject(mentions[groups[$0].first].tokens.lowerBound)
    }
    self.isObject = isObject
    isSubject = mentions.indices.map {
      mentions[$0].kind != .context && prepositions[$0] < 0 && !isObject[$0]
        && !PrepositionFinder.isPossessive(
          mentions[groups[$0].last].tokens.upperBound, article, tokens, mentions)
        && !finder.isInRelativeClause(mentions[$0].tokens.lowerBound)
    }
    shape = SentenceShape(
      article, mentions.count > 1 || quantities.contains(where: \.isSum) ? tokens : 0..<0,
      mentions: mentions, triggers: triggers, quantities: quantities)
    var named: [Int] = []
    for mention in mentions where mention.kind == .name && !named.contains(mention.entities[0]) {
      named.append(mention.entities[0])
    }
    nameCount = named.count
    verbCount = triggers.count { $0.voice != .noun }
    relate()
  }

  private func relate() {
    guard mentions.count > 1 else { return }
    relations.reserveCapacity(mentions.count * triggers.count)
    fits.reserveCapacity(mentions.count * triggers.count * 2)
    for mention in mentions.indices {
      for trigger in triggers.indices {
        let relation = findRelation(mention, trigger)
        relations.append(relation)
        let fit = roles.fits(relation, triggers[trigger])
        fits.append(fit.payer.rawValue)
        fits.append(fit.payee.rawValue)
      }
    }
  }

  /// Whether the sentence is the article's headline: the first, and without a full stop.
  package var isHeadline: Bool {
    guard number == 0, let last = tokens.last else { return false }
    return !Self.stops.contains(article.tokens[last].word)
  }

  /// The relation of a mention to a trigger; -1 is no trigger.
  package func relation(_ mention: Int, _ trigger: Int) -> Relation {
    trigger >= 0 && mentions.count > 1
      ? relations[mention * triggers.count + trigger] : findRelation(mention, trigger)
  }

  private func findRelation(_ own: Int, _ trigger: Int) -> Relation {
    let mention = parallels[own]
    let place = mentions[mention]
    if place.kind == .context {
      return Relation(label: Relation.context, isAfter: false, verbs: 0, hasComma: false)
    }
    guard trigger >= 0 else {
      return Relation(label: Relation.none, isAfter: false, verbs: 0, hasComma: false)
    }
    let hit = triggers[trigger].tokens
    if ownsNext(mention) {
      return Relation(
        label: Relation.owner, isAfter: place.tokens.lowerBound >= hit.upperBound, verbs: 0,
        hasComma: false)
    }
    let group = groups[mention]
    let start = mentions[group.first].tokens.lowerBound
    let end = mentions[group.last].tokens.upperBound
    return end <= hit.lowerBound
      ? before(mention, end, hit)
      : place.tokens.lowerBound >= hit.upperBound
        ? after(hit, mention, start, place.tokens.lowerBound)
        : Relation(label: Relation.none, isAfter: true, verbs: 0, hasComma: false)
  }

  /// Whether a name only says whose the next name is: "BlackRock's GIP", 联发科旗下的联发资本.
  package func ownsNext(_ mention: Int) -> Bool {
    guard mention + 1 < mentions.count, mentions[mention].kind == .name,
      mentions[mention + 1].kind == .name
    else { return false }
    let end = mentions[mention].tokens.upperBound
    let next = mentions[mention + 1].tokens.lowerBound
    guard end < next, next - end <= 4 else { return false }
    let first = article.tokens[end].word
    if article.language.isChinese {
      return first == Self.qi && next - end <= 4 || first == Self.de && next - end == 1
    }
    return first == Self.apostrophe && next - end <= 2
  }

  /// The tokens that a mention's list covers.
  package func span(_ mention: Int) -> Range<Int> {
    let group = groups[mention]
    return mentions[group.first].tokens.lowerBound..<mentions[group.last].tokens.upperBound
  }

  private func before(_ mention: Int, _ end: Int, _ hit: Range<Int>) -> Relation {
    let (_, hasComma) = between(end, hit.lowerBound)
    var label = Relation.subject
    if isPossessive(end), hit.lowerBound - end < 8 {
      label = Relation.possessive
    } else if prepositions[mention] >= 0 {
      label = prepositions[mention]
    } else if isObject[mention] {
      label = Relation.object
    }
    return Relation(
      label: label, isAfter: false, verbs: partiesBetween(end, hit.lowerBound), hasComma: hasComma)
  }

  /// The number of lists of parties between two places that no preposition governs, counted to two:
  /// each is a nearer subject of what follows.
  private func partiesBetween(_ start: Int, _ end: Int) -> Int {
    var count = 0
    var last = -1
    for index in mentions.indices
    where isSubject[index] && mentions[index].tokens.lowerBound >= start
      && mentions[index].tokens.upperBound <= end && groups[index].first != last
    {
      last = groups[index].first
      if ownsNext(index) { continue }
      count += 1
      if count == 2 { break }
    }
    return count
  }

  private func after(_ hit: Range<Int>, _ mention: Int, _ start: Int, _ own: Int) -> Relation {
    let stop = max(hit.upperBound, min(start, own))
    let (verbs, hasComma) = between(hit.upperBound, stop)
    var label = Relation.object
    for index in hit.upperBound..<stop {
      if let preposition = Relation.label(of: article.tokens[index].word), !isCovered(index) {
        label = preposition
      }
    }
    if label == Relation.object,
      article.language.isChinese ? hasComma : opensClause(mention, after: hit.upperBound)
    {
      label = Relation.none
    }
    return Relation(label: label, isAfter: true, verbs: verbs, hasComma: hasComma)
  }

  /// Whether a mention is the subject of a clause that opens behind `place`: a comma or conjunction stands
  /// before it, a verb follows.
  private func opensClause(_ mention: Int, after place: Int) -> Bool {
    let span = span(mention)
    guard prepositions[mention] < 0, span.upperBound < tokens.upperBound, place < span.lowerBound,
      article.tokens[place..<span.lowerBound].contains(where: {
        PrepositionFinder.clauseEdges.contains($0.word)
      })
    else { return false }
    return Self.auxiliaries.contains(article.tokens[span.upperBound].word)
      || triggers.contains { $0.tokens.lowerBound == span.upperBound && $0.voice == .active }
  }

  /// For each mention, the one whose place in the clause it takes: in "Acme put in $40m, Bolt 15m" Bolt stands
  /// to the verb as Acme does (gapping); else itself.
  private static func parallels(
    _ mentions: [Mention], _ groups: [(first: Int, last: Int)], _ quantities: [Quantity],
    _ article: ArticleText
  ) -> [Int] {
    var parallels = Array(mentions.indices)
    let sums = quantities.filter(\.isSum).map(\.full)
    guard sums.count > 1 else { return parallels }
    for index in mentions.indices.dropFirst() where mentions[index].kind == .name {
      let place = mentions[index].tokens
      let before = mentions[index - 1].tokens
      guard mentions[index - 1].kind == .name, place.lowerBound > 0,
        separators.contains(article.tokens[place.lowerBound - 1].word),
        sums.contains(where: { $0.lowerBound == place.upperBound }),
        let sum = sums.first(where: {
          $0.lowerBound >= before.upperBound && $0.upperBound <= place.lowerBound
        }), place.lowerBound - sum.upperBound <= 2
      else { continue }
      parallels[index] = parallels[index - 1]
    }
    return parallels
  }

  /// Whether a token lies inside a mention.
  private func isCovered(_ index: Int) -> Bool {
    mentions.contains { $0.kind != .context && $0.tokens.contains(index) }
  }

  private func between(_ start: Int, _ end: Int) -> (verbs: Int, hasComma: Bool) {
    guard start < end else { return (0, false) }
    var verbs = 0
    for hit in triggers
    where hit.tokens.lowerBound >= start && hit.tokens.upperBound <= end && hit.voice != .noun {
      verbs += hit.isLight ? 0 : 1
    }
    let hasComma = article.tokens[start..<end].contains { Self.breaks.contains($0.word) }
    return (verbs, hasComma)
  }

  private func isPossessive(_ end: Int) -> Bool {
    PrepositionFinder.isPossessive(end, article, tokens, mentions)
  }

  private static let separators = WordSet(words: ", ; and 、 和 及 与")
  private static let auxiliaries = WordSet(
    words: "will would has have had is was are were can could may might must said says also then")
  private static let stops = WordSet(words: ". 。 ! ！ ”")
  private static let breaks = WordSet(words: ", ; : — – ( )")
  private static let de = atom("的")
  private static let qi = atom("旗")
  private static let apostrophe = atom("'")
}
