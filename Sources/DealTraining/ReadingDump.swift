import DealExtraction
import DealMentions
import Foundation

/// Writes what the encoder is told of articles, and which candidates are deals, as lines of JSON for its
/// trainer.
struct ReadingDump {
  /// A reading with the score of the trees, and its kind.
  typealias Judged = (reading: ClaimSelection.Reading, kind: String)
  private var lines: [String] = []

  /// Adds an article; `judged` has its readings where there is a model.
  mutating func add(
    _ annotated: Annotated, _ reading: ArticleReading, judged: [Judged]? = nil
  ) throws {
    let input = EncoderInput(reading)
    let gold = GoldDeals(annotated, reading)
    var rows: [[Int]] = []
    var labels: [[Int]] = []
    for sentence in reading.sentences {
      let refusal = Refusal(sentence)
      for group in sentence.candidates() {
        var seen: Set<[Int]> = []
        var ways = group.ways.filter {
          !refusal.refuses($0)
            && seen.insert([$0.payer, $0.payee, $0.payerRank, $0.payeeRank]).inserted
        }.map { ($0, Int32(0), "") }
        if let judged {
          ways = judged.filter {
            $0.reading.sentence == sentence.number && $0.reading.payer == group.payer
              && $0.reading.payee == group.payee
          }.map { ($0.reading.way, $0.reading.score, $0.kind) }
        }
        let matches = gold.deals.indices.filter {
          gold.deals[$0].payer == group.payer && gold.deals[$0].payee == group.payee
        }
        let here = matches.first { gold.deals[$0].sentences.contains(sentence.number) }
        for (way, score, kind) in ways {
          let place = input.place(way, in: sentence)
          rows.append(
            [
              place.payer.0, place.payer.1, place.payee.0, place.payee.1,
              place.between.lowerBound, place.between.upperBound,
            ] + place.signs)
          labels.append([
            here ?? (matches.isEmpty ? -1 : -2),
            here.map { Self.number(of: gold.deals[$0].gold.kind) } ?? -1, group.payer, group.payee,
            Int(score), Self.number(of: kind), sentence.number,
          ])
        }
      }
    }
    let line: [String: Any] = [
      "name": annotated.name, "count": input.count, "hashes": input.hashes.map(String.init),
      "marks": input.marks.map(Int.init), "rows": rows, "labels": labels,
      "annotated": annotated.deals.count,
      "gold": gold.deals.map { deal in
        [
          deal.payer, deal.payee, Self.number(of: deal.gold.kind),
          annotated.deals.firstIndex {
            $0.payer == deal.gold.payer && $0.payee == deal.gold.payee
              && $0.kind == deal.gold.kind && $0.evidence == deal.gold.evidence
          } ?? -1,
        ]
      },
    ]
    lines.append(
      String(
        decoding: try JSONSerialization.data(withJSONObject: line, options: .sortedKeys),
        as: UTF8.self))
  }

  private static func number(of kind: String) -> Int {
    ClaimModels.kindNames.firstIndex(of: kind) ?? -1
  }

  func write(to path: String) throws {
    try (lines.joined(separator: "\n") + "\n").write(
      toFile: path, atomically: true, encoding: .utf8)
  }
}
