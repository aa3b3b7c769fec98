import DealLexicon
import DealMentions
import DealText

/// The small words, names, sums and other triggers that stand between two places of a sentence, as a
/// path of atoms: "which said it would" and "that is to" are different ways from a party to a verb
/// (after the paths of relation extraction; Bunescu and Mooney 2005, here without a parser).
struct SentencePaths {
  private let start: Int
  /// The atom of each token, zero for those a path passes over.
  private var codes: [UInt64]

  init(_ sentence: SentenceReading) {
    start = sentence.tokens.lowerBound
    let article = sentence.article
    codes = sentence.tokens.map { index in
      let token = article.tokens[index]
      if SentenceShape.isSmall(token.word) { return token.word }
      return token.kind == .number ? Self.number : 0
    }
    for hit in sentence.triggers {
      write(hit.voice == .noun ? Self.noun : Self.verb, hit.tokens)
    }
    for quantity in sentence.quantities where quantity.isSum { write(Self.sum, quantity.tokens) }
    for mention in sentence.mentions where mention.kind != .context {
      write(mention.kind == .name ? Self.name : Self.anaphor, mention.tokens)
    }
  }

  private mutating func write(_ code: UInt64, _ tokens: Range<Int>) {
    for index in tokens where codes.indices.contains(index - start) { codes[index - start] = code }
  }

  /// The path from `low` up to `high`, repeats told once; nil where it is long.
  func path(from low: Int, to high: Int, longest: Int = 7) -> [UInt64]? {
    var path: [UInt64] = []
    for index in max(0, low - start)..<max(max(0, low - start), min(codes.count, high - start))
    where codes[index] != 0 && codes[index] != path.last {
      if path.count == longest { return nil }
      path.append(codes[index])
    }
    return path
  }

  private static let name = atom("<name>")
  private static let anaphor = atom("<anaphor>")
  private static let sum = atom("<sum>")
  private static let verb = atom("<verb>")
  private static let noun = atom("<noun>")
  private static let number = atom("<n>")

  /// Every word that stands for an atom of its own.
  static let atomWords =
    ["<name>", "<anaphor>", "<sum>", "<verb>", "<noun>", "<n>"] + SentenceShape.smallWordList
}
