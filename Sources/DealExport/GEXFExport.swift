import DealModel

/// GEXF 1.3 (https://gexf.net) with dates and colours, for Gephi and networkx.
///
/// A deal begins on the first day its date can mean; the attribute `date` keeps the date as it is known.
enum GEXFExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var text = XMLText()
    text.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gexf xmlns=\"http://gexf.net/1.3\"")
    text.raw(" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n")
    text.raw("<graph defaultedgetype=\"directed\" mode=\"dynamic\" timeformat=\"date\">\n")
    text.raw("<attributes class=\"node\" mode=\"static\">\n")
    for name in ["kind", "ticker", "aliases"] { attribute(name, "string", to: &text) }
    text.raw("</attributes>\n<attributes class=\"edge\" mode=\"static\">\n")
    for column in DealColumn.allCases {
      attribute(name(of: column), column.isNumeric ? "double" : "string", to: &text)
    }
    text.raw("</attributes>\n<nodes>\n")
    for party in graph.parties { node(party, to: &text) }
    text.raw("</nodes>\n<edges>\n")
    for deal in graph.deals { edge(deal, to: &text) }
    text.raw("</edges>\n</graph>\n</gexf>\n")
    return text.bytes
  }

  /// networkx has a use of its own for `key`.
  private static func name(of column: DealColumn) -> String {
    column == .key ? "edge_id" : column.rawValue
  }

  private static func attribute(_ name: String, _ type: String, to text: inout XMLText) {
    text.raw("<attribute id=\"\(name)\" title=\"\(name)\" type=\"\(type)\"/>\n")
  }

  private static func node(_ party: Party, to text: inout XMLText) {
    text.raw("<node id=\"")
    text.escaped(party.id)
    text.raw("\" label=\"")
    text.escaped(party.name)
    text.raw("\"><attvalues>")
    value("kind", party.kind, to: &text)
    value("ticker", party.ticker, to: &text)
    value("aliases", party.aliases.joined(separator: "|"), to: &text)
    text.raw("</attvalues><viz:color r=\"68\" g=\"84\" b=\"106\"/></node>\n")
  }

  private static func edge(_ deal: Deal, to text: inout XMLText) {
    text.raw("<edge id=\"")
    text.escaped(deal.key)
    text.raw("\" source=\"")
    text.escaped(deal.payer)
    text.raw("\" target=\"")
    text.escaped(deal.payee)
    text.raw("\" label=\"")
    text.escaped(deal.kind.rawValue)
    text.raw("\"")
    if let date = deal.date, let day = PartialDate.civil(dayNumber: date.firstDay) {
      text.raw(" start=\"\(day)\"")
    }
    text.raw("><attvalues>")
    for column in DealColumn.allCases { value(name(of: column), column.text(deal), to: &text) }
    text.raw("</attvalues>\(color(of: deal.kind))</edge>\n")
  }

  private static func value(_ name: String, _ value: String?, to text: inout XMLText) {
    guard let value else { return }
    text.raw("<attvalue for=\"\(name)\" value=\"")
    text.escaped(value)
    text.raw("\"/>")
  }

  /// Colours that stay apart under the common colour blindnesses (Okabe and Ito 2008).
  private static func color(of kind: DealKind) -> String {
    switch kind {
    case .investment, .acquisition, .equityGrant: "<viz:color r=\"0\" g=\"114\" b=\"178\"/>"
    case .purchase, .lease, .licence: "<viz:color r=\"213\" g=\"94\" b=\"0\"/>"
    case .compute: "<viz:color r=\"0\" g=\"158\" b=\"115\"/>"
    case .loan, .guarantee, .grant, .revenueShare: "<viz:color r=\"204\" g=\"121\" b=\"167\"/>"
    default: "<viz:color r=\"138\" g=\"143\" b=\"152\"/>"
    }
  }
}
