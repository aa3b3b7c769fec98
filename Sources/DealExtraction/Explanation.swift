import DealLexicon
import DealMentions
import DealModel
public import DealText

/// Why a sentence gave the deals it gave, and why it refused others.
public struct Explanation: Sendable {
  /// One sentence.
  public struct Sentence: Sendable {
    /// The sentence as the article has it.
    public let text: String
    /// The mentions: the words, how they refer and to whom.
    public let mentions: [String]
    /// The words that evoke frames, with frame and voice.
    public let triggers: [String]
    /// The quantities.
    public let quantities: [String]
    /// The readings that were weighed, the best first, each with its verdict.
    public let readings: [String]
  }

  /// The sentences, in order.
  public let sentences: [Sentence]
}

extension Extractor {
  /// Explains the reading of an article, sentence by sentence.
  public func explanation(of source: SourceText) -> Explanation {
    let (reading, claims) = read(source)
    let judge = PairJudge(claims: claims, reading: reading, models: models(of: reading))
    return Explanation(
      sentences: reading.sentences.map { sentence in
        let article = reading.article
        let range = article.articleRange(of: sentence.tokens)
        return Explanation.Sentence(
          text: String(decoding: article.source.article[range], as: UTF8.self),
          mentions: sentence.mentions.map { mention in
            let names = mention.entities.map { reading.mentions.entities[$0].forms[0] }
            return
              "\(article.string(of: mention.tokens)) (\(mention.kind): \(names.joined(separator: " or ")))"
          },
          triggers: sentence.triggers.map {
            "\(article.string(of: $0.tokens)) (\(frameName($0, reading)), \($0.voice))"
          },
          quantities: sentence.quantities.map {
            "\(article.string(of: $0.full)) (\(Quantity.typeWords[$0.typeIndex]))"
          },
          readings: judge.verdicts(on: sentence))
      })
  }

  private func frameName(_ hit: TriggerHit, _ reading: ArticleReading) -> String {
    reader.frames(isChinese: reading.article.language.isChinese)[hit.frameIndex].lowercased()
  }
}

/// Tells of each reading of a sentence whether it became a deal, and why not.
private struct PairJudge {
  let claims: [Claim]
  let reading: ArticleReading
  let models: ClaimModels

  func verdicts(on sentence: SentenceReading) -> [String] {
    var scorer = PairScorer(sentence, reading, models.deals)
    let refusal = Refusal(sentence)
    var rows: [(score: Int32, text: String)] = []
    for group in sentence.candidates() {
      var scored: [(way: Candidate, score: Int32)] = []
      for way in group.ways { scored.append((way, scorer.score(way).all)) }
      guard let best = scored.max(by: { $0.score < $1.score }) else { continue }
      let names = reading.mentions.entities
      let verdict = verdict(group.payer, group.payee, best.way, best.score, sentence, refusal)
      rows.append(
        (
          best.score,
          "\(names[group.payer].forms[0]) → \(names[group.payee].forms[0]): \(verdict)"
            + " (weight \(best.score), \(words(best.way, sentence)))"
        ))
    }
    return rows.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(6).map(\.text)
  }

  private func verdict(
    _ payer: Int, _ payee: Int, _ way: Candidate, _ score: Int32, _ sentence: SentenceReading,
    _ refusal: Refusal
  ) -> String {
    let claim = claims.first {
      $0.sentence == sentence.number && $0.payer == payer && $0.payee == payee
    }
    if let claim { return "a deal: \(claim.kind.rawValue), \(claim.status.rawValue)" }
    if refusal.refuses(way) { return "refused: the sentence denies, supposes or asks" }
    if score < Extractor.threshold { return "refused: too few signs" }
    return "refused: another reading of the same words is stronger"
  }

  private func words(_ way: Candidate, _ sentence: SentenceReading) -> String {
    guard way.trigger >= 0 else { return "by the sum alone" }
    let hit = sentence.triggers[way.trigger]
    return
      "by “\(reading.article.string(of: hit.tokens))”, payer \(sentence.relation(way.payer, way.trigger).text),"
      + " payee \(sentence.relation(way.payee, way.trigger).text)"
  }
}
