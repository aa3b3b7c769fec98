extension DealGraph {
  /// Reads the native JSON (node-link; `links` is taken for `edges`), keeping what it does not know.
  ///
  /// - Throws: ``ModelError`` with the place, when the text is no JSON or breaks the contract: a
  ///   deal without `source`, `target` or `kind`, an end that is no node, a key or an id twice.
  public init(json bytes: [UInt8]) throws(ModelError) {
    self.init()
    var reader = JSONReader(bytes)
    var sawNodes = false
    var sawEdges = false
    var edgeOffsets: [Int] = []
    try reader.object { (name, reader) throws(ModelError) in
      switch name {
      case "graph": try reader.graphAttributes(into: &self)
      case "nodes":
        sawNodes = true
        try reader.array { (reader) throws(ModelError) in parties.append(try reader.party()) }
      case "edges", "links":
        sawEdges = true
        // About what a deal with its sentence takes, so that the array seldom has to move.
        deals.reserveCapacity((bytes.count - reader.offset) / 480)
        try reader.array { (reader) throws(ModelError) in
          _ = reader.peek()
          edgeOffsets.append(reader.offset)
          deals.append(try reader.deal())
        }
      case "directed", "multigraph": try reader.skip()
      default: unknownBeside.append(JSONField(name: name, value: try reader.value()))
      }
    }
    try reader.end()
    guard sawNodes, sawEdges else {
      throw reader.error(.contract, "no \"\(sawNodes ? "edges" : "nodes")\" in the graph", at: 0)
    }
    try check(edgeOffsets, reader)
  }

  /// Ids and keys are unique and ends are nodes; a missing key is made from the deal.
  private mutating func check(
    _ edgeOffsets: [Int], _ reader: JSONReader
  ) throws(ModelError) {
    var ids = Set<String>(minimumCapacity: parties.count)
    for party in parties where !ids.insert(party.id).inserted {
      throw reader.error(.contract, "two nodes have the id \"\(party.id)\"", at: 0)
    }
    var keys = Set<String>(minimumCapacity: deals.count)
    for index in deals.indices where !deals[index].key.isEmpty {
      guard keys.insert(deals[index].key).inserted else {
        throw reader.error(
          .contract, "two edges have the key \"\(deals[index].key)\"", at: edgeOffsets[index])
      }
    }
    for index in deals.indices {
      try Self.check(deals[index].payer, ids, edgeOffsets[index], reader)
      try Self.check(deals[index].payee, ids, edgeOffsets[index], reader)
      if deals[index].key.isEmpty {
        deals[index].key = Self.freeKey(deals[index], keys)
        keys.insert(deals[index].key)
      }
    }
  }

  private static func check(
    _ end: String, _ ids: Set<String>, _ offset: Int, _ reader: JSONReader
  ) throws(ModelError) {
    guard !ids.contains(end) else { return }
    throw reader.error(.contract, "an edge ends at \"\(end)\", which is no node", at: offset)
  }

  /// The first of a deal's keys that is not taken.
  private static func freeKey(_ deal: Deal, _ taken: Set<String>) -> String {
    var number = 1
    func candidate() -> String { "\(deal.payer)>\(deal.payee):\(deal.kind.rawValue):\(number)" }
    while taken.contains(candidate()) { number += 1 }
    return candidate()
  }
}
