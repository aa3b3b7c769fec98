extension JSONReader {
  mutating func graphAttributes(into graph: inout DealGraph) throws(ModelError) {
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
    try object(ArticleField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.id): article.id = try reader.string()
      case .known(.title): article.title = try reader.stringOrNull()
      case .known(.source): article.source = try reader.stringOrNull()
      case .known(.date): article.date = try reader.dateOrNull()
      case .known(.language): article.language = try reader.stringOrNull()
      case .known(.bytes): article.bytes = try reader.null() ? nil : reader.integer()
      case .other(let name):
        article.unknown.append(JSONField(name: name, value: try reader.value()))
      }
    }
    return article
  }

  /// Reads a party of the contract's `nodes`.
  public mutating func party() throws(ModelError) -> Party {
    var party = Party(id: "", name: "")
    _ = peek()
    let start = offset
    try object(PartyField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.id):
        // Graphs made by other tools number their nodes.
        party.id = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case .known(.name): party.name = try reader.stringOrNull() ?? ""
      case .known(.aliases):
        if try reader.null() { break }
        try reader.array { (reader) throws(ModelError) in
          party.aliases.append(try reader.string())
        }
      case .known(.kind): party.kind = try reader.stringOrNull()
      case .known(.ticker): party.ticker = try reader.stringOrNull()
      case .other(let name): party.unknown.append(JSONField(name: name, value: try reader.value()))
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
    try object(DealField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.key):
        deal.key = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case .known(.source):
        deal.payer = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case .known(.target):
        deal.payee = reader.peek() == 0x22 ? try reader.string() : String(try reader.integer())
      case .known(.kind): deal.kind = DealKind(rawValue: try reader.string())
      case .known(.returns): deal.returns = try reader.stringOrNull().map(Returns.init(rawValue:))
      case .known(.amount): deal.amount = try reader.amountOrNull()
      case .known(.capacity): deal.capacity = try reader.capacityOrNull()
      case .known(.stake): deal.stake = try reader.numberOrNull()
      case .known(.years): deal.years = try reader.numberOrNull()
      case .known(.date): deal.date = try reader.dateOrNull()
      case .known(.status):
        if let word = try reader.stringOrNull() { deal.status = DealStatus(rawValue: word) }
      case .known(.confidence): deal.confidence = try reader.numberOrNull()
      case .known(.evidence):
        if try reader.null() { break }
        try reader.array { (reader) throws(ModelError) in
          deal.evidence.append(try reader.evidence())
        }
      case .other(let name): deal.unknown.append(JSONField(name: name, value: try reader.value()))
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
    try object(AmountField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.value): amount.value = try reader.number()
      case .known(.low): amount.low = try reader.numberOrNull()
      case .known(.currency):
        amount.currency = Currency(rawValue: try reader.string())
        hasCurrency = true
      case .known(.bound): amount.bound = Bound(rawValue: try reader.string())
      case .known(.scope): amount.scope = Scope(rawValue: try reader.string())
      case .known(.usd): amount.usd = try reader.numberOrNull()
      case .other(let name): amount.unknown.append(JSONField(name: name, value: try reader.value()))
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
    try object(CapacityField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.value): capacity.value = try reader.number()
      case .known(.unit): capacity.unit = try reader.string()
      case .known(.bound): capacity.bound = Bound(rawValue: try reader.string())
      case .other(let name):
        capacity.unknown.append(JSONField(name: name, value: try reader.value()))
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
    try object(EvidenceField.names) { (name, reader) throws(ModelError) in
      switch name {
      case .known(.article): evidence.article = try reader.string()
      case .known(.start): start = try reader.integer()
      case .known(.end): end = try reader.integer()
      case .known(.text): evidence.text = try reader.string()
      case .known(.payer): evidence.payer = try reader.rangeOrNull()
      case .known(.payee): evidence.payee = try reader.rangeOrNull()
      case .known(.amount): evidence.amount = try reader.rangeOrNull()
      case .known(.rule): evidence.rule = try reader.stringOrNull()
      case .other(let name):
        evidence.unknown.append(JSONField(name: name, value: try reader.value()))
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
    var (start, end, count) = (-1, -1, 0)
    try array { (reader) throws(ModelError) in
      (start, end) = (end, try reader.integer())
      count += 1
    }
    guard count == 2, 0 <= start, start <= end else {
      throw error(.contract, "a byte range is [start, end]", at: place)
    }
    return start..<end
  }
}

private enum ArticleField: String, CaseIterable, Sendable {
  case id, title, source, date, language, bytes
  static let names = JSONNames<ArticleField>()
}

private enum PartyField: String, CaseIterable, Sendable {
  case id, name, aliases, kind, ticker
  static let names = JSONNames<PartyField>()
}

private enum DealField: String, CaseIterable, Sendable {
  case key, source, target, kind, returns, amount, capacity, stake, years, date, status, confidence
  case evidence
  static let names = JSONNames<DealField>()
}

private enum AmountField: String, CaseIterable, Sendable {
  case value, low, currency, bound, scope, usd
  static let names = JSONNames<AmountField>()
}

private enum CapacityField: String, CaseIterable, Sendable {
  case value, unit, bound
  static let names = JSONNames<CapacityField>()
}

private enum EvidenceField: String, CaseIterable, Sendable {
  case article, start, end, text, payer, payee, amount, rule
  static let names = JSONNames<EvidenceField>()
}
