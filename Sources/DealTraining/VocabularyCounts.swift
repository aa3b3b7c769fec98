import DealLexicon
import DealText
import Foundation

/// In how many articles each word, or pair of Han characters, stands outside names.
struct VocabularyCounts {
  private var counts: [UInt64: Int] = [:]
  private var words: [UInt64: String] = [:]
  /// How many articles make a word common.
  static let least = 2

  mutating func add(_ article: Annotated) {
    for (hash, word) in Self.words(of: article) {
      counts[hash, default: 0] += 1
      words[hash] = word
    }
  }

  /// The words that are common in the articles other than this one.
  func vocabulary(without article: Annotated) -> Vocabulary {
    let own = Self.words(of: article)
    var common = Set(counts.lazy.filter { $0.value >= Self.least }.map(\.key))
    for hash in own.keys where counts[hash] == Self.least { common.remove(hash) }
    return Vocabulary(common)
  }

  /// All common words.
  var vocabulary: Vocabulary {
    Vocabulary(Set(counts.lazy.filter { $0.value >= Self.least }.map(\.key)))
  }

  /// The common words in order.
  var common: [String] {
    counts.filter { $0.value >= Self.least }.compactMap { words[$0.key] }.sorted()
  }

  private static func words(of article: Annotated) -> [UInt64: String] {
    let text = article.text
    var isName = [Bool](repeating: false, count: text.tokens.count)
    for name in article.names() { for index in name.range { isName[index] = true } }
    var found: [UInt64: String] = [:]
    for index in text.tokens.indices where !isName[index] {
      let token = text.tokens[index]
      if token.kind == .word, token.shape == .lower {
        found[token.word] = text.normal.string(token.range)
      } else if token.kind == .han, index + 1 < text.tokens.count, !isName[index + 1] {
        let next = text.tokens[index + 1]
        guard next.kind == .han, !next.spaceBefore else { continue }
        found[Vocabulary.pair(token.word, next.word)] =
          text.normal.string(token.range) + text.normal.string(next.range)
      }
    }
    return found
  }
}
