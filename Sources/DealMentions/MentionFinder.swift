public import DealLexicon
public import DealText

/// Finds the mentions of parties in an article: names, and the words that stand for them.
public struct MentionFinder: Sendable {
  private let names: NameFinder
  private let lexicon: Lexicon

  /// Makes a finder with the embedded models of names.
  public init(lexicon: Lexicon) {
    self.lexicon = lexicon
    names = NameFinder(lexicon: lexicon)
  }

  package init(lexicon: Lexicon, names model: LinearModel) {
    self.lexicon = lexicon
    names = NameFinder(lexicon: lexicon, model: model)
  }

  /// The mentions and the parties of an article.
  public func mentions(in article: ArticleText) -> Mentions {
    mentions(in: article, named: names.names(in: article))
  }

  /// The mentions when the names are given: ascending ranges of tokens.
  package func mentions(in article: ArticleText, named names: [Range<Int>]) -> Mentions {
    var linker = EntityLinker(article, lexicon)
    let entityOfName = linker.link(names)
    let anaphora = Anaphora(article, lexicon)
    var parties: [Mention] = []
    var next = 0
    for (number, sentence) in article.sentences.enumerated() {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if next < names.count, names[next].lowerBound <= index {
          parties.append(
            Mention(
              tokens: names[next].clamped(to: index..<sentence.tokens.upperBound), kind: .name,
              sentence: number, entities: [entityOfName[next]]))
          index = max(index + 1, names[next].upperBound)
          next += 1
          continue
        }
        let limit = min(
          sentence.tokens.upperBound, next < names.count ? names[next].lowerBound : .max)
        if let (end, kind) = anaphora.match(at: index, limit: limit) {
          parties.append(Mention(tokens: index..<end, kind: kind, sentence: number, entities: []))
          index = end
        } else {
          index += 1
        }
      }
    }
    var entities = linker.entities
    for (index, mention) in parties.enumerated() where mention.kind == .name {
      entities[mention.entities[0]].mentions.append(index)
    }
    var resolver = Resolver(article, parties, entities, lexicon)
    return Mentions(
      parties: resolver.resolved(), entities: entities, topic: resolver.topic)
  }
}
