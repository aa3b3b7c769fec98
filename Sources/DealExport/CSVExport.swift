import DealModel

/// Comma-separated values (RFC 4180) with the column names that Gephi expects: `Id`, `Label`,
/// `Source`, `Target`, `Type`.
///
/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
enum CSVExport {
  static func nodes(_ graph: DealGraph) -> [UInt8] {
    var bytes = line(["Id", "Label", "Kind", "Ticker", "Aliases"])
    for party in graph.parties {
      bytes += line([
        party.id, party.name, party.kind ?? "", party.ticker ?? "",
        party.aliases.joined(separator: "|"),
      ])
    }
    return bytes
  }

  static func edges(_ graph: DealGraph) -> [UInt8] {
    var bytes = line([
      "Id", "Source", "Target", "Type", "Kind", "Returns", "Amount", "Low", "Currency", "Bound",
      "Scope", "USD", "Capacity", "Unit", "Stake", "Years", "Date", "Status", "Confidence",
      "Article", "Start", "End", "Evidence",
    ])
    for deal in graph.deals {
      let evidence = deal.evidence.first
      bytes += line([
        deal.key, deal.payer, deal.payee, "Directed", deal.kind.rawValue,
        deal.returns?.rawValue ?? "", number(deal.amount?.value), number(deal.amount?.low),
        deal.amount?.currency.rawValue ?? "", deal.amount?.bound.rawValue ?? "",
        deal.amount?.scope.rawValue ?? "", number(deal.amount?.usd), number(deal.capacity?.value),
        deal.capacity?.unit ?? "", number(deal.stake), number(deal.years),
        deal.date?.description ?? "", deal.status.rawValue, number(deal.confidence),
        evidence?.article ?? "", number(evidence.map { Double($0.range.lowerBound) }),
        number(evidence.map { Double($0.range.upperBound) }), evidence?.text ?? "",
      ])
    }
    return bytes
  }

  static func number(_ value: Double?) -> String {
    guard let value else { return "" }
    return Int64(exactly: value).map(String.init) ?? value.description
  }

  private static func line(_ cells: [String]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      bytes += quoted(cell)
    }
    return bytes + [0x0D, 0x0A]
  }

  /// A cell with quotes where it needs them, and `disarmed` where a spreadsheet would run it.
  ///
  /// An apostrophe also goes before text that begins as a disarmed cell does, so that a reader can
  /// take exactly one away.
  static func quoted(_ cell: String, disarmed: Bool = true) -> [UInt8] {
    var text = Array(cell.utf8)
    if disarmed, let first = text.first(where: { $0 != 0x27 }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first), Double(cell) == nil
    {
      text.insert(0x27, at: 0)
    }
    guard text.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return text }
    var bytes: [UInt8] = [0x22]
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    return bytes + [0x22]
  }
}
