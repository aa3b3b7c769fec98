import DealModel
import DealRendering

/// A sentence of an article with its parties and its sum marked.
enum EvidenceMarkup {
  /// The sentences of a deal as a list.
  static func list(_ deal: Deal, articles: [String: Article]) -> String {
    guard !deal.evidence.isEmpty else { return "" }
    let items = deal.evidence.map { evidence in
      let article = articles[evidence.article]
      let language = article?.language.map { " lang=\"\(HTMLText.escaped($0))\"" } ?? ""
      return "<li><blockquote\(language)>\(marked(evidence))</blockquote>"
        + "<cite>\(source(article, evidence))</cite></li>"
    }
    return "<ul class=\"said\">" + items.joined() + "</ul>"
  }

  /// The sentence, its marks given by byte ranges; ranges that leave it or cut a character are no marks.
  static func marked(_ evidence: Evidence) -> String {
    let bytes = Array(evidence.text.utf8)
    var text = ""
    var end = 0
    for (range, name) in marks(evidence, in: bytes) where range.lowerBound >= end {
      text += escaped(bytes[end..<range.lowerBound])
      text += "<mark class=\"\(name)\">\(escaped(bytes[range]))</mark>"
      end = range.upperBound
    }
    return text + escaped(bytes[end...])
  }

  private static func marks(_ evidence: Evidence, in bytes: [UInt8]) -> [(Range<Int>, String)] {
    let start = evidence.range.lowerBound
    let all = [
      (evidence.payer, "payer"), (evidence.payee, "payee"), (evidence.amount, "sum"),
    ]
    let inside: [(Range<Int>, String)] = all.compactMap { range, name in
      guard let range, range.lowerBound >= start, range.upperBound - start <= bytes.count,
        !range.isEmpty
      else { return nil }
      let own = range.lowerBound - start..<range.upperBound - start
      return isBoundary(own.lowerBound, bytes) && isBoundary(own.upperBound, bytes)
        ? (own, name) : nil
    }
    return inside.sorted { ($0.0.lowerBound, $0.1) < ($1.0.lowerBound, $1.1) }
  }

  private static func isBoundary(_ index: Int, _ bytes: [UInt8]) -> Bool {
    index == bytes.count || bytes[index] & 0xC0 != 0x80
  }

  private static func escaped(_ bytes: ArraySlice<UInt8>) -> String {
    HTMLText.escaped(String(decoding: bytes, as: UTF8.self))
  }

  /// The article with its link and date, and the bytes that are quoted.
  private static func source(_ article: Article?, _ evidence: Evidence) -> String {
    let name = article?.title ?? article?.source ?? evidence.article
    let date = article?.date.map { ", " + Figures.words($0) } ?? ""
    return HTMLText.link(name, to: article?.source) + date
      + ", bytes \(evidence.range.lowerBound)–\(evidence.range.upperBound)"
  }
}
