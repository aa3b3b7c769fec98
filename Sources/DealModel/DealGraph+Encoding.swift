extension DealGraph {
  /// The native JSON: one party and one deal a line, fields in the contract's order.
  public func json() -> [UInt8] {
    var bytes: [UInt8] = []
    writeJSON { bytes += $0 }
    return bytes
  }

  /// Hands over the native JSON in pieces of some 64 KiB, without gathering them.
  ///
  /// - Throws: What `sink` throws.
  public func writeJSON(to sink: ([UInt8]) throws -> Void) rethrows {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("directed")
    writer.bool(true)
    writer.name("multigraph")
    writer.bool(true)
    writer.newLine()
    writer.name("graph")
    writer.beginObject()
    writer.name("format")
    writer.string("dealgraph")
    writer.name("version")
    writer.integer(1)
    try Self.writeLines("articles", articles, to: &writer, sink) { $1.article($0) }
    writer.fields(unknown)
    writer.endObject()
    try Self.writeLines("nodes", parties, to: &writer, sink) { $1.party($0) }
    try Self.writeLines("edges", deals, to: &writer, sink) { $1.deal($0) }
    writer.fields(unknownBeside)
    writer.endObject()
    try writer.drain(to: sink)
    try sink([0x0A])
  }

  private static func writeLines<Element>(
    _ name: String, _ elements: [Element], to writer: inout JSONWriter,
    _ sink: ([UInt8]) throws -> Void, _ write: (Element, inout JSONWriter) -> Void
  ) rethrows {
    writer.newLine()
    writer.name(name)
    writer.beginArray()
    // By index, since an element that is iterated over is copied with all its references.
    for index in elements.indices {
      writer.newLine()
      write(elements[index], &writer)
      if writer.count >= ByteBuffer.pieceSize { try writer.drain(to: sink) }
    }
    writer.endArray()
  }
}

extension JSONWriter {
  /// Writes an article as in the contract's `graph.articles`.
  public mutating func article(_ article: Article) {
    beginObject()
    name("id")
    string(article.id)
    name("title")
    string(article.title)
    name("source")
    string(article.source)
    name("date")
    date(article.date)
    name("language")
    string(article.language)
    name("bytes")
    integer(article.bytes)
    fields(article.unknown)
    endObject()
  }

  /// Writes a party as in the contract's `nodes`.
  public mutating func party(_ party: Party) {
    beginObject()
    name("id")
    string(party.id)
    name("name")
    string(party.name)
    name("aliases")
    beginArray()
    for alias in party.aliases { string(alias) }
    endArray()
    name("kind")
    string(party.kind)
    name("ticker")
    string(party.ticker)
    fields(party.unknown)
    endObject()
  }

  /// Writes a deal as in the contract's `edges`.
  public mutating func deal(_ deal: Deal) {
    beginObject()
    name("key")
    string(deal.key)
    name("source")
    string(deal.payer)
    name("target")
    string(deal.payee)
    name("kind")
    string(deal.kind.rawValue)
    name("returns")
    string(deal.returns?.rawValue)
    name("amount")
    amount(deal.amount)
    name("capacity")
    capacity(deal.capacity)
    name("stake")
    number(deal.stake)
    name("years")
    number(deal.years)
    name("date")
    date(deal.date)
    name("status")
    string(deal.status.rawValue)
    name("confidence")
    number(deal.confidence)
    name("evidence")
    beginArray()
    for evidence in deal.evidence { self.evidence(evidence) }
    endArray()
    fields(deal.unknown)
    endObject()
  }

  /// Writes a sum, or null.
  public mutating func amount(_ amount: Amount?) {
    guard let amount else { return string(nil) }
    beginObject()
    name("value")
    number(amount.value)
    if let low = amount.low {
      name("low")
      number(low)
    }
    name("currency")
    string(amount.currency.rawValue)
    name("bound")
    string(amount.bound.rawValue)
    name("scope")
    string(amount.scope.rawValue)
    if let usd = amount.usd {
      name("usd")
      number(usd)
    }
    fields(amount.unknown)
    endObject()
  }

  private mutating func capacity(_ capacity: Capacity?) {
    guard let capacity else { return string(nil) }
    beginObject()
    name("value")
    number(capacity.value)
    name("unit")
    string(capacity.unit)
    name("bound")
    string(capacity.bound.rawValue)
    fields(capacity.unknown)
    endObject()
  }

  private mutating func evidence(_ evidence: Evidence) {
    beginObject()
    name("article")
    string(evidence.article)
    name("start")
    integer(evidence.range.lowerBound)
    name("end")
    integer(evidence.range.upperBound)
    name("text")
    string(evidence.text)
    name("payer")
    range(evidence.payer)
    name("payee")
    range(evidence.payee)
    name("amount")
    range(evidence.amount)
    name("rule")
    string(evidence.rule)
    fields(evidence.unknown)
    endObject()
  }
}
