import DealModel

/// The deals as a table of Markdown (GitHub's) or HTML, for a report.
enum TableExport {
  private static let heads = [
    "payer", "payee", "kind", "amount", "currency", "date", "status", "confidence", "evidence",
  ]

  static func markdown(_ graph: DealGraph) -> [UInt8] {
    var text = "| \(heads.joined(separator: " | ")) |\n"
    text += "|\(String(repeating: " --- |", count: heads.count))\n"
    for row in rows(graph) { text += "| \(row.map(escaped).joined(separator: " | ")) |\n" }
    return Array(text.utf8)
  }

  static func html(_ graph: DealGraph) -> [UInt8] {
    var text = XMLText()
    text.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">")
    text.raw("<title>Deals</title></head>\n<body>\n<table>\n<thead><tr>")
    for head in heads { text.raw("<th scope=\"col\">\(head)</th>") }
    text.raw("</tr></thead>\n<tbody>\n")
    for row in rows(graph) {
      text.raw("<tr>")
      for cell in row {
        text.raw("<td>")
        text.escaped(cell)
        text.raw("</td>")
      }
      text.raw("</tr>\n")
    }
    text.raw("</tbody>\n</table>\n</body>\n</html>\n")
    return text.bytes
  }

  private static func rows(_ graph: DealGraph) -> [[String]] {
    let names = Dictionary(
      graph.parties.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    let columns: [DealColumn] = [.kind, .amount, .currency, .date, .status, .confidence, .evidence]
    return graph.deals.map { deal in
      [names[deal.payer] ?? deal.payer, names[deal.payee] ?? deal.payee]
        + columns.map { $0.text(deal) ?? "" }
    }
  }

  /// A text without meaning to Markdown: marks of ASCII are escaped, line breaks are spaces.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n", "\r", "\t": result += " "
      case "\u{0}"..."\u{1F}": continue
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case "\u{21}"..."\u{2B}", "\u{3A}"..."\u{40}", "\u{5B}"..."\u{60}", "\u{7B}"..."\u{7E}":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
