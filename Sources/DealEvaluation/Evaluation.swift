public import DealModel

/// Compares graphs with annotated articles, article by article.
///
///     var evaluation = Evaluation()
///     evaluation.add(annotated, graph, name: "a", text: bytes)
///     evaluation.all.deals.f1  // 0.82
public struct Evaluation: Sendable {
  /// The figures of all articles.
  public private(set) var all = GroupFigures()
  /// The figures of each language, as `en` and `zh`.
  public private(set) var languages: [String: GroupFigures] = [:]
  /// The score of each kind.
  public private(set) var kinds: [String: Score] = [:]
  /// The score of each status; a deal counts as found when it is matched and its status agrees.
  public private(set) var statuses: [String: Score] = [:]
  /// What annotation and graphs do not share, in the order of the articles.
  public private(set) var disagreements: [Disagreement] = []

  /// Makes an evaluation of nothing.
  public init() {}

  /// Adds an article.
  ///
  /// - Parameter graph: What was found; nil where the article could not be read.
  /// - Parameter text: The article in UTF-8, in which evidence is looked for.
  public mutating func add(
    _ annotated: AnnotatedArticle, _ graph: DealGraph?, name: String, text: [UInt8]
  ) {
    let matching = DealMatching(annotated, graph ?? DealGraph())
    var figures = Self.figures(annotated, matching, Grounding(text))
    figures.failed = graph == nil ? 1 : 0
    let language = String(annotated.language.prefix { $0 != "-" })
    all.add(figures)
    languages[language, default: GroupFigures()].add(figures)
    count(annotated, matching)
    note(annotated, graph ?? DealGraph(), matching, name)
  }

  private static func figures(
    _ annotated: AnnotatedArticle, _ matching: DealMatching, _ grounding: Grounding
  ) -> GroupFigures {
    var figures = GroupFigures()
    figures.articles = 1
    let (gold, found) = (annotated.deals.count, matching.found.count)
    let (hits, pairs) = (matching.matches.count, matching.pairs.count)
    figures.deals = Score(annotated: gold, hits: hits, found: found, right: hits)
    figures.pairs = Score(annotated: gold, hits: pairs, found: found, right: pairs)
    figures.grounded = matching.found.count { $0.evidence.contains { grounding.has($0.text) } }
    figures.quietArticles = gold == 0 ? 1 : 0
    figures.quietKept = gold == 0 && found == 0 ? 1 : 0
    for (gold, found) in matching.matches {
      let deal = annotated.deals[gold].deal
      let agreeing = DealField.agreeing(deal, matching.found[found])
      for field in DealField.allCases {
        let (agrees, isStated) = (agreeing.contains(field), field.isStated(in: deal))
        figures.agreeing[field.rawValue] += agrees ? 1 : 0
        figures.stated[field.rawValue] += isStated ? 1 : 0
        figures.agreeingStated[field.rawValue] += agrees && isStated ? 1 : 0
      }
    }
    return figures
  }

  private mutating func count(_ annotated: AnnotatedArticle, _ matching: DealMatching) {
    for gold in annotated.deals {
      kinds[gold.deal.kind.rawValue, default: Score()].annotated += 1
      statuses[gold.deal.status.rawValue, default: Score()].annotated += 1
    }
    for found in matching.found {
      kinds[found.kind.rawValue, default: Score()].found += 1
      statuses[found.status.rawValue, default: Score()].found += 1
    }
    for match in matching.matches {
      let (gold, found) = (annotated.deals[match.annotated].deal, matching.found[match.found])
      kinds[gold.kind.rawValue, default: Score()].hits += 1
      kinds[found.kind.rawValue, default: Score()].right += 1
      guard gold.status == found.status else { continue }
      statuses[gold.status.rawValue, default: Score()].hits += 1
      statuses[gold.status.rawValue, default: Score()].right += 1
    }
  }

  private mutating func note(
    _ annotated: AnnotatedArticle, _ graph: DealGraph, _ matching: DealMatching, _ name: String
  ) {
    let hits = Set(matching.matches.map(\.annotated))
    let right = Set(matching.matches.map(\.found))
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let missed = annotated.deals.indices.filter { !hits.contains($0) }
    let extra = matching.found.indices.filter { !right.contains($0) }
    disagreements += missed.map {
      Disagreement(annotated.deals[$0].deal, names: [:], article: name, isMissed: true)
    }
    disagreements += extra.map {
      Disagreement(matching.found[$0], names: names, article: name, isMissed: false)
    }
  }
}

extension GroupFigures {
  /// Adds the counts of other articles.
  mutating func add(_ other: GroupFigures) {
    articles += other.articles
    failed += other.failed
    deals.add(other.deals)
    pairs.add(other.pairs)
    grounded += other.grounded
    quietArticles += other.quietArticles
    quietKept += other.quietKept
    for field in DealField.allCases.map(\.rawValue) {
      agreeing[field] += other.agreeing[field]
      stated[field] += other.stated[field]
      agreeingStated[field] += other.agreeingStated[field]
    }
  }
}

extension Score {
  /// Adds other counts.
  mutating func add(_ other: Score) {
    annotated += other.annotated
    hits += other.hits
    found += other.found
    right += other.right
  }
}
