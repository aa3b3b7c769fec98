import DealFlow
import DealLoops
import DealModel
import DealRendering

/// What the script reads: JSON in which no `<` is left, so that it cannot end its element.
struct PageData {
  let graph: DealGraph
  let tellings: [DealTelling]

  /// What the page says of each deal and each party, in the order of the graph.
  var told: String {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("deals")
    writer.beginArray()
    for (deal, telling) in zip(graph.deals, tellings) { Self.write(deal, telling, to: &writer) }
    writer.endArray()
    writer.name("parties")
    writer.beginArray()
    let flows = FlowGraph(graph)
    for party in graph.parties { Self.write(party.id, flows, graph, to: &writer) }
    writer.endArray()
    writer.endObject()
    return Self.harmless(writer.bytes)
  }

  private static func write(_ deal: Deal, _ telling: DealTelling, to writer: inout JSONWriter) {
    let returns = (deal.returns ?? Returns(of: deal.kind)).rawValue
    writer.beginObject()
    for (name, text) in [
      ("telling", telling.sentence), ("sum", telling.sum), ("converted", telling.converted),
      ("capacity", telling.capacity), ("kind", DealWording.word(deal.kind)),
      ("returns", returns == "none" ? nil : returns), ("status", deal.status.rawValue),
      ("date", deal.date.map(Figures.words)),
    ] {
      writer.name(name)
      writer.string(text)
    }
    writer.endObject()
  }

  /// Money in and out of a party in US dollars, joint sums shared, and how many deals state no sum.
  private static func write(
    _ party: String, _ flows: FlowGraph, _ graph: DealGraph, to writer: inout JSONWriter
  ) {
    func sum(_ isOwn: (FlowGraph.Flow) -> Bool) -> Double {
      flows.flows.reduce(0) { isOwn($1) ? $0 + $1.usd : $0 }
    }
    let number = flows.parties.firstIndex(of: party).map(Int32.init)
    let open = graph.deals.count {
      ($0.payer == party || $0.payee == party) && $0.amount?.usd == nil
        && $0.kind != .partnership && $0.status != .ended
    }
    writer.beginObject()
    writer.name("incoming")
    writer.number(sum { $0.payee == number })
    writer.name("outgoing")
    writer.number(sum { $0.payer == number })
    writer.name("open")
    writer.integer(open)
    writer.endObject()
  }

  /// JSON with each `<` as an escape, which can stand in strings alone.
  static func harmless(_ json: [UInt8]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(json.count)
    for byte in json {
      if byte == 0x3C { bytes += Array("\\u003c".utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
