import DealLexicon
import DealMentions
import DealText

/// Finds the small words by which a mention hangs in its sentence.
struct PrepositionFinder {
  let article: ArticleText
  let tokens: Range<Int>
  let mentions: [Mention]
  let triggers: [TriggerHit]
  /// The tokens of the dates.
  let dates: [Range<Int>]

  /// Whether a possessive ending follows a mention that ends at `end`, or the mention is one.
  static func isPossessive(
    _ end: Int, _ article: ArticleText, _ tokens: Range<Int>, _ mentions: [Mention]
  ) -> Bool {
    guard end < tokens.upperBound else { return false }
    let next = article.tokens[end].word
    if article.language.isChinese { return next == de }
    guard next == apostrophe, end + 1 < tokens.upperBound else {
      return mentions.contains {
        $0.tokens.upperBound == end && $0.kind == .pronoun && $0.tokens.count == 1
          && possessives.contains(article.tokens[end - 1].word)
      }
    }
    return article.tokens[end + 1].word == s || !article.tokens[end + 1].spaceBefore
  }

  /// The preposition that governs the noun phrase which ends with the name at `start`.
  func preposition(before start: Int) -> Int? {
    // "In September Nvidia signed": the preposition has its noun.
    if !article.language.isChinese, dates.contains(where: { $0.upperBound == start }) { return nil }
    var index = start - 1
    let first = max(tokens.lowerBound, start - (article.language.isChinese ? 8 : 6))
    while index >= first {
      let token = article.tokens[index]
      if let label = Relation.label(of: token.word) {
        return isCovered(index) ? nil : label
      }
      if token.kind == .mark, !Self.quotes.contains(token.word) { return nil }
      if triggers.contains(where: { $0.tokens.contains(index) && $0.voice != .noun }) {
        return nil
      }
      if isCovered(index) { return nil }
      index -= 1
    }
    return nil
  }

  /// Whether the noun phrase which starts at `start`, and which no preposition governs, is the object
  /// of a verb before it in its clause.
  func isObject(_ start: Int) -> Bool {
    // 投资甲公司的乙公司: the head of a relative clause.
    if start > tokens.lowerBound, article.tokens[start - 1].word == Self.de { return false }
    var index = start - 1
    while index >= tokens.lowerBound, !Self.clauseEdges.contains(article.tokens[index].word) {
      if let hit = triggers.first(where: { $0.tokens.contains(index) }) {
        if hit.voice == .active || hit.voice == .gerund { return !hit.isLight }
        if hit.voice == .passive { return false }
      }
      if isCovered(index) { return false }
      index -= 1
    }
    return false
  }

  /// Whether a relative pronoun stands between the last comma and a place: what is named there is no
  /// subject of the main clause.
  func isInRelativeClause(_ start: Int) -> Bool {
    var index = start - 1
    while index >= tokens.lowerBound, article.tokens[index].word != Self.comma {
      if Self.relatives.contains(article.tokens[index].word) { return true }
      index -= 1
    }
    return false
  }

  /// Whether a token lies inside a mention.
  private func isCovered(_ index: Int) -> Bool {
    mentions.contains { $0.kind != .context && $0.tokens.contains(index) }
  }

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words: words)
  }
  private static let quotes = hashes("\" ' 《 》 “ ”")
  private static let possessives = hashes("its their our his her whose")
  private static let relatives = hashes("which who whose where")
  /// The words and marks between clauses.
  static let clauseEdges = hashes(
    ", ; : ( ) — – that which who whom whose where while after as because since if when although though before until whereas once unless and but or 并 且 但 而"
  )
  private static let comma = atom(",")
  private static let de = atom("的")
  private static let apostrophe = atom("'")
  private static let s = atom("s")
}
