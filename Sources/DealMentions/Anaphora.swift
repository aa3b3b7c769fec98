import DealLexicon
import DealText

/// Finds the words that stand for a party without naming it.
struct Anaphora {
  private let article: ArticleText
  private let lexicon: Lexicon
  /// The last words of the article's names: "the port" may be Port Tarbert or Subarnarekha Port.
  private let nameEnds: WordSet

  init(_ article: ArticleText, _ lexicon: Lexicon, names: [Range<Int>] = []) {
    self.article = article
    self.lexicon = lexicon
    nameEnds = WordSet(
      names.lazy.filter { $0.count > 1 && article.tokens[$0.upperBound - 1].kind == .word }
        .map { article.tokens[$0.upperBound - 1].word })
  }

  /// The anaphor that starts at a token: where it ends and how it refers.
  func match(at index: Int, limit: Int) -> (end: Int, kind: Mention.Kind)? {
    article.language.isChinese
      ? chinese(at: index, limit: limit) : english(at: index, limit: limit)
  }

  private func english(at index: Int, limit: Int) -> (end: Int, kind: Mention.Kind)? {
    let tokens = article.tokens
    guard tokens[index].kind == .word else { return nil }
    if let kind = Self.englishPronouns[tokens[index].word] { return (index + 1, kind) }
    guard Self.determiners.contains(tokens[index].word), index + 1 < limit else { return nil }
    if let kind = Self.englishOrdinals[tokens[index + 1].word] { return (index + 2, kind) }
    var position = index + 1
    let end = min(limit, index + 6)
    while position < end, tokens[position].kind == .word || tokens[position].kind == .number {
      if let (stop, kind) = lexicon.words.match(tokens, at: position, limit: limit),
        kind == .description, stop == limit || !isNoun(after: stop)
      {
        let isSpeaker = tokens[position].hasCapital && tokens[index].word == Self.the
        return (stop, isSpeaker ? .speaker : .description)
      }
      if position == index + 1, tokens[position].shape == .lower,
        nameEnds.contains(tokens[position].word)
      {
        return (position + 1, .description)
      }
      if tokens[position].hasCapital, position > index + 2 { break }
      if Self.stops.contains(tokens[position].word) { break }
      position += 1
    }
    return nil
  }

  /// Whether the noun goes on: "the company car", "the bank loan".
  private func isNoun(after index: Int) -> Bool {
    let tokens = article.tokens
    guard tokens[index].shape == .lower,
      let (_, kind) = lexicon.words.match(tokens, at: index, limit: tokens.count)
    else { return false }
    return kind == .description
  }

  private func chinese(at index: Int, limit: Int) -> (end: Int, kind: Mention.Kind)? {
    let tokens = article.tokens
    guard tokens[index].kind == .han else { return nil }
    for (phrase, kind) in Self.chinesePhrases[tokens[index].word] ?? []
    where index + phrase.count <= limit
      && zip(phrase, tokens[index...]).allSatisfy({ $0 == $1.word })
    {
      if phrase.count == 1, !standsAlone(index) { continue }
      if Self.bare.contains(phrase), !isBare(index) { continue }
      return (index + phrase.count, kind)
    }
    guard tokens[index].word == Self.zhe || tokens[index].word == Self.gai else { return nil }
    let end = min(limit, index + 12)
    var position = index + 1
    while position < end, tokens[position].kind != .mark {
      if let (stop, kind) = lexicon.words.match(tokens, at: position, limit: limit),
        kind == .description
      {
        return (stop, .description)
      }
      position += 1
    }
    return nil
  }

  /// Whether 其 is the pronoun and no part of 其中, 其他, 尤其.
  private func standsAlone(_ index: Int) -> Bool {
    let tokens = article.tokens
    let next = index + 1 < tokens.count ? tokens[index + 1].word : 0
    let before = index > 0 ? tokens[index - 1].word : 0
    return !Self.afterQi.contains(next) && !Self.beforeQi.contains(before)
  }

  /// Whether 公司 stands without a name before it.
  private func isBare(_ index: Int) -> Bool {
    guard index > 0, !tokens(before: index).isEmpty else { return true }
    let before = article.tokens[index - 1]
    return before.kind == .mark || Self.beforeBare.contains(before.word)
  }

  private func tokens(before index: Int) -> ArraySlice<Token> { article.tokens[..<index] }

  private static func hashes(_ words: String) -> WordSet {
    WordSet(words: words)
  }

  private static let the = atom("the")
  private static let determiners = hashes("the this that its these")
  private static let stops = hashes(
    "of in on for with and or to at by from is was has have will would that which who a an")
  private static let englishPronouns = WordTable<Mention.Kind>([
    (atom("it"), .pronoun), (atom("its"), .pronoun), (atom("itself"), .pronoun),
    (atom("they"), .pronoun), (atom("their"), .pronoun), (atom("them"), .pronoun),
    (atom("we"), .speaker), (atom("our"), .speaker), (atom("us"), .speaker), (atom("both"), .pair),
    (atom("he"), .pronoun), (atom("she"), .pronoun), (atom("who"), .pronoun),
    (atom("which"), .pronoun),
    (atom("whose"), .pronoun),
  ])
  private static let englishOrdinals = WordTable<Mention.Kind>([
    (atom("former"), .ordinal), (atom("latter"), .ordinal), (atom("two"), .pair),
    (atom("pair"), .pair),
    (atom("duo"), .pair),
  ])

  private static let zhe = atom("这")
  private static let gai = atom("该")
  private static let afterQi = hashes("中 他 它 余 实 次 间 后 时 一 二 三 四 五")
  private static let beforeQi = hashes("尤 极 及 与 何")
  private static let beforeBare = hashes("与 和 向 对 为 由 给 使 让 令 在 经 将 但 而 且 于 是 后 为 即 ,")
  private static let bare: Set<[UInt64]> = Set(["公司", "集团", "我们"].map(phrase))
  private static func phrase(_ text: String) -> [UInt64] { phraseTokens(text).map(\.word) }
  private static let chineseWords: [(String, Mention.Kind)] = [
    ("前者", .ordinal), ("后者", .ordinal), ("双方", .pair), ("两家公司", .pair), ("两者", .pair),
    ("两家", .pair), ("二者", .pair), ("两公司", .pair), ("该公司", .description),
    ("该集团", .description), ("该行", .description), ("该企业", .description),
    ("该基金", .description), ("对方", .description), ("目标公司", .description),
    ("标的公司", .description), ("上市公司", .speaker), ("本公司", .speaker),
    ("本集团", .speaker), ("我司", .speaker), ("我们", .speaker), ("发行人", .speaker),
    ("买方", .description), ("卖方", .description), ("借款人", .description),
    ("公司", .speaker), ("集团", .speaker), ("它", .pronoun), ("其", .pronoun),
    ("他们", .pronoun),
  ]
  /// The phrases by their first words, each list in the order of `chineseWords`.
  private static let chinesePhrases: WordTable<[([UInt64], Mention.Kind)]> = {
    var table = WordTable<[([UInt64], Mention.Kind)]>()
    for (text, kind) in chineseWords {
      let words = phrase(text)
      table[words[0], default: []].append((words, kind))
    }
    return table
  }()
}
