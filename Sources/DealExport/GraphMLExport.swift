import DealModel

/// GraphML 1.0 (http://graphml.graphdrawing.org/): a directed multigraph with typed attributes.
///
/// The key of a deal stands both as the edge's `id` and as its attribute `edge_id`, since igraph
/// numbers edges anew.
enum GraphMLExport {
  private static let nodeKeys = ["name", "kind", "ticker", "aliases"]
  private static let edgeKeys: [(name: String, type: String)] = [
    ("edge_id", "string"), ("kind", "string"), ("returns", "string"), ("amount", "double"),
    ("currency", "string"), ("bound", "string"), ("scope", "string"), ("usd", "double"),
    ("capacity", "double"), ("unit", "string"), ("stake", "double"), ("years", "double"),
    ("date", "string"), ("status", "string"), ("confidence", "double"), ("evidence", "string"),
  ]

  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var text = XMLText()
    text.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    text.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for name in nodeKeys {
      text.raw("<key id=\"n_\(name)\" for=\"node\" attr.name=\"\(name)\" attr.type=\"string\"/>\n")
    }
    for (name, type) in edgeKeys {
      text.raw("<key id=\"e_\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
    }
    text.raw("<graph id=\"deals\" edgedefault=\"directed\">\n")
    for party in graph.parties { node(party, to: &text) }
    for deal in graph.deals { edge(deal, to: &text) }
    text.raw("</graph>\n</graphml>\n")
    return text.bytes
  }

  private static func node(_ party: Party, to text: inout XMLText) {
    text.raw("<node id=\"")
    text.escaped(party.id)
    text.raw("\">")
    let values: [String?] = [
      party.name, party.kind, party.ticker, party.aliases.joined(separator: "|"),
    ]
    for (name, value) in zip(nodeKeys, values) { data("n_\(name)", value, to: &text) }
    text.raw("</node>\n")
  }

  private static func edge(_ deal: Deal, to text: inout XMLText) {
    text.raw("<edge id=\"")
    text.escaped(deal.key)
    text.raw("\" source=\"")
    text.escaped(deal.payer)
    text.raw("\" target=\"")
    text.escaped(deal.payee)
    text.raw("\">")
    func number(_ value: Double?) -> String? { value.map { CSVExport.number($0) } }
    let values = [
      deal.key, deal.kind.rawValue, deal.returns?.rawValue, number(deal.amount?.value),
      deal.amount?.currency.rawValue, deal.amount?.bound.rawValue, deal.amount?.scope.rawValue,
      number(deal.amount?.usd), number(deal.capacity?.value), deal.capacity?.unit,
      number(deal.stake), number(deal.years), deal.date?.description, deal.status.rawValue,
      number(deal.confidence), deal.evidence.first?.text,
    ]
    for (key, value) in zip(edgeKeys, values) { data("e_\(key.name)", value, to: &text) }
    text.raw("</edge>\n")
  }

  private static func data(_ key: String, _ value: String?, to text: inout XMLText) {
    guard let value else { return }
    text.raw("<data key=\"\(key)\">")
    text.escaped(value)
    text.raw("</data>")
  }
}

/// XML 1.0 text: markup characters as references, what XML forbids left out.
struct XMLText {
  private(set) var bytes: [UInt8] = []

  mutating func raw(_ text: String) { bytes += text.utf8 }

  mutating func escaped(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": raw("&amp;")
      case "<": raw("&lt;")
      case ">": raw("&gt;")
      case "\"": raw("&quot;")
      case "\n": raw("&#10;")
      case "\r": raw("&#13;")
      case "\t": raw("&#9;")
      case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
