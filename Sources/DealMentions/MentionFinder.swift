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

  /// The mentions when the names are given, ascending.
  package func mentions(in article: ArticleText, named names: [FoundName]) -> Mentions {
    var linker = EntityLinker(article, lexicon)
    let entityOfName = linker.link(names.map(\.tokens))
    let anaphora = Anaphora(article, lexicon, names: names.map(\.tokens))
    var parties: [Mention] = []
    var next = 0
    for (number, sentence) in article.sentences.enumerated() {
      var index = sentence.tokens.lowerBound
      while index < sentence.tokens.upperBound {
        if next < names.count, names[next].tokens.lowerBound <= index {
          parties.append(
            Mention(
              tokens: names[next].tokens.clamped(to: index..<sentence.tokens.upperBound),
              kind: .name, sentence: number, entities: [entityOfName[next]],
              lead: names[next].lead))
          index = max(index + 1, names[next].tokens.upperBound)
          next += 1
          continue
        }
        let limit = min(
          sentence.tokens.upperBound, next < names.count ? names[next].tokens.lowerBound : .max)
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
    let resolved = resolver.resolved()
    for entity in entities.indices { entities[entity].mentions = [] }
    for (index, mention) in resolved.enumerated() where mention.kind == .name {
      entities[mention.entities[0]].mentions.append(index)
    }
    return Mentions(parties: resolved, entities: entities, topic: resolver.topic)
  }
}
