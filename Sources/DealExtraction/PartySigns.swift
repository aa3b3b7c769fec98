import DealLexicon
import DealMentions
import DealText

/// What the names of an article's parties look like, and how the article speaks of them: signs that a
/// name is an organisation's and no person's, place's or product's.
struct PartySigns {
  /// The names of the signs of a party.
  static let names = [
    "=classFirst", "=classLast", "=shapeFirst", "length", "bestLead", "atPlace", "speaks",
    "isObject", "sentences",
  ]

  /// The signs of each party.
  private(set) var all: [[Int16]] = []

  init(_ article: ArticleText, _ mentions: Mentions, _ lexicon: Lexicon) {
    all = mentions.entities.map { entity in
      let places = entity.mentions.map { mentions.parties[$0] }
      return Self.signs(places, article, lexicon)
    }
  }

  private static func signs(
    _ places: [Mention], _ article: ArticleText, _ lexicon: Lexicon
  ) -> [Int16] {
    guard let longest = places.max(by: { $0.tokens.count < $1.tokens.count })?.tokens else {
      return [Int16](repeating: -1, count: names.count)
    }
    func kind(_ index: Int) -> Int16 {
      guard
        let (_, value) = lexicon.words.match(article.tokens, at: index, limit: longest.upperBound)
      else { return -1 }
      return Int16(value.index)
    }
    func word(_ index: Int) -> UInt64 {
      article.tokens.indices.contains(index) ? article.tokens[index].word : .max
    }
    let words = article.language.isChinese ? chinese : english
    func share(_ isTrue: (Mention) -> Bool) -> Int16 {
      Int16(places.count { isTrue($0) } * 10 / places.count)
    }
    let first = article.tokens[longest.lowerBound]
    let last = (longest.lowerBound..<longest.upperBound).last { kind($0) >= 0 }
    return [
      kind(longest.lowerBound), last.map(kind) ?? -1,
      first.kind == .word ? Int16(first.shape.rawValue) : 10, Int16(min(20, longest.count)),
      places.map(\.lead).max() ?? 0,
      share { words.places.contains(word($0.tokens.lowerBound - 1)) },
      share { words.speaks.contains(word($0.tokens.upperBound)) },
      share { words.objects.contains(word($0.tokens.lowerBound - 1)) },
      Int16(min(20, Set(places.map(\.sentence)).count)),
    ]
  }

  private struct Words {
    let places: WordSet
    let speaks: WordSet
    let objects: WordSet

    init(places: String, speaks: String, objects: String) {
      self.places = WordSet(words: places)
      self.speaks = WordSet(words: speaks)
      self.objects = WordSet(words: objects)
    }
  }

  private static let english = Words(
    places: "in at near outside around across", speaks: "said says told added wrote argues",
    objects: "with from to by for of")
  private static let chinese = Words(
    places: "在 于 赴 到", speaks: "说 称 表 指 认", objects: "向 由 被 从 与 和 对 给")
}
