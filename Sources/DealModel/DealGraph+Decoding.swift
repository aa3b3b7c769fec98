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
    var ids: Set<String> = []
    for party in parties where !ids.insert(party.id).inserted {
      throw reader.error(.contract, "two nodes have the id \"\(party.id)\"", at: 0)
    }
    var keys = Set(deals.lazy.map(\.key).filter { !$0.isEmpty })
    var seen: Set<String> = []
    for index in deals.indices {
      let deal = deals[index]
      for end in [deal.payer, deal.payee] where !ids.contains(end) {
        throw reader.error(
          .contract, "an edge ends at \"\(end)\", which is no node", at: edgeOffsets[index])
      }
      if deal.key.isEmpty {
        var number = 1
        func candidate() -> String {
          "\(deal.payer)>\(deal.payee):\(deal.kind.rawValue):\(number)"
        }
        while keys.contains(candidate()) { number += 1 }
        deals[index].key = candidate()
        keys.insert(deals[index].key)
      }
      guard seen.insert(deals[index].key).inserted else {
        throw reader.error(
          .contract, "two edges have the key \"\(deal.key)\"", at: edgeOffsets[index])
      }
    }
  }
}

extension JSONReader {
  fileprivate mutating func graphAttributes(into graph: inout DealGraph) throws(ModelError) {
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "format":
        guard try reader.string() == "dealgraph" else {
          throw reader.error(.contract, "the graph's format is not \"dealgraph\"")
        }
      case "version":
        guard try reader.integer() == 1 else {
          throw reader.error(.contract, "the graph's version is not 1")
        }
      case "articles":
        try reader.array { (reader) throws(ModelError) in
          graph.articles.append(try reader.article())
        }
      default: graph.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
  }

  /// Reads an article of the contract's `graph.articles`.
  public mutating func article() throws(ModelError) -> Article {
    var article = Article(id: "")
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "id": article.id = try reader.string()
      case "title": article.title = try reader.stringOrNull()
      case "source": article.source = try reader.stringOrNull()
      case "date": article.date = try reader.dateOrNull()
      case "language": article.language = try reader.stringOrNull()
      case "bytes": article.bytes = try reader.null() ? nil : reader.integer()
      default: article.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    return article
  }

  /// Reads a party of the contract's `nodes`.
  public mutating func party() throws(ModelError) -> Party {
    var party = Party(id: "", name: "")
    _ = peek()
    let start = offset
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "id":
        // Graphs made by other tools number their nodes.
        party.id = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case "name": party.name = try reader.stringOrNull() ?? ""
      case "aliases":
        if try reader.null() { break }
        try reader.array { (reader) throws(ModelError) in
          party.aliases.append(try reader.string())
        }
      case "kind": party.kind = try reader.stringOrNull()
      case "ticker": party.ticker = try reader.stringOrNull()
      default: party.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    guard !party.id.isEmpty else { throw error(.contract, "a node without an id", at: start) }
    if party.name.isEmpty { party.name = party.id }
    return party
  }

  /// Reads a deal of the contract's `edges`.
  public mutating func deal() throws(ModelError) -> Deal {
    var deal = Deal(key: "", payer: "", payee: "", kind: DealKind(rawValue: ""))
    _ = peek()
    let start = offset
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "key":
        deal.key = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case "source":
        deal.payer = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case "target":
        deal.payee = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case "kind": deal.kind = DealKind(rawValue: try reader.string())
      case "returns": deal.returns = try reader.stringOrNull().map(Returns.init(rawValue:))
      case "amount": deal.amount = try reader.amountOrNull()
      case "capacity": deal.capacity = try reader.capacityOrNull()
      case "stake": deal.stake = try reader.numberOrNull()
      case "years": deal.years = try reader.numberOrNull()
      case "date": deal.date = try reader.dateOrNull()
      case "status":
        if let word = try reader.stringOrNull() { deal.status = DealStatus(rawValue: word) }
      case "confidence": deal.confidence = try reader.numberOrNull()
      case "evidence":
        if try reader.null() { break }
        try reader.array { (reader) throws(ModelError) in
          deal.evidence.append(try reader.evidence())
        }
      default: deal.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    for (value, name) in [
      (deal.payer, "source"), (deal.payee, "target"), (deal.kind.rawValue, "kind"),
    ] where value.isEmpty {
      throw error(.contract, "an edge without \"\(name)\"", at: start)
    }
    return deal
  }

  private mutating func dateOrNull() throws(ModelError) -> PartialDate? {
    _ = peek()
    let start = offset
    guard let text = try stringOrNull() else { return nil }
    guard let date = PartialDate(text) else {
      throw error(.contract, "\"\(text)\" is no date YYYY, YYYY-MM or YYYY-MM-DD", at: start)
    }
    return date
  }

  private mutating func amountOrNull() throws(ModelError) -> Amount? {
    if try null() { return nil }
    var amount = Amount(value: .nan, currency: .usd)
    _ = peek()
    let start = offset
    var hasCurrency = false
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "value": amount.value = try reader.number()
      case "low": amount.low = try reader.numberOrNull()
      case "currency":
        amount.currency = Currency(rawValue: try reader.string())
        hasCurrency = true
      case "bound": amount.bound = Bound(rawValue: try reader.string())
      case "scope": amount.scope = Scope(rawValue: try reader.string())
      case "usd": amount.usd = try reader.numberOrNull()
      default: amount.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    guard amount.value >= 0, hasCurrency else {
      throw error(.contract, "an amount needs a value of 0 or more and a currency", at: start)
    }
    return amount
  }

  private mutating func capacityOrNull() throws(ModelError) -> Capacity? {
    if try null() { return nil }
    var capacity = Capacity(value: .nan, unit: "")
    _ = peek()
    let start = offset
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "value": capacity.value = try reader.number()
      case "unit": capacity.unit = try reader.string()
      case "bound": capacity.bound = Bound(rawValue: try reader.string())
      default: capacity.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    guard capacity.value >= 0, !capacity.unit.isEmpty else {
      throw error(.contract, "a capacity needs a value of 0 or more and a unit", at: start)
    }
    return capacity
  }

  private mutating func evidence() throws(ModelError) -> Evidence {
    var evidence = Evidence(article: "", range: 0..<0, text: "")
    var start = 0
    var end = 0
    _ = peek()
    let place = offset
    try object { (name, reader) throws(ModelError) in
      switch name {
      case "article": evidence.article = try reader.string()
      case "start": start = try reader.integer()
      case "end": end = try reader.integer()
      case "text": evidence.text = try reader.string()
      case "payer": evidence.payer = try reader.rangeOrNull()
      case "payee": evidence.payee = try reader.rangeOrNull()
      case "amount": evidence.amount = try reader.rangeOrNull()
      case "rule": evidence.rule = try reader.stringOrNull()
      default: evidence.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    guard 0 <= start, start <= end else {
      throw error(.contract, "an evidence whose end is before its start", at: place)
    }
    evidence.range = start..<end
    return evidence
  }

  private mutating func rangeOrNull() throws(ModelError) -> Range<Int>? {
    if try null() { return nil }
    _ = peek()
    let place = offset
    var numbers: [Int] = []
    try array { (reader) throws(ModelError) in numbers.append(try reader.integer()) }
    guard numbers.count == 2, 0 <= numbers[0], numbers[0] <= numbers[1] else {
      throw error(.contract, "a byte range is [start, end]", at: place)
    }
    return numbers[0]..<numbers[1]
  }
}
