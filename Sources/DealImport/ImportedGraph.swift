public import DealModel

/// Reads graphs in the formats that people and other tools write.
public enum ImportedGraph {
  /// The graph of native JSON, of JSON Lines, or of an edge list.
  ///
  /// - Throws: ``ModelError`` for faulty JSON, ``ImportError`` for a faulty table.
  public static func read(_ bytes: [UInt8]) throws -> DealGraph {
    guard bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == 0x7B else {
      return try EdgeList.read(bytes)
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
