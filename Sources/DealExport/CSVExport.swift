import DealModel

/// Comma-separated values with the column names that Gephi expects: `Id`, `Label`, `Source`,
/// `Target`, `Type`.
enum CSVExport {
  static func nodes(_ graph: DealGraph, to sink: ByteSink) rethrows {
    var text = CSVText()
    for name in ["Id", "Label", "Kind", "Ticker", "Aliases"] { text.cell(name) }
    text.endLine()
    for party in graph.parties {
      text.cell(party.id)
      text.cell(party.name)
      text.cell(party.kind)
      text.cell(party.ticker)
      text.cell(party.aliases.joined(separator: "|"))
      text.endLine()
      try text.drain(from: ByteBuffer.pieceSize, to: sink)
    }
    try text.drain(from: 0, to: sink)
  }

  static func edges(_ graph: DealGraph, to sink: ByteSink) rethrows {
    var text = CSVText()
    for name in [
      "Id", "Source", "Target", "Type", "Kind", "Returns", "Amount", "Low", "Currency", "Bound",
      "Scope", "USD", "Capacity", "Unit", "Stake", "Years", "Date", "Status", "Confidence",
      "Article", "Start", "End", "Evidence",
    ] { text.cell(name) }
    text.endLine()
    // By index, since a deal that is iterated over is copied, and a copy counts its many references.
    for index in graph.deals.indices {
      edge(graph.deals[index], to: &text)
      try text.drain(from: ByteBuffer.pieceSize, to: sink)
    }
    try text.drain(from: 0, to: sink)
  }

  private static func edge(_ deal: Deal, to text: inout CSVText) {
    text.cell(deal.key)
    text.cell(deal.payer)
    text.cell(deal.payee)
    text.cell("Directed")
    text.cell(deal.kind.rawValue)
    text.cell(deal.returns?.rawValue)
    amount(deal.amount, to: &text)
    text.cell(deal.capacity?.value)
    text.cell(deal.capacity?.unit)
    text.cell(deal.stake)
    text.cell(deal.years)
    text.cell(deal.date)
    text.cell(deal.status.rawValue)
    text.cell(deal.confidence)
    if deal.evidence.isEmpty {
      for _ in 0..<4 { text.emptyCell() }
    } else {
      text.cell(deal.evidence[0].article)
      text.cell(deal.evidence[0].range.lowerBound)
      text.cell(deal.evidence[0].range.upperBound)
      text.cell(deal.evidence[0].text)
    }
    text.endLine()
  }

  private static func amount(_ amount: Amount?, to text: inout CSVText) {
    guard let amount else {
      for _ in 0..<6 { text.emptyCell() }
      return
    }
    text.cell(amount.value)
    text.cell(amount.low)
    text.cell(amount.currency.rawValue)
    text.cell(amount.bound.rawValue)
    text.cell(amount.scope.rawValue)
    text.cell(amount.usd)
  }

  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return Int64(exactly: value).map(String.init) ?? value.description
  }
}
