import DealModel

/// The JSON of Cytoscape.js, as networkx's `cytoscape_graph` reads it too.
enum CytoscapeExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("data")
    writer.beginObject()
    writer.name("name")
    writer.string("deals")
    writer.endObject()
    writer.name("directed")
    writer.bool(true)
    writer.name("multigraph")
    writer.bool(true)
    writer.name("elements")
    writer.beginObject()
    writer.name("nodes")
    writer.beginArray()
    for party in graph.parties { node(party, to: &writer) }
    writer.endArray()
    writer.name("edges")
    writer.beginArray()
    let ids = Set(graph.parties.map(\.id))
    for deal in graph.deals { edge(deal, ids, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private static func node(_ party: Party, to writer: inout JSONWriter) {
    writer.newLine()
    writer.beginObject()
    writer.name("data")
    writer.beginObject()
    for name in ["id", "value"] {
      writer.name(name)
      writer.string(party.id)
    }
    writer.name("name")
    writer.string(party.name)
    writer.traits(party)
    writer.endObject()
    writer.endObject()
  }

  /// An edge, whose id may be that of no node.
  private static func edge(_ deal: Deal, _ ids: Set<String>, to writer: inout JSONWriter) {
    var id = deal.key
    while ids.contains(id) { id = "deal:" + id }
    writer.newLine()
    writer.beginObject()
    writer.name("data")
    writer.beginObject()
    for (name, value) in [("id", id), ("source", deal.payer), ("target", deal.payee)] {
      writer.name(name)
      writer.string(value)
    }
    writer.name("interaction")
    writer.string(deal.kind.rawValue)
    writer.columns(deal)
    writer.endObject()
    writer.endObject()
  }
}
