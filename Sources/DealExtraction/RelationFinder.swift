import DealLexicon
import DealMentions
import DealText

/// Finds how the mentions of a sentence stand to its triggers.
struct RelationFinder {
  private let article: ArticleText
  private let tokens: Range<Int>
  private let mentions: [Mention]
  private let groups: [(first: Int, last: Int)]
  private let triggers: [TriggerHit]
  /// For each mention, whether it only says whose the next name is.
  let owners: [Bool]
  /// For each mention, the number of the preposition that governs it, -1 for none.
  private let prepositions: [Int]
  /// For each mention, whether it may be the subject of what follows.
  private let isSubject: [Bool]
  /// For each mention, whether it is the object of a verb before it.
  private let isObject: [Bool]

  init(
    article: ArticleText, tokens: Range<Int>, mentions: [Mention],
    groups: [(first: Int, last: Int)], triggers: [TriggerHit], dates: [Range<Int>]
  ) {
    self.article = article
    self.tokens = tokens
    self.mentions = mentions
    self.groups = groups
    self.triggers = triggers
    owners = mentions.indices.map { Self.ownsNext($0, mentions, article) }
    let finder = PrepositionFinder(
      article: article, tokens: tokens, mentions: mentions, triggers: triggers, dates: dates)
    let prepositions = groups.map {
      finder.preposition(before: mentions[$0.first].tokens.lowerBound) ?? -1
    }
    self.prepositions = prepositions
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
  }

  /// The relation of each mention to each trigger, and how well it fits its roles, payer before payee.
  func relations(_ roles: FrameRoles) -> (relations: [Relation], fits: [UInt8]) {
    var relations: [Relation] = []
    var fits: [UInt8] = []
    relations.reserveCapacity(mentions.count * triggers.count)
    fits.reserveCapacity(mentions.count * triggers.count * 2)
    for mention in mentions.indices {
      for trigger in triggers.indices {
        let relation = relation(mention, triggers[trigger].tokens)
        relations.append(relation)
        let fit = roles.fits(relation, triggers[trigger])
        fits.append(fit.payer.rawValue)
        fits.append(fit.payee.rawValue)
      }
    }
    return (relations, fits)
  }

  private func relation(_ mention: Int, _ hit: Range<Int>) -> Relation {
    let place = mentions[mention].tokens
    if mentions[mention].kind == .context { return .elsewhere }
    if owners[mention] {
      return Relation(
        label: Relation.owner, isAfter: place.lowerBound >= hit.upperBound, verbs: 0,
        hasComma: false)
    }
    let group = groups[mention]
    let start = mentions[group.first].tokens.lowerBound
    let end = mentions[group.last].tokens.upperBound
    return end <= hit.lowerBound
      ? before(mention, end, hit)
      : place.lowerBound >= hit.upperBound
        ? after(hit, start, place.lowerBound)
        : Relation(label: Relation.none, isAfter: true, verbs: 0, hasComma: false)
  }

  private static func ownsNext(
    _ mention: Int, _ mentions: [Mention], _ article: ArticleText
  ) -> Bool {
    guard mention + 1 < mentions.count, mentions[mention].kind == .name,
      mentions[mention + 1].kind == .name
    else { return false }
    let end = mentions[mention].tokens.upperBound
    let next = mentions[mention + 1].tokens.lowerBound
    guard end < next, next - end <= 4 else { return false }
    let first = article.tokens[end].word
    if article.language.isChinese {
      return first == qi && next - end <= 4 || first == de && next - end == 1
    }
    return first == apostrophe && next - end <= 2
  }

  private func before(_ mention: Int, _ end: Int, _ hit: Range<Int>) -> Relation {
    let (_, hasComma) = between(end, hit.lowerBound)
    var label = Relation.subject
    if PrepositionFinder.isPossessive(end, article, tokens, mentions), hit.lowerBound - end < 8 {
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
      if owners[index] { continue }
      count += 1
      if count == 2 { break }
    }
    return count
  }

  private func after(_ hit: Range<Int>, _ start: Int, _ own: Int) -> Relation {
    let stop = max(hit.upperBound, min(start, own))
    let (verbs, hasComma) = between(hit.upperBound, stop)
    var label = Relation.object
    for index in hit.upperBound..<stop {
      if let preposition = Relation.label(of: article.tokens[index].word), !isCovered(index) {
        label = preposition
      }
    }
    if hasComma, article.language.isChinese, label == Relation.object { label = Relation.none }
    return Relation(label: label, isAfter: true, verbs: verbs, hasComma: hasComma)
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

  private static let breaks = WordSet(words: ", ; : — – ( )")
  private static let de = atom("的")
  private static let qi = atom("旗")
  private static let apostrophe = atom("'")
}
