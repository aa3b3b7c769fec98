import DealLexicon
import DealText

/// Tells which parties an anaphor may stand for, the likeliest first.
///
/// Candidates are the parties named before it, weighed by nearness, by standing first in their
/// sentence, by how much the article speaks of them, and by the nouns it calls them.
struct Resolver {
  private let article: ArticleText
  private var mentions: [Mention]
  private let entities: [Entity]
  private let lexicon: Lexicon
  /// The order of entities by how much the article is about them.
  private(set) var topic: [Int] = []
  private var nouns: [Set<UInt64>] = []
  /// The entities that each noun stands beside, ascending.
  private var called = WordTable<[Int]>()
  /// The beginnings of the words that stand near each entity's names.
  private var company: [Set<UInt64>] = []
  /// The terms that brackets define: `Kestrel Limited ("the Company")`.
  private var definitions: [(term: [UInt64], entity: Int)] = []
  /// Where the first mention of each sentence starts.
  private var firstPlaces: [Int: Int] = [:]

  init(_ article: ArticleText, _ mentions: [Mention], _ entities: [Entity], _ lexicon: Lexicon) {
    self.article = article
    self.mentions = mentions
    self.entities = entities
    self.lexicon = lexicon
    nouns = entities.map { _ in [] }
    company = nouns
    for mention in mentions where firstPlaces[mention.sentence] == nil {
      firstPlaces[mention.sentence] = mention.tokens.lowerBound
    }
    collectNouns()
    collectCompany()
    for entity in entities.indices {
      for noun in nouns[entity] { called[noun, default: []].append(entity) }
    }
    collectDefinitions()
    let weights = entities.indices.map(weight)
    topic = entities.indices.sorted { (-weights[$0], $0) < (-weights[$1], $1) }
  }

  /// The mentions with the candidates of each anaphor; those without any are left out.
  mutating func resolved() -> [Mention] {
    for index in mentions.indices where mentions[index].kind != .name {
      mentions[index].entities = candidates(of: index)
    }
    return mentions.filter { !$0.entities.isEmpty }
  }

  private func weight(_ entity: Int) -> Int {
    var weight = 0
    for index in entities[entity].mentions {
      weight += mentions[index].sentence == 0 ? 3 : 2
      if isFirst(mentions[index]) { weight += 1 }
    }
    if let first = entities[entity].mentions.first {
      weight += max(0, 3 - mentions[first].sentence)
    }
    return weight
  }

  /// The nouns that stand beside an entity's names: "chipmaker Nvidia", "Nvidia, the chipmaker".
  private mutating func collectNouns() {
    for mention in mentions where mention.kind == .name {
      let limit = article.sentences[mention.sentence].tokens
      let around = [
        max(limit.lowerBound, mention.tokens.lowerBound - 3)..<mention.tokens.lowerBound,
        mention.tokens.upperBound..<min(limit.upperBound, mention.tokens.upperBound + 8),
      ]
      for range in around {
        for index in range {
          guard
            let (end, kind) = lexicon.words.match(
              article.tokens, at: index, limit: range.upperBound), kind == .description
          else { continue }
          nouns[mention.entities[0]].insert(article.tokens[end - 1].word)
        }
      }
    }
  }

  /// The words around names, and the last word of the names themselves.
  private mutating func collectCompany() {
    guard !article.language.isChinese else { return }
    for mention in mentions where mention.kind == .name {
      let entity = mention.entities[0]
      nouns[entity].insert(article.tokens[mention.tokens.upperBound - 1].word)
      let limit = article.sentences[mention.sentence].tokens
      let around =
        max(
          limit.lowerBound, mention.tokens.lowerBound - 5)..<min(
          limit.upperBound, mention.tokens.upperBound + 12)
      for index in around where article.tokens[index].kind == .word {
        if let start = beginning(index) { company[entity].insert(start) }
      }
    }
  }

  /// The hash of a word's first four letters; nil for short words.
  private func beginning(_ index: Int) -> UInt64? {
    let bytes = article.normal.bytes[article.tokens[index].range]
    return bytes.count >= 4 ? foldedHash(bytes.prefix(4)) : nil
  }

  /// How many words of a description also stand near an entity's names.
  private func sharedWords(_ mention: Mention, _ entity: Int) -> Int {
    guard !article.language.isChinese else { return 0 }
    let end = min(
      article.sentences[mention.sentence].tokens.upperBound, mention.tokens.upperBound + 4)
    let isOpen =
      mention.tokens.upperBound < end && article.tokens[mention.tokens.upperBound].word == Self.of
    let words =
      Array(mention.tokens.dropFirst().dropLast())
      + (isOpen ? Array(mention.tokens.upperBound..<end) : [])
    return words.count { beginning($0).map { company[entity].contains($0) } ?? false }
  }

