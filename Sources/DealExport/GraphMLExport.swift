import DealModel

/// GraphML 1.0 (http://graphml.graphdrawing.org/): a directed multigraph with typed attributes.
///
/// The key of a deal stands both as the edge's `id` and as its attribute `edge_id`, since igraph
/// numbers edges anew.
enum GraphMLExport {
  private static let nodeKeys = ["name", "kind", "ticker", "aliases"]
  private static let columns = DealColumn.allCases.map { column in
    (column: column, name: column == .key ? "edge_id" : column.rawValue)
  }

  static func write(_ graph: DealGraph, to sink: ByteSink) rethrows {
    var text = XMLText()
    text.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    text.raw("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    for name in nodeKeys {
      text.raw("<key id=\"n_\(name)\" for=\"node\" attr.name=\"\(name)\" attr.type=\"string\"/>\n")
    }
    for (column, name) in columns {
      let type = column.isNumeric ? "double" : "string"
      text.raw("<key id=\"e_\(name)\" for=\"edge\" attr.name=\"\(name)\" attr.type=\"\(type)\"/>\n")
    }
    text.raw("<graph id=\"deals\" edgedefault=\"directed\">\n")
    for party in graph.parties {
      node(party, to: &text)
      try text.drain(from: ByteBuffer.pieceSize, to: sink)
    }
    for deal in graph.deals {
      edge(deal, to: &text)
      try text.drain(from: ByteBuffer.pieceSize, to: sink)
    }
    text.raw("</graph>\n</graphml>\n")
    try text.drain(from: 0, to: sink)
  }

  private static func node(_ party: Party, to text: inout XMLText) {
    text.raw("<node id=\"")
    text.escaped(party.id)
    text.raw("\">")
    data("n_", "name", party.name, to: &text)
    data("n_", "kind", party.kind, to: &text)
    data("n_", "ticker", party.ticker, to: &text)
    data("n_", "aliases", party.aliases.joined(separator: "|"), to: &text)
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
    for (column, name) in columns { data("e_", name, column.text(deal), to: &text) }
    text.raw("</edge>\n")
  }

  private static func data(
    _ prefix: String, _ key: String, _ value: String?, to text: inout XMLText
  ) {
    guard let value else { return }
    text.raw("<data key=\"")
    text.raw(prefix)
    text.raw(key)
    text.raw("\">")
    text.escaped(value)
    text.raw("</data>")
  }
}
