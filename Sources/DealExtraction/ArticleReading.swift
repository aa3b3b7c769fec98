package import DealLexicon
package import DealMentions
package import DealModel
import DealTables
package import DealText

/// An article with everything that was found in its sentences.
package final class ArticleReading {
  package let article: ArticleText
  package let mentions: Mentions
  package let quantities: [Quantity]
  package let date: PartialDate?
  package let sentences: [SentenceReading]
  /// For each entity, the atom of what sort of party it is.
  package let types: [UInt64]
  /// For each entity, its place in the order of how much the article is about it.
  let topicRanks: [Int]
  /// For each entity, what its names look like.
  let partySigns: [[Int16]]
  /// For each entity, the numbers of the sentences that name it, ascending.
  let namedIn: [[Int]]
  /// How often each value of a quantity stands in the article.
  private(set) lazy var valueCounts: [Quantity.Value: Int] = quantities.reduce(into: [:]) {
    $0[$1.value, default: 0] += 1
  }

  init(
    article: ArticleText, mentions: Mentions, quantities: [Quantity], date: PartialDate?,
    sentences: [SentenceReading], types: [UInt64], partySigns: [[Int16]]
  ) {
    self.article = article
    self.mentions = mentions
    self.quantities = quantities
    self.date = date
    self.sentences = sentences
    self.types = types
    self.partySigns = partySigns
    var topicRanks = [Int](repeating: .max, count: mentions.entities.count)
    for (rank, entity) in mentions.topic.enumerated().reversed() { topicRanks[entity] = rank }
    self.topicRanks = topicRanks
    var namedIn = [[Int]](repeating: [], count: mentions.entities.count)
    for mention in mentions.parties where mention.kind == .name {
      for entity in mention.entities where namedIn[entity].last != mention.sentence {
        namedIn[entity].append(mention.sentence)
      }
    }
    self.namedIn = namedIn
  }
}

extension ArticleReading {
  /// The number of sentences that name both of two entities.
  func togetherCount(_ one: Int, _ other: Int) -> Int {
    let (first, second) = (namedIn[one], namedIn[other])
    var (count, a, b) = (0, 0, 0)
    while a < first.count, b < second.count {
      if first[a] == second[b] { count += 1 }
      (a, b) = (first[a] <= second[b] ? a + 1 : a, first[a] >= second[b] ? b + 1 : b)
    }
    return count
  }

  /// The sorts of cues, in the order of their numbers.
  private static let cues = [
    "ADVISE", "AGREED", "BACKING", "COMPUTE", "CONTROL", "DEBT", "DENY", "DONE", "ENDED", "ENERGY",
    "EQUITY", "GOODS", "HYPO", "LICENCE", "PLAN", "PROPERTY", "REVENUE", "RIVAL", "SUBSIDY",
    "TALKS",
    "VALUE", "WARRANT",
  ]
  private static let cueNumbers = WordTable(
    cues.enumerated().map { (foldedHash("\($0.element)?".utf8), $0.offset) })

  /// The number of a sort of cue, from its atom.
  func cueNumber(_ atom: UInt64) -> Int { Self.cueNumbers[atom] ?? .max }
}

