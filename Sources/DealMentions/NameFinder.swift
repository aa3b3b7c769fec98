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

  /// The names of organisations, ascending, without overlaps.
  package func names(in article: ArticleText) -> [FoundName] {
    let classes = TokenClasses(article, lexicon: lexicon)
    let features = NameFeatures(
      article, classes: classes, memory: NameMemory(article), vocabulary: lexicon.vocabulary)
    let model = own ?? (article.language.isChinese ? .namesChinese : .namesEnglish)
    let tagger = NameTagger(model: model, leaning: Self.leaning)
    var names: [FoundName] = []
    for sentence in article.sentences {
      for name in tagger.names(of: sentence.tokens, features) {
        if let trimmed = trimmed(name.tokens, article), !isProduct(trimmed, article),
          !isIndex(trimmed, article)
        {
          names.append(FoundName(tokens: trimmed, lead: name.lead))
        }
      }
    }
    return remembered(withLegalForms(withOwn(names, article), article), article)
  }

  /// Adds the places where a party of the user's own tables stands untagged.
  private func withOwn(_ names: [FoundName], _ article: ArticleText) -> [FoundName] {
    guard lexicon.parties.hasOwn else { return names }
    var result = names
    for sentence in article.sentences {
      let limit = sentence.tokens.upperBound
      for index in sentence.tokens {
        guard let (end, party) = lexicon.parties.match(article, at: index, limit: limit),
          lexicon.parties.isOwn(party),
          !result.contains(where: { $0.tokens.overlaps(index..<end) })
        else { continue }
        result.append(FoundName(tokens: index..<end, lead: Self.ownLead))
      }
    }
    return result.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }

  /// The lead of a name that the user has given.
  private static let ownLead: Int16 = 1000

  /// Joins a legal form that a comma cut off to its name, and drops those that stand alone.
  private func withLegalForms(_ names: [FoundName], _ article: ArticleText) -> [FoundName] {
    var result: [FoundName] = []
    for name in names {
      guard isLegalForm(name.tokens, article) else {
        result.append(name)
        continue
      }
      if let last = result.last, name.tokens.lowerBound - last.tokens.upperBound <= 1 {
        result[result.count - 1].tokens = last.tokens.lowerBound..<name.tokens.upperBound
      }
    }
    return result
  }

  private func isLegalForm(_ range: Range<Int>, _ article: ArticleText) -> Bool {
    guard !article.language.isChinese,
      let (end, kind) = lexicon.words.match(
        article.tokens, at: range.lowerBound, limit: range.upperBound)
    else { return false }
    return kind == .legal && end == range.upperBound
  }

  /// A name without the place it is at home in: "Corvus Energy of Norway", not "Bank of Ireland".
  private func withoutHome(_ range: Range<Int>, _ article: ArticleText) -> Range<Int> {
    guard let of = range.dropFirst().last(where: { article.tokens[$0].word == Self.of }),
      !Self.headsWithPlace.contains(article.tokens[of - 1].word)
    else { return range }
    var index = of + 1
    while index < range.upperBound {
      guard
        let (end, kind) = lexicon.words.match(article.tokens, at: index, limit: range.upperBound),
        kind == .place
      else { return range }
      index = end
    }
    return range.lowerBound..<of
  }

  private static let of = atom("of")
  private static let headsWithPlace = WordSet(
    [
      "bank", "university", "government", "ministry", "republic", "kingdom", "state", "city",
      "port", "institute", "college", "council", "authority", "exchange", "commission",
      "association", "board", "federation", "chamber", "department", "province", "development",
      "corporation", "academy", "museum", "county", "emirate", "union", "court", "society", "club",
      "company", "trust", "league", "town", "house", "school", "treasury",
      "states",
    ].map { foldedHash($0.utf8) })

  /// Whether a name is a well-known product, index or month, which is no party.
  private func isProduct(_ range: Range<Int>, _ article: ArticleText) -> Bool {
    guard
      let (end, kind) = lexicon.words.match(
        article.tokens, at: range.lowerBound, limit: range.upperBound)
    else { return false }
    return end == range.upperBound && (kind == .product || kind == .calendar)
  }

  /// Whether a name only begins that of an index: 纳斯达克综合指数, "the Nasdaq Composite".
  private func isIndex(_ range: Range<Int>, _ article: ArticleText) -> Bool {
    Self.indexWords.match(
      article.tokens, at: range.upperBound,
      limit: min(article.tokens.count, range.upperBound + 4)) != nil
  }

  private static let indexWords: PhraseMatcher<Bool> = {
    var matcher = PhraseMatcher<Bool>()
    for word in ["指数", "综合指数", "综指", "成指", "期指", "composite", "index", "futures"] {
      matcher.insert(phraseTokens(word), true)
    }
    return matcher
  }()

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
    if let first = range.first, range.count > 2, article.tokens[first].shape == .initial,
      article.tokens[first + 1].word == Self.of
    {
      // "Series B of Acme"
      range = first + 2..<range.upperBound
    }
    range = withoutHome(behindDash(range, article), article)
    guard let first = range.first else { return nil }
    if range.count == 1, article.tokens[first].kind == .number { return nil }
    if range.count == 1, article.tokens[first].kind == .han { return nil }
    return range
  }

  /// A name without what a dash or slash with a space beside it sets off: "TALLINN - Mubadala".
  private func behindDash(_ range: Range<Int>, _ article: ArticleText) -> Range<Int> {
    guard !article.language.isChinese,
      let dash = range.dropLast().last(where: {
        Self.dashes.contains(article.tokens[$0].word)
          && (article.tokens[$0].spaceBefore || article.tokens[$0 + 1].spaceBefore)
      })
    else { return range }
    return dash + 1..<range.upperBound
  }

  private static let dashes = WordSet(["-", "–", "—", "/"].map { foldedHash($0.utf8) })

  /// Small words that stand inside names and never at their end.
  private static let openEnds = WordSet(
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
  private func remembered(_ names: [FoundName], _ article: ArticleText) -> [FoundName] {
    var memory = PhraseMatcher<Int>()
    for name in names where isMemorable(name.tokens, article) {
      memory.insert(article.tokens[name.tokens], name.tokens.count)
    }
    var result: [FoundName] = []
    var tagged = names[...]
    for sentence in article.sentences {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        while let next = tagged.first, next.tokens.upperBound <= index { tagged.removeFirst() }
        if let next = tagged.first, next.tokens.lowerBound == index {
          result.append(next)
          index = next.tokens.upperBound
          continue
        }
        let limit = min(sentence.tokens.upperBound, tagged.first?.tokens.lowerBound ?? .max)
        if let (end, _) = memory.match(article.tokens, at: index, limit: limit),
          article.tokens[index].kind != .word || article.tokens[index].hasCapital
        {
          result.append(FoundName(tokens: index..<end))
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
