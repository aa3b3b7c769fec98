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

  private let start: Int
  private let count: Int
  /// For each mark, the number of tokens that bear it before each place of the sentence.
  private var sums: [Int16]
  private let sentence: SentenceReading

  init(_ sentence: SentenceReading) {
    self.sentence = sentence
    start = sentence.tokens.lowerBound
    count = sentence.tokens.count
    let width = count + 1
    sums = [Int16](repeating: 0, count: Mark.allCases.count * width)
    let words = sentence.article.language.isChinese ? Self.chinese : Self.english
    let isChinese = sentence.article.language.isChinese
    var marks = [Mark?](repeating: nil, count: count)
    for (offset, index) in sentence.tokens.enumerated() {
      let token = sentence.article.tokens[index]
      if let mark = words[token.word] {
        marks[offset] = mark
      } else if token.kind == .number {
        marks[offset] = .number
      } else if !isChinese, token.shape == .lower {
        marks[offset] = Self.ending(of: token, sentence.article)
      }
    }
    for hit in sentence.triggers {
      for index in hit.tokens { marks[index - start] = hit.voice == .noun ? .noun : .verb }
    }
    for quantity in sentence.quantities where quantity.isSum {
      for index in quantity.tokens where sentence.tokens.contains(index) {
        marks[index - start] = index == quantity.tokens.lowerBound ? .sum : nil
      }
    }
    for mention in sentence.mentions where mention.kind != .context {
      for index in mention.tokens where sentence.tokens.contains(index) {
        marks[index - start] =
          index != mention.tokens.lowerBound ? nil : mention.kind == .name ? .name : .anaphor
      }
    }
    for offset in 0..<count {
      for mark in 0..<Mark.allCases.count {
        let row = mark * width + offset
        sums[row + 1] = sums[row] + (marks[offset]?.rawValue == mark ? 1 : 0)
      }
    }
  }

  /// How many tokens from `low` up to `high` bear a mark.
  func number(of mark: Mark, from low: Int, to high: Int) -> Int16 {
    let (low, high) = (max(0, low - start), min(count, high - start))
    guard low < high else { return 0 }
    let row = mark.rawValue * (count + 1)
    return sums[row + high] - sums[row + low]
  }

  /// The sort of a token as a neighbour: a small word's own number, or that of its kind.
  func category(_ index: Int) -> Int16 {
    guard sentence.tokens.contains(index) else { return 1 }
    let token = sentence.article.tokens[index]
    if let own = Self.smallWords[token.word] { return own }
    switch token.kind {
    case .number: return 2
    case .mark: return 3
    case .han: return 4
    case .word:
      if token.hasCapital { return 5 }
      switch Self.ending(of: token, sentence.article) {
      case .past: return 6
      case .gerund: return 7
      default: return 8
      }
    }
  }

  private static func ending(of token: Token, _ article: ArticleText) -> Mark {
    let bytes = article.normal.bytes[token.range]
    guard bytes.count > 4 else { return .word }
    if bytes.suffix(2).elementsEqual("ed".utf8) { return .past }
    if bytes.suffix(3).elementsEqual("ing".utf8) { return .gerund }
    return .word
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
