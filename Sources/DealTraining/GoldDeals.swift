import DealExtraction
import DealMentions
import DealText
import Foundation

/// An article's annotated deals, in terms of the entities that were found in it.
struct GoldDeals {
  struct Deal {
    let payer: Int
    let payee: Int
    let gold: Annotated.Deal
    /// The sentences the evidence covers.
    let sentences: ClosedRange<Int>
  }

  let deals: [Deal]
  let missing: Int

  init(_ annotated: Annotated, _ reading: ArticleReading) {
    var entities: [String: Set<Int>] = [:]
    for party in annotated.parties {
      let forms = Set(party.forms.map(Self.fold))
      for (index, entity) in reading.mentions.entities.enumerated()
      where entity.forms.contains(where: { forms.contains(Self.fold($0)) }) {
        entities[party.name, default: []].insert(index)
      }
    }
    var deals: [Deal] = []
    var missing = 0
    let text = annotated.text.source.text
    for gold in annotated.deals {
      guard let range = Self.find(Array(gold.evidence.utf8), in: text),
        let payers = entities[gold.payer], let payees = entities[gold.payee]
      else {
        missing += 1
        continue
      }
      let touched = reading.sentences.filter { sentence in
        let bytes = reading.article.normal.originalRange(
          of: reading.article.bytes(of: sentence.tokens))
        return bytes.overlaps(range)
      }.map(\.number)
      guard let first = touched.first, let last = touched.last else {
        missing += 1
        continue
      }
      for payer in payers.sorted() {
        for payee in payees.sorted() where payer != payee {
          deals.append(Deal(payer: payer, payee: payee, gold: gold, sentences: first...last))
        }
      }
    }
    self.deals = deals
    self.missing = missing
  }

  static func fold(_ name: String) -> String {
    let tokens = phraseTokens(name)
    var words = tokens.filter { $0.kind != .mark }.map(\.word)
    let legal = Set(
      [
        "inc", "corp", "corporation", "company", "co", "ltd", "limited", "llc", "plc", "ag", "sa",
        "group", "holdings", "the", "inc.", "corp.", "co.", "ltd.",
      ].map { foldedHash($0.utf8) })
    words.removeAll { legal.contains($0) && tokens.count > 1 }
    return words.map { String($0, radix: 36) }.joined(separator: " ")
  }

  static func find(_ needle: [UInt8], in text: [UInt8]) -> Range<Int>? {
    guard !needle.isEmpty, needle.count <= text.count else { return nil }
    for start in 0...(text.count - needle.count)
    where text[start] == needle[0] && text[start..<start + needle.count].elementsEqual(needle) {
      return start..<start + needle.count
    }
    return nil
  }
}
