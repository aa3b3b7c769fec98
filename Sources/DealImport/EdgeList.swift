import DealModel

/// A table of deals, CSV (RFC 4180) or TSV by its first line, which names the columns.
enum EdgeList {
  static func read(_ bytes: [UInt8]) throws(ImportError) -> DealGraph {
    var rows = try TableRows(bytes).rows[...]
    guard let head = rows.popFirst() else {
      throw ImportError(line: 1, message: "an empty table")
    }
    var columns: [String: Int] = [:]
    for (index, name) in head.cells.enumerated() {
      let plain = name.lowercased().filter { $0 != "_" && $0 != " " && $0 != "\u{FEFF}" }
      columns[synonyms[plain] ?? plain] = index
    }
    guard columns["source"] != nil, columns["target"] != nil else {
      throw ImportError(line: 1, message: "no columns source and target")
    }
    var graph = DealGraph()
    var keys: Set<String> = []
    var articles: Set<String> = []
    for row in rows where row.cells != [""] {
      let cells = columns.compactMapValues { $0 < row.cells.count ? row.cells[$0] : nil }
      try add(cells.mapValues(armed).filter { !$0.value.isEmpty }, row.line, to: &graph)
      guard let deal = graph.deals.last, keys.insert(deal.key).inserted else {
        throw ImportError(line: row.line, message: "a key stands twice")
      }
      for proof in deal.evidence where articles.insert(proof.article).inserted {
        graph.articles.append(
          Article(id: proof.article, source: cells["url"].flatMap { $0.isEmpty ? nil : $0 }))
      }
    }
    graph.addEnds()
    return graph
  }

  private static let synonyms = [
    "id": "key", "payer": "source", "from": "source", "payee": "target", "to": "target",
    "value": "amount", "link": "url", "type": "edgetype",
  ]

  private static func add(
    _ cells: [String: String], _ line: Int, to graph: inout DealGraph
  ) throws(ImportError) {
    guard let payer = cells["source"], let payee = cells["target"] else {
      throw ImportError(line: line, message: "a row without source or target")
    }
    let kind = cells["kind"] ?? "investment"
    let known = DealKind.all.first { $0.rawValue.lowercased() == kind.lowercased() }
    var deal = Deal(
      key: cells["key"] ?? "\(payer)>\(payee):\(known?.rawValue ?? kind):\(graph.deals.count + 1)",
      payer: payer, payee: payee, kind: known ?? DealKind(rawValue: kind))
    deal.returns = cells["returns"].map(Returns.init(rawValue:))
    if let value = try number("amount", cells, line) {
      deal.amount = Amount(
        value: value, low: try number("low", cells, line),
        currency: Currency(rawValue: (cells["currency"] ?? "USD").uppercased()),
        bound: Bound(rawValue: cells["bound"] ?? "exact"),
        scope: Scope(rawValue: cells["scope"] ?? "own"), usd: try number("usd", cells, line))
    }
    if let value = try number("capacity", cells, line), let unit = cells["unit"] {
      deal.capacity = Capacity(value: value, unit: unit)
    }
    deal.stake = try number("stake", cells, line)
    deal.years = try number("years", cells, line)
    deal.confidence = try number("confidence", cells, line)
    if let text = cells["date"] {
      guard let date = PartialDate(text) else {
        throw ImportError(line: line, message: "\"\(text)\" is no date YYYY, YYYY-MM or YYYY-MM-DD")
      }
      deal.date = date
    }
    if let status = cells["status"] { deal.status = DealStatus(rawValue: status.lowercased()) }
    try prove(&deal, cells, line)
    graph.deals.append(deal)
  }

  /// Names the article of a deal, a URL where the table has no better name for it.
  private static func prove(
    _ deal: inout Deal, _ cells: [String: String], _ line: Int
  ) throws(ImportError) {
    guard let article = cells["article"] ?? cells["url"] else { return }
    let start = try number("start", cells, line) ?? 0
    let end = try number("end", cells, line) ?? start
    guard let first = Int(exactly: start), let last = Int(exactly: end), 0 <= first, first <= last
    else { throw ImportError(line: line, message: "start and end are no byte range") }
    deal.evidence = [Evidence(article: article, range: first..<last, text: cells["evidence"] ?? "")]
  }

  /// A number of 0 or more, with or without commas between thousands.
  private static func number(
    _ name: String, _ cells: [String: String], _ line: Int
  ) throws(ImportError) -> Double? {
    guard let text = cells[name] else { return nil }
    guard let number = Double(text.filter { $0 != "," }), number.isFinite, number >= 0 else {
      throw ImportError(line: line, message: "\(name) \"\(text)\" is no number of 0 or more")
    }
    return number
  }

  /// A cell without the apostrophe that kept a spreadsheet from running it.
  private static func armed(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, let first = cell.utf8.first(where: { $0 != 0x27 }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }
}
