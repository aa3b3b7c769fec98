import DealModel
import DealRendering

/// The table of all deals, which needs no script.
struct DealTable {
  let graph: DealGraph
  let tellings: [DealTelling]
  let names: [String: String]
  let articles: [String: Article]

  private static let columns: [(title: String, by: String, extra: String)] = [
    ("From → to", "parties", ""), ("Kind", "kind", ""),
    ("Sum", "sum", " data-first=\"down\""), ("Status", "status", ""),
    ("Date", "date", " data-first=\"down\""),
    ("Confidence", "confidence", " data-first=\"down\" class=\"number\""),
  ]

  /// The table in HTML.
  var html: String {
    let heads = Self.columns.map { column in
      "<th scope=\"col\" data-by=\"\(column.by)\"\(column.extra)>\(column.title)</th>"
    }
    return "<table><caption>Money goes from the first party to the second.</caption><thead><tr>"
      + heads.joined() + "<th scope=\"col\">What the articles say</th></tr></thead><tbody>"
      + zip(graph.deals, tellings).map(row).joined(separator: "\n") + "</tbody></table>"
  }

  private func row(_ deal: Deal, _ telling: DealTelling) -> String {
    let parties = [deal.payer, deal.payee].map { names[$0] ?? $0 }
    let way = parties.map { "<bdi>\(HTMLText.escaped($0))</bdi>" }.joined(separator: " → ")
    let rank = DealStatus.all.firstIndex(of: deal.status) ?? DealStatus.all.count
    var row = "<tr data-deal=\"\(HTMLText.percentEncoded(deal.key))\">"
    row +=
      "<th scope=\"row\" data-value=\"\(HTMLText.escaped(parties.joined(separator: " ")))\">\(way)</th>"
    row += cell(DealWording.word(deal.kind), value: deal.kind.rawValue, class: "short")
    row += cell(sum(telling), value: deal.amount?.usd.map(Figures.plain) ?? "", class: "sum")
    row += cell(deal.status.rawValue, value: String(rank), class: "short")
    row += cell(deal.date?.description ?? "–", value: deal.date?.description ?? "", class: "short")
    let percent = deal.confidence.map { Int(($0 * 100).rounded()) }
    row += cell(
      percent.map { "\($0)%" } ?? "–", value: percent.map(String.init) ?? "", class: "number")
    return row + "<td class=\"words\">\(EvidenceMarkup.list(deal, articles: articles))</td></tr>"
  }

  private func sum(_ telling: DealTelling) -> String {
    let parts = [telling.sum, telling.converted, telling.capacity].compactMap { $0 }
    return parts.isEmpty ? "not stated" : parts.joined(separator: ", ")
  }

  private func cell(_ text: String, value: String, class name: String) -> String {
    "<td class=\"\(name)\" data-value=\"\(HTMLText.escaped(value))\">\(HTMLText.escaped(text))</td>"
  }
}
