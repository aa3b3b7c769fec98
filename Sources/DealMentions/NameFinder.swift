package import DealLexicon
package import DealText

/// Finds the names of organisations in an article: tagged by the model, then carried through the
/// article by memory.
package struct NameFinder: Sendable {
  private let own: LinearModel?
  private let lexicon: Lexicon

  /// Makes a finder with the given model, or with the embedded ones.
  package init(lexicon: Lexicon, model: LinearModel? = nil) {
    self.lexicon = lexicon
    own = model
  }

  /// See ``NameTagger/leaning``; chosen by cross-validation.
  package static let leaning: Int32 = 150

  /// The ranges of tokens that name organisations, ascending, without overlaps.
  package func names(in article: ArticleText) -> [Range<Int>] {
    let classes = TokenClasses(article, lexicon: lexicon)
    let features = NameFeatures(
      article, classes: classes, memory: NameMemory(article), vocabulary: lexicon.vocabulary)
    let model = own ?? (article.language.isChinese ? .namesChinese : .namesEnglish)
    let tagger = NameTagger(model: model, leaning: Self.leaning)
    var ranges: [Range<Int>] = []
    for sentence in article.sentences {
      let tags = tagger.tags(of: sentence.tokens, features)
      for range in nameRanges(tags, from: sentence.tokens.lowerBound) {
        if let trimmed = trimmed(range, article), !isProduct(trimmed, article) {
          ranges.append(trimmed)
        }
      }
    }
    return remembered(ranges, article)
  }

  /// Whether a name is a well-known product, index or month, which is no party.
  private func isProduct(_ range: Range<Int>, _ article: ArticleText) -> Bool {
    guard
      let (end, kind) = lexicon.words.match(
        article.tokens, at: range.lowerBound, limit: range.upperBound)
    else { return false }
    return end == range.upperBound && (kind == .product || kind == .calendar)
  }

  /// A name without marks at its ends; nil when nothing that names is left.
  private func trimmed(_ range: Range<Int>, _ article: ArticleText) -> Range<Int>? {
    var range = range
    while let last = range.last, article.tokens[last].kind == .mark,
      !Self.closesName(last, range, article)
    { range = range.lowerBound..<last }
    while let first = range.first, article.tokens[first].kind == .mark {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, Self.openEnds.contains(article.tokens[last].word) {
      range = range.lowerBound..<last
    }
    guard let first = range.first else { return nil }
    if range.count == 1, article.tokens[first].kind == .number { return nil }
    if range.count == 1, article.tokens[first].kind == .han { return nil }
    return range
  }

  /// Small words that stand inside names and never at their end.
  private static let openEnds: Set<UInt64> = Set(
    ["of", "the", "and", "for", "to", "in", "on", "de", "&", "by", "with", "from", "at"].map {
      foldedHash($0.utf8)
    })

  private static func closesName(
    _ last: Int, _ range: Range<Int>, _ article: ArticleText
  ) -> Bool {
    let mark = article.normal.bytes[Int(article.tokens[last].start)]
    if mark == 0x29 {
      return article.tokens[range].contains { article.normal.bytes[Int($0.start)] == 0x28 }
    }
    return mark == 0x21 || mark == 0x2B
  }

  /// Adds the places where a name that was found once stands untagged.
  private func remembered(_ ranges: [Range<Int>], _ article: ArticleText) -> [Range<Int>] {
    var memory = PhraseMatcher<Int>()
    var counts: [UInt64: Int] = [:]
    for range in ranges {
      let phrase = article.tokens[range]
      guard isMemorable(range, article) else { continue }
      memory.insert(phrase, range.count)
      counts[phrase.reduce(1) { mixed($0, $1.word) }, default: 0] += 1
    }
    var result: [Range<Int>] = []
    var tagged = ranges[...]
    for sentence in article.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while let next = tagged.first, next.upperBound <= index { tagged.removeFirst() }
        if let next = tagged.first, next.lowerBound == index {
          result.append(next)
          index = next.upperBound
          continue
        }
        let limit = min(sentence.tokens.upperBound, tagged.first?.lowerBound ?? .max)
        if let (end, _) = memory.match(article.tokens, at: index, limit: limit),
          article.tokens[index].kind != .word || article.tokens[index].hasCapital
        {
          result.append(index..<end)
          index = end
        } else {
          index += 1
        }
      }
    }
    return result
  }

  /// Whether a name is long enough to be looked for everywhere.
  private func isMemorable(_ range: Range<Int>, _ article: ArticleText) -> Bool {
    let bytes = article.bytes(of: range).count
    return article.language.isChinese ? bytes >= 4 : bytes >= 3
  }
}
