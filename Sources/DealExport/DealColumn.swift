import DealModel

/// The columns in which tables, GraphML, GEXF and property graphs tell of a deal.
enum DealColumn: String, CaseIterable {
  case key, kind, returns, amount, low, currency, bound, scope, usd, capacity, unit, stake, years
  case date, status, confidence, article, start, end, evidence

  /// Whether the column holds numbers.
  var isNumeric: Bool {
    switch self {
    case .amount, .low, .usd, .capacity, .stake, .years, .confidence, .start, .end: true
    default: false
    }
  }

  /// The number of a deal in a numeric column.
  func number(_ deal: Deal) -> Double? {
    switch self {
    case .amount: deal.amount?.value
    case .low: deal.amount?.low
    case .usd: deal.amount?.usd
    case .capacity: deal.capacity?.value
    case .stake: deal.stake
    case .years: deal.years
    case .confidence: deal.confidence
    case .start: deal.evidence.first.map { Double($0.range.lowerBound) }
    case .end: deal.evidence.first.map { Double($0.range.upperBound) }
    default: nil
    }
  }

  /// The text of a deal in this column; nil where nothing is known.
  func text(_ deal: Deal) -> String? {
    switch self {
    case .key: deal.key
    case .kind: deal.kind.rawValue
    case .returns: deal.returns?.rawValue
    case .currency: deal.amount?.currency.rawValue
    case .bound: deal.amount?.bound.rawValue
    case .scope: deal.amount?.scope.rawValue
    case .unit: deal.capacity?.unit
    case .date: deal.date?.description
    case .status: deal.status.rawValue
    case .article: deal.evidence.first?.article
    case .evidence: deal.evidence.first?.text
    default: number(deal).map { CSVExport.number($0) }
    }
  }
}

extension JSONWriter {
  /// Writes the known columns of a deal as fields of the object that is open.
  mutating func columns(_ deal: Deal, skipping skipped: Set<DealColumn> = []) {
    for column in DealColumn.allCases where !skipped.contains(column) {
      name(column.rawValue)
      if column.isNumeric { number(column.number(deal)) } else { string(column.text(deal)) }
    }
  }

  /// Writes the kind, ticker and aliases of a party as fields of the object that is open.
  mutating func traits(_ party: Party) {
    name("kind")
    string(party.kind)
    name("ticker")
    string(party.ticker)
    name("aliases")
    beginArray()
    for alias in party.aliases { string(alias) }
    endArray()
  }
}