  private mutating func collectDefinitions() {
    for mention in mentions where mention.kind == .name {
      var index = mention.tokens.upperBound
      guard index < article.tokens.count, article.tokens[index].word == Self.opening else {
        continue
      }
      let end = min(article.tokens.count, index + 24)
      var start: Int?
      while index < end, article.tokens[index].word != Self.closing {
        if Self.quotes.contains(article.tokens[index].word) {
          if let first = start {
            let term = article.tokens[first..<index].map(\.word).filter { $0 != Self.the }
            if !term.isEmpty { definitions.append((term, mention.entities[0])) }
            start = nil
          } else {
            start = index + 1
          }
        }
        index += 1
      }
    }
  }

  /// The entity that a term was defined to mean.
  private func defined(_ mention: Mention) -> Int? {
    let words = article.tokens[mention.tokens].map(\.word)
    return definitions.last { definition in
      words.suffix(definition.term.count).elementsEqual(definition.term)
        && (article.language.isChinese || article.tokens[mention.tokens.upperBound - 1].hasCapital)
    }?.entity
  }

  private func candidates(of index: Int) -> [Int] {
    let mention = mentions[index]
    if let entity = defined(mention) { return [entity] }
    switch mention.kind {
    case .ordinal: return ordinal(index)
    case .pair: return pair(index)
    case .speaker: return speaker(index)
    default: return relative(index) ?? ranked(index)
    }
  }

  /// The parties named before a mention, nearest first, within `sentences` sentences.
  private func named(before index: Int, within sentences: Int) -> [Int] {
    var found: [Int] = []
    var position = index - 1
    while position >= 0, mentions[position].sentence >= mentions[index].sentence - sentences {
      if mentions[position].kind == .name, !found.contains(mentions[position].entities[0]) {
        found.append(mentions[position].entities[0])
      }
      position -= 1
    }
    return found
  }

  /// The party of "which" and "whose": the one named last before it in the sentence.
  private func relative(_ index: Int) -> [Int]? {
    guard Self.relatives.contains(article.tokens[mentions[index].tokens.lowerBound].word),
      let last = named(before: index, within: 0).first
    else { return nil }
    return [last]
  }

  private func ordinal(_ index: Int) -> [Int] {
    let recent = named(before: index, within: 1)
    let last = article.tokens[mentions[index].tokens.upperBound - 1].word
    let first = article.tokens[mentions[index].tokens.lowerBound].word
    let isLatter = last == Self.latter || first == Self.hou
    if isLatter { return Array(recent.prefix(2)) }
    let sameSentence = named(before: index, within: 0)
    let pool = sameSentence.count > 1 ? sameSentence : recent
    return pool.count > 1 ? [pool[1], pool[0]] : pool
  }

  private func pair(_ index: Int) -> [Int] {
    let near = named(before: index, within: 1)
    let pool = near.count >= 2 ? near : named(before: index, within: 4)
    let rest = pool + topic.filter { !pool.contains($0) }
    return Array(rest.prefix(2))
  }

  private func speaker(_ index: Int) -> [Int] {
    var found = Array(topic.prefix(2))
    if let near = named(before: index, within: 2).last, !found.contains(near) {
      found.append(near)
    }
    return found
  }

  private func ranked(_ index: Int) -> [Int] {
    let mention = mentions[index]
    var scores: [(entity: Int, score: Int)] = []
    var seen: Set<Int> = []
    var position = index - 1
    let noun = article.tokens[mention.tokens.upperBound - 1].word
    while position >= 0, mention.sentence - mentions[position].sentence <= 4 {
      defer { position -= 1 }
      let other = mentions[position]
      guard other.kind == .name || other.kind == .pronoun && !other.entities.isEmpty,
        let entity = other.entities.first, seen.insert(entity).inserted
      else { continue }
      var score = -4 * (mention.sentence - other.sentence)
      if isFirst(other) { score += 3 }
      if topic.first == entity { score += 2 }
      if mention.kind == .description {
        if nouns[entity].contains(noun) { score += 8 }
        score += 4 * min(2, sharedWords(mention, entity))
        if mention.sentence == other.sentence { score -= 2 }
      } else if article.language.isChinese, mention.sentence == other.sentence {
        score += isFirst(other) ? 1 : 0
      }
      scores.append((entity, score))
    }
    if let main = topic.first, !seen.contains(main) { scores.append((main, -18)) }
    if mention.kind == .description {
      for entity in called[noun] ?? [] where !scores.contains(where: { $0.entity == entity }) {
        scores.append((entity, -12))
      }
    }
    return scores.enumerated()
      .sorted { (-$0.element.score, $0.offset) < (-$1.element.score, $1.offset) }
      .prefix(3).map(\.element.entity)
  }

  /// Whether no other party stands before a mention in its sentence.
  private func isFirst(_ mention: Mention) -> Bool {
    firstPlaces[mention.sentence] == mention.tokens.lowerBound
  }

  private static let relatives: Set<UInt64> = [atom("which"), atom("whose"), atom("who")]
  private static let of = atom("of")
  private static let the = atom("the")
  private static let opening = atom("(")
  private static let closing = atom(")")
  private static let quotes = WordSet(
    ["\"", "“", "”", "「", "」", "『", "』"].map { foldedHash($0.utf8) })
  private static let latter = atom("latter")
  private static let hou = atom("后")
}
