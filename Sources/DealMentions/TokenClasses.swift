package import DealLexicon
package import DealText

/// For each token, the word class it belongs to and its place in the word, as an atom.
package struct TokenClasses {
  /// Class atoms; zero for none.
  package private(set) var atoms: [UInt64]
  /// The class of each token.
  package private(set) var classes: [WordClasses.Class?]
  /// For each token, whether a curated party's name covers it: 0 no, 1 begins, 2 goes on.
  package private(set) var known: [UInt8]

  /// For each token, the atom of the frame that the word it is part of evokes; zero for none.
  package private(set) var frames: [UInt64]

  package init(_ article: ArticleText, lexicon: Lexicon) {
    let (words, parties) = (lexicon.words, lexicon.parties)
    let triggers = article.language.isChinese ? lexicon.chinese : lexicon.english
    frames = [UInt64](repeating: 0, count: article.tokens.count)
    let tokens = article.tokens
    atoms = [UInt64](repeating: 0, count: tokens.count)
    classes = [WordClasses.Class?](repeating: nil, count: tokens.count)
    known = [UInt8](repeating: 0, count: tokens.count)
    for sentence in article.sentences {
      let limit = sentence.tokens.upperBound
      var index = sentence.tokens.lowerBound
      while index < limit {
        if let (end, value) = words.match(tokens, at: index, limit: limit) {
          for position in index..<end {
            let place = position == index ? 0 : position + 1 == end ? 2 : 1
            atoms[position] = Self.atoms[value.index * 3 + place]
            classes[position] = value
          }
          index = end
        } else {
          index += 1
        }
      }
      index = sentence.tokens.lowerBound
      while index < limit {
        if let (end, senses) = triggers.trigger(tokens, at: index, limit: limit) {
          for position in index..<end { frames[position] = triggers.atoms[Int(senses[0].frame)] }
          index = end
        } else {
          index += 1
        }
      }
      index = sentence.tokens.lowerBound
      while index < limit {
        if let (end, _) = parties.match(article, at: index, limit: limit) {
          for position in index..<end { known[position] = position == index ? 1 : 2 }
          index = end
        } else {
          index += 1
        }
      }
    }
  }

  package static let atomWords: [String] = WordClasses.Class.allCases.flatMap { value in
    ["\(value.rawValue).b", "\(value.rawValue).i", "\(value.rawValue).e"]
  }

  private static let atoms: [UInt64] = atomWords.map { foldedHash($0.utf8) }
}
