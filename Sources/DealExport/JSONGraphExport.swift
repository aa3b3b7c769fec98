import DealModel

/// JSON Graph Format 2.1 (https://jsongraphformat.info).
enum JSONGraphExport {
  static func bytes(_ graph: DealGraph) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("graph")
    writer.beginObject()
    writer.name("directed")
    writer.bool(true)
    writer.name("type")
    writer.string("deals")
    writer.name("nodes")
    writer.beginObject()
    for party in graph.parties {
      writer.newLine()
      writer.name(party.id)
      writer.beginObject()
      writer.name("label")
      writer.string(party.name)
      writer.name("metadata")
      writer.beginObject()
      writer.traits(party)
      writer.endObject()
      writer.endObject()
    }
    writer.endObject()
    writer.name("edges")
    writer.beginArray()
    for deal in graph.deals { edge(deal, to: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endObject()
    return writer.bytes + [0x0A]
  }

  private static func edge(_ deal: Deal, to writer: inout JSONWriter) {
    writer.newLine()
    writer.beginObject()
    for (name, value) in [
      ("id", deal.key), ("source", deal.payer), ("target", deal.payee),
      ("relation", deal.kind.rawValue),
    ] {
      writer.name(name)
      writer.string(value)
    }
    writer.name("metadata")
    writer.beginObject()
    writer.columns(deal, skipping: [.key, .kind])
    writer.endObject()
    writer.endObject()
  }
}
