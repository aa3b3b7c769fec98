public import DealModel

/// Reads graphs in the formats that people and other tools write.
public enum ImportedGraph {
  /// The graph of native JSON, of JSON Lines, of GraphML, or of a table of deals or of parties.
  ///
  /// - Throws: ``ModelError`` for faulty JSON, ``ImportError`` for a faulty table or GraphML.
  public static func read(_ bytes: [UInt8]) throws -> DealGraph {
    switch bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) {
    case 0x7B: break
    case 0x3C: return try GraphML.read(bytes)
    default: return try EdgeList.read(bytes)
    }
    let line = bytes.split(separator: 0x0A, maxSplits: 1).first ?? []
    var probe = JSONReader(Array(line))
    guard (try? probe.deal()) != nil else { return try DealGraph(json: bytes) }
    var graph = DealGraph()
    var reader = JSONReader(bytes)
    while !reader.isAtEnd() { graph.deals.append(try reader.deal()) }
    graph.addEnds()
    return graph
  }
}

extension DealGraph {
  /// Makes a party of every end of a deal that is none yet.
  mutating func addEnds() {
    var known = Set(parties.map(\.id))
    for id in deals.flatMap({ [$0.payer, $0.payee] }) where known.insert(id).inserted {
      parties.append(Party(id: id, name: id))
    }
  }
}
