package import DealText

/// What the article as a whole says of its words: which stand in lower case too, which were names.
package struct NameMemory {
  private var lower: Set<UInt64> = []
  private var names: Set<UInt64> = []

  package init(_ article: ArticleText) {
    guard !article.language.isChinese else { return }
    for token in article.tokens where token.shape == .lower { lower.insert(token.word) }
  }

  package func isLowerElsewhere(_ word: UInt64) -> Bool { lower.contains(word) }

  package func isName(_ word: UInt64) -> Bool { names.contains(word) }

  package mutating func keep(_ word: UInt64) { names.insert(word) }
}
