import DealExtraction
import DealLexicon
import DealMentions
import DealText

/// Prints what was found in each sentence of an article and how its best candidates score.
func dump(_ reading: ArticleReading, _ model: LinearModel, frames: [String]) {
  let article = reading.article
  for sentence in reading.sentences {
    print("#\(sentence.number) \(article.string(of: sentence.tokens))")
    for (index, mention) in sentence.mentions.enumerated() {
      let names = mention.entities.map { reading.mentions.entities[$0].forms[0] }
      print(
        "   m\(index) [\(article.string(of: mention.tokens))] \(mention.kind) = \(names) group \(sentence.groups[index])"
      )
    }
    for (index, hit) in sentence.triggers.enumerated() {
      print("   t\(index) \(article.string(of: hit.tokens)) \(frames[hit.frameIndex]) \(hit.voice)")
    }
    for quantity in sentence.quantities {
      print("   q \(article.string(of: quantity.full)) \(quantity.value)")
    }
    let scorer = PairScorer(sentence, reading, model)
    var rows: [(Int32, String)] = []
    for group in sentence.candidates() {
      let scored = group.ways.map { ($0, scorer.score($0)) }
      guard let best = scored.max(by: { $0.1 < $1.1 }) else { continue }
      let way = best.0
      let payer = sentence.relation(way.payer, way.trigger)
      let payee = sentence.relation(way.payee, way.trigger)
      rows.append(
        (
          best.1,
          "\(reading.mentions.entities[group.payer].forms[0]) -> \(reading.mentions.entities[group.payee].forms[0]) m\(way.payer) m\(way.payee) t\(way.trigger) \(payer.text) \(payee.text)"
        ))
    }
    for row in rows.sorted(by: { $0.0 > $1.0 }).prefix(4) { print("   > \(row.0) \(row.1)") }
  }
}

/// Prints, for each annotated deal that scores low, its best way and what stands in its way.
func dumpMissed(
  _ annotated: Annotated, _ reading: ArticleReading, _ model: LinearModel, frames: [String]
) {
  let gold = GoldDeals(annotated, reading)
  for deal in gold.deals {
    var best: (Int32, String) = (.min, "unreachable")
    for number in deal.sentences {
      let sentence = reading.sentences[number]
      let scorer = PairScorer(sentence, reading, model)
      for group in sentence.candidates()
      where group.payer == deal.payer && group.payee == deal.payee {
        for way in group.ways {
          let score = scorer.score(way)
          guard score > best.0 else { continue }
          let hit = way.trigger >= 0 ? sentence.triggers[way.trigger] : nil
          best = (
            score,
            "\(hit.map { reading.article.string(of: $0.tokens) + " " + frames[$0.frameIndex] + " \($0.voice)" } ?? "-") \(sentence.relation(way.payer, way.trigger).text) \(sentence.relation(way.payee, way.trigger).text) \(sentence.mentions[way.payer].kind) \(sentence.mentions[way.payee].kind)"
          )
        }
      }
    }
    if best.0 < 0 {
      print(
        "\(annotated.name) \(deal.gold.payer) > \(deal.gold.payee) \(deal.gold.kind) [\(best.0 == .min ? "" : String(best.0)) \(best.1)] \(deal.gold.evidence.prefix(230))"
      )
    }
  }
}
