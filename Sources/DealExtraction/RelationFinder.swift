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
  /// For each mention, the one whose place in the clause it takes.
  private let parallels: [Int]

  init(
    article: ArticleText, tokens: Range<Int>, mentions: [Mention],
    groups: [(first: Int, last: Int)], triggers: [TriggerHit], quantities: [Quantity]
  ) {
    self.article = article
    self.tokens = tokens
    self.mentions = mentions
    self.groups = groups
    self.triggers = triggers
    owners = mentions.indices.map { Self.ownsNext($0, mentions, article) }
    let finder = PrepositionFinder(
      article: article, tokens: tokens, mentions: mentions, triggers: triggers,
      dates: quantities.filter(\.isDate).map(\.tokens))
    parallels = Self.parallels(mentions, quantities, article)
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

  /// The relation of each mention to each trigger, how well it fits its roles, payer before payee, and the
  /// place from which the trigger's clause is read on, -1 where that is the mention's own.
  func relations(
    _ roles: FrameRoles
  ) -> (relations: [Relation], fits: [UInt8], openings: [Int32]) {
    var relations: [Relation] = []
    var fits: [UInt8] = []
    var openings: [Int32] = []
    openings.reserveCapacity(mentions.count * triggers.count)
    relations.reserveCapacity(mentions.count * triggers.count)
    fits.reserveCapacity(mentions.count * triggers.count * 2)
    for mention in mentions.indices {
      for trigger in triggers.indices {
        let relation = relation(mention, triggers[trigger])
        relations.append(relation)
        let fit = roles.fits(relation, triggers[trigger])
        fits.append(fit.payer.rawValue)
        fits.append(fit.payee.rawValue)
        openings.append(opening(mention, relation, triggers[trigger].tokens))
      }
    }
    return (relations, fits, openings)
  }

  /// Where the clause of a trigger opens whose subject is a mention of an earlier clause: in "Acme, which is
  /// based in Leeds, raised money from Bolt and ordered ships" before "raised" and "ordered". Read from
  /// there, the clause is like one that opens with its subject. -1 where no clause lies between.
  private func opening(_ mention: Int, _ relation: Relation, _ hit: Range<Int>) -> Int32 {
    guard relation.isSubjectBefore, relation.isNear else { return -1 }
    let end = mentions[groups[mention].last].tokens.upperBound
    guard end < hit.lowerBound else { return -1 }
    let edge = (end..<hit.lowerBound).last {
      PrepositionFinder.clauseEdges.contains(article.tokens[$0].word)
    }
    return edge.map { Int32($0) } ?? -1
  }

  private func relation(_ own: Int, _ hit: TriggerHit) -> Relation {
    let mention = parallels[own]
    let place = mentions[mention].tokens
    if mentions[mention].kind == .context { return .elsewhere }
    if owners[mention] {
      return Relation(
        label: Relation.owner, isAfter: place.lowerBound >= hit.tokens.upperBound, verbs: 0,
        hasComma: false)
    }
    let group = groups[mention]
    let start = mentions[group.first].tokens.lowerBound
    let end = mentions[group.last].tokens.upperBound
    return end <= hit.tokens.lowerBound
      ? before(mention, end, hit)
      : place.lowerBound >= hit.tokens.upperBound
        ? after(hit.tokens, mention, start)
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

  private func before(_ mention: Int, _ end: Int, _ trigger: TriggerHit) -> Relation {
    let hit = trigger.tokens
    let (_, hasComma) = between(end, hit.lowerBound)
    var label = Relation.subject
    if PrepositionFinder.isPossessive(end, article, tokens, mentions), hit.lowerBound - end < 8 {
      label = Relation.possessive
    } else if trigger.voice == .gerund, end == hit.lowerBound,
      prepositions[mention] == Relation.with
    {
      // "with Acme and Bolt taking part": the subject of an absolute clause.
      label = Relation.subject
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

  private func after(_ hit: Range<Int>, _ mention: Int, _ start: Int) -> Relation {
    let stop = max(hit.upperBound, min(start, mentions[mention].tokens.lowerBound))
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
    let group = groups[mention]
    let start = mentions[group.first].tokens.lowerBound
    let end = mentions[group.last].tokens.upperBound
    guard prepositions[mention] < 0, end < tokens.upperBound, place < start,
      article.tokens[place..<start].contains(where: {
        PrepositionFinder.clauseEdges.contains($0.word)
      })
    else { return false }
    return Self.auxiliaries.contains(article.tokens[end].word)
      || triggers.contains { $0.tokens.lowerBound == end && $0.voice == .active }
  }

  /// For each mention, the one whose place in the clause it takes: in "Acme put in $40m, Bolt 15m" Bolt
  /// stands to the verb as Acme does (gapping); else itself.
  private static func parallels(
    _ mentions: [Mention], _ quantities: [Quantity], _ article: ArticleText
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

  private static let separators = WordSet(words: ", ; and 、 和 及 与")
  private static let auxiliaries = WordSet(
    words: "will would has have had is was are were can could may might must said says also then")
  private static let breaks = WordSet(words: ", ; : — – ( )")
  private static let de = atom("的")
  private static let qi = atom("旗")
  private static let apostrophe = atom("'")
}
