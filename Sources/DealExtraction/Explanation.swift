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
    let claimReader = ClaimReader(
      models: models(of: reading),
      frames: reader.frames(isChinese: reading.article.language.isChinese), threshold: 0)
    let judge = PairJudge(
      claims: claims, reading: reading, readings: claimReader.readings(of: reading, above: -2500))
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
  let readings: [ClaimSelection.Reading]

  func verdicts(on sentence: SentenceReading) -> [String] {
    let refusal = Refusal(sentence)
    let names = reading.mentions.entities
    var rows = readings.filter { $0.sentence == sentence.number }.map { one in
      (
        score: one.score,
        text: "\(names[one.payer].forms[0]) → \(names[one.payee].forms[0]):"
          + " \(verdict(one, sentence)) (weight \(one.score), \(words(one.way, sentence)))"
      )
    }
    for group in sentence.candidates() {
      guard let way = group.ways.first, group.ways.allSatisfy(refusal.refuses) else { continue }
      rows.append(
        (
          .min,
          "\(names[group.payer].forms[0]) → \(names[group.payee].forms[0]):"
            + " refused: the sentence denies, supposes or asks (\(words(way, sentence)))"
        ))
    }
    return rows.sorted { ($1.score, $0.text) < ($0.score, $1.text) }.prefix(6).map(\.text)
  }

  private func verdict(_ one: ClaimSelection.Reading, _ sentence: SentenceReading) -> String {
    let claim = claims.first {
      $0.sentence == sentence.number && $0.payer == one.payer && $0.payee == one.payee
    }
    if let claim { return "a deal: \(claim.kind.rawValue), \(claim.status.rawValue)" }
    let threshold = Extractor.threshold(isChinese: reading.article.language.isChinese)
    if one.score < threshold { return "refused: too few signs" }
    switch Doubts.doubt(one, sentence, threshold: threshold) {
    case .isSeller: return "refused: the payer sells to another"
    case .isLicensor: return "turned round: who grants a licence is paid"
    case .isBare: return "refused: mere agreement, and nothing stated that would flow"
    case nil: break
    }
    let isTurned = claims.contains {
      $0.sentence == sentence.number && $0.payer == one.payee && $0.payee == one.payer
    }
    return isTurned
      ? "refused: the same deal the other way round is stronger"
      : "refused: the sentence names another party in its place"
  }

  private func words(_ way: Candidate, _ sentence: SentenceReading) -> String {
    guard way.trigger >= 0 else { return "by the sum alone" }
    let hit = sentence.triggers[way.trigger]
    return
      "by “\(reading.article.string(of: hit.tokens))”, payer \(sentence.relation(way.payer, way.trigger).text),"
      + " payee \(sentence.relation(way.payee, way.trigger).text)"
  }
}
