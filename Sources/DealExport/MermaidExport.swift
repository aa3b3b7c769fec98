import DealModel

/// A Mermaid flowchart, payer to payee; planned deals and talks are dotted.
///
/// Mermaid itself refuses more than 500 edges unless its configuration says otherwise.
enum MermaidExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var text = "flowchart LR\n"
    var places: [String: Int] = [:]
    for (index, party) in graph.parties.enumerated() {
      places[party.id] = index
      text += "  n\(index)[\"\(encoded(party.name))\"]\n"
    }
    for deal in graph.deals {
      guard let payer = places[deal.payer], let payee = places[deal.payee] else { continue }
      let isFirm = deal.status == .agreed || deal.status == .completed
      let parts = [
        deal.kind.rawValue, deal.amount?.currency.rawValue,
        deal.amount.map { CSVExport.number($0.value) }, deal.date?.description,
      ]
      let label = encoded(parts.compactMap { $0 }.joined(separator: " "))
      text += "  n\(payer) \(isFirm ? "-->" : "-.->")|\"\(label)\"| n\(payee)\n"
    }
    return Array(text.utf8)
  }

  /// A text in which every mark of ASCII is an entity: Mermaid has no other escape, and `:` before
  /// `;` can make it drop the latter.
  static func encoded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ".", ",": result.unicodeScalars.append(scalar)
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": continue
      case "\u{21}"..."\u{7E}": result += "#\(scalar.value);"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
