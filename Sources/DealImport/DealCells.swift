import DealModel

/// A deal or a party as named texts: the cells of a row, or the attributes of a GraphML element.
struct DealCells {
  private let cells: [String: String]
  /// Where errors are: the line, from 1.
  private let line: Int?

  /// Takes texts by their names, which may be spelled otherwise; empty ones are none.
  init(_ cells: [String: String], line: Int?) {
    self.cells = cells.filter { !$0.value.isEmpty }
    self.line = line
  }

  /// The name of a column, whatever its case, its spaces and its usual other names.
  static func column(_ name: String) -> String {
    let plain = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "\u{FEFF}" }
    return synonyms[plain] ?? plain
  }

  subscript(name: String) -> String? { cells[name] }

  private static let synonyms = [
    "id": "key", "edgeid": "key", "payer": "source", "from": "source", "payee": "target",
    "to": "target", "value": "amount", "link": "url", "type": "edgetype", "name": "label",
  ]

  /// The party that the cells tell of.
  func party() throws(ImportError) -> Party {
    guard let id = cells["key"] else { throw error("a party without id") }
    let aliases = (cells["aliases"] ?? "").split(separator: "|").map(String.init)
    return Party(
      id: id, name: cells["label"] ?? id, aliases: aliases, kind: cells["kind"],
      ticker: cells["ticker"])
  }

  /// The deal that the cells tell of, by its `number` where it has no key.
  func deal(number: Int) throws(ImportError) -> Deal {
    guard let payer = cells["source"], let payee = cells["target"] else {
      throw error("a row without source or target")
    }
    let kind = cells["kind"] ?? "investment"
    let known = DealKind.all.first { $0.rawValue.lowercased() == kind.lowercased() }
    var deal = Deal(
      key: cells["key"] ?? "\(payer)>\(payee):\(known?.rawValue ?? kind):\(number)",
      payer: payer, payee: payee, kind: known ?? DealKind(rawValue: kind))
    deal.returns = cells["returns"].map(Returns.init(rawValue:))
    deal.amount = try amount()
    if let value = try self.number("capacity"), let unit = cells["unit"] {
      deal.capacity = Capacity(value: value, unit: unit)
    }
    deal.stake = try self.number("stake")
    deal.years = try self.number("years")
    deal.confidence = try self.number("confidence")
    deal.date = try date()
    if let status = cells["status"] { deal.status = DealStatus(rawValue: status.lowercased()) }
    deal.evidence = try evidence()
    return deal
  }

  /// An error where the cells are.
  func error(_ message: String) -> ImportError { ImportError(line: line, message: message) }

  private func amount() throws(ImportError) -> Amount? {
    guard let value = try number("amount") else { return nil }
    return Amount(
      value: value, low: try number("low"),
      currency: Currency(rawValue: (cells["currency"] ?? "USD").uppercased()),
      bound: Bound(rawValue: cells["bound"] ?? "exact"),
      scope: Scope(rawValue: cells["scope"] ?? "own"), usd: try number("usd"))
  }

  private func date() throws(ImportError) -> PartialDate? {
    guard let text = cells["date"] else { return nil }
    guard let date = PartialDate(text) else {
      throw error("\"\(text)\" is no date YYYY, YYYY-MM or YYYY-MM-DD")
    }
    return date
  }

  /// The article of a deal, a URL where the cells have no better name for it.
  private func evidence() throws(ImportError) -> [Evidence] {
    guard let article = cells["article"] ?? cells["url"] else { return [] }
    let start = try number("start") ?? 0
    let end = try number("end") ?? start
    guard let first = Int(exactly: start), let last = Int(exactly: end), 0 <= first, first <= last
    else { throw error("start and end are no byte range") }
    return [Evidence(article: article, range: first..<last, text: cells["evidence"] ?? "")]
  }

  /// A number of 0 or more, with or without commas between thousands.
  private func number(_ name: String) throws(ImportError) -> Double? {
    guard let text = cells[name] else { return nil }
    guard let number = Double(text.filter { $0 != "," }), number.isFinite, number >= 0 else {
      throw error("\(name) \"\(text)\" is no number of 0 or more")
    }
    return number
  }
}
