import DealLexicon
import DealMentions
import DealText

/// What sort of word stands where in a sentence, so that what lies between two places can be counted.
struct SentenceShape {
  /// The sorts of words that are counted.
  enum Mark: Int, CaseIterable {
    case comma, pause, bracket, quote, relative, that, subordinator, coordinator
    case be, have, modal, say, preposition, past, gerund, negation, possessive
    case verb, noun, name, anaphor, sum, number, word
  }

  private let tokens: Range<Int>
  /// For each place of the sentence, the number of tokens before it that bear each mark.
  private var sums: [Int16]
  private let article: ArticleText

  init(
    _ article: ArticleText, _ tokens: Range<Int>, mentions: [Mention], triggers: [TriggerHit],
    quantities: [Quantity]
  ) {
    self.article = article
    self.tokens = tokens
    sums = []
    guard !tokens.isEmpty else { return }
    var marks = Self.words(article, tokens)
    func write(_ mark: Mark?, _ index: Int) {
      if tokens.contains(index) { marks[index - tokens.lowerBound] = mark }
    }
    for hit in triggers {
      for index in hit.tokens { write(hit.voice == .noun ? .noun : .verb, index) }
    }
    for quantity in quantities where quantity.isSum {
      for index in quantity.tokens { write(nil, index) }
      write(.sum, quantity.tokens.lowerBound)
    }
    for mention in mentions where mention.kind != .context {
      for index in mention.tokens { write(nil, index) }
      write(mention.kind == .name ? .name : .anaphor, mention.tokens.lowerBound)
    }
    let width = Mark.allCases.count
    sums = [Int16](repeating: 0, count: (tokens.count + 1) * width)
    for (offset, mark) in marks.enumerated() {
      let row = offset * width
      for mark in row..<row + width { sums[mark + width] = sums[mark] }
      if let mark { sums[row + width + mark.rawValue] += 1 }
    }
  }

  /// The marks of tokens by themselves.
  private static func words(_ article: ArticleText, _ tokens: Range<Int>) -> [Mark?] {
    let isChinese = article.language.isChinese
    let words = isChinese ? chinese : english
    return tokens.map { index in
      let token = article.tokens[index]
      if let mark = words[token.word] { return mark }
      if token.kind == .number { return .number }
      return !isChinese && token.shape == .lower ? ending(of: token, article) : nil
    }
  }

  /// How many tokens from `low` up to `high` bear a mark.
  func number(of mark: Mark, from low: Int, to high: Int) -> Int16 {
    let (low, high) = (max(tokens.lowerBound, low), min(tokens.upperBound, high))
    guard low < high else { return 0 }
    let width = Mark.allCases.count
    return sums[(high - tokens.lowerBound) * width + mark.rawValue]
      - sums[(low - tokens.lowerBound) * width + mark.rawValue]
  }

  /// Appends how many tokens from `low` up to `high` bear each mark.
  func addNumbers(from low: Int, to high: Int, to signs: inout [Int16]) {
    let width = Mark.allCases.count
    let (low, high) = (max(tokens.lowerBound, low), min(tokens.upperBound, high))
    guard low < high else {
      for _ in 0..<width { signs.append(0) }
      return
    }
    let one = (low - tokens.lowerBound) * width
    let other = (high - tokens.lowerBound) * width
    for mark in 0..<width { signs.append(sums[other + mark] - sums[one + mark]) }
  }

  /// The sort of a token as a neighbour: a small word's own number, or that of its kind.
  func category(_ index: Int) -> Int16 {
    guard tokens.contains(index) else { return 1 }
    let token = article.tokens[index]
    if let own = Self.smallWords[token.word] { return own }
    switch token.kind {
    case .number: return 2
    case .mark: return 3
    case .han: return 4
    case .word:
      if token.hasCapital { return 5 }
      switch Self.ending(of: token, article) {
      case .past: return 6
      case .gerund: return 7
      default: return 8
      }
    }
  }

  private static func ending(of token: Token, _ article: ArticleText) -> Mark {
    guard token.end - token.start > 4 else { return .word }
    let end = Int(token.end)
    let bytes = article.normal.bytes
    if bytes[end - 2] == 0x65, bytes[end - 1] == 0x64 { return .past }
    let isGerund = bytes[end - 3] == 0x69 && bytes[end - 2] == 0x6E && bytes[end - 1] == 0x67
    return isGerund ? .gerund : .word
  }

  private static func table(_ lists: [(Mark, String)]) -> WordTable<Mark> {
    var table = WordTable<Mark>()
    for (mark, words) in lists {
      for word in words.split(separator: " ") { table[foldedHash(word.utf8)] = mark }
    }
    return table
  }

  private static let english = table([
    (.comma, ","), (.pause, "; : — – -"), (.bracket, "( )"), (.quote, "\" “ ”"),
    (.relative, "which who whose whom where"), (.that, "that"),
    (
      .subordinator,
      "while after as because since if when although though before until whereas once unless amid despite following so"
    ), (.coordinator, "and or but nor plus &"), (.be, "is are was were be been being am"),
    (.have, "has have had having"),
    (.modal, "will would could may might can should must shall to"),
    (.say, "said says say told tells saying reported announced confirmed added"),
    (
      .preposition,
      "by from in into with for of on at through behind against between via under among alongside towards toward inside over upon onto about than including like"
    ), (.negation, "not n't never no neither without"), (.possessive, "'s ' s"),
  ])

  private static let chinese = table([
    (.comma, ","), (.pause, "; : — – 、"), (.bracket, "( )"), (.quote, "\" “ ” 《 》 「 」"),
    (.relative, "其 该 此"), (.that, "的"), (.subordinator, "后 时 前 若 因 但 而 则 虽"),
    (.coordinator, "和 及 并 或 同 跟 与"), (.be, "是 为"), (.have, "有 已 曾 了 过"),
    (.modal, "将 拟 会 可 能 要 应"), (.say, "称 说 示 布 告 悉 露"),
    (.preposition, "向 由 被 从 给 把 对 在 以 获 让 于 至 到 替"), (.negation, "不 未 没 无 否 非"),
    (.possessive, "之 旗"),
  ])

  /// Whether a word is small: it says little of itself and much of how others stand to each other.
  static func isSmall(_ word: UInt64) -> Bool { smallWords[word] != nil }

  static let smallWordList: [String] =
    ", . ; : ( ) \" “ ” ' 's s - — & the a an its their his her our this that which who whose where and or but by from to in into with for of on at through between under as after while when if is are was were be been has have had will would could may might can not no also up out over off down about around some other new said says 的 了 是 在 向 由 被 将 对 与 和 及 从 为 给 把 以 等 则 也 又 并 、 《 》 「 」 中 后 前 旗 下 其 该 这 方 已 拟 获 于 至 到 让 有 个 家 公 司 集 团 年 月 日 一 两 此 称 元 份 股 权 资 款 合 作 协 议"
    .split(separator: " ").map(String.init)

  private static let smallWords: WordTable<Int16> = {
    var table = WordTable<Int16>()
    var count: Int16 = 0
    for word in smallWordList where table[foldedHash(word.utf8)] == nil {
      table[foldedHash(word.utf8)] = 10 + count
      count += 1
    }
    return table
  }()
}
