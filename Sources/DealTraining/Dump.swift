import DealExtraction
import DealLexicon
import DealMentions
import DealText
import Foundation

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

/// Prints how often pairs of parties are deals, by how well the best way fits.
func dumpFits(_ articles: [Annotated], _ readings: [ArticleReading]) {
  var table: [String: (deals: Int, others: Int)] = [:]
  for (annotated, reading) in zip(articles, readings) {
    let gold = GoldDeals(annotated, reading)
    for sentence in reading.sentences {
      let fits = RoleFits(sentence)
      for group in sentence.candidates() {
        let matches = gold.deals.filter { $0.payer == group.payer && $0.payee == group.payee }
        let here = matches.contains { $0.sentences.contains(sentence.number) }
        if !here, !matches.isEmpty { continue }
        let way = group.ways[0]
        guard way.trigger >= 0 else { continue }
        if ProcessInfo.processInfo.environment["FRAMES"] != nil {
          guard fits.fit(way.payer, way.trigger, isPayer: true) == .near,
            fits.fit(way.payee, way.trigger, isPayer: false) == .near,
            sentence.mentions[way.payer].kind == .name, sentence.mentions[way.payee].kind == .name
          else { continue }
          let hit = sentence.triggers[way.trigger]
          let key =
            "\(reading.article.string(of: hit.tokens)) \(hit.voice) \(sentence.relation(way.payer, way.trigger).text) \(sentence.relation(way.payee, way.trigger).text)"
          var row = table[key] ?? (0, 0)
          if here { row.deals += 1 } else { row.others += 1 }
          table[key] = row
          if !here, ProcessInfo.processInfo.environment["FRAMES"] == "2" {
            print(
              "NEG \(key) | \(reading.mentions.entities[group.payer].forms[0]) > \(reading.mentions.entities[group.payee].forms[0]) | \(reading.article.string(of: sentence.tokens).prefix(150))"
            )
          }
          continue
        }
        let key =
          "\(fits.fit(way.payer, way.trigger, isPayer: true)) \(fits.fit(way.payee, way.trigger, isPayer: false)) \(sentence.mentions[way.payer].kind) \(sentence.mentions[way.payee].kind)"
        var row = table[key] ?? (0, 0)
        if here { row.deals += 1 } else { row.others += 1 }
        table[key] = row
      }
    }
  }
  for (key, row) in table.sorted(by: {
    $0.value.deals + $0.value.others > $1.value.deals + $1.value.others
  }).prefix(70) {
    print(row.deals, row.others, key)
  }
}