/// Reads articles into mentions, triggers, cues and quantities.
package struct ArticleReader: Sendable {
  package let lexicon: Lexicon
  private let mentionFinder: MentionFinder
  private let quantityFinder = QuantityFinder()
  private let sectors = Sectors(.sectors)
  private let englishRoles = FrameRoles(.frames, language: "en")
  private let chineseRoles = FrameRoles(.frames, language: "zh")

  package init(lexicon: Lexicon, mentionFinder: MentionFinder? = nil) {
    self.lexicon = lexicon
    self.mentionFinder = mentionFinder ?? MentionFinder(lexicon: lexicon)
  }

  private func finder(isChinese: Bool) -> TriggerFinder {
    TriggerFinder(isChinese ? lexicon.chinese : lexicon.english, isChinese: isChinese)
  }

  /// The names of frames and cues in a language.
  package func frames(isChinese: Bool) -> [String] {
    finder(isChinese: isChinese).triggers.frames
  }

  /// Reads an article; `names` are found when they are not given.
  package func read(_ article: ArticleText, names: [FoundName]? = nil) -> ArticleReading {
    let mentions =
      names.map { mentionFinder.mentions(in: article, named: $0) }
      ?? mentionFinder.mentions(in: article)
    let (date, quantities) = quantityFinder.findings(in: article)
    var isName = [Bool](repeating: false, count: article.tokens.count)
    for mention in mentions.parties where mention.kind == .name {
      for index in mention.tokens { isName[index] = true }
    }
    for quantity in quantities where quantity.isSum {
      for index in quantity.tokens { isName[index] = true }
    }
    return ArticleReading(
      article: article, mentions: mentions, quantities: quantities,
      date: date,
      sentences: sentences(article, mentions, quantities, isName),
      types: mentions.entities.map { type(of: $0) },
      partySigns: PartySigns(article, mentions, lexicon).all)
  }

  private func sentences(
    _ article: ArticleText, _ mentions: Mentions, _ quantities: [Quantity], _ isName: [Bool]
  ) -> [SentenceReading] {
    let finder = finder(isChinese: article.language.isChinese)
    var rest = mentions.parties[...]
    var restOfQuantities = quantities[...]
    var earlier: [[Mention]] = []
    var readings: [SentenceReading] = []
    for (number, sentence) in article.sentences.enumerated() {
      let own = Array(rest.prefix { $0.sentence == number })
      rest = rest.dropFirst(own.count)
      let sums = restOfQuantities.prefix { $0.tokens.lowerBound < sentence.tokens.upperBound }
      restOfQuantities = restOfQuantities.dropFirst(sums.count)
      let all = own + context(number, own, earlier, mentions)
      earlier.append(own)
      readings.append(
        SentenceReading(
          article: article, number: number, tokens: sentence.tokens, mentions: all,
          groups: groups(all, article),
          triggers: finder.hits(in: article, sentence.tokens, isName: isName),
          cues: cues(finder.triggers, article, sentence.tokens), quantities: Array(sums),
          roles: article.language.isChinese ? chineseRoles : englishRoles))
    }
    return readings
  }

  /// The parties that the context lends a sentence: those named last before it and the topic.
  private func context(
    _ number: Int, _ own: [Mention], _ earlier: [[Mention]], _ mentions: Mentions
  ) -> [Mention] {
    var lent: [Mention] = []
    func lend(_ mention: Mention) {
      guard let entity = mention.entities.first, lent.count < 6,
        !own.contains(where: { $0.kind == .name && $0.entities.contains(entity) }),
        !lent.contains(where: { $0.entities[0] == entity })
      else { return }
      lent.append(
        Mention(
          tokens: mention.tokens, kind: .context, sentence: mention.sentence,
          entities: [entity]))
    }
    for back in 1...3 where number - back >= 1 {
      let before = earlier[number - back].lazy.filter { $0.kind == .name }
      guard let last = before.last(where: { _ in true }) else { continue }
      for mention in before.prefix(2) { lend(mention) }
      lend(last)
      break
    }
    if let topic = mentions.topic.first,
      let place = mentions.entities[topic].mentions.first
    {
      lend(mentions.parties[place])
    }
    return lent
  }

  /// For each mention, the first and last of the list it stands in.
  private func groups(_ mentions: [Mention], _ article: ArticleText) -> [(first: Int, last: Int)] {
    var groups = mentions.indices.map { (first: $0, last: $0) }
    var start = 0
    for index in mentions.indices {
      let joins =
        index > 0 && mentions[index].kind == .name && mentions[index - 1].kind == .name
        && (isList(
          mentions[index - 1].tokens.upperBound, mentions[index].tokens.lowerBound, article)
          || isOwner(
            mentions[index - 1].tokens.upperBound, mentions[index].tokens.lowerBound, article))
      if !joins { start = index }
      groups[index].first = start
      for member in start...index { groups[member].last = index }
    }
    return groups
  }

  /// Whether only commas and conjunctions stand between two names.
  private func isList(_ start: Int, _ end: Int, _ article: ArticleText) -> Bool {
    guard start < end, end - start <= 5 else { return false }
    return article.tokens[start..<end].allSatisfy { Self.joints.contains($0.word) }
  }

  /// Whether only a possessive ending stands between two names.
  private func isOwner(_ start: Int, _ end: Int, _ article: ArticleText) -> Bool {
    guard start < end, end - start <= 2, !article.language.isChinese else { return false }
    return article.tokens[start].word == Self.apostrophe
  }

  private func cues(
    _ triggers: Triggers, _ article: ArticleText, _ sentence: Range<Int>
  ) -> [(token: Int, atom: UInt64)] {
    var found: [(Int, UInt64)] = []
    var index = sentence.lowerBound
    while index < sentence.upperBound {
      if let (end, senses) = triggers.cue(
        article.tokens, at: index, limit: sentence.upperBound)
      {
        for sense in senses { found.append((index, triggers.atoms[Int(sense.frame)])) }
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func type(of entity: Entity) -> UInt64 {
    if let known = entity.known {
      return sectors.atom(known: lexicon.parties.entries[known].sector)
    }
    return sectors.atom(of: entity.forms.max { $0.utf8.count < $1.utf8.count } ?? "")
  }

  private static let apostrophe = atom("'")
  private static let joints = WordSet(
    [
      ",", "and", "&", "the", "as", "well", "along", "with", "、", "和", "与", "及", "以", "或", "or",
      "a",
      "·",
    ].map { foldedHash($0.utf8) })
}
