import DealLexicon
package import DealText

/// What the article as a whole says of its words: which stand in lower case too, which are capitalised
/// inside sentences, and which pairs of Han characters recur.
package struct NameMemory {
  private var lower: WordSet = []
  private var capitals = WordTable<Int>()
  private var pairs = WordTable<Int>()

  package init(_ article: ArticleText) {
    let tokens = article.tokens
    if article.language.isChinese {
      for index in tokens.indices.dropLast()
      where tokens[index].kind == .han && tokens[index + 1].kind == .han {
        pairs[Vocabulary.pair(tokens[index].word, tokens[index + 1].word), default: 0] += 1
      }
      return
    }
    for sentence in article.sentences {
      for index in sentence.tokens {
        if tokens[index].shape == .lower { lower.insert(tokens[index].word) }
        if tokens[index].hasCapital, index > sentence.tokens.lowerBound, sentence.paragraph > 0 {
          capitals[tokens[index].word, default: 0] += 1
        }
      }
    }
  }

  package func isLowerElsewhere(_ word: UInt64) -> Bool { lower.contains(word) }

  /// How often a word is capitalised where its sentence did not ask for it.
  package func capitalCount(_ word: UInt64) -> Int { capitals[word] ?? 0 }

  /// How often a pair of Han characters stands in the article.
  package func pairCount(_ pair: UInt64) -> Int { pairs[pair] ?? 0 }
}
