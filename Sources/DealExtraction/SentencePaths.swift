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
  /// The atoms other than zero, repeats told once.
  private var runs: [UInt64] = []
  /// For each place of the sentence, the number of atoms other than zero before it, and for each of
  /// these its place in `runs`.
  private var counts: [Int32] = []
  private var places: [Int32] = []

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
    setRuns()
  }

  private mutating func setRuns() {
    counts.reserveCapacity(codes.count + 1)
    runs.reserveCapacity(codes.count)
    places.reserveCapacity(codes.count)
    for code in codes {
      counts.append(Int32(places.count))
      guard code != 0 else { continue }
      if code != runs.last { runs.append(code) }
      places.append(Int32(runs.count - 1))
    }
    counts.append(Int32(places.count))
  }

  private mutating func write(_ code: UInt64, _ tokens: Range<Int>) {
    for index in tokens where codes.indices.contains(index - start) { codes[index - start] = code }
  }

  /// The path from `low` up to `high`, repeats told once; nil where it is long.
  func path(from low: Int, to high: Int, longest: Int = 7) -> Range<Int>? {
    let (low, high) = (max(0, low - start), min(codes.count, high - start))
    guard low < high, counts[low] < counts[high] else { return 0..<0 }
    let first = Int(places[Int(counts[low])])
    let last = Int(places[Int(counts[high]) - 1])
    return last - first < longest ? first..<last + 1 : nil
  }

  /// The atoms of a path.
  subscript(path: Range<Int>) -> ArraySlice<UInt64> { runs[path] }

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
