import DealModel

/// A table of deals or of parties, CSV (RFC 4180) or TSV by its first line, which names the columns.
enum EdgeList {
  static func read(_ bytes: [UInt8]) throws(ImportError) -> DealGraph {
    var rows = try TableRows(bytes).rows[...]
    guard let head = rows.popFirst() else {
      throw ImportError(line: 1, message: "an empty table")
    }
    var columns: [String: Int] = [:]
    for (index, name) in head.cells.enumerated() { columns[DealCells.column(name)] = index }
    let holdsDeals = columns["source"] != nil && columns["target"] != nil
    guard holdsDeals || (columns["key"] != nil && columns["label"] != nil) else {
      throw ImportError(
        line: 1, message: "no columns source and target, nor id and label of parties")
    }
    var builder = GraphBuilder()
    for row in rows where row.cells != [""] {
      let texts = columns.compactMapValues { $0 < row.cells.count ? armed(row.cells[$0]) : nil }
      let cells = DealCells(texts, line: row.line)
      if holdsDeals { try builder.addDeal(cells) } else { try builder.addParty(cells) }
    }
    return builder.finished()
  }

  /// A cell without the apostrophe that kept a spreadsheet from running it.
  private static func armed(_ cell: String) -> String {
    guard cell.utf8.first == 0x27, let first = cell.utf8.first(where: { $0 != 0x27 }),
      [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
    else { return cell }
    return String(cell.unicodeScalars.dropFirst())
  }
}
